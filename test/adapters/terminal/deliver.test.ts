import { expect, test } from 'vitest';
import { createTerminalPerformer } from '../../../adapters/terminal/deliver.ts';
import { createStamps } from '../../../adapters/terminal/stamps.ts';
import { ADA, card, deliveryOf } from './fake-world.ts';

const shown = { show: async () => true };

test('a card waits until a terminal is open', async () => {
  const performer = createTerminalPerformer(ADA, () => undefined);
  expect(await performer.perform(deliveryOf(card('Hello.')))).toEqual({ outcome: 'later', afterMs: 1_000 });
});

test('a card for somebody else is left to their terminal', async () => {
  const performer = createTerminalPerformer({ ...ADA, userId: 'bob' }, () => shown);
  expect(await performer.perform(deliveryOf(card('Hello.')))).toMatchObject({ outcome: 'later' });
});

test('a card is done once it was written, and a closed place needs no words', async () => {
  const performer = createTerminalPerformer(ADA, () => shown);
  const delivery = deliveryOf(card('Hello.'));
  expect(await performer.perform(delivery)).toEqual({ outcome: 'done' });
  expect(await performer.perform({ ...delivery, order: { kind: 'close' } })).toEqual({ outcome: 'done' });
  expect(
    await performer.perform({ ...delivery, order: { kind: 'bell', key: 'k', dueAt: '' } }),
  ).toMatchObject({ outcome: 'refused' });
});

test('stamps rise when the clock is set back', () => {
  const clock = ['2027-03-28T01:59:59Z', '2027-03-28T00:00:00Z', '2027-03-28T03:00:00Z'];
  const stamp = createStamps(() => new Date(clock.shift() ?? ''));
  const stamps = [stamp(), stamp(), stamp()];
  expect([...stamps].sort()).toEqual(stamps);
  expect(new Set(stamps).size).toBe(3);
});
