import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { discordPlace } from '../../../adapters/discord/discord-place.ts';
import { createReadBackSoon } from '../../../adapters/discord/read-back-soon.ts';

const [DM, PARENT, THREAD] = ['2222222222222222301', '2222222222222222302', '2222222222222222303'];
const OPEN = [{ place: discordPlace(DM) }, { place: discordPlace(PARENT, THREAD) }];

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function readingBack(openPlaces = async () => OPEN) {
  const run = vi.fn(async () => undefined);
  return { run, soon: createReadBackSoon({ openPlaces, run }) };
}

test('what is missed again and again is read back five seconds after the first, and then after the next', async () => {
  const { run, soon } = readingBack();
  for (let second = 0; second < 12; second += 1) {
    soon.missed(THREAD);
    await vi.advanceTimersByTimeAsync(1_000);
  }
  expect(run).toHaveBeenCalledTimes(2);
});

test('what is said in a server where nobody practises has nothing read back', async () => {
  const { run, soon } = readingBack();
  soon.missed(PARENT);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(run).not.toHaveBeenCalled();
  soon.missed(PARENT);
  soon.missed(DM);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(run).toHaveBeenCalledTimes(1);
});

test('where it cannot be asked who practises, it is read back all the same', async () => {
  const { run, soon } = readingBack(async () => {
    throw new Error('away');
  });
  soon.missed(THREAD);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(run).toHaveBeenCalledTimes(1);
});

test('after the end nothing is read back', async () => {
  const { run, soon } = readingBack();
  soon.missed(THREAD);
  soon.stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(run).not.toHaveBeenCalled();
});
