import { describe, expect, test } from 'vitest';
import { dateInWords, inWords, momentInWords } from '../../src/reminders/in-words.ts';
import type { Recurrence } from '../../src/reminders/recurrence.ts';

const BERLIN = 'Europe/Berlin';
const from = '2026-12-01';

function told(recurrence: Recurrence): string {
  return inWords({ kind: 'recurrence', recurrence }, BERLIN);
}

describe('what recurs', () => {
  test.each<[string, Recurrence]>([
    [
      'every weekday at 8:30 (Europe/Berlin)',
      { each: 'week', every: 1, days: [1, 2, 3, 4, 5], times: ['08:30'], from },
    ],
    [
      'every Monday and Thursday at 8:30 and 18:00 (Europe/Berlin)',
      { each: 'week', every: 1, days: [1, 4], times: ['08:30', '18:00'], from },
    ],
    [
      'every two weeks on Tuesday at 9:00, counted from Tuesday 1 December 2026 (Europe/Berlin)',
      { each: 'week', every: 2, days: [2], times: ['09:00'], from },
    ],
    ['every day at 0:00 (Europe/Berlin)', { each: 'day', every: 1, times: ['00:00'], from }],
    [
      'every 10 days at 9:00, counted from Tuesday 1 December 2026 (Europe/Berlin)',
      { each: 'day', every: 10, times: ['09:00'], from },
    ],
    [
      'on the first Tuesday of each month at 9:00 (Europe/Berlin)',
      { each: 'month', every: 1, on: { nth: 1, weekday: 2 }, times: ['09:00'], from },
    ],
    [
      'on the last Friday of each month at 17:00 (Europe/Berlin)',
      { each: 'month', every: 1, on: { nth: -1, weekday: 5 }, times: ['17:00'], from },
    ],
    [
      'on the 22nd of each month at 9:00 (Europe/Berlin)',
      { each: 'month', every: 1, on: { date: 22 }, times: ['09:00'], from },
    ],
    [
      'on the 11th of each month at 9:00 (Europe/Berlin)',
      { each: 'month', every: 1, on: { date: 11 }, times: ['09:00'], from },
    ],
    [
      'on the 31st, or the last day of a shorter one, of each month at 9:00 (Europe/Berlin)',
      { each: 'month', every: 1, on: { date: 31 }, times: ['09:00'], from },
    ],
  ])('%s', (words, recurrence) => expect(told(recurrence)).toBe(words));
});

test('one moment has its weekday, its date in words, its time and its zone', () => {
  const moment = { kind: 'at' as const, at: '2027-03-12T07:30:00.000Z', wall: '2027-03-12T08:30' };
  expect(inWords({ kind: 'moment', moment }, BERLIN)).toBe(
    'once, Friday 12 March 2027 at 8:30 (Europe/Berlin)',
  );
});

test('the same instant is another day elsewhere', () => {
  expect(momentInWords('2026-11-30T07:30:00Z', BERLIN)).toBe('Monday 30 November 2026, 8:30');
  expect(momentInWords('2026-11-30T07:30:00Z', 'Pacific/Honolulu')).toBe('Sunday 29 November 2026, 21:30');
});

test('an interview is named with its weekday', () => {
  expect(inWords({ kind: 'interview', date: '2027-03-20' }, BERLIN)).toContain('Saturday 20 March 2027');
  expect(inWords({ kind: 'adaptive', time: '19:00' }, BERLIN)).toContain('at 19:00 (Europe/Berlin)');
});

test('a leap day has a name', () => expect(dateInWords('2028-02-29')).toBe('Tuesday 29 February 2028'));
