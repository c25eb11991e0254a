import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { withinTime } from '../../../adapters/catch-up/within-time.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function later<T>(ms: number, value: T): Promise<T> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms, value);
  });
}

test('what comes in time is had, and leaves no timer behind', async () => {
  const had = withinTime(later(99, 'a name'), 100, undefined);
  await vi.advanceTimersByTimeAsync(99);
  expect(await had).toBe('a name');
  expect(vi.getTimerCount()).toBe(0);
});

test('what comes later is not waited for', async () => {
  const had = withinTime(later(101, 'a name'), 100, 'late');
  await vi.advanceTimersByTimeAsync(100);
  expect(await had).toBe('late');
});

test('what cannot be had is told in time, and is nobody’s after it', async () => {
  await expect(withinTime(Promise.reject(new Error('away')), 100, 'late')).rejects.toThrow('away');
  expect(vi.getTimerCount()).toBe(0);
  const fails = later(101, undefined).then(() => Promise.reject(new Error('away')));
  const had = withinTime(fails, 100, 'late');
  // An unhandled rejection would end the run of these tests.
  await vi.advanceTimersByTimeAsync(101);
  expect(await had).toBe('late');
});
