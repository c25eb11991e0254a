import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { occurrences } from '../../src/reminders/occurrences.ts';
import type { Recurrence } from '../../src/reminders/recurrence.ts';
import { wallAt } from '../../src/reminders/zoned.ts';

/** The first `count`, as instants without seconds. */
function instants(recurrence: Recurrence, zone: string, from: string, count: number): string[] {
  return take(recurrence, zone, from, count).map((at) => at.toString({ smallestUnit: 'minute' }));
}

/** The first `count`, as the wall shows them. */
function walls(recurrence: Recurrence, zone: string, from: string, count: number): string[] {
  return take(recurrence, zone, from, count).map((at) => wallAt(at, zone));
}

function take(recurrence: Recurrence, zone: string, from: string, count: number): Temporal.Instant[] {
  const taken: Temporal.Instant[] = [];
  for (const at of occurrences(recurrence, zone, Temporal.Instant.from(from))) {
    taken.push(at);
    if (taken.length === count) break;
  }
  return taken;
}

const daily = (from: string, ...times: string[]): Recurrence => ({ each: 'day', every: 1, times, from });
const monthly = (on: Extract<Recurrence, { each: 'month' }>['on'], from: string, every = 1): Recurrence => ({
  each: 'month',
  every,
  on,
  times: ['09:00'],
  from,
});
const dates = (shown: readonly string[]) => shown.map((wall) => wall.slice(0, 10));

describe('a change of clocks', () => {
  test('8:30 in Berlin is 8:30 every day, before and after 28 March and 31 October 2027', () => {
    const at830 = daily('2027-01-01', '08:30');
    expect(instants(at830, 'Europe/Berlin', '2027-03-27T00:00Z', 3)).toEqual([
      '2027-03-27T07:30Z',
      '2027-03-28T06:30Z',
      '2027-03-29T06:30Z',
    ]);
    expect(instants(at830, 'Europe/Berlin', '2027-10-30T00:00Z', 3)).toEqual([
      '2027-10-30T06:30Z',
      '2027-10-31T07:30Z',
      '2027-11-01T07:30Z',
    ]);
  });

  test('1:30 in New York comes once on 7 November 2027, though the wall shows it twice', () => {
    expect(instants(daily('2027-01-01', '01:30'), 'America/New_York', '2027-11-06T12:00Z', 2)).toEqual([
      '2027-11-07T05:30Z',
      '2027-11-08T06:30Z',
    ]);
  });

  test('a time that comes twice is over once the first of them is', () => {
    const between = '2027-11-07T05:31Z';
    expect(instants(daily('2027-01-01', '01:30'), 'America/New_York', between, 1)).toEqual([
      '2027-11-08T06:30Z',
    ]);
  });

  test('2:30 in New York is 3:30 on 14 March 2027 and skips no day', () => {
    expect(walls(daily('2027-01-01', '02:30'), 'America/New_York', '2027-03-13T00:00Z', 3)).toEqual([
      '2027-03-13T02:30',
      '2027-03-14T03:30',
      '2027-03-15T02:30',
    ]);
  });

  test('two times that meet in a gap fire once, and those that pass each other come in order', () => {
    const meeting = daily('2027-01-01', '02:30', '03:30');
    expect(walls(meeting, 'America/New_York', '2027-03-14T05:00Z', 2)).toEqual([
      '2027-03-14T03:30',
      '2027-03-15T02:30',
    ]);
    const passing = daily('2027-01-01', '02:45', '03:15');
    expect(walls(passing, 'America/New_York', '2027-03-14T05:00Z', 3)).toEqual([
      '2027-03-14T03:15',
      '2027-03-14T03:45',
      '2027-03-15T02:45',
    ]);
  });

  test('a gap at the end of a day moves its time past the first of the next day, in order', () => {
    // Scoresbysund goes from 23:00 to 0:00.
    const both = daily('2033-01-01', '00:15', '23:45');
    expect(walls(both, 'America/Scoresbysund', '2033-03-26T12:00Z', 3)).toEqual([
      '2033-03-27T00:15',
      '2033-03-27T00:45',
      '2033-03-27T23:45',
    ]);
  });

  test('the day that Apia left out gives no instant twice, and skips none', () => {
    expect(walls(daily('2011-01-01', '08:30'), 'Pacific/Apia', '2011-12-29T00:00Z', 3)).toEqual([
      '2011-12-29T08:30',
      '2011-12-31T08:30',
      '2012-01-01T08:30',
    ]);
    const everyOther: Recurrence = { each: 'day', every: 2, times: ['08:30'], from: '2011-12-28' };
    expect(walls(everyOther, 'Pacific/Apia', '2011-12-28T00:00Z', 3)).toEqual([
      '2011-12-28T08:30',
      '2011-12-31T08:30',
      '2012-01-01T08:30',
    ]);
  });

  test('looked for within the day it was moved over, it is still found', () => {
    const fridays: Recurrence = {
      each: 'week',
      every: 1,
      days: [5],
      times: ['22:00'],
      from: '2011-12-01',
    };
    expect(walls(fridays, 'Pacific/Apia', '2011-12-31T07:00Z', 1)).toEqual(['2011-12-31T22:00']);
  });
});

