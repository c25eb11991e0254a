import type { JobsOptions, JobType, Processor } from 'bullmq';
import type { Log } from '../src/log.ts';

/** Where the queue lives. */
export interface BackendSettings {
  readonly redisUrl: string | undefined;
  readonly databaseUrl: string;
  /** Keeps queues of different installations and tests apart: Redis's key prefix, PostgreSQL's schema. */
  readonly namespace?: string;
  readonly log: Log;
}

/** What both engines' queues and workers have in common: their own types differ by the connection alone. */
export interface AnyQueue {
  add(name: string, data: unknown, options: JobsOptions): Promise<unknown>;
  addBulk(jobs: { name: string; data: unknown; opts: JobsOptions }[]): Promise<unknown>;
  getRanges(types: JobType[], start: number, end: number): Promise<string[]>;
  /** 0 where it is being worked on, or is not there. */
  remove(jobId: string): Promise<number>;
  close(): Promise<void>;
  on(event: 'error', call: (error: Error) => void): unknown;
}
export type AnyWorker = Pick<AnyQueue, 'close' | 'on'>;

/** BullMQ on one of the two. */
export interface Engine {
  readonly kind: 'redis' | 'postgresql';
  queue(name: string): AnyQueue;
  worker(name: string, processor: Processor<unknown, void>): AnyWorker;
  isReady(): Promise<boolean>;
  end(): Promise<void>;
}

/** Three tries, 1 s and 2 s apart. A worker killed twice must not end a job: see maxStalledCount below. */
export const RETRIES = { attempts: 3, backoff: { type: 'exponential', delay: 1_000 } } as const;

/** Finished jobs are let go, so that nothing of a deleted person stays behind; failed ones hold ids only and stay a day for the operator. */
export const KEEP = {
  removeOnComplete: true,
  removeOnFail: { age: 86_400, count: 1_000 },
} as const;

/** The defaults take a minute to notice a killed worker, and give a job up after two kills. */
export const STALLED = {
  lockDuration: 10_000,
  stalledInterval: 5_000,
  maxStalledCount: 1_000,
  runRetryDelay: 500,
} as const;
