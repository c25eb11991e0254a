import type { Job, JobsOptions, JobType } from 'bullmq';
import { codeOf } from '../src/errors.ts';
import { nameIn } from '../src/store/job-names.ts';
import { atMost } from './at-most.ts';
import { type AnyQueue, type AnyWorker, type BackendSettings, type Engine, RETRIES } from './engine.ts';
import { createPostgresEngine } from './postgres-engine.ts';
import { createRedisEngine } from './redis-engine.ts';

export interface JobOptions {
  readonly jobId: string;
  /** From now, in milliseconds. */
  readonly delay?: number;
  /** A job that failed leaves nothing: its id can be used again. By default it stays a day, and the same id adds nothing. */
  readonly forget?: boolean;
}

export interface JobQueue<Data> {
  /** Rejects where the queue does not take it within seconds; it may take it later, under its id. */
  add(data: Data, options: JobOptions): Promise<void>;
  addAll(jobs: readonly { data: Data; options: JobOptions }[]): Promise<void>;
  /**
   * Takes out the jobs whose ids begin with these names, in whatever state. Those that run in this process are told to end,
   * and end as done; one that runs elsewhere stays until it ended. Rejects like `add`.
   */
  drop(names: ReadonlySet<string>): Promise<void>;
}

export interface JobBackend {
  readonly kind: Engine['kind'];
  queue<Data>(name: string): JobQueue<Data>;
  /** Works the queue. `process` may run twice for one job; what it throws is reduced to a code before BullMQ stores it. */
  work(
    name: string,
    process: (data: unknown, signal: AbortSignal) => Promise<void>,
    gaveUp?: (data: unknown, code: string) => Promise<void>,
  ): void;
  isReady(): Promise<boolean>;
  /** Tells the jobs under way to end, waits for them a few seconds, then lets all connections go. */
  close(): Promise<void>;
}

/** Redis away, ioredis keeps a command until it is back: nobody waits for that. */
const PATIENCE_MS = 3_000;
/** How long a job that does not heed its signal, or a queue that is away, keeps the process from ending. */
const GRACE_MS = 3_000;
const LONGEST_JOB_MS = 120_000;
const ANY_STATE: readonly JobType[] = ['waiting', 'prioritized', 'delayed', 'active', 'failed', 'completed'];
/** So many are taken out side by side. */
const REMOVED_AT_ONCE = 200;

/** Opens the queue's connections: on Redis when one is named, else on the same PostgreSQL. The one place that decides. */
export async function createJobBackend(settings: BackendSettings): Promise<JobBackend> {
  const { redisUrl } = settings;
  const engine =
    redisUrl === undefined ? await createPostgresEngine(settings) : createRedisEngine(settings, redisUrl);
  return backendOf(settings, engine);
}

function backendOf({ log }: BackendSettings, engine: Engine): JobBackend {
  const queues = new Map<string, AnyQueue>();
  const workers: AnyWorker[] = [];
  const stopping = new AbortController();
  /** What runs in this process, by the ids of its jobs. */
  const running = new Map<string, AbortController>();
  const queueNamed = (name: string) => {
    const known = queues.get(name);
    if (known !== undefined) return known;
    const made = engine.queue(name);
    made.on('error', (error: Error) => log('queue-error', { queue: name, code: codeOf(error) }));
    queues.set(name, made);
    return made;
  };
  return {
    kind: engine.kind,
    queue: (name) => ({
      async add(data, options) {
        await soon(queueNamed(name).add(name, data, optionsOf(options)));
      },
      async addAll(jobs) {
        const bulk = jobs.map(({ data, options }) => ({ name, data, opts: optionsOf(options) }));
        await soon(queueNamed(name).addBulk(bulk));
      },
      async drop(names) {
        const isOne = (id: string) => names.has(nameIn(id));
        for (const [id, ending] of running) if (isOne(id)) ending.abort();
        const queue = queueNamed(name);
        const ids = (await soon(queue.getRanges([...ANY_STATE], 0, -1))).filter(isOne);
        for (let from = 0; from < ids.length; from += REMOVED_AT_ONCE)
          await soon(Promise.all(ids.slice(from, from + REMOVED_AT_ONCE).map((id) => queue.remove(id))));
      },
    }),
    work(name, process, gaveUp) {
      const worker = engine.worker(name, async (job: Job<unknown>) => {
        const dropped = new AbortController();
        const id = job.id ?? '';
        running.set(id, dropped);
        const signal = AbortSignal.any([
          stopping.signal,
          dropped.signal,
          AbortSignal.timeout(LONGEST_JOB_MS),
        ]);
        try {
          await process(job.data, signal);
        } catch (error) {
          // Nobody waits for it any more.
          if (dropped.signal.aborted) return;
          const code = codeOf(error);
          log('job-failed', { queue: name, job: job.id, attempt: job.attemptsMade + 1, code });
          // A try that our own stopping broke off is none that failed: the next start rings again.
          const isLast = job.attemptsMade + 1 >= RETRIES.attempts && !stopping.signal.aborted;
          if (isLast)
            await gaveUp?.(job.data, code).catch((lost: unknown) =>
              log('job-end-not-told', { queue: name, job: job.id, code: codeOf(lost) }),
            );
          throw new JobError(code);
        } finally {
          if (running.get(id) === dropped) running.delete(id);
        }
      });
      worker.on('error', (error: Error) => log('worker-error', { queue: name, code: codeOf(error) }));
      workers.push(worker);
    },
    isReady: () => engine.isReady().catch(() => false),
    async close() {
      stopping.abort();
      await atMost(GRACE_MS, () => Promise.allSettled(workers.map((worker) => worker.close())));
      await atMost(GRACE_MS, () => Promise.allSettled([...queues.values()].map((queue) => queue.close())));
      await engine.end();
    },
  };
}

function optionsOf({ jobId, delay, forget }: JobOptions): JobsOptions {
  return {
    jobId,
    ...(delay === undefined ? {} : { delay }),
    ...(forget === true ? { removeOnFail: true } : {}),
  };
}

async function soon<T>(asked: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new QueueAway()), PATIENCE_MS);
  });
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
}

class QueueAway extends Error {
  readonly code = 'queue-away';
}

/** What BullMQ may store of a failure: a code, no words, no stack. */
class JobError extends Error {
  constructor(code: string) {
    super(code);
    this.name = 'JobError';
    this.stack = code;
  }
}
