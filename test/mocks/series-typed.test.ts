import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type TeamCommand, teamCommand } from '../../src/mocks/series/team-command.ts';
import { NOW, ZONE } from './series-kit.ts';

const SAID = { now: NOW, zone: ZONE };

function typed(words: string): TeamCommand | undefined {
  return teamCommand(words, SAID);
}

function problem(words: string): Extract<TeamCommand, { name: 'problem' }> {
  const read = typed(words);
  if (read?.name !== 'problem') throw new Error(`no problem: ${words}: ${JSON.stringify(read)}`);
  return read;
}

test.each([
  ['/practice-failure team list', { name: 'list' }],
  ['  TEAM  List ', { name: 'list' }],
  ['team', { name: 'help' }],
  ['/practice-failure team help', { name: 'help' }],
  ['team skip 2', { name: 'skip', number: 2 }],
  ['team cancel #3', { name: 'cancel', number: 3 }],
  ['team now', { name: 'now' }],
  ['team go on', { name: 'go-on' }],
  ['team end 1.', { name: 'end', number: 1 }],
  ['team stats', { name: 'stats', csv: false }],
  ['team stats 2 csv', { name: 'stats', number: 2, csv: true }],
  ['team edit 2', { name: 'edit', number: 2 }],
  ['team edit', { name: 'edit' }],
  ['team pause', { name: 'pause' }],
  ['team pause until 20 March', { name: 'pause', until: '2027-03-20' }],
  ['team pause for 2 weeks', { name: 'pause', until: '2027-03-15' }],
  ['team pause off', { name: 'pause', until: 'off' }],
  ['team skip me', { name: 'skip-me' }],
  ['team skip me 2', { name: 'skip-me', number: 2 }],
  ['team once', { name: 'once', zone: 'Europe/Berlin' }],
  ['team once off', { name: 'once', by: 'off', zone: 'Europe/Berlin' }],
  ['team once by Friday', { name: 'once', by: '2027-03-05T17:00:00.000Z', zone: 'Europe/Berlin' }],
  ['team once by tomorrow 9:30', { name: 'once', by: '2027-03-02T08:30:00.000Z', zone: 'Europe/Berlin' }],
  ['team avoid <@U123>', { name: 'avoid', whom: '<@U123>' }],
  ['team schedule', { name: 'schedule', zone: ZONE }],
  ['team edit 2 rounds 2', { name: 'edit', number: 2, change: { rounds: 2 } }],
  ['team edit title Friday stories', { name: 'edit', change: { title: 'Friday stories' } }],
  ['team edit 1 zone Tokyo', { name: 'edit', number: 1, change: { zone: 'Asia/Tokyo' } }],
] satisfies [string, TeamCommand][])('"%s" is read', (words, command) => {
  expect(typed(words)).toEqual(command);
});

test('a whole schedule is read from one line, whatever its order and letters', () => {
  expect(
    typed('/practice-failure team schedule weekly Thursday 15:00 in Tokyo async 3 days rounds 2'),
  ).toEqual({
    name: 'schedule',
    zone: 'Asia/Tokyo',
    mode: { kind: 'async', days: 3 },
    rounds: 2,
    when: {
      kind: 'recurring',
      recurrence: { each: 'week', every: 1, days: [4], times: ['15:00'], from: '2027-03-04' },
    },
  });
  expect(
    typed('team SCHEDULE Live "Stories on Friday" last Friday of the month 16:00 6 sessions for everyone'),
  ).toMatchObject({
    name: 'schedule',
    title: 'Stories on Friday',
    mode: { kind: 'live' },
    total: 6,
    who: 'channel',
    when: { recurrence: { each: 'month', on: { nth: -1, weekday: 5 }, times: ['16:00'] } },
  });
  expect(typed('team schedule 20 March 2027 15:00')).toMatchObject({
    when: { kind: 'once', moment: { wall: '2027-03-20T15:00' } },
  });
});

test('a change of the time is read as such, also where it begins with a day', () => {
  expect(typed('team edit 2 every two weeks on Friday 10:00')).toMatchObject({
    name: 'edit',
    number: 2,
    change: { when: { kind: 'recurring', recurrence: { every: 2, days: [5] } } },
  });
  expect(typed('team edit 20 March 15:00')).toMatchObject({
    name: 'edit',
    change: { when: { moment: { wall: '2027-03-20T15:00' } } },
  });
});

test.each([
  'Team spirit was low that year.',
  'team now works better',
  'Team edit was the thing I was bad at',
  'team schedule slipped by a month',
  'Teams list things',
  'team cancel culture',
  'I was in the team',
])('"%s" is an answer and no command', (words) => {
  expect(typed(words)).toBeUndefined();
});

test('behind the slash, what is no command is answered with what to type', () => {
  expect(problem('/practice-failure team banana').message).toContain('team help');
});

