import { expect, test } from 'vitest';
import { createThreads } from '../../../adapters/discord/listeners/threads.ts';
import { PARENT, performing } from './performing.ts';

const ONE = /^\/channels\/\d+$/;

test.each([10003, 10004])('a channel that is no more (%i) is asked for once', async (code) => {
  await using at = await performing();
  const thread = await at.thread();
  let now = 0;
  const threads = createThreads(at.rest, () => now);
  at.discord.fault({ method: 'GET', path: ONE }, { status: 404, code });
  expect(await threads.parentOf(thread.id)).toBeUndefined();
  now += 60 * 60_000;
  expect(await threads.parentOf(thread.id)).toBeUndefined();
  expect(at.calls('GET')).toHaveLength(1);
});

test.each([50001, 50013])(
  'a channel that may not be seen now (%i) is asked for again after a while',
  async (code) => {
    await using at = await performing();
    const thread = await at.thread();
    let now = 0;
    const threads = createThreads(at.rest, () => now);
    at.discord.fault({ method: 'GET', path: ONE }, { status: 403, code });
    // Not the same as a channel that is none of ours: what is written there meanwhile is read back.
    await expect(threads.parentOf(thread.id)).rejects.toThrow();
    await expect(threads.parentOf(thread.id)).rejects.toThrow();
    expect(at.calls('GET')).toHaveLength(1);
    now += 10_000;
    expect(await threads.parentOf(thread.id)).toBe(PARENT);
  },
);

test('a channel that is there is asked for once', async () => {
  await using at = await performing();
  const thread = await at.thread();
  const threads = createThreads(at.rest, Date.now);
  expect(await threads.parentOf(thread.id)).toBe(PARENT);
  expect(await threads.parentOf(thread.id)).toBe(PARENT);
  expect(at.calls('GET')).toHaveLength(1);
});
