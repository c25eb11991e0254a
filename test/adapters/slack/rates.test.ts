import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  createRates,
  MESSAGES_A_CHANNEL,
  MESSAGES_A_MINUTE,
  NotNow,
} from '../../../adapters/slack/deliver/rates.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** How many of these go out now. */
async function through(tries: number, take: (at: number) => Promise<void>): Promise<number> {
  let taken = 0;
  for (let at = 0; at < tries; at += 1) {
    await take(at).then(
      () => {
        taken += 1;
      },
      (error: unknown) => expect(error).toBeInstanceOf(NotNow),
    );
  }
  return taken;
}

describe('the rates of Slack', () => {
  test('a person at their practice, two cards every four seconds, never waits', async () => {
    const rates = createRates();
    for (let turn = 0; turn < 50; turn += 1) {
      await rates.take('D1');
      await rates.take('D1');
      vi.advanceTimersByTime(4_000);
    }
  });

  test('a channel takes a short burst, then about one a second; other channels go on', async () => {
    const rates = createRates();
    expect(await through(20, () => rates.take('D1'))).toBe(MESSAGES_A_CHANNEL);
    expect(await through(1, () => rates.take('D2'))).toBe(1);
    let taken = 0;
    for (let second = 0; second < 60; second += 1) {
      vi.advanceTimersByTime(1_000);
      taken += await through(3, () => rates.take('D1'));
    }
    expect(taken).toBeLessThanOrEqual(65);
    expect(taken).toBeGreaterThanOrEqual(50);
  });

  test('a workspace takes several hundred a minute and no more', async () => {
    const rates = createRates();
    let taken = 0;
    for (let second = 0; second < 60; second += 1) {
      taken += await through(50, (at) => rates.take(`D${second}-${at}`));
      vi.advanceTimersByTime(1_000);
    }
    expect(taken).toBe(MESSAGES_A_MINUTE);
  });

  test('who has to wait is told until when', async () => {
    const rates = createRates();
    await through(MESSAGES_A_CHANNEL, () => rates.take('D1'));
    vi.advanceTimersByTime(2_000);
    await expect(rates.take('D1')).rejects.toMatchObject({ afterMs: 8_000 });
    vi.advanceTimersByTime(8_000);
    await rates.take('D1');
  });

  test('who does not get through takes no room from others, neither in the workspace nor in their channel', async () => {
    const rates = createRates(8, 2);
    expect(await through(9, () => rates.take('D1'))).toBe(2);
    expect(await through(1, () => rates.take('D2'))).toBe(0);
    vi.advanceTimersByTime(15_000);
    expect(await through(2, () => rates.take('D2'))).toBe(2);
  });

  test('a channel that Slack holds takes nothing until then; others do', async () => {
    const rates = createRates();
    rates.hold('D1', 30_000);
    vi.advanceTimersByTime(10_000);
    await expect(rates.take('D1')).rejects.toMatchObject({ afterMs: 20_000 });
    await rates.take('D2');
    vi.advanceTimersByTime(20_000);
    expect(rates.heldFor('D1')).toBe(0);
    await rates.take('D1');
  });
});
