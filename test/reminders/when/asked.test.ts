import { describe, expect, test } from 'vitest';
import { readWhen } from '../../../src/reminders/when/read-when.ts';
import { AFTER_MIDNIGHT, choices, LATE, meant, WEDNESDAY } from './said.ts';

describe('asked, not guessed', () => {
  test.each([
    ['03/04/2027 9:00', ['2027-04-03 09:00', '2027-03-04 09:00']],
    ['next Friday 9:00', ['2026-11-27 09:00', '2026-12-04 09:00']],
    ['weekdays', ['weekdays 08:30', 'weekdays 12:30', 'weekdays 18:00']],
    ['tomorrow at 3', ['2026-11-26 03:00', '2026-11-26 15:00']],
    ['daily at 3', ['daily 03:00', 'daily 15:00']],
    ['weekdays at 9 and 5', ['weekdays 05:00 and 09:00', 'weekdays 09:00 and 17:00']],
    ['12/3 9:00', ['2027-03-12 09:00', '2026-12-03 09:00']],
    ['daily 9:00 from 03/04/2027', ['daily 09:00 from 2027-04-03', 'daily 09:00 from 2027-03-04']],
    ['tuesday 30 november 2026 9:00', ['2026-11-30 09:00', '2026-12-01 09:00']],
    ['friday at midnight', ['2026-11-27 00:00', '2026-11-28 00:00']],
    ['tomorrow evening', ['2026-11-26 18:00', '2026-11-26 19:00', '2026-11-26 20:00']],
    ['tomorrow 9:00 and 18:00', ['2026-11-26 09:00', '2026-11-26 18:00']],
    ['this weekend 10:00', ['2026-11-28 10:00', '2026-11-29 10:00']],
    ['twice a week', ['mon/thu 08:30', 'tue/fri 08:30']],
    ['twice weekly', ['mon/thu 08:30', 'tue/fri 08:30']],
    ['3 times a week 9:00', ['mon/wed/fri 09:00', 'tue/thu/sat 09:00']],
    ['4x per week', ['mon/tue/thu/fri 08:30', 'mon/wed/fri/sun 08:30']],
    ['twice a month', ['1st and 15th of the month 08:30', 'first and third Monday of the month 08:30']],
    ['every other weekday 9:00', ['mon/wed/fri 09:00', 'every 2 weeks on weekdays 09:00']],
    ['every other Monday', ['08:30', '12:30', '18:00'].map((time) => `every other monday ${time}`)],
    ['today', ['2026-11-25 18:00', '2026-11-25 20:00']],
    [
      'weekdays IST',
      ['weekdays 08:30 Asia/Kolkata', 'weekdays 08:30 Asia/Jerusalem', 'weekdays 08:30 Europe/Dublin'],
    ],
    ['every second tuesday 9:00', ['every 2 weeks on tuesday 09:00', 'second tuesday of the month 09:00']],
    ['interview on 03/04/2027', ['interview on 2027-04-03', 'interview on 2027-03-04']],
  ])('%s', (words, offered) => {
    expect(readWhen(words, WEDNESDAY).read).toBe('ask');
    expect(choices(words)).toEqual(offered);
  });

  test('tomorrow, soon after midnight', () => {
    expect(choices('tomorrow 9:00', AFTER_MIDNIGHT)).toEqual(['2026-11-26 09:00', '2026-11-27 09:00']);
  });

  test('tonight, when it is over, is offered tomorrow', () => {
    expect(choices('tonight', LATE)).toEqual(['2026-11-26 20:00', '2026-11-26 21:00', '2026-11-26 22:00']);
    expect(choices('at 3', LATE)).toEqual(['2026-11-26 03:00', '2026-11-26 15:00']);
  });

  test('soon after midnight there is one day only, if the time of the other is past', () => {
    expect(meant('tomorrow 0:10', AFTER_MIDNIGHT)).toBe('once, Friday 27 November 2026 at 0:10');
  });

  test('an offset is a place only by summer time', () => {
    expect(choices('daily 9:00 gmt+2')).toContain('daily 9:00 Europe/Athens');
  });

  test('three letters that mean several zones: the own zone stands first', () => {
    const inIndia = { now: WEDNESDAY.now, zone: 'Asia/Kolkata' };
    const inIsrael = { now: WEDNESDAY.now, zone: 'Asia/Jerusalem' };
    expect(choices('9am IST', inIndia)[0]).toBe('9am Asia/Kolkata');
    expect(choices('9am IST', inIsrael)[0]).toBe('9am Asia/Jerusalem');
    expect(readWhen('9am IST', WEDNESDAY).read).toBe('ask');
  });

  test('a date is said in words, with its weekday', () => {
    const read = readWhen('03/04/2027 9:00', WEDNESDAY);
    expect(read.read === 'ask' && read.choices.map(({ label }) => label)).toEqual([
      'Saturday 3 April 2027, 9:00',
      'Thursday 4 March 2027, 9:00',
    ]);
  });
});

describe('refused, with what there is', () => {
  test.each([
    ['30 February 2027 9:00', ['2027-02-28 09:00', '2027-03-01 09:00']],
    ['31 April 9:00', ['2027-04-30 09:00', '2027-05-01 09:00']],
    ['2027-13-01 9:00', ['2027-12-01 09:00']],
    ['every 31 February 9:00', ['2027-02-28 09:00', '2027-03-01 09:00']],
    ['interview on 31 June 2027', ['interview on 2027-06-30', 'interview on 2027-07-01']],
    ['25:00', []],
    ['25:00:00', []],
    ['daily 9:00:30', ['daily 9:00']],
    ['tomorrow 9:00:30 pm', ['tomorrow 9:00 pm']],
    ['last working day of the month 17:00', []],
    ['1st, 2nd, 3rd, 4th, 5th, 6th and 7th of the month 9:00', []],
    ['1st and 32nd of the month 9:00', []],
    ['8 times a week', []],
    ['3 times a day', []],
    ['8:75', []],
    ['every 0 days 9:00', []],
    ['2020-01-01 9:00', ['2026-11-26 09:00', '2027-01-01 09:00']],
    ['2050-01-01 9:00', []],
    ['interview on 2020-01-01', []],
    ['interview on 2050-01-01', []],
    ['interview some day', []],
    ['yesterday 9:00', ['2026-11-26 09:00', '2027-11-24 09:00']],
    ['in 10000 years', []],
    ['in 0 minutes', []],
    ['now', []],
    ['daily 9:00 from 2090-01-01', []],
    ['every hour', []],
    ['every year on 12 March 9:00', []],
    ['daily 9:00 until 1 May', []],
    ['daily 1:00 and 23:00', ['daily 01:00', 'daily 23:00']],
    ['daily 8:30 and 9:30', ['daily 08:30', 'daily 09:30']],
  ])('%s', (words, offered) => {
    expect(readWhen(words, WEDNESDAY).read).toBe('refused');
    expect(choices(words)).toEqual(offered);
  });
});
