import { createPostgresBackend, type Job, type PostgresConnectionOptions, Queue, withBackend } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import { inject } from 'vitest';
import type { World } from '../support/practice.ts';

/** Both places a queue can live in. A test with the second is left out where there is no Redis. */
export const backends = [
  { kind: 'PostgreSQL', redisUrl: undefined, isThere: true },
  { kind: 'Redis', redisUrl: inject('redisUrl'), isThere: inject('redisUrl') !== undefined },
] as const;

export interface SeenQueue {
  jobs(): Promise<Job[]>;
  /** Everything in it is gone, without a word to the product. */
  lose(): Promise<void>;
  close(): Promise<void>;
}

/** A world's queue as BullMQ shows it from outside. */
export function queueOf(world: World, name: string): SeenQueue {
  if (world.backend.kind === 'redis') {
    const connection = new Redis(inject('redisUrl') ?? '', { maxRetriesPerRequest: null });
    const queue = new Queue(name, { connection, prefix: world.namespace });
    return seen(queue, async () => connection.disconnect());
  }
  const pool = new pg.Pool({
    connectionString: world.url,
    max: 2,
    options: `-c search_path=${world.namespace},public`,
  });
  pool.on('error', () => undefined);
  const bound = withBackend(createPostgresBackend);
  const connection = pool as unknown as PostgresConnectionOptions;
  return seen(new bound.Queue(name, { connection }), () => pool.end());
}

interface AnyQueue {
  getJobs(): Promise<Job[]>;
  obliterate(options: { force: true }): Promise<void>;
  resume(): Promise<void>;
  close(): Promise<void>;
}

function seen(queue: AnyQueue, end: () => Promise<void>): SeenQueue {
  return {
    jobs: () => queue.getJobs(),
    async lose() {
      await queue.obliterate({ force: true });
      await queue.resume();
    },
    async close() {
      await queue.close();
      await end();
    },
  };
}
