import { describe, expect, test } from 'vitest';
import { readWhen } from '../../../src/reminders/when/read-when.ts';
import { meant, WEDNESDAY } from './said.ts';

describe('what recurs', () => {
  test.each([
    ['every weekday 8:30', 'every weekday at 8:30'],
    ['weekdays at 8.30am', 'every weekday at 8:30'],
    ['8:30 every weekday', 'every weekday at 8:30'],
    ['0830 weekdays', 'every weekday at 8:30'],
    ['mon-fri 8:30', 'every weekday at 8:30'],
    ['every day at 7pm', 'every day at 19:00'],
    ['daily 02:30', 'every day at 2:30'],
    ['every morning 8:00', 'every day at 8:00'],
    ['daily at noon', 'every day at 12:00'],
    ['Mon/Thu 8:30', 'every Monday and Thursday at 8:30'],
    ['mon, wed and fri 18:00', 'every Monday, Wednesday and Friday at 18:00'],
    ['mondays and thursdays at 8', 'every Monday and Thursday at 8:00'],
    ['at 9 on tuesdays', 'every Tuesday at 9:00'],
    ['Mon 8:30 and 18:00', 'every Monday at 8:30 and 18:00'],
    ['weekdays 8:30, 13:00', 'every weekday at 8:30 and 13:00'],
    ['weekends 10:00', 'every Saturday and Sunday at 10:00'],
    [
      'every two weeks on Tuesday 9:00',
      'every two weeks on Tuesday at 9:00, counted from Tuesday 1 December 2026',
    ],
    ['every other Friday 17:00', 'every two weeks on Friday at 17:00, counted from Friday 27 November 2026'],
    ['fortnightly on monday 8:30', 'every two weeks on Monday at 8:30, counted from Monday 30 November 2026'],
    [
      'every 3 weeks mon/thu 8:30',
      'every three weeks on Monday and Thursday at 8:30, counted from Thursday 26 November 2026',
    ],
    [
      'every two weeks tue 9:00 starting 2027-03-01',
      'every two weeks on Tuesday at 9:00, counted from Tuesday 2 March 2027',
    ],
    ['every 2 days 9:00', 'every two days at 9:00, counted from Wednesday 25 November 2026'],
    ['first Tuesday of the month 9:00', 'on the first Tuesday of each month at 9:00'],
    ['last Friday 17:00', 'on the last Friday of each month at 17:00'],
    ['on the 15th of every month 9:00', 'on the 15th of each month at 9:00'],
    [
      'tuesday 9:00 every two weeks',
      'every two weeks on Tuesday at 9:00, counted from Tuesday 1 December 2026',
    ],
    ['every 2 tuesdays 9:00', 'every two weeks on Tuesday at 9:00, counted from Tuesday 1 December 2026'],
    ['biweekly tuesday 9:00', 'every two weeks on Tuesday at 9:00, counted from Tuesday 1 December 2026'],
    ['every other day 9:00', 'every two days at 9:00, counted from Wednesday 25 November 2026'],
    [
      'every day except sunday 9:00',
      'every Monday, Tuesday, Wednesday, Thursday, Friday and Saturday at 9:00',
    ],
    ['from monday to friday 8:30', 'every weekday at 8:30'],
    ['weekdays at 9 and 18', 'every weekday at 9:00 and 18:00'],
    ['weekdays 8h30', 'every weekday at 8:30'],
    ['half past eight on weekdays', 'every weekday at 8:30'],
    ['every evening at 7', 'every day at 19:00'],
    ['mondays in the evening at 7', 'every Monday at 19:00'],
    ['8 in the morning every weekday', 'every weekday at 8:00'],
    ['remind me every day at 9, please', 'every day at 9:00'],
    ['every first tuesday 9:00', 'on the first Tuesday of each month at 9:00'],
    ['1st tuesday 9:00', 'on the first Tuesday of each month at 9:00'],
    ['last friday of every month at 5pm', 'on the last Friday of each month at 17:00'],
    ['monthly on the 1st at 9', 'on the 1st of each month at 9:00'],
    [
      'every 3 months on the 15th 9:00',
      'on the 15th of every three months at 9:00, counted from Tuesday 15 December 2026',
    ],
    [
      'every 2 weeks 9:00 from 1 March 2027',
      'every two weeks on Monday at 9:00, counted from Monday 1 March 2027',
    ],
    ['alternate Mondays 9:00', 'every two weeks on Monday at 9:00, counted from Monday 30 November 2026'],
    [
      'alternate weeks on Mon 9:00',
      'every two weeks on Monday at 9:00, counted from Monday 30 November 2026',
    ],
    [
      'mondays on alternate weeks 9:00',
      'every two weeks on Monday at 9:00, counted from Monday 30 November 2026',
    ],
    ['alternate days 9:00', 'every two days at 9:00, counted from Wednesday 25 November 2026'],
    ['every other evening at 7', 'every two days at 19:00, counted from Wednesday 25 November 2026'],
    ['every 3rd day 9:00', 'every three days at 9:00, counted from Wednesday 25 November 2026'],
    ['first and third Tuesday of the month 9:00', 'on the first and third Tuesday of each month at 9:00'],
    ['1st & 3rd Tuesday 9:00', 'on the first and third Tuesday of each month at 9:00'],
    [
      'first Monday and last Friday of the month 9:00',
      'on the first Monday and last Friday of each month at 9:00',
    ],
    ['the 1st and 15th of every month 9:00', 'on the 1st and 15th of each month at 9:00'],
    [
      'second and fourth Monday of every 2 months 9:00',
      'on the second and fourth Monday of every two months at 9:00, counted from Monday 14 December 2026',
    ],
    ['business days 9:00', 'every weekday at 9:00'],
    ['working days 9:00', 'every weekday at 9:00'],
    ['workdays 9:00', 'every weekday at 9:00'],
    ['every working day 9:00', 'every weekday at 9:00'],
    ['M/W/F 9:00', 'every Monday, Wednesday and Friday at 9:00'],
    ['MWF at 9', 'every Monday, Wednesday and Friday at 9:00'],
    ['T/Th 18:00', 'every Tuesday and Thursday at 18:00'],
    ['TTh 18', 'every Tuesday and Thursday at 18:00'],
    ['Mo, We and Fr 9:00', 'every Monday, Wednesday and Friday at 9:00'],
    ['m to f 8:30', 'every weekday at 8:30'],
    ['MTWTF 8:30', 'every weekday at 8:30'],
    ['daily 9:00:00', 'every day at 9:00'],
    ['7 times a week 9:00', 'every day at 9:00'],
    ['twice a week on Mon and Thu 9:00', 'every Monday and Thursday at 9:00'],
    ['can you remind me to practise every weekday at 8:30?', 'every weekday at 8:30'],
    ['I want to be reminded every Tuesday 9:00', 'every Tuesday at 9:00'],
    ['could you remind me on Mondays at 9', 'every Monday at 9:00'],
    ["I'd like a reminder to practise my failure story on Mondays at 9", 'every Monday at 9:00'],
    ['mon/thu 8:30 Europe/Berlin', 'every Monday and Thursday at 8:30'],
    ['daily at noon london time', 'every day at 12:00 (Europe/London)'],
    ['last day of the month 18:00', 'on the 31st, or the last day of a shorter one, of each month at 18:00'],
  ])('%s', (words, told) => expect(meant(words)).toBe(told));

  test('every two weeks counts from the first matching day on or after its start, though its time is past', () => {
    expect(meant('every two weeks on Wednesday 9:00')).toContain('counted from Wednesday 25 November 2026');
  });
});

