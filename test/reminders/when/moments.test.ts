import { describe, expect, test } from 'vitest';
import { readWhen } from '../../../src/reminders/when/read-when.ts';
import { EARLY, LATE, meant, WEDNESDAY } from './said.ts';

describe('when it pays, and an interview', () => {
  test.each([
    ['adaptive', { kind: 'adaptive' }],
    ['whenever it pays', { kind: 'adaptive' }],
    ['smart', { kind: 'adaptive' }],
    ['adaptive 19:00', { kind: 'adaptive', time: '19:00' }],
    ['when it pays, at 7pm', { kind: 'adaptive', time: '19:00' }],
    ['interview on 20 March 2027', { kind: 'interview', date: '2027-03-20' }],
    ['interview 2027-03-20', { kind: 'interview', date: '2027-03-20' }],
    ['my interview is on March 20 at 10:00', { kind: 'interview', date: '2027-03-20' }],
    ['I have an interview on friday at 2pm', { kind: 'interview', date: '2026-11-27' }],
    ['interview tomorrow', { kind: 'interview', date: '2026-11-26' }],
    ['interview in 2 weeks', { kind: 'interview', date: '2026-12-09' }],
    ['interview today', { kind: 'interview', date: '2026-11-25' }],
  ])('%s', (words, wish) => expect(readWhen(words, WEDNESDAY)).toEqual({ read: 'wish', wish }));
});

describe('one moment', () => {
  test.each([
    ['in 2 hours', WEDNESDAY, 'once, Wednesday 25 November 2026 at 17:00'],
    ['in half an hour', WEDNESDAY, 'once, Wednesday 25 November 2026 at 15:30'],
    ['in 3 days', WEDNESDAY, 'once, Saturday 28 November 2026 at 15:00'],
    ['in 3 weeks at 9:00', WEDNESDAY, 'once, Wednesday 16 December 2026 at 9:00'],
    ['tomorrow 9am', WEDNESDAY, 'once, Thursday 26 November 2026 at 9:00'],
    ['today at 3:15', WEDNESDAY, 'once, Wednesday 25 November 2026 at 15:15'],
    ['tonight at 8', WEDNESDAY, 'once, Wednesday 25 November 2026 at 20:00'],
    ['at 9', EARLY, 'once, Wednesday 25 November 2026 at 9:00'],
    ['at 9', LATE, 'once, Thursday 26 November 2026 at 9:00'],
    ['at 16', WEDNESDAY, 'once, Wednesday 25 November 2026 at 16:00'],
    ['at 16', LATE, 'once, Thursday 26 November 2026 at 16:00'],
    ['Friday 9am', WEDNESDAY, 'once, Friday 27 November 2026 at 9:00'],
    ['on 12 March 8:30', WEDNESDAY, 'once, Friday 12 March 2027 at 8:30'],
    ['March 12th at 9', WEDNESDAY, 'once, Friday 12 March 2027 at 9:00'],
    ['2027-03-28 02:30', WEDNESDAY, 'once, Sunday 28 March 2027 at 3:30'],
    ['13/04/2027 9:00', WEDNESDAY, 'once, Tuesday 13 April 2027 at 9:00'],
    ['08:30', WEDNESDAY, 'once, Thursday 26 November 2026 at 8:30'],
    ['8:30', WEDNESDAY, 'once, Wednesday 25 November 2026 at 20:30'],
    ['tonight at midnight', WEDNESDAY, 'once, Thursday 26 November 2026 at 0:00'],
    ['tomorrow, 9am', WEDNESDAY, 'once, Thursday 26 November 2026 at 9:00'],
    ['friday afternoon at 3', WEDNESDAY, 'once, Friday 27 November 2026 at 15:00'],
    ['next working day 9:00', WEDNESDAY, 'once, Thursday 26 November 2026 at 9:00'],
    ['in a fortnight', WEDNESDAY, 'once, Wednesday 9 December 2026 at 15:00'],
    ['in two weeks', WEDNESDAY, 'once, Wednesday 9 December 2026 at 15:00'],
    ['please remind me to practice tomorrow 9am', WEDNESDAY, 'once, Thursday 26 November 2026 at 9:00'],
    ['tomorrow 9:00:00 pm', WEDNESDAY, 'once, Thursday 26 November 2026 at 21:00'],
    ['2027-03-14T09:00:00', WEDNESDAY, 'once, Sunday 14 March 2027 at 9:00'],
    ['in 1.5 hours', WEDNESDAY, 'once, Wednesday 25 November 2026 at 16:30'],
    ['in an hour and a half', WEDNESDAY, 'once, Wednesday 25 November 2026 at 16:30'],
    ['in a month', WEDNESDAY, 'once, Friday 25 December 2026 at 15:00'],
    ['monday next week at 9', WEDNESDAY, 'once, Monday 30 November 2026 at 9:00'],
    ['a week from friday 9:00', WEDNESDAY, 'once, Friday 4 December 2026 at 9:00'],
    ['on the 20th at 9', WEDNESDAY, 'once, Sunday 20 December 2026 at 9:00'],
    ['sat 03/04/2027 9:00', WEDNESDAY, 'once, Saturday 3 April 2027 at 9:00'],
    ['30.11. 9:00', WEDNESDAY, 'once, Monday 30 November 2026 at 9:00'],
    ['29 feb 9:00', WEDNESDAY, 'once, Tuesday 29 February 2028 at 9:00'],
    ['in 400 days', WEDNESDAY, 'once, Thursday 30 December 2027 at 15:00'],
    ['two days from now at 9:00', WEDNESDAY, 'once, Friday 27 November 2026 at 9:00'],
    ['9am tomorrow in Asia/Kolkata', WEDNESDAY, 'once, Thursday 26 November 2026 at 9:00 (Asia/Kolkata)'],
    ['tomorrow 8:30 new york time', WEDNESDAY, 'once, Thursday 26 November 2026 at 8:30 (America/New_York)'],
  ])('%s', (words, at, told) => expect(meant(words, at)).toBe(told));

  test('a wall time is that of the zone, and two hours are two hours, over a change of clocks', () => {
    const before = { now: '2027-03-27T22:00:00Z', zone: 'Europe/Berlin' };
    const at = (words: string) => {
      const read = readWhen(words, before);
      return read.read === 'wish' && read.wish.kind === 'moment' ? read.wish.moment.at : read.read;
    };
    expect(at('tomorrow 9:00')).toBe('2027-03-28T07:00:00.000Z');
    expect(at('in 6 hours')).toBe('2027-03-28T04:00:00.000Z');
    expect(at('in 5 hours and 30 minutes')).toBe('2027-03-28T03:30:00.000Z');
    expect(at('in 1 day')).toBe('2027-03-28T21:00:00.000Z');
  });
});
