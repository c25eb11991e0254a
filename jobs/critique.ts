import { z } from 'zod';
import { type Asked, giveUpJudging, type JudgeParts, judge } from '../src/coach/judge.ts';
import { critiqueName, type JobName } from '../src/store/job-names.ts';
import { ownerOf } from '../src/store/practices.ts';
import type { JobBackend, JobQueue } from './backend.ts';

/** The queue of critiques. A job names a draft, and nobody: whose it is and what it says stay in the database. */
const QUEUE = 'critique';

const CritiqueJobSchema = z.strictObject({
  v: z.literal(1),
  sessionId: z.string(),
  draftNo: z.int().min(1),
});
type CritiqueJob = z.infer<typeof CritiqueJobSchema>;

export interface CritiqueQueue {
  /** `ring`: a new one makes a new job for the same draft. Storing is idempotent, so an extra job is harmless. */
  enqueue(asked: Asked, ring: number): Promise<void>;
  /** Takes out all jobs of these names; one that runs in this process is told to end. */
  drop(names: ReadonlySet<JobName>): Promise<void>;
}

export function createCritiqueQueue(backend: JobBackend): CritiqueQueue {
  const queue: JobQueue<CritiqueJob> = backend.queue(QUEUE);
  return {
    async enqueue(asked, ring) {
      const { sessionId, draftNo } = asked;
      await queue.add({ v: 1, sessionId, draftNo }, { jobId: critiqueJobId(sessionId, draftNo, ring) });
    },
    drop: (names) => queue.drop(names),
  };
}

export function critiqueJobId(sessionId: string, draftNo: number, ring: number): string {
  return `${critiqueName(sessionId)}-${draftNo}-${ring}`;
}

/** Works the queue: reads the draft fresh, has it judged, tells the coach. */
export function workCritiques(backend: JobBackend, parts: JudgeParts): void {
  const underWay = new Map<string, Promise<void>>();
  // A start rings again for what waits: a second job for a draft that is being read here must not send it to a model twice.
  const once = (asked: Asked, run: () => Promise<void>): Promise<void> => {
    const name = `${asked.sessionId} ${asked.draftNo}`;
    const running = underWay.get(name) ?? run().finally(() => underWay.delete(name));
    underWay.set(name, running);
    return running;
  };
  const askedIn = async (data: unknown): Promise<Asked | undefined> => {
    const { sessionId, draftNo } = CritiqueJobSchema.parse(data);
    const person = await ownerOf(parts.db, sessionId);
    return person === undefined ? undefined : { person, sessionId, draftNo };
  };
  backend.work(
    QUEUE,
    async (data, signal) => {
      const asked = await askedIn(data);
      if (asked !== undefined) await once(asked, () => judge(parts, asked, signal));
    },
    async (data, code) => {
      const asked = await askedIn(data);
      if (asked !== undefined) await giveUpJudging(parts, asked, code);
    },
  );
}
