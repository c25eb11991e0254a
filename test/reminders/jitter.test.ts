import { expect, test } from 'vitest';
import { jitterMs } from '../../src/reminders/jitter.ts';

const FIVE_MINUTES = 300_000;
const people = Array.from({ length: 10_000 }, (_, n) => jitterMs(`slack:T1:U${n}`));

test('a person is late by the same whole milliseconds every time', () => {
  expect(jitterMs('slack:T1:U7')).toBe(jitterMs('slack:T1:U7'));
  expect(people.every(Number.isInteger)).toBe(true);
});

test('nobody is early, nobody later than five minutes', () => {
  expect(Math.min(...people)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...people)).toBeLessThanOrEqual(FIVE_MINUTES);
});

test('ten thousand people are spread evenly over the five minutes', () => {
  const minutes = [0, 1, 2, 3, 4].map(
    (minute) => people.filter((ms) => Math.floor(ms / 60_000) === minute).length,
  );
  for (const many of minutes) expect(Math.abs(many - 2000)).toBeLessThan(200);
});
