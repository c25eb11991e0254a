import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { freePort } from '../../src/store/embedded/free-port.ts';

export interface BenchRedis {
  readonly url: string;
  stop(): Promise<void>;
}

/** The Redis that the environment names, else a private one where `redis-server` is installed, else none. */
export async function findRedis(): Promise<BenchRedis | undefined> {
  const named = process.env.TEST_REDIS_URL ?? process.env.REDIS_URL;
  if (named !== undefined && named !== '') return { url: named, stop: async () => {} };
  const folder = await mkdtemp(path.join(tmpdir(), 'comeback-bench-redis-'));
  const port = await freePort();
  const options = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--dir',
    folder,
    '--save',
    '',
    '--appendonly',
    'no',
  ];
  const server = spawn('redis-server', options, { stdio: 'ignore' });
  const ended = once(server, 'exit').catch(() => undefined);
  const stop = async () => {
    server.kill();
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  const url = `redis://127.0.0.1:${port}`;
  if (await answers(url)) return { url, stop };
  await stop();
  return undefined;
}

async function answers(url: string): Promise<boolean> {
  for (let tries = 0; tries < 40; tries += 1) {
    const redis = new Redis(url, { lazyConnect: true, retryStrategy: () => null, maxRetriesPerRequest: 0 });
    redis.on('error', () => undefined);
    try {
      await redis.connect();
      return true;
    } catch {
      await sleep(50);
    } finally {
      redis.disconnect();
    }
  }
  return false;
}