describe('the calendar', () => {
  test('every two weeks counts from the week it began in, years later too', () => {
    const fortnightly: Recurrence = {
      each: 'week',
      every: 2,
      days: [4, 1],
      times: ['08:30'],
      from: '2027-03-04',
    };
    expect(dates(walls(fortnightly, 'Europe/Paris', '2027-01-01T00:00Z', 4))).toEqual([
      '2027-03-04',
      '2027-03-15',
      '2027-03-18',
      '2027-03-29',
    ]);
    const [later = ''] = dates(walls(fortnightly, 'Europe/Paris', '2047-01-01T00:00Z', 1));
    const weeks = Temporal.PlainDate.from('2027-03-01').until(later).days / 7;
    expect(Math.floor(weeks) % 2).toBe(0);
  });

  test('the first Tuesday and the last Friday are found in every month', () => {
    expect(
      dates(walls(monthly({ nth: 1, weekday: 2 }, '2027-01-01'), 'UTC', '2027-01-01T00:00Z', 3)),
    ).toEqual(['2027-01-05', '2027-02-02', '2027-03-02']);
    expect(
      dates(walls(monthly({ nth: -1, weekday: 5 }, '2027-01-01'), 'UTC', '2027-01-01T00:00Z', 3)),
    ).toEqual(['2027-01-29', '2027-02-26', '2027-03-26']);
  });

  test('a month without a fifth Monday is left out', () => {
    const fifth = monthly({ nth: 5, weekday: 1 }, '2027-01-01');
    expect(dates(walls(fifth, 'UTC', '2027-01-01T00:00Z', 3))).toEqual([
      '2027-03-29',
      '2027-05-31',
      '2027-08-30',
    ]);
  });

  test('the 31st is the last day of a shorter month, in leap years the 29th', () => {
    expect(dates(walls(monthly({ date: 31 }, '2028-01-31'), 'UTC', '2028-01-01T00:00Z', 4))).toEqual([
      '2028-01-31',
      '2028-02-29',
      '2028-03-31',
      '2028-04-30',
    ]);
  });

  test('29 February comes in leap years, and the 28th stands for it in others', () => {
    const yearly = monthly({ date: 29 }, '2027-02-01', 12);
    expect(dates(walls(yearly, 'UTC', '2027-01-01T00:00Z', 2))).toEqual(['2027-02-28', '2028-02-29']);
    expect(dates(walls(daily('2028-02-28', '09:00'), 'UTC', '2028-01-01T00:00Z', 3))).toEqual([
      '2028-02-28',
      '2028-02-29',
      '2028-03-01',
    ]);
  });

  test('every three months counts from the month it began in', () => {
    const quarterly = monthly({ date: 15 }, '2027-02-20', 3);
    expect(dates(walls(quarterly, 'UTC', '2027-01-01T00:00Z', 2))).toEqual(['2027-05-15', '2027-08-15']);
  });

  test('an instant that is asked for by itself is given: from is inclusive', () => {
    const at = '2027-03-10T13:30Z';
    expect(instants(daily('2027-01-01', '08:30'), 'America/New_York', at, 1)).toEqual([at]);
  });

  test('a plan of long ago is found', () => {
    expect(dates(walls(daily('1970-01-01', '09:00'), 'UTC', '2927-05-01T00:00Z', 1))).toEqual(['2927-05-01']);
  });

  test('a plan that comes every 28 years is found, and ends with the calendar, not with an error', () => {
    const rare = monthly({ nth: 5, weekday: 1 }, '2027-02-01', 12);
    expect(dates(walls(rare, 'UTC', '2027-01-01T00:00Z', 3))).toEqual([
      '2044-02-29',
      '2072-02-29',
      '2112-02-29',
    ]);
    expect(take(rare, 'UTC', '+274900-01-01T00:00Z', 100).length).toBeLessThan(10);
  });
});
