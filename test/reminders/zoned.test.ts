import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { instantAt, localDate, wallAt } from '../../src/reminders/zoned.ts';

describe('a wall time in a zone', () => {
  test.each([
    ['half an hour of Lord Howe that does not exist', 'Australia/Lord_Howe', '2026-10-04T02:15', '02:45'],
    ['an hour of New York that does not exist', 'America/New_York', '2027-03-14T02:30', '03:30'],
    ['two hours of Troll that do not exist', 'Antarctica/Troll', '2027-03-28T01:30', '03:30'],
    ['a midnight of Santiago that does not exist', 'America/Santiago', '2027-09-05T00:00', '01:00'],
    ['a midnight of Beirut that does not exist', 'Asia/Beirut', '2027-03-28T00:30', '01:30'],
    ['a midnight of Cairo that does not exist', 'Africa/Cairo', '2027-04-30T00:00', '01:00'],
  ])('moves by the length of the gap, on the same day: %s', (_, zone, wall, shown) => {
    expect(wallAt(instantAt(wall, zone), zone)).toBe(`${wall.slice(0, 10)}T${shown}`);
  });

  test('is the first of the two where it comes twice', () => {
    expect(instantAt('2027-11-07T01:30', 'America/New_York').toString()).toBe('2027-11-07T05:30:00Z');
    expect(instantAt('2027-04-04T01:45', 'Australia/Lord_Howe').toString()).toBe('2027-04-03T14:45:00Z');
  });

  test('of a day that was left out is the same time of the next', () => {
    expect(instantAt('2011-12-30T08:30', 'Pacific/Apia').toString()).toBe('2011-12-30T18:30:00Z');
    expect(localDate(Temporal.Instant.from('2011-12-30T18:30:00Z'), 'Pacific/Apia')).toBe('2011-12-31');
  });

  test('of a zone that is none throws', () => {
    expect(() => instantAt('2027-03-14T02:30', 'Nowhere/Land')).toThrow(RangeError);
  });
});