describe('what two people would read differently', () => {
  test('comes back as a question, with whole commands to choose from', () => {
    expect(problem('team schedule next Friday 15:00 live rounds 2')).toEqual({
      name: 'problem',
      message: 'Which of them?',
      choices: [
        { label: 'Friday 5 March 2027, 15:00', words: 'team schedule 2027-03-05 15:00 live rounds 2' },
        { label: 'Friday 12 March 2027, 15:00', words: 'team schedule 2027-03-12 15:00 live rounds 2' },
      ],
    });
    expect(problem('team schedule 03/04/2027 15:00').choices.map(({ words }) => words)).toEqual([
      'team schedule 2027-04-03 15:00',
      'team schedule 2027-03-04 15:00',
    ]);
    expect(problem('team edit 2 every Thursday at 3').choices[1]?.words).toBe(
      'team edit 2 every thursday 15:00',
    );
  });

  test('each choice is a command that is read without asking again', () => {
    for (const words of [
      'weekly',
      'next Friday',
      '03/04/2027',
      'weekly Thursday',
      'Mon/Thu 15:00',
      'every thursday 9am IST',
    ])
      for (const choice of problem(`team schedule ${words} async 2 days`).choices)
        expect([choice.words, typed(choice.words)?.name]).toEqual([choice.words, 'schedule']);
  });
});

describe('what cannot be', () => {
  test('a date that does not exist: the nearest that do', () => {
    const { message, choices } = problem('team schedule 31 April 2027 15:00');
    expect(message).toBe('There is no 31 April 2027. The nearest days there are:');
    expect(choices.map(({ words }) => words)).toEqual([
      'team schedule 2027-04-30 15:00',
      'team schedule 2027-05-01 15:00',
    ]);
    expect(problem('team schedule 30 February 2027 9:00').message).toContain('Name another date');
  });

  test('a time that is past', () => {
    expect(problem('team schedule yesterday 15:00').message).toContain('is past. Name a day that is ahead.');
  });

  test.each([
    'daily 9:00',
    'Mon/Thu 15:00',
    'every Thursday 10:00 and 15:00',
    'every 3 days 15:00',
    'every 2 hours',
  ])('more often than once a week: %s', (words) => {
    expect(problem(`team schedule ${words}`).message).toContain('once a week at most');
  });

  test('what is for one person alone', () => {
    expect(problem('team schedule when it pays').message).toContain('weekly Thursday 15:00');
    expect(problem('team schedule interview on 20 March 2027').message).toContain('the same for all');
    expect(problem('team schedule weekly Thursday 15:00 until May').message).toContain('6 sessions');
  });

  test('a zone that nobody knows, days, rounds and numbers beyond what there is', () => {
    expect(problem('team schedule weekly Thursday 15:00 in Europe/Nowhere').message).toContain(
      'Europe/Nowhere',
    );
    expect(problem('team edit 1 zone Atlantis').message).toContain('Name a city');
    expect(problem('team schedule weekly Thursday 15:00 async 9 days').message).toContain(
      'one to seven days',
    );
    expect(problem('team schedule weekly Thursday 15:00 async 0 days').message).toContain(
      'one to seven days',
    );
    expect(problem('team edit rounds 9').message).toContain('rounds 1');
    expect(problem('team edit 90 sessions').message).toContain('4 sessions');
  });
});

test('whatever is typed, it is read or it is none, and nothing speaks of reminders', () => {
  const word = fc.oneof(
    fc.constantFrom(
      'weekly',
      'Thursday',
      '15:00',
      'async',
      '9',
      'days',
      'in',
      'Berlin',
      'until',
      'rounds',
      'next',
      'every',
      '"',
      '2',
      'zone',
      'interview on',
    ),
    fc.string({ maxLength: 6 }),
  );
  fc.assert(
    fc.property(
      fc.constantFrom('schedule', 'edit', 'pause', 'skip', 'stats', ''),
      fc.array(word, { maxLength: 7 }),
      (verb, words) => {
        const read = typed(`/practice-failure team ${verb} ${words.join(' ')}`);
        if (read?.name === 'problem') expect(read.message).not.toMatch(/remind/iu);
      },
    ),
    { numRuns: process.env.FULL === '1' ? 5_000 : 150 },
  );
});

test('a title of nothing but white space is none', () => {
  for (const title of ['" "', 'title " "', 'called "\u00a0"', '“ ”'])
    expect(typed(`team schedule every Thursday 15:00 ${title}`)).not.toHaveProperty('title');
  expect(typed('team edit title " "')).toEqual({ name: 'edit' });
});

test('where no time is read, it is the time that is asked for', () => {
  for (const verb of ['schedule', 'edit'])
    expect(typed(`/practice-failure team ${verb} banana`)).toMatchObject({
      name: 'problem',
      message: expect.stringContaining(`no day and time in that. Type it anew, for example: team ${verb}`),
    });
});
