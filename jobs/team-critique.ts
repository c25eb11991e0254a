import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type JudgeTypedParts, judgeTyped, type TypedAsked } from '../src/coach/teams/judge-typed.ts';
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
  enqueue(asked: TypedAsked): Promise<void>;
}

export function createTeamCritiqueQueue(backend: JobBackend): TeamCritiqueQueue {
  const queue: JobQueue<TeamCritiqueJob> = backend.queue(QUEUE);
  return {
    enqueue: (asked) => queue.add({ v: 1, ...asked }, { jobId: teamCritiqueJobId(asked) }),
  };
}

/** Of one answer: asked for twice it is one job. Never a colon, never digits only: BullMQ refuses such ids. */
export function teamCritiqueJobId({ team, mockId, candidate, group, turn }: TypedAsked): string {
  const name = JSON.stringify([team, mockId, candidate, group, turn]);
  return `heard-${createHash('sha256').update(name).digest('hex').slice(0, 32)}`;
}

/** Works the queue: reads the answer fresh, has it judged, tells the team. */
export function workTeamCritiques(backend: JobBackend, parts: JudgeTypedParts): void {
  backend.work(QUEUE, async (data, signal) => {
    const { v: _, ...asked } = TeamCritiqueJobSchema.parse(data);
    await judgeTyped(parts, asked, signal);
  });
}
