import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inWords } from '../../../src/reminders/in-words.ts';
import { readWhen } from '../../../src/reminders/when/read-when.ts';

/** A Wednesday, 15:00 in Berlin. */
const WEDNESDAY = { now: '2026-11-25T14:00:00Z', zone: 'Europe/Berlin' };
const LATE = { now: '2026-11-25T22:30:00Z', zone: 'Europe/Berlin' };
const EARLY = { now: '2026-11-25T06:00:00Z', zone: 'Europe/Berlin' };
const AFTER_MIDNIGHT = { now: '2026-11-25T23:20:00Z', zone: 'Europe/Berlin' };

function meant(words: string, at = WEDNESDAY): string {
  const read = readWhen(words, at);
  if (read.read !== 'wish') return read.read;
  return inWords(read.wish, read.zone ?? at.zone).replace(' (Europe/Berlin)', '');
}

function choices(words: string, at = WEDNESDAY): string[] {
  const read = readWhen(words, at);
  return 'choices' in read ? read.choices.map((choice) => choice.words) : [];
}

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
    ['last day of the month 18:00', 'on the 31st, or the last day of a shorter one, of each month at 18:00'],
  ])('%s', (words, told) => expect(meant(words)).toBe(told));

  test('every two weeks counts from the first matching day on or after its start, though its time is past', () => {
    expect(meant('every two weeks on Wednesday 9:00')).toContain('counted from Wednesday 25 November 2026');
  });
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
    expect(at('in 1 day')).toBe('2027-03-28T21:00:00.000Z');
  });
});

describe('asked, not guessed', () => {
  test.each([
    ['03/04/2027 9:00', ['2027-04-03 09:00', '2027-03-04 09:00']],
    ['next Friday 9:00', ['2026-11-27 09:00', '2026-12-04 09:00']],
    ['weekdays', ['weekdays 08:30', 'weekdays 12:30', 'weekdays 18:00']],
    ['tomorrow at 3', ['2026-11-26 03:00', '2026-11-26 15:00']],
    ['every second tuesday 9:00', ['every 2 weeks on tuesday 09:00', 'second tuesday of the month 09:00']],
    ['interview on 03/04/2027', ['interview on 2027-04-03', 'interview on 2027-03-04']],
  ])('%s', (words, offered) => {
    expect(readWhen(words, WEDNESDAY).read).toBe('ask');
    expect(choices(words)).toEqual(offered);
  });

  test('tomorrow, soon after midnight', () => {
    expect(choices('tomorrow 9:00', AFTER_MIDNIGHT)).toEqual(['2026-11-26 09:00', '2026-11-27 09:00']);
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
    ['8:75', []],
    ['every 0 days 9:00', []],
    ['2020-01-01 9:00', ['2026-11-26 09:00', '2027-01-01 09:00']],
    ['2050-01-01 9:00', []],
    ['interview on 2020-01-01', []],
    ['daily 8:30 and 9:30', ['daily 08:30', 'daily 09:30']],
  ])('%s', (words, offered) => {
    expect(readWhen(words, WEDNESDAY).read).toBe('refused');
    expect(choices(words)).toEqual(offered);
  });
});

test.each(['hello', 'remind customers', '🙂🙂🙂', '\u0000', '', 'x'.repeat(40_000), '8 '.repeat(20_000)])(
  'no time at all: %j',
  (words) => expect(readWhen(words, WEDNESDAY).read).toBe('unread'),
);

const pieces = [
  ...[
    'every',
    'other',
    'two',
    'weeks',
    'on',
    'tuesday',
    'mon/thu',
    '9:00',
    'at',
    '3',
    'tomorrow',
    'next',
    'friday',
  ],
  ...[
    'in',
    '2',
    'hours',
    'first',
    'last',
    'of',
    'the',
    'month',
    '30 February',
    '03/04/2027',
    'from',
    '1 March 2027',
  ],
  ...[
    'interview',
    'IST',
    'Europe/Berlin',
    '25:00',
    'noon',
    'adaptive',
    'daily',
    'weekdays',
    '31st',
    'and',
    ',',
  ],
];
const sentences = fc.oneof(
  fc.string({ maxLength: 80 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((words) => words.join(' ')),
);
const instants = fc.date({ min: new Date('2026-01-01'), max: new Date('2036-01-01'), noInvalidDate: true });

test('whatever is typed, it never throws, never falls into the past, and each choice is read without asking again', () => {
  fc.assert(
    fc.property(
      sentences,
      instants,
      fc.constantFrom('Europe/Berlin', 'Australia/Lord_Howe', 'America/St_Johns'),
      (words, date, zone) => {
        const at = { now: date.toISOString(), zone };
        const read = readWhen(words, at);
        if (read.read === 'wish' && read.wish.kind === 'moment')
          expect(Date.parse(read.wish.moment.at)).toBeGreaterThan(date.getTime());
        if ('choices' in read)
          for (const choice of read.choices)
            expect([choice.words, readWhen(choice.words, at).read]).toEqual([choice.words, 'wish']);
      },
    ),
    { numRuns: 3_000 },
  );
});
