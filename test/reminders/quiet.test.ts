import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { isQuiet, outOfQuiet } from '../../src/reminders/quiet-hours.ts';
import { USUAL_QUIET_HOURS } from '../../src/reminders/recurrence.ts';

const NEW_YORK = 'America/New_York';
const at = (instant: string) => Temporal.Instant.from(instant);
const moved = (instant: string, zone: string, quiet: { from: string; to: string }) => {
  const out = outOfQuiet(at(instant), zone, quiet);
  expect(outOfQuiet(out, zone, quiet).equals(out), 'moved twice is moved once').toBe(true);
  return out.toString({ smallestUnit: 'minute' });
};

describe('quiet hours', () => {
  test('from the evening to the morning move both sides of midnight to the same end', () => {
    expect(moved('2027-06-01T21:00Z', 'UTC', USUAL_QUIET_HOURS)).toBe('2027-06-02T08:00Z');
    expect(moved('2027-06-02T07:59Z', 'UTC', USUAL_QUIET_HOURS)).toBe('2027-06-02T08:00Z');
  });

  test('leave the minute before them and their end alone', () => {
    expect(moved('2027-06-01T20:59Z', 'UTC', USUAL_QUIET_HOURS)).toBe('2027-06-01T20:59Z');
    expect(moved('2027-06-02T08:00Z', 'UTC', USUAL_QUIET_HOURS)).toBe('2027-06-02T08:00Z');
    expect(isQuiet(at('2027-06-02T08:00Z'), 'UTC', USUAL_QUIET_HOURS)).toBe(false);
  });

  test('within a day end on that day', () => {
    expect(moved('2027-06-01T12:30Z', 'UTC', { from: '12:00', to: '13:00' })).toBe('2027-06-01T13:00Z');
    expect(moved('2027-06-01T13:30Z', 'UTC', { from: '12:00', to: '13:00' })).toBe('2027-06-01T13:30Z');
  });

  test('that begin where they end are none', () => {
    expect(isQuiet(at('2027-06-01T00:00Z'), 'UTC', { from: '00:00', to: '00:00' })).toBe(false);
    expect(moved('2027-06-01T08:00Z', 'UTC', { from: '08:00', to: '08:00' })).toBe('2027-06-01T08:00Z');
  });

  test('are wall times: over a change of clocks they end at 8:00 all the same', () => {
    expect(moved('2027-03-14T04:30Z', NEW_YORK, USUAL_QUIET_HOURS)).toBe('2027-03-14T12:00Z');
    expect(moved('2027-11-07T04:30Z', NEW_YORK, USUAL_QUIET_HOURS)).toBe('2027-11-07T13:00Z');
  });

  test('that end in a gap end by its length later', () => {
    expect(moved('2027-03-14T06:30Z', NEW_YORK, { from: '21:00', to: '02:30' })).toBe('2027-03-14T07:30Z');
  });

  test('that end in a gap and begin again within it hold until the next day', () => {
    expect(moved('2027-03-14T06:30Z', NEW_YORK, { from: '03:00', to: '02:30' })).toBe('2027-03-15T06:30Z');
  });

  test('that end at a time that comes twice end with the first, and never before what they move', () => {
    const quiet = { from: '21:00', to: '01:30' };
    expect(moved('2027-11-07T05:15Z', NEW_YORK, quiet)).toBe('2027-11-07T05:30Z');
    expect(moved('2027-11-07T05:45Z', NEW_YORK, quiet)).toBe('2027-11-07T05:45Z');
    // 1:15 for the second time.
    expect(moved('2027-11-07T06:15Z', NEW_YORK, quiet)).toBe('2027-11-07T06:30Z');
  });

  test('that end on the day Apia left out end on the next', () => {
    // 22:00 on 29 December; the wall goes on to 31 December.
    expect(moved('2011-12-30T08:00Z', 'Pacific/Apia', USUAL_QUIET_HOURS)).toBe('2011-12-30T18:00Z');
  });
});
