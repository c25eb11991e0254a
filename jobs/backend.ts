import {
  createPostgresBackend,
  type Job,
  type PostgresConnectionOptions,
  type Processor,
  Queue,
  runMigrations,
  Worker,
  withBackend,
} from 'bullmq';

import { Redis } from 'ioredis';
import type { Log } from '../src/coach/ports.ts';
import { codeOf } from '../src/errors.ts';
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
  readonly delay?: number;
}

export interface JobQueue<Data> {
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
  /** Waits for the jobs under way, then lets all connections go. */
  close(): Promise<void>;
}

/** Three tries, 1 s and 2 s apart. A worker killed twice must not end a job: see maxStalledCount below. */
const RETRIES = { attempts: 3, backoff: { type: 'exponential', delay: 1_000 } } as const;

/** Finished jobs hold ids only, and are let go soon; failed ones stay a day for the operator. */
const KEEP = {
  removeOnComplete: { age: 3_600, count: 1_000 },
  removeOnFail: { age: 86_400, count: 1_000 },
} as const;

/** The defaults take a minute to notice a killed worker, and give a job up after two kills. */
const STALLED = {
  lockDuration: 10_000,
  stalledInterval: 5_000,
  maxStalledCount: 1_000,
  runRetryDelay: 500,
} as const;

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
  const client = await pool.connect();
  try {
    await runMigrations(client, schema);
  } finally {
    client.release();
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
      await pool.end();
    },
  });
}

function onRedis(settings: BackendSettings, url: string): JobBackend {
  const prefix = settings.namespace ?? DEFAULT_NAMESPACE;
  const connections: Redis[] = [];
  const connect = () => {
    const redis = new Redis(url, {
      maxRetriesPerRequest: null,
      retryStrategy: (times) => Math.min(2_000, times * 100),
    });
    redis.on('error', (error) => settings.log('redis-error', { code: codeOf(error) }));
    connections.push(redis);
    return redis;
  };
  const shared = connect();
  return backendOf(settings, 'redis', {
    queue: (name) =>
      new Queue(name, { connection: shared, prefix, defaultJobOptions: { ...RETRIES, ...KEEP } }),
    worker: (name, processor) =>
      new Worker(name, processor, { connection: connect(), prefix, ...STALLED, concurrency: 4 }),
    isReady: async () => shared.status === 'ready' && (await shared.ping()) === 'PONG',
    end: async () => {
      for (const redis of connections) redis.disconnect();
    },
  });
}

/** What both engines' queues and workers have in common: their own types differ by the connection alone. */
interface AnyQueue {
  add(name: string, data: unknown, options: JobOptions): Promise<unknown>;
  addBulk(jobs: { name: string; data: unknown; opts: JobOptions }[]): Promise<unknown>;
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
        await queueNamed(name).add(name, data, options);
      },
      async addAll(jobs) {
        await queueNamed(name).addBulk(jobs.map(({ data, options }) => ({ name, data, opts: options })));
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
          if (job.attemptsMade + 1 >= RETRIES.attempts) await gaveUp?.(job.data, code);
          throw new JobError(code);
        }
      });
      worker.on('error', (error: Error) => log('worker-error', { queue: name, code: codeOf(error) }));
      workers.push(worker);
    },
    isReady: () => engine.isReady().catch(() => false),
    async close() {
      stopping.abort();
      await Promise.allSettled(workers.map((worker) => worker.close()));
      await Promise.allSettled([...queues.values()].map((queue) => queue.close()));
      await engine.end();
    },
  };
}

/** What BullMQ may store of a failure: a code, no words, no stack. */
class JobError extends Error {
  constructor(code: string) {
    super(code);
    this.name = 'JobError';
    this.stack = code;
  }
}
