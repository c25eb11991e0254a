import { expect, test } from 'vitest';
import { createFirstCome } from '../../../adapters/catch-up/first-come.ts';

interface Open {
  readonly user: string;
}
const ADA = { user: 'ada' };
const BEN = { user: 'ben' };
const CY = { user: 'cy' };

const LONG = 60_000;

test('whoever waits is read first, and goes on when they are read, not when all are', async () => {
  const queue = createFirstCome<Open>(({ user }) => user);
  const went: string[] = [];
  queue.begins();
  void queue.isRead('cy', LONG).then(() => went.push('cy'));
  void queue.isRead('dee', LONG).then(() => went.push('dee'));
  queue.reads([ADA, BEN, CY]);
  await Promise.resolve();
  expect(queue.next()).toBe(CY);
  await expect.poll(() => went).toEqual(['dee']);
  expect(queue.next()).toBe(ADA);
  await expect.poll(() => went).toEqual(['dee', 'cy']);
  expect(queue.next()).toBe(BEN);
  expect(queue.next()).toBeUndefined();
});

test('without a run nobody waits, and the end of one lets everybody go', async () => {
  const queue = createFirstCome<Open>(({ user }) => user);
  await queue.isRead('ada', LONG);
  queue.begins();
  const waits = queue.isRead('ada', LONG);
  queue.ends();
  await waits;
});

test('nobody waits for longer than they have', async () => {
  const queue = createFirstCome<Open>(({ user }) => user);
  queue.begins();
  await queue.isRead('ada', 1);
});
