import {
  createPostgresBackend,
  type Job,
  type JobsOptions,
  type PostgresConnectionOptions,
  type Processor,
  Queue,
  runMigrations,
  Worker,
  withBackend,
} from 'bullmq';

import { Redis } from 'ioredis';
import type pg from 'pg';
import { codeOf } from '../src/errors.ts';
import type { Log } from '../src/log.ts';
import { PatientPool } from './patient-pool.ts';

/** Where the queue lives: on Redis when one is named, else on the same PostgreSQL. The one place that decides. */
export interface BackendSettings {
  readonly redisUrl: string | undefined;
  readonly databaseUrl: string;
  /** Keeps queues of different installations and tests apart: Redis's key prefix, PostgreSQL's schema. */
  readonly namespace?: string;
  readonly log: Log;
}

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
}

export interface JobBackend {
  readonly kind: 'redis' | 'postgresql';
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

/** Three tries, 1 s and 2 s apart. A worker killed twice must not end a job: see maxStalledCount below. */
const RETRIES = { attempts: 3, backoff: { type: 'exponential', delay: 1_000 } } as const;

/** Finished jobs are let go, so that nothing of a deleted person stays behind; failed ones hold ids only and stay a day for the operator. */
const KEEP = {
  removeOnComplete: true,
  removeOnFail: { age: 86_400, count: 1_000 },
} as const;

/** The defaults take a minute to notice a killed worker, and give a job up after two kills. */
const STALLED = {
  lockDuration: 10_000,
  stalledInterval: 5_000,
  maxStalledCount: 1_000,
  runRetryDelay: 500,
} as const;

/** Redis away, ioredis keeps a command until it is back: nobody waits for that. */
const PATIENCE_MS = 3_000;
/** How long a job that does not heed its signal, or a queue that is away, keeps the process from ending. */
const GRACE_MS = 3_000;
const CLOSE_MS = 500;
const POOL = 8;
const LONGEST_JOB_MS = 120_000;
const DEFAULT_NAMESPACE = 'comeback';
const PG_SCHEMA = 'bullmq';

/** Opens the queue's connections; on PostgreSQL it brings BullMQ's own schema up to date first (it locks by itself). */
export async function createJobBackend(settings: BackendSettings): Promise<JobBackend> {
  return settings.redisUrl === undefined ? onPostgres(settings) : onRedis(settings, settings.redisUrl);
}

async function onPostgres(settings: BackendSettings): Promise<JobBackend> {
  const schema = settings.namespace ?? PG_SCHEMA;
  const pool = new PatientPool({
    connectionString: settings.databaseUrl,
    max: POOL,
    options: `-c search_path=${schema},public`,
    application_name: 'comeback-jobs',
    keepAlive: true,
  });
  pool.on('error', (error) => settings.log('jobs-pool-error', { code: codeOf(error) }));
  pool.on('connect', (client) => client.on('error', () => undefined));
  const inUse = new Set<pg.PoolClient>();
  pool.on('acquire', (client) => inUse.add(client));
  pool.on('release', (_, client) => inUse.delete(client));
  try {
    await migrated(pool, schema);
  } catch (error) {
    await pool.end();
    throw error;
  }
  // BullMQ's own type of a pool lacks the overloads of pg's; at run time it takes pg's as it is.
  const connection = pool as unknown as PostgresConnectionOptions;
  const bound = withBackend(createPostgresBackend);
  return backendOf(settings, 'postgresql', {
    queue: (name) => new bound.Queue(name, { connection, defaultJobOptions: { ...RETRIES, ...KEEP } }),
    worker: (name, processor) =>
      new bound.Worker(name, processor, { connection, ...STALLED, concurrency: 4 }),
    isReady: async () => {
      await pool.query('SELECT 1');
      return true;
    },
    end: async () => {
      await atMost(CLOSE_MS, () => pool.end());
      // A worker whose job goes on for ever keeps its connection, and with it the process.
      for (const client of inUse) client.release(true);
    },
  });
}

async function migrated(pool: PatientPool, schema: string): Promise<void> {
  const client = await pool.connect();
  let broken = true;
  try {
    await runMigrations(client, schema);
    broken = false;
  } finally {
    client.release(broken);
  }
}

function onRedis(settings: BackendSettings, url: string): JobBackend {
  const prefix = settings.namespace ?? DEFAULT_NAMESPACE;
  const connections: Redis[] = [];
  const connect = () => {
    const redis = new Redis(url, {
      maxRetriesPerRequest: null,
      // Its check asks INFO, which hosted Redis may forbid.
      enableReadyCheck: false,
      retryStrategy: (times) => Math.min(2_000, times * 100),
    });
    redis.on('error', (error) => settings.log('redis-error', { code: codeOf(error) }));
    connections.push(redis);
    return redis;
  };
  const shared = connect();
  // Asks INFO too, and writes what it thinks of it to the terminal; see redis-policy.ts.
  const common = { prefix, skipVersionCheck: true };
  return backendOf(settings, 'redis', {
    queue: (name) =>
      new Queue(name, { connection: shared, ...common, defaultJobOptions: { ...RETRIES, ...KEEP } }),
    worker: (name, processor) =>
      new Worker(name, processor, { connection: connect(), ...common, ...STALLED, concurrency: 4 }),
    isReady: async () => shared.status === 'ready' && (await shared.ping()) === 'PONG',
    end: async () => {
      for (const redis of connections) redis.disconnect();
    },
  });
}

/** What both engines' queues and workers have in common: their own types differ by the connection alone. */
interface AnyQueue {
  add(name: string, data: unknown, options: JobsOptions): Promise<unknown>;
  addBulk(jobs: { name: string; data: unknown; opts: JobsOptions }[]): Promise<unknown>;
  close(): Promise<void>;
  on(event: 'error', call: (error: Error) => void): unknown;
}
type AnyWorker = Pick<AnyQueue, 'close' | 'on'>;

interface Engine {
  queue(name: string): AnyQueue;
  worker(name: string, processor: Processor<unknown, void>): AnyWorker;
  isReady(): Promise<boolean>;
  end(): Promise<void>;
}

function backendOf(settings: BackendSettings, kind: JobBackend['kind'], engine: Engine): JobBackend {
  const { log } = settings;
  const queues = new Map<string, AnyQueue>();
  const workers: AnyWorker[] = [];
  const stopping = new AbortController();
  const queueNamed = (name: string) => {
    const known = queues.get(name);
    if (known !== undefined) return known;
    const made = engine.queue(name);
    made.on('error', (error: Error) => log('queue-error', { queue: name, code: codeOf(error) }));
    queues.set(name, made);
    return made;
  };
  return {
    kind,
    queue: (name) => ({
      async add(data, options) {
        await soon(queueNamed(name).add(name, data, optionsOf(options)));
      },
      async addAll(jobs) {
        const bulk = jobs.map(({ data, options }) => ({ name, data, opts: optionsOf(options) }));
        await soon(queueNamed(name).addBulk(bulk));
      },
    }),
    work(name, process, gaveUp) {
      const worker = engine.worker(name, async (job: Job<unknown>) => {
        const signal = AbortSignal.any([stopping.signal, AbortSignal.timeout(LONGEST_JOB_MS)]);
        try {
          await process(job.data, signal);
        } catch (error) {
          const code = codeOf(error);
          log('job-failed', { queue: name, job: job.id, attempt: job.attemptsMade + 1, code });
          // A try that our own stopping broke off is none that failed: the next start rings again.
          const isLast = job.attemptsMade + 1 >= RETRIES.attempts && !stopping.signal.aborted;
          if (isLast)
            await gaveUp?.(job.data, code).catch((lost: unknown) =>
              log('job-end-not-told', { queue: name, job: job.id, code: codeOf(lost) }),
            );
          throw new JobError(code);
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

async function soon(added: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new QueueAway()), PATIENCE_MS);
  });
  try {
    await Promise.race([added, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function atMost(ms: number, work: () => Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work(), late]);
  clearTimeout(timer);
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