test.each([
  ['weekdays 1:30', '01:30'],
  ['daily 02:30', '02:30'],
  ['sundays 2:15', '02:15'],
  ['daily at 12:30', '12:30'],
])('%s: with minutes it is what it says, in 24 hours', (words, time) => {
  const read = readWhen(words, WEDNESDAY);
  expect(read.read === 'wish' && read.wish.kind === 'recurrence' && read.wish.recurrence.times).toEqual([
    time,
  ]);
});

test.each([
  ['weekdays 8:30 from 1 March 2027', '2027-03-01'],
  ['weekdays 8:30 starting 2027-03-01', '2027-03-01'],
  ['every tuesday 9:00 from 1 March 2027', '2027-03-02'],
  ['every two weeks on tuesday 9:00 from 2026-11-10', '2026-11-10'],
  ['weekdays 8:30 from tomorrow', '2026-11-26'],
  ['on mondays at 9 from next week', '2026-11-30'],
  ['daily 8:30', '2026-11-25'],
  ['daily 8:30 Pacific/Kiritimati', '2026-11-26'],
])('%s counts from %s', (words, from) => {
  const read = readWhen(words, WEDNESDAY);
  expect(read.read === 'wish' && read.wish.kind === 'recurrence' && read.wish.recurrence.from).toBe(from);
});
