import { z } from 'zod';
import { type Asked, giveUpJudging, type JudgeParts, judge } from '../src/coach/judge.ts';
import { PersonRefSchema } from '../src/who/person.ts';
import type { JobBackend, JobQueue } from './backend.ts';

/** The queue of critiques. A job names a draft; the words stay in the database. */
const QUEUE = 'critique';

const CritiqueJobSchema = z.strictObject({
  v: z.literal(1),
  person: PersonRefSchema,
  sessionId: z.string(),
  draftNo: z.int().min(1),
});
type CritiqueJob = z.infer<typeof CritiqueJobSchema>;

export interface CritiqueQueue {
  /** `ring`: a new one makes a new job for the same draft. Storing is idempotent, so an extra job is harmless. */
  enqueue(asked: Asked, ring: number): Promise<void>;
}

export function createCritiqueQueue(backend: JobBackend): CritiqueQueue {
  const queue: JobQueue<CritiqueJob> = backend.queue(QUEUE);
  return {
    async enqueue(asked, ring) {
      await queue.add({ v: 1, ...asked }, { jobId: critiqueJobId(asked.sessionId, asked.draftNo, ring) });
    },
  };
}

/** Never a colon, never digits only: BullMQ refuses such ids. */
export function critiqueJobId(sessionId: string, draftNo: number, ring: number): string {
  return `critique-${sessionId}-${draftNo}-${ring}`;
}

/** Works the queue: reads the draft fresh, has it judged, tells the coach. */
export function workCritiques(backend: JobBackend, parts: JudgeParts): void {
  backend.work(
    QUEUE,
    async (data, signal) => {
      const { person, sessionId, draftNo } = CritiqueJobSchema.parse(data);
      await judge(parts, { person, sessionId, draftNo }, signal);
    },
    async (data, code) => {
      const { person, sessionId, draftNo } = CritiqueJobSchema.parse(data);
      await giveUpJudging(parts, { person, sessionId, draftNo }, code);
    },
  );
}
