import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { slashIn } from '../../../adapters/slack/receive/slash-event.ts';
import { slashAsked } from '../../../adapters/slack/receive/slash-words.ts';
import { parseCommand } from '../../../src/conversation/commands.ts';
import { greatestFailure } from '../../../src/guide/questions/greatest-failure.ts';
import { countGraphemes } from '../../../src/text/graphemes.ts';

describe('the words after the slash command', () => {
  test.each(['', '  ', 'start', 'Start', 'begin', '"start"', 'start!', 'practice'])(
    '"%s" begins',
    (typed) => {
      expect(slashAsked(typed)).toEqual({ does: 'start' });
    },
  );

  test.each([
    ['help', 'help', 'help'],
    ['HELP!', 'help', 'help'],
    ['?', 'help', 'help'],
    ['“tips”', 'tips', 'tips'],
    ['tip', 'tips', 'tips'],
    ['`examples`', 'example', 'example'],
    ['\u00a0history ', 'history', 'history'],
    ['/help', 'help', 'help'],
    ['*stories*', 'stories', 'stories'],
    ['stories for Nurse', 'stories', 'stories for nurse'],
    ['stories   nurse', 'stories', 'stories for nurse'],
    ['story for R&amp;D lead', 'stories', 'stories for r&d lead'],
    ['settings', 'settings', 'settings'],
    ['settings, please', 'settings', 'settings'],
    ['show 2', 'show', 'show 2'],
    ['history 2', 'history', 'history 2'],
    ['progress', 'progress', 'progress'],
    ['show', 'show', 'show'],
  ])('"%s" looks at %s', (typed, word, command) => {
    expect(slashAsked(typed)).toEqual({ does: 'view', word, command });
  });

  test.each([
    ['settings tone plain', 'settings tone plain'],
    ['Settings Direct.', 'settings direct'],
    ['settings numbers on', 'settings numbers on'],
    ['settings shares off', 'settings shares off'],
    ['Settings shares on!', 'settings shares on'],
    ['export', 'export'],
    ['export my data', 'export'],
    ['resume 2', 'resume 2'],
    ['go on', 'resume'],
    ['continue', 'resume'],
    ['resume', 'resume'],
  ])('"%s" is a turn', (typed, text) => {
    expect(slashAsked(typed)).toEqual({ does: 'turn', text });
  });

  test.each(['delete my data', 'Delete-my-data', 'delete', '“delete my data”.'])('"%s" deletes', (typed) => {
    expect(slashAsked(typed)).toEqual({ does: 'erase' });
  });

  test.each([
    ['remind', 'remind'],
    ['Reminders', 'Reminders'],
    ['remind me at 8', 'remind me at 8'],
    ['remind  weekdays 8:30', 'remind weekdays 8:30'],
    ['interview 3 May', 'remind interview 3 May'],
    ['remind IST', 'remind set IST'],
    ['remind me Berlin', 'remind set Berlin'],
    [`remind ${'very '.repeat(30)}often`, 'remind'],
  ])('"%s" is about reminders, whatever follows', (typed, text) => {
    expect(slashAsked(typed)).toEqual({ does: 'remind', text });
  });

  test.each([
    ['team', 'team'],
    ['Team  list', 'Team list'],
    ['“team list”', 'team list'],
    ['team schedule weekly Thursday 15:00 "Our round"', 'team schedule weekly Thursday 15:00 "Our round"'],
  ])('"%s" is of team sessions, whatever follows', (typed, words) => {
    expect(slashAsked(typed)).toEqual({ does: 'team', text: `/practice-failure ${words}` });
  });

  test.each([
    ['histroy', 'history'],
    ['hlep', 'help'],
    ['seting', 'settings'],
    ['show my history', 'history'],
    ['please delete my data', 'delete my data'],
    ['delte', 'delete my data'],
    ['export as pdf', 'export'],
  ])('of "%s" it is guessed that %s was meant, and nothing is done', (typed, guess) => {
    expect(slashAsked(typed)).toEqual({ does: 'unknown', typed, guess });
  });

  test.each(['hi', 'no', 'I lost a client two years ago', 'toString', 'constructor'])(
    'of "%s" nothing is guessed',
    (typed) => {
      expect(slashAsked(typed)).toEqual({ does: 'unknown', typed });
    },
  );

  test('a role too long to be read ends at a word', () => {
    const asked = slashAsked(`stories for ${'senior '.repeat(20)}nurse`);
    expect(asked).toMatchObject({ does: 'view', word: 'stories' });
    expect(asked).toHaveProperty('command', expect.stringMatching(/^stories for (?:senior )*senior$/));
  });

  test('a long row of marks is read at once', () => {
    const marks = `a${'!'.repeat(39_000)}b`;
    for (let turn = 0; turn < 12; turn += 1) expect(slashAsked(marks)).toMatchObject({ does: 'unknown' });
  });

  test('whatever is typed, at most 40 characters come back, and what a view asks is a command to the core', () => {
    const piece = fc.constantFrom(
      'stories',
      'settings',
      'tips',
      'show',
      'for',
      '2',
      '👩🏽‍🍳',
      ' ',
      '&lt;',
      '<@U1>',
      '"',
      '-',
    );
    const anything = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(piece).map((all) => all.join(' ')),
    );
    fc.assert(
      fc.property(anything, (typed) => {
        const asked = slashAsked(typed);
        if (asked.does === 'unknown') expect(countGraphemes(asked.typed)).toBeLessThanOrEqual(40);
        if (asked.does === 'view')
          expect(parseCommand(asked.command, greatestFailure)?.name).toBe(asked.word);
      }),
    );
  });
});

describe('the form of a slash command', () => {
  const form = {
    token: 'gone',
    team_id: 'T1',
    team_domain: 'one',
    channel_id: 'C5',
    user_id: 'U1',
    user_name: 'ada',
    command: '/practice-failure',
    text: 'tips',
    is_enterprise_install: 'false',
    response_url: 'https://hooks.slack.com/commands/T1/1/x',
    trigger_id: '13.34.abc',
  };

  test('tells who asked for what, and each call has its own id', () => {
    expect(slashIn(form)).toEqual({
      eventId: 'slack-slash-U1-13.34.abc',
      person: { platform: 'slack', scope: 'T1', userId: 'U1' },
      installation: 'T1',
      command: '/practice-failure',
      text: 'tips',
      channel: 'C5',
      triggerId: '13.34.abc',
      responseUrl: 'https://hooks.slack.com/commands/T1/1/x',
    });
    expect(slashIn({ ...form, trigger_id: '14.34.abc' })?.eventId).not.toBe(slashIn(form)?.eventId);
  });

  test('a form without words asks for nothing more, and an organisation is home', () => {
    const { text: _text, ...bare } = form;
    const org = { ...bare, enterprise_id: 'E1', is_enterprise_install: 'true' };
    expect(slashIn(org)).toMatchObject({ text: '', installation: 'E1', person: { scope: 'E1' } });
    expect(slashIn({ ...form, user_id: undefined })).toBeUndefined();
  });
});
