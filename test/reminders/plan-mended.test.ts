import { expect, test } from 'vitest';
import { planner } from './plan-kit.ts';

/** What the properties found, each as somebody met it. */

test('back after two that were due, one reminder names both', () => {
  const ada = planner('2026-11-27T15:00:00Z');
  ada.plans('tomorrow 9:00');
  ada.plans('tomorrow 13:30');
  ada.awayUntil('2026-11-28T13:00:00Z');
  expect(ada.reminded).toHaveLength(3);
  expect(ada.lastReminder()).toContain(
    'Saturday 28 November 2026, 9:00 and for Saturday 28 November 2026, 13:30',
  );
  expect(ada.next()).toBeUndefined();
});

test('where the first is too late, the one after it that is not still comes', () => {
  const ada = planner('2026-11-27T15:00:00Z');
  ada.plans('tomorrow 9:00');
  ada.plans('tomorrow 16:00');
  ada.awayUntil('2026-11-28T15:30:00Z');
  ada.until('2026-11-28T15:30:00Z');
  expect(ada.reminded).toHaveLength(3);
  expect(ada.lastReminder()).toContain('Not sent, since I was away: Saturday 28 November 2026, 9:00');
});

test('one that waits for the morning holds up none that was named for the night', () => {
  const ada = planner('2026-11-27T15:00:00Z');
  ada.plans('daily 20:30');
  ada.plans('tomorrow 6:30');
  ada.awayUntil('2026-11-27T21:00:00Z');
  ada.until('2026-11-28T08:00:00Z');
  expect(ada.reminded.at(-1)?.at).toBe('2026-11-28T05:30:00.000Z');
  expect(ada.lastReminder()).toContain('Friday 27 November 2026, 20:3');
});

test('the rehearsal stays on the day before, also where its time is in the quiet hours of the evening', () => {
  const ada = planner('2027-03-01T10:00:00Z');
  // Its steps come at the time of the rhythm.
  ada.plans('every Sunday 22:00');
  ada.plans('interview on 3 March 2027');
  ada.until('2027-03-02T12:00:00Z');
  const wall = ada.plan()?.next;
  expect(wall?.reason).toEqual({ kind: 'interview', what: 'rehearsal' });
  expect(wall?.at).toMatch(/^2027-03-02T19:5/);
});

test('what was named to the minute comes also while the rhythm rests', () => {
  const ada = planner('2026-11-27T15:00:00Z');
  ada.plans('daily 9:00');
  ada.plans('20 December 2026 15:00');
  ada.until('2026-12-19T00:00:00Z');
  expect(ada.lastReminder()).toContain('quiet now');
  ada.until('2026-12-31T00:00:00Z');
  expect(ada.reminded.at(-1)?.at).toBe('2026-12-20T14:00:00.000Z');
});

test('one put off in a pause comes, since it was chosen', () => {
  const ada = planner('2026-11-27T15:00:00Z');
  ada.plans('daily 9:00');
  ada.until('2026-11-28T08:10:00Z');
  ada.asks('pause 1 week');
  expect(ada.presses('snooze-1h')).toContain('You paused until');
  expect(ada.next()).toBe('2026-11-28T09:10:00.000Z');
});

test('after the clock was set back what is asked for now still comes', () => {
  const ada = planner('2026-11-27T15:00:00Z');
  ada.plans('daily 9:00');
  ada.until('2026-11-28T08:30:00Z');
  ada.setClock('2026-11-28T05:00:00Z');
  ada.plans('in 30 minutes');
  expect(ada.next()).toBe('2026-11-28T05:30:00.000Z');
});

test('a missed one that waits to be said is kept while its plan is found anew, and is not said at night', () => {
  const ada = planner('2026-11-27T15:00:00Z');
  ada.plans('tomorrow 9:00');
  ada.awayUntil('2026-11-28T23:30:00Z');
  ada.happens({ type: 'replanned' });
  expect(ada.next()).toBe('2026-11-29T07:00:00.000Z');
  ada.awayUntil('2026-11-29T23:00:00Z');
  expect(ada.reminded).toHaveLength(1);
  ada.until('2026-11-30T12:00:00Z');
  expect(ada.reminded.at(-1)?.at).toBe('2026-11-30T07:00:00.000Z');
});
