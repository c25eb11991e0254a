import { expect, test } from 'vitest';
import { takeOver } from '../../../adapters/terminal/take-place.ts';
import { createHolders } from './fake-world.ts';

test('a terminal that does not answer for three seconds loses its place', async () => {
  const holders = createHolders();
  await holders.join().takePlace('terminal/ada');
  let waited = 0;
  const taken = await takeOver(holders.join(), 'terminal/ada', async (ms) => {
    expect(holders.evicted).toEqual([]);
    waited += ms;
  });
  expect(taken).toBe(true);
  expect(waited).toBeGreaterThanOrEqual(3_000);
  expect(holders.evicted).toEqual(['terminal/ada']);
});
