import { describe, expect, test } from 'vitest';
import { remindIn } from '../../src/conversation/remind-in.ts';

describe('a wish to be reminded', () => {
  test.each([
    'remind',
    'remind me',
    'Reminders, please',
    'please remind me',
    'Remind me sometimes.',
    'remind me to practise',
    'can you remind me to practise?',
    'could you remind me?',
    'Can you please remind me to practice my failure story?',
    'I want a reminder',
    "I'd like to be reminded",
    'I’d like reminders',
    'I want you to remind me',
    'set a reminder',
    'can I get a reminder?',
  ])('%s: when, they are asked', (message) => expect(remindIn(message)).toBe(''));

  test.each([
    ['can you remind me to practise every Monday at 9?', 'every Monday at 9'],
    ['please remind me to practice tomorrow 9am', 'tomorrow 9am'],
    ['can you remind me every weekday at 8:30 to practise?', 'every weekday at 8:30'],
    ['I want to be reminded every Tuesday 9:00', 'every Tuesday 9:00'],
    ['could you remind me on Mondays at 9?', 'on Mondays at 9'],
    ['set a reminder for tomorrow at 9', 'tomorrow at 9'],
    ['can you remind me every day at 9 Berlin time', 'every day at 9 Berlin time'],
    ['can you remind me at 9am IST?', 'at 9am IST'],
    ['can you remind me twice a week?', 'twice a week'],
    ['remind me to practise for my interview on 20 March', 'my interview on 20 March'],
    ['remind me to practise M/W/F at 9', 'M/W/F at 9'],
  ])('%s', (message, words) => expect(remindIn(message)).toBe(words));

  test.each([
    ...[
      'weekdays 8:30 Europe/Berlin',
      '8:30 new york time',
      'alternate Mondays 9:00',
      'MWF 9:00',
      'TTh 18:00',
    ],
    ...['first and third Tuesday of the month 9:00', 'business days 9:00', 'every 3rd day', '3 times a week'],
    ...['in a fortnight', 'in half an hour', '12 march', 'march 12th', '9', '9am', '03/04/2027 9:00'],
    ...[
      '9:00:30',
      'half past eight',
      'a week from friday 9:00',
      'at noon',
      'when it pays',
      'last Friday 17:00',
    ],
    ...['on', 'stop', 'stop please', 'skip the next one', 'yes', 'no', 'start', 'change', 'pause 2 weeks'],
    ...['quiet', 'quiet none', 'quiet 22:00-7:00', 'zone IST', 'set IST', 'asked They asked it', 'snooze'],
    ...['interview on 20 March 2027', 'me tomorrow', 'us every Monday at 9'],
  ])('remind %s', (words) => expect(remindIn(`remind ${words}`)).toBe(words));
});

test.each([
  'Remind customers earlier',
  'I want to remind people of the deadline',
  'Can you remind me what I said?',
  'Can you remind me of the question?',
  'Could you remind me when the deadline was?',
  'Would you remind me on what basis I decided?',
  'I want to be reminded of this every day',
  'I want to be reminded every day that it failed',
  'I need to be reminded that speed is not all',
  'I needed a reminder',
  'I set a reminder every Monday',
  'Set a reminder for the deadline',
  'Set a reminder every Monday to check dependencies',
  'Remind me to call the client',
  'Remind me never to do that again',
  'Remind me to practise with the team earlier',
  'Reminders went out weekly',
  'Reminders on Mondays helped',
  'Remind a colleague',
  'Remind marketing earlier',
  'Remind decision makers',
  'Remind every team',
  'Remind no one',
  'Remind 3 people',
  'Remind two people',
  'Remind the 5 owners',
  'Remind quiet people too',
  'Remind in writing',
  'Remind in a friendly way',
  'Remind on time',
  'Remind first, escalate second',
  'Remind once more',
  'Remind next in line',
])('%s: it is an answer', (message) => expect(remindIn(message)).toBeUndefined());

test('whatever is typed is looked through at once', () => {
  const started = performance.now();
  for (const piece of ['every ', 'remind me every first and ', 'a', 'm/', '9 ', 'hi ', 'to practise '])
    for (const lead of ['remind ', 'can you remind me ', 'I want to be reminded '])
      remindIn(`${lead}${piece.repeat(60)}`.slice(0, 100));
  expect(performance.now() - started).toBeLessThan(500);
});
