import { describe, expect, test } from 'vitest';
import { CardSchema } from '../../src/card/card.ts';
import { fallbackText } from '../../src/card/fallback.ts';
import { altOf } from '../../src/card/picture-alt.ts';
import { CRITICS_APART } from '../../src/card/progress-words.ts';
import type { Practised } from '../../src/progress/practised.ts';
import { progressCard, progressLines, progressPicture } from '../../src/progress/progress-card.ts';
import { judgingWords } from '../support/banned-words.ts';
import { guide, judged, MODEL, practised, progressOn, scores } from './practised.ts';

function shown(practices: readonly Practised[], numbers = false, isUnderWay = false) {
  const blocks = progressCard(progressOn(practices), guide, { numbers, isUnderWay });
  return CardSchema.parse({ v: 1, blocks, buttons: [], asks: 'nothing' });
}

const words = (practices: readonly Practised[], numbers = false) => fallbackText(shown(practices, numbers));

const away = { stoodIn: 'the model was away' };
/** Five practices with the model; it was down in the third. */
const FIVE = [
  practised(8, { judged: [judged([0, 1, 1, 0, 0], { ...MODEL, pitfalls: ['trivial'] })], runs: [70] }),
  practised(12, { judged: [judged([1, 1, 1, 0, 0], MODEL)], own: scores(1, 1, 2, 1, 1) }),
  practised(16, { judged: [judged([2, 2, 2, 2, 2], away)] }),
  practised(24, { judged: [judged([1, 1, 1, 0, 1], MODEL)], own: scores(2, 2, 1, 1, 1) }),
  practised(30, { judged: [judged([1, 2, 1, 0, 1], { ...MODEL, pitfalls: ['no-growth'] })], runs: [100] }),
];

describe('before the first practice', () => {
  test('it is kind, and says how little a practice takes', () => {
    expect(words([])).toBe('Nothing to show yet. Your first practice takes about 12 minutes.');
    expect(progressLines(progressOn([]), guide, false)).toEqual([]);
  });

  test('in the middle of it, what is to come is said', () => {
    expect(fallbackText(shown([practised(1)], false, true))).toBe(
      'Nothing to show yet. It comes with your first critique.',
    );
  });
});

describe('the words', () => {
  test('say all of it', () => {
    const said = words(FIVE, true);
    for (const part of [
      '4 weeks in a row. 5 practices so far, about 3 minutes said aloud.',
      'How each step read, oldest first:',
      'Context: openai/gpt-x, version 1.5: not yet (0), then thin (1)\noffline critic, version 5: clear (2)\n' +
        'openai/gpt-x, version 1.5: thin (1) twice\nyour own view: thin, then clear',
      'No longer there: a bigger one.',
      'Still to look at: no growth yet.',
      `Judged by: openai/gpt-x, version 1.5; offline critic, version 5 (stood in once). ${CRITICS_APART} Why it stood in: the model was away.`,
      'Next to work on: Reflections.',
    ])
      expect(said).toContain(part);
  });

  test('have no figure where numbers are hidden, names of critics aside', () => {
    const card = shown(FIVE);
    const said = `${fallbackText(card)} ${altOf(
      progressPicture(progressOn(FIVE).scored, guide, false) ?? expect.fail('no picture'),
    )}`;
    expect(said).toContain('Four weeks in a row. Five practices so far, a few minutes said aloud.');
    expect(said.replace(/offline critic, version 5|openai\/gpt-x, version 1\.5/g, '')).not.toMatch(/\d/);
  });

  test('name weeks in a row from the third on, and never a week without', () => {
    const two = FIVE.slice(-2);
    expect(words(two)).not.toContain('week');
    expect(words(FIVE.slice(-3))).toContain('Three weeks in a row.');
  });

  test('say no critic twice and compare none where there is one', () => {
    const one = [practised(1, { judged: [judged([1])] }), practised(2, { judged: [judged([2])] })];
    expect(words(one)).toContain('Judged by: offline critic, version 5.');
    expect(words(one)).not.toContain(CRITICS_APART);
    expect(words(one)).toContain('Context: thin, then clear\n');
  });

  test('judge nobody', () => {
    for (const numbers of [true, false]) expect(judgingWords(shown(FIVE, numbers))).toEqual([]);
    expect(words(FIVE)).not.toMatch(/lost|broke|missed|only|streak|failed/i);
  });

  test('of private stories alone quote and score nothing', () => {
    const said = words([practised(1, { sheltered: true })]);
    expect(said).toBe('One practice so far.');
  });

  test('where all is clear lead on', () => {
    const said = words([practised(1, { judged: [judged([2, 2, 2, 2, 2])] })]);
    expect(said).toContain('Every step read clear last time.');
  });
});

describe('the picture', () => {
  test('is drawn from two practices on, and shows the ten newest', () => {
    const kinds = (practices: readonly Practised[]) =>
      shown(practices).blocks.flatMap((block) => (block.kind === 'picture' ? [block.only] : []));
    expect(kinds(FIVE.slice(0, 1))).toEqual([]);
    expect(kinds(FIVE)).toEqual(['drawn', 'undrawn']);
    const many = Array.from({ length: 12 }, (_, index) => practised(index + 1, { judged: [judged([1])] }));
    expect(progressPicture(progressOn(many).scored, guide, true)?.practices).toHaveLength(10);
  });

  test('keeps a stand-in apart, and names it', () => {
    const picture = progressPicture(progressOn(FIVE).scored, guide, false) ?? expect.fail('no picture');
    expect(picture.practices.map(({ critic, stoodIn }) => [critic, stoodIn])).toEqual([
      [MODEL.label, undefined],
      [MODEL.label, undefined],
      ['offline critic, version 5', true],
      [MODEL.label, undefined],
      [MODEL.label, undefined],
    ]);
    const alt = altOf(picture);
    expect(alt).toContain('offline critic, version 5: clear; ');
    expect(alt).toContain('offline critic, version 5 (stood in once)');
    expect(alt).toContain(CRITICS_APART);
  });
});
