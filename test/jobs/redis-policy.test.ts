import { afterEach, describe, expect, test, vi } from 'vitest';
import { readRedisPolicy } from '../../jobs/redis-policy.ts';
import { freePort } from '../../src/store/embedded/free-port.ts';
import { hasRedisServer, ownRedis } from '../support/own-redis.ts';
import { createWorld } from '../support/practice.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function redisWith(...options: string[]): Promise<string> {
  const redis = await ownRedis(...options);
  closing.push(() => redis.kill());
  return redis.url;
}

if (!hasRedisServer)
  process.stdout.write('*** no redis-server here: the tests of its settings are left out. ***\n');

describe.runIf(hasRedisServer)('what Redis does when its memory is full', () => {
  test('noeviction is safe', async () => {
    expect(await readRedisPolicy(await redisWith('--maxmemory-policy', 'noeviction'))).toEqual({
      state: 'safe',
    });
  });

  test('allkeys-lru is named with the setting, the value and the cure, in one line', async () => {
    const policy = await readRedisPolicy(await redisWith('--maxmemory-policy', 'allkeys-lru'));
    expect(policy.state).toBe('forgets');
    const cure = policy.state === 'forgets' ? policy.cure : '';
    expect(cure).toMatch(/maxmemory-policy allkeys-lru.*CONFIG SET maxmemory-policy noeviction/);
    expect(cure).not.toContain('\n');
  });

  test('a Redis that may not be asked is unknown, and the queue works on it without a word to the terminal', async () => {
    const url = await redisWith('--rename-command', 'CONFIG', '', '--rename-command', 'INFO', '');
    expect(await readRedisPolicy(url)).toMatchObject({ state: 'unknown' });
    const said = [vi.spyOn(console, 'warn'), vi.spyOn(console, 'error'), vi.spyOn(console, 'log')];
    const world = await createWorld('no info', { redisUrl: url, jobs: false });
    closing.push(() => world.close());
    const worked = new Promise<unknown>((resolve) =>
      world.backend.work('probe', async (data) => resolve(data)),
    );
    await world.backend.queue('probe').add({ v: 1 }, { jobId: 'probe-1' });
    expect(await worked).toEqual({ v: 1 });
    expect(said.flatMap((spy) => spy.mock.calls)).toEqual([]);
  });
});

test('a Redis that is not there is unknown, with the code of why', async () => {
  const port = await freePort();
  expect(await readRedisPolicy(`redis://127.0.0.1:${port}`)).toEqual({
    state: 'unknown',
    reason: 'ECONNREFUSED',
  });
});
