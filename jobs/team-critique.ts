import { createHash } from 'node:crypto';
import { z } from 'zod';
import {
  giveUpTyped,
  type JudgeTypedParts,
  judgeTyped,
  type TypedAsked,
} from '../src/coach/teams/judge-typed.ts';
import { PersonRefSchema } from '../src/who/person.ts';
import type { JobBackend, JobQueue } from './backend.ts';

/** The queue of the coach's cards in teams' sessions. A job names an answer by ids; what it says stays in the database. */
const QUEUE = 'team-critique';

const TeamCritiqueJobSchema = z.strictObject({
  v: z.literal(1),
  team: PersonRefSchema,
  mockId: z.string(),
  candidate: z.string(),
  group: z.int().min(1),
  turn: z.union([z.literal(0), z.literal(1)]),
});
type TeamCritiqueJob = z.infer<typeof TeamCritiqueJobSchema>;

export interface TeamCritiqueQueue {
  /** `ring`: a new one makes a new job for the same answer. What comes of it is stored once, so an extra job is harmless. */
  enqueue(asked: TypedAsked, ring?: number): Promise<void>;
}

export function createTeamCritiqueQueue(backend: JobBackend): TeamCritiqueQueue {
  const queue: JobQueue<TeamCritiqueJob> = backend.queue(QUEUE);
  return {
    enqueue: (asked, ring) => queue.add({ v: 1, ...asked }, { jobId: teamCritiqueJobId(asked, ring) }),
  };
}

/** Of one answer and ring: asked for twice it is one job. Never a colon, never digits only: BullMQ refuses such ids. */
export function teamCritiqueJobId(
  { team, mockId, candidate, group, turn }: TypedAsked,
  ring?: number,
): string {
  const name = JSON.stringify([team, mockId, candidate, group, turn, ...(ring === undefined ? [] : [ring])]);
  return `heard-${createHash('sha256').update(name).digest('hex').slice(0, 32)}`;
}

/** Works the queue: reads the answer fresh, has it judged, tells the team. */
export function workTeamCritiques(backend: JobBackend, parts: JudgeTypedParts): void {
  const askedIn = (data: unknown): TypedAsked => {
    const { v: _, ...asked } = TeamCritiqueJobSchema.parse(data);
    return asked;
  };
  backend.work(
    QUEUE,
    (data, signal) => judgeTyped(parts, askedIn(data), signal),
    (data) => giveUpTyped(parts, askedIn(data)),
  );
}
