import type { KnownBlock } from '@slack/types';
import { describe, expect, test } from 'vitest';
import { decodePress } from '../../../adapters/slack/press.ts';
import { type HomeModel, renderHome } from '../../../adapters/slack/render/home.ts';
import { quote, text } from '../../../src/card/card.ts';
import { judgingWordsIn } from '../../support/banned-words.ts';
import { parsedBySlack, refused, seen } from './seen.ts';

const HOME: HomeModel = {
  userId: 'U1',
  practices: [],
  progress: [],
  stories: undefined,
  settings: { tone: 'gentle', numbers: false, critic: 'the offline critic' },
  stored: ['Your answers, until you delete them.'],
};

const blocksOf = (home: HomeModel) => renderHome(home).blocks as KnownBlock[];
const shown = (home: HomeModel) => seen(blocksOf(home));

/** What can be pressed or picked, by what it does. */
function actionsOf(home: HomeModel): string[] {
  return blocksOf(home)
    .flatMap((block) => (block.type === 'actions' ? block.elements : []))
    .flatMap((element) => {
      if (element.type === 'button') return [element.value ?? ''];
      return element.type === 'static_select' ? (element.options ?? []).map(({ value = '' }) => value) : [];
    })
    .map((value) => {
      const press = decodePress(value);
      expect(press).toMatchObject({ userId: 'U1' });
      expect(press).not.toHaveProperty('sessionId');
      return press?.action ?? '';
    });
}

describe('the Home tab', () => {
  test('somebody new can begin, sets how I speak, and sees what is kept and how to delete it', () => {
    expect(actionsOf(HOME)).toEqual([
      'start',
      'remind',
      'settings:tone-gentle',
      'settings:tone-plain',
      'settings:tone-direct',
      'settings:numbers-on',
      'export',
      'erase',
    ]);
    expect(shown(HOME)).toContain('Your answers, until you delete them.');
    expect(refused(blocksOf(HOME), 'view')).toEqual([]);
    expect(judgingWordsIn(shown(HOME))).toEqual([]);
  });

  test('where somebody stands is said in a few sentences, with the way to all of it', () => {
    const home = { ...HOME, progress: ['Three weeks in a row.', 'Next to work on: Context.'] };
    expect(shown(home)).toContain('Your progress');
    for (const line of home.progress) expect(shown(home)).toContain(line);
    expect(actionsOf(home).slice(0, 2)).toEqual(['start', 'progress']);
    expect(refused(blocksOf(home), 'view')).toEqual([]);
    expect(shown(HOME)).not.toContain('progress');
  });

  test('the next reminder is said, with the way to all of them', () => {
    expect(shown(HOME)).toContain('None is planned.');
    const home = { ...HOME, reminder: 'Monday 30 November 2026, 8:30' };
    expect(shown(home)).toContain('The next: Monday 30 November 2026, 8:30.');
    expect(actionsOf(home)).toContain('remind');
    expect(refused(blocksOf(home), 'view')).toEqual([]);
  });

  test('an open practice goes on from here, with the way to its thread', () => {
    const open = { where: 'at 2 of 5, The Failure', link: 'https://ex.slack.com/archives/D1/p1' };
    const home = { ...HOME, open };
    expect(shown(home)).toContain('It is open, at 2 of 5, The Failure.');
    expect(JSON.stringify(blocksOf(home))).toContain(open.link);
    expect(actionsOf(home)[0]).toBe('resume');
    expect(actionsOf(home)).not.toContain('start');
  });

  test('stories, results and settings are there', () => {
    const home: HomeModel = {
      ...HOME,
      stories: [
        text('Your stories:'),
        { kind: 'list', items: [[quote('A YES ON THE PHONE'), ': one practice']] },
      ],
      practices: [{ number: 2, day: '1 March', line: 'Right story, one thing to fix.' }],
      settings: {
        tone: 'direct',
        numbers: true,
        wordsPerMinute: 130,
        role: 'WARD NURSE',
        critic: 'a language model',
      },
    };
    for (const words of [
      '"A YES ON THE PHONE": one practice',
      '2. 1 March: Right story, one thing to fix.',
      'My tone is direct',
      '"WARD NURSE"',
      '130 words a minute',
      'a language model',
    ])
      expect(shown(home)).toContain(words);
    expect(actionsOf(home)).toContain('settings:numbers-off');
    expect(JSON.stringify(blocksOf(home))).toContain(
      '"initial_option":{"text":{"type":"plain_text","text":"Direct"',
    );
  });

  test('two hundred practices and stories leave room for what is kept and how to delete it', () => {
    const home: HomeModel = {
      ...HOME,
      stories: Array.from({ length: 200 }, (_, index) => text(`story ${index}`)),
      practices: Array.from({ length: 200 }, (_, index) => ({
        number: 200 - index,
        day: '1 March',
        line: 'a line & more '.repeat(40),
      })),
      stored: Array.from({ length: 10 }, () => 'kept '.repeat(200)),
    };
    expect(refused(blocksOf(home), 'view')).toEqual([]);
    expect(actionsOf(home).slice(-2)).toEqual(['export', 'erase']);
    expect(shown(home)).toContain('And 180 older ones.');
  });

  test('nothing a person typed can wake anybody', () => {
    const nasty = '<!channel> <@U1> @here';
    const home: HomeModel = {
      ...HOME,
      open: { where: nasty },
      stories: [text(quote(nasty))],
      practices: [{ number: 1, day: nasty, line: nasty }],
      settings: { ...HOME.settings, role: nasty, critic: nasty },
      stored: [nasty],
    };
    expect(shown(home).split(nasty).length - 1).toBe(7);
    expect(parsedBySlack(blocksOf(home)).join('\n')).not.toMatch(/<!channel>|<@U1>|@here|mrkdwn/);
  });
});

test('where a language model is set up, one button does without it or takes it back', () => {
  const actionsWith = (modelReads?: boolean) =>
    JSON.stringify(
      renderHome({
        ...HOME,
        settings: { ...HOME.settings, ...(modelReads === undefined ? {} : { modelReads }) },
      }),
    );
  expect(actionsWith(true)).toContain('settings:critic-offline');
  expect(actionsWith(false)).toContain('settings:critic-model');
  expect(actionsWith()).not.toContain('settings:critic');
});
