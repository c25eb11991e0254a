import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { Redis } from 'ioredis';
import { vi } from 'vitest';
import { freePort } from '../../src/store/embedded/free-port.ts';

/** Whether a Redis of a test's own can be started here. */
export const hasRedisServer = spawnSync('redis-server', ['--version']).status === 0;

export interface OwnRedis {
  readonly url: string;
  /** Ends as `kill -9` does: all that was in it is lost. */
  kill(): Promise<void>;
  /** Comes back empty, on the same port. */
  start(): Promise<void>;
}

/** A private Redis on a free port. `options`: more of its command line. The caller kills it. */
export async function ownRedis(...options: string[]): Promise<OwnRedis> {
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  let server: ChildProcess | undefined;
  const redis: OwnRedis = {
    url,
    async kill() {
      if (server === undefined) return;
      const ended = once(server, 'exit');
      server.kill('SIGKILL');
      server = undefined;
      await ended;
    },
    async start() {
      const args = [
        '--port',
        String(port),
        '--bind',
        '127.0.0.1',
        '--save',
        '',
        '--appendonly',
        'no',
        ...options,
      ];
      server = spawn('redis-server', args, { stdio: 'ignore', cwd: '/tmp' });
      await answers(url);
    },
  };
  await redis.start();
  return redis;
}

/** Waits until it takes commands: one that still reads what it had written refuses them (LOADING). Some may not be asked INFO. */
async function answers(url: string): Promise<void> {
  const redis = new Redis(url, {
    maxRetriesPerRequest: null,
    enableReadyCheck: false,
    retryStrategy: () => 20,
  });
  redis.on('error', () => undefined);
  await vi.waitFor(() => redis.ping(), { timeout: 20_000, interval: 20 });
  redis.disconnect();
}
