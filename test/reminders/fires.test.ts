import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { fires } from '../../src/reminders/fires.ts';
import { USUAL_QUIET_HOURS } from '../../src/reminders/recurrence.ts';
import type { Wish } from '../../src/reminders/when/when-read.ts';

const NEW_YORK = 'America/New_York';

function first(count: number, wish: Wish, zone: string, from: string, quiet = USUAL_QUIET_HOURS): string[] {
  const found: string[] = [];
  for (const at of fires(wish, zone, Temporal.Instant.from(from), { quiet })) {
    found.push(at.toString({ smallestUnit: 'minute' }));
    if (found.length === count) break;
  }
  return found;
}

const daily = (...times: string[]): Wish => ({
  kind: 'recurrence',
  recurrence: { each: 'day', every: 1, times, from: '2027-01-01' },
});

test('what recurs at night comes when the night is over, and two of one night come as one', () => {
  expect(first(3, daily('07:00', '08:00', '22:00'), 'UTC', '2027-06-01T00:00Z')).toEqual([
    '2027-06-01T08:00Z',
    '2027-06-02T08:00Z',
    '2027-06-03T08:00Z',
  ]);
});

test('an end that a gap moved past a later time leaves both, in order', () => {
  const quiet = { from: '21:00', to: '02:30' };
  expect(first(3, daily('01:50', '03:10'), NEW_YORK, '2027-03-14T05:00Z', quiet)).toEqual([
    '2027-03-14T07:10Z',
    '2027-03-14T07:30Z',
    '2027-03-15T06:30Z',
  ]);
});

test('a single moment keeps its time in quiet hours, and is over once it is past', () => {
  const wish: Wish = {
    kind: 'moment',
    moment: { kind: 'at', at: '2027-06-01T23:00:00.000Z', wall: '2027-06-01T23:00' },
  };
  expect(first(5, wish, 'UTC', '2027-06-01T00:00Z')).toEqual(['2027-06-01T23:00Z']);
  expect(first(5, wish, 'UTC', '2027-06-01T23:00Z')).toEqual(['2027-06-01T23:00Z']);
  expect(first(5, wish, 'UTC', '2027-06-01T23:01Z')).toEqual([]);
});

test('a plan whose spacing is the coach’s begins tomorrow, and comes daily until they practise', () => {
  const wish: Wish = { kind: 'adaptive', time: '19:30' };
  expect(first(2, wish, 'Europe/Berlin', '2027-03-26T23:30Z')).toEqual([
    '2027-03-28T17:30Z',
    '2027-03-29T17:30Z',
  ]);
});

test('the way to an interview ends the day after it, with a rehearsal the day before', () => {
  const wish: Wish = { kind: 'interview', date: '2027-03-15', time: '09:00' };
  const way = first(20, wish, NEW_YORK, '2027-02-01T00:00Z');
  expect(way).toHaveLength(5);
  expect(way.slice(-2)).toEqual(['2027-03-14T13:00Z', '2027-03-16T13:00Z']);
});

test('the way to an interview tomorrow has no step whose time is past', () => {
  const wish: Wish = { kind: 'interview', date: '2027-03-16', time: '09:00' };
  expect(first(20, wish, 'UTC', '2027-03-15T08:00Z')).toEqual(['2027-03-15T09:00Z', '2027-03-17T09:00Z']);
  expect(first(20, wish, 'UTC', '2027-03-15T10:00Z')).toEqual(['2027-03-17T09:00Z']);
});

test('a step of the way to an interview at the very instant it is counted from is one of it, as with what recurs', () => {
  const wish: Wish = { kind: 'interview', date: '2027-03-16', time: '09:00' };
  expect(first(20, wish, 'UTC', '2027-03-15T09:00Z')).toEqual(['2027-03-15T09:00Z', '2027-03-17T09:00Z']);
  expect(first(20, wish, 'UTC', '2027-03-15T09:00:00.001Z')).toEqual(['2027-03-17T09:00Z']);
  const midnight: Wish = { kind: 'interview', date: '2027-03-16', time: '00:00' };
  const none = { from: '00:00', to: '00:00' };
  expect(first(1, midnight, 'UTC', '2027-03-15T00:00Z', none)).toEqual(['2027-03-15T00:00Z']);
});

test('a step in a gap is ahead until the wall has passed it', () => {
  const wish: Wish = { kind: 'interview', date: '2027-03-15', time: '02:30' };
  const none = { from: '00:00', to: '00:00' };
  expect(first(1, wish, NEW_YORK, '2027-03-14T07:30Z', none)).toEqual(['2027-03-14T07:30Z']);
  expect(first(1, wish, NEW_YORK, '2027-03-14T07:31Z', none)).toEqual(['2027-03-16T06:30Z']);
});

test('several days of a month come in the order of its days, and one that two of them mean comes once', () => {
  const wish: Wish = {
    kind: 'recurrence',
    recurrence: {
      each: 'month',
      every: 1,
      on: { nth: -1, weekday: 5 },
      also: [{ nth: 4, weekday: 5 }, { date: 3 }],
      times: ['09:00'],
      from: '2027-03-01',
    },
  };
  expect(first(6, wish, 'UTC', '2027-03-01T00:00Z').map((at) => at.slice(0, 10))).toEqual([
    ...['2027-03-03', '2027-03-26', '2027-04-03', '2027-04-23', '2027-04-30', '2027-05-03'],
  ]);
});
