import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readWhen } from '../../../src/reminders/when/read-when.ts';
import { WishSchema } from '../../../src/reminders/when/when-read.ts';
import { WEDNESDAY } from './said.ts';

test.each([
  'hello',
  'remind customers',
  'march',
  'constructor',
  '8:30 constructor',
  'first constructor 9:00',
  'M 9:00',
  'on T 9:00',
  'moth 9:00',
  'first and 9:00',
  'twice a constructor',
  'twice a week on Monday 9:00',
  'remind me to practise',
  'stop',
  '🙂🙂🙂',
  '\u0000',
  '',
  'x'.repeat(40_000),
  '8 '.repeat(20_000),
])('no time at all: %j', (words) => expect(readWhen(words, WEDNESDAY).read).toBe('unread'));

const pieces =
  `every|each|other|two|2|weeks|on|tuesday|tuesdays|mon/thu|mon-fri|9:00|18:00|08:30|at 3|at 9|at|tomorrow
today|tonight|next|this|friday|weekend|in|hours|minutes|days|months|years|and|half past|eight|first|second|last|of|the
month|quarter|30 February|31 April|03/04/2027|12/3|30.11.|2027-03-12|29 feb|from|until|1 March 2027|interview|IST|EST
gmt+2|in berlin|new york time|Europe/Berlin|UTC|25:00|noon|midnight|adaptive|daily|weekdays|31st|,|morning|mornings
in the evening|night|except|sunday|now|yesterday|a week|later|from now|twice a|once a|monthly|fortnightly|9999|0|-5|2050
to|🙂|§|remind me|every 15 minutes|pm|20th|0830|1h30|9-17|adaptive at 3|every week|every month
alternate|M/W/F|TTh|m-f|first and third|1st and 15th|9:00:30|9:00:00|working days|times a|twice|3x|to practise|can you remind me`
    .split(/[|\n]/u)
    .map((piece) => piece.trim());
const sentences = fc.oneof(
  fc.string({ maxLength: 80 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 6 }).map((words) => words.join(' ')),
);
const instants = fc.date({ min: new Date('2026-01-01'), max: new Date('2036-01-01'), noInvalidDate: true });
const zones = [
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'America/St_Johns',
  'Pacific/Apia',
  'Africa/Casablanca',
  'UTC',
];

test('whatever is typed, it never throws, never falls into the past, and each choice is read without asking again', () => {
  fc.assert(
    fc.property(sentences, instants, fc.constantFrom(...zones), (words, date, zone) => {
      const at = { now: date.toISOString(), zone };
      const read = readWhen(words, at);
      if (read.read === 'wish') {
        expect(WishSchema.safeParse(read.wish).success).toBe(true);
        if (read.wish.kind === 'moment')
          expect(Date.parse(read.wish.moment.at)).toBeGreaterThan(date.getTime());
      }
      if (read.read === 'ask') expect(read.choices.length).toBeGreaterThan(0);
      if ('choices' in read)
        for (const choice of read.choices)
          expect([choice.words, readWhen(choice.words, at).read]).toEqual([choice.words, 'wish']);
    }),
    { numRuns: 4_000 },
  );
}, 60_000);
