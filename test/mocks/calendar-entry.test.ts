import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import {
  CalendarEntrySchema,
  cancelledEntry,
  movedEntry,
  newEntry,
} from '../../src/mocks/calendar/calendar-entry.ts';
import { occurrences } from '../../src/reminders/occurrences.ts';
import { readCalendar } from '../support/calendar-program.ts';
import { fileFor } from '../support/calendar-story.ts';

const monday = { startsAt: '2027-03-08T15:00:00Z', endsAt: '2027-03-08T15:30:00Z' };
const tuesday = { startsAt: '2027-03-09T15:00:00Z', endsAt: '2027-03-09T15:30:00Z' };
const made = newEntry('abc', monday, '2027-03-01T09:00:00Z');

test('two changes within a second, or with the clock set back, have later stamps each', () => {
  const moved = movedEntry(made, tuesday, '2027-03-01T09:00:00.900Z');
  const back = movedEntry(moved, monday, '2027-02-28T00:00:00Z');
  const off = cancelledEntry(back, '2027-03-01T09:00:02.999Z');
  expect([made, moved, back, off].map(({ stampedAt }) => stampedAt)).toEqual([
    '2027-03-01T09:00:00Z',
    '2027-03-01T09:00:01Z',
    '2027-03-01T09:00:02Z',
    '2027-03-01T09:00:03Z',
  ]);
  expect([made, moved, back, off].map(({ sequence }) => sequence)).toEqual([0, 1, 2, 3]);
});

test('moving a session to when it already is changes nothing, however the instant is spelled', () => {
  const spelled = { startsAt: '2027-03-08T16:00:00.000+01:00', endsAt: '2027-03-08T15:30:00.500Z' };
  expect(movedEntry(made, spelled, '2027-03-02T09:00:00Z')).toBe(made);
});

test('a longer session at the same start is a change', () => {
  const longer = movedEntry(made, { ...monday, endsAt: '2027-03-08T16:00:00Z' }, '2027-03-02T09:00:00Z');
  expect(longer).toMatchObject({ uid: made.uid, sequence: 1, endsAt: '2027-03-08T16:00:00Z' });
});

test('a cancelled session is neither moved nor cancelled once more', () => {
  const off = cancelledEntry(made, '2027-03-02T09:00:00Z');
  expect(movedEntry(off, tuesday, '2027-03-03T09:00:00Z')).toBe(off);
  expect(cancelledEntry(off, '2027-03-03T09:00:00Z')).toBe(off);
  expect(off).toMatchObject({ ...monday, status: 'cancelled', sequence: 1 });
});

test('an entry is stored as it is', () => {
  for (const entry of [made, cancelledEntry(made, '2027-03-02T09:00:00Z')])
    expect(CalendarEntrySchema.parse(JSON.parse(JSON.stringify(entry)))).toEqual(entry);
});

test('a session id of any letters makes a UID without those that mean something in a calendar file', () => {
  const odd = newEntry('a:b;c,d\\e\nf ü', monday, '2027-03-01T09:00:00Z');
  expect(odd.uid).toMatch(/^mock-[\w%.-]+@[\w.-]+$/);
  expect(readCalendar(fileFor(odd, 0).text).uid).toBe(odd.uid);
});

test('four weekly sessions at 10:00 in New York stay at 10:00 there when the clocks change, each an entry of its own', () => {
  const mondays = { each: 'week', every: 1, days: [1], times: ['10:00'], from: '2027-03-01' } as const;
  const starts = [
    ...take(4, occurrences(mondays, 'America/New_York', Temporal.Instant.from(made.stampedAt))),
  ];
  const read = starts.map((start, index) => {
    const times = { startsAt: start.toString(), endsAt: start.add({ minutes: 30 }).toString() };
    return readCalendar(fileFor(newEntry(`series1n${index}`, times, made.stampedAt), 0).text);
  });
  expect(read.map(({ starts: shown }) => shown)).toEqual([
    '2027-03-01T15:00:00Z',
    '2027-03-08T15:00:00Z',
    '2027-03-15T14:00:00Z',
    '2027-03-22T14:00:00Z',
  ]);
  expect(read.map(({ ends }) => ends.slice(11))).toEqual([
    '15:30:00Z',
    '15:30:00Z',
    '14:30:00Z',
    '14:30:00Z',
  ]);
  expect(new Set(read.map(({ uid }) => uid)).size).toBe(4);
});

function* take<Of>(count: number, all: Iterable<Of>): Generator<Of> {
  let left = count;
  for (const one of all) {
    if (left === 0) return;
    left -= 1;
    yield one;
  }
}
