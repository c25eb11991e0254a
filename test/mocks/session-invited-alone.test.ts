import { describe, expect, test } from 'vitest';
import { later } from '../../src/mocks/instants.ts';
import { STARTS_AT } from './machine.ts';
import { ADA, BEN, begunWith, CHLOE, filesOf, inChannel, playedSession, toldTo } from './session-kit.ts';

const HOUR_MS = 60 * 60_000;

/** Ada is invited by message and says nothing; Ben joins. */
function invited() {
  const session = playedSession();
  session.until(session.mock().announceAt);
  session.happens({ type: 'rostered', people: [ADA] });
  session.presses(BEN, 'join');
  return session;
}

describe('who was invited by message and has not answered', () => {
  test('hears of another time, and how to join; nothing is in their calendar to be moved', () => {
    const session = invited();
    const moved = session.happens({ type: 'moved', startsAt: later(STARTS_AT, HOUR_MS) });
    const [told, ...others] = toldTo(ADA, moved);
    expect(told).toContain('Thursday 4 March 2027, 17:00 (Europe/Berlin)');
    expect(told).toContain('You need not answer');
    expect(told).not.toMatch(/calendar|still in/u);
    expect(others).toEqual([]);
    expect(filesOf(moved)).toEqual([['ben', 'confirmed', 1]]);
    expect(session.presses(ADA, 'join').some(({ type }) => type === 'calendar')).toBe(true);
  });

  test.each(['cancelled', 'skipped'] as const)('hears that it is %s', (how) => {
    const off = invited().happens({ type: 'calledOff', how });
    expect(toldTo(ADA, off)).toEqual([expect.stringContaining('is called off')]);
    expect(toldTo(ADA, off).join()).not.toContain('calendar');
    expect(filesOf(off)).toEqual([['ben', 'cancelled', 1]]);
  });

  test('hears nothing of it after "not this time", nor where they cannot be written to', () => {
    const declined = invited();
    declined.presses(ADA, 'not-this');
    expect(toldTo(ADA, declined.happens({ type: 'moved', startsAt: later(STARTS_AT, HOUR_MS) }))).toEqual([]);
    expect(toldTo(ADA, declined.happens({ type: 'calledOff', how: 'cancelled' }))).toEqual([]);
    const shut = invited();
    shut.happens({ type: 'unreached', id: 'ada' });
    expect(toldTo(ADA, shut.happens({ type: 'calledOff', how: 'cancelled' }))).toEqual([]);
  });

  test('hears nothing once it runs: they waited for nothing', () => {
    const session = begunWith([BEN, CHLOE], invited());
    expect(toldTo(ADA, session.happens({ type: 'calledOff', how: 'cancelled' }))).toEqual([]);
  });
});

test('whoever joins while it runs is counted in the channel, and whoever had joined before is not counted twice', () => {
  const session = begunWith([ADA, BEN]);
  expect(inChannel(session.presses(CHLOE, 'join')).join()).toContain('3 so far');
  expect(inChannel(session.presses(CHLOE, 'join'))).toEqual([]);
  const waiting = playedSession();
  waiting.until(waiting.mock().announceAt);
  for (const one of [ADA, BEN, CHLOE]) waiting.presses(one, 'join');
  waiting.until(STARTS_AT);
  expect(inChannel(waiting.presses(ADA, 'here'))).toEqual([]);
});
