import { describe, expect, test } from 'vitest';
import { PictureSchema, type Scorecard } from '../../src/card/picture.ts';
import { altOf } from '../../src/card/picture-alt.ts';
import { CRITICS_APART } from '../../src/card/progress-words.ts';
import { NOT_JOINED, runsOf } from '../../src/card/scorecard-words.ts';
import { judgingWordsIn } from '../support/banned-words.ts';
import { progressPicture } from './progress-sample.ts';
import { fullScorecard, scorecard } from './scorecard-sample.ts';

const judged = (critic: string, ...overalls: number[]) => overalls.map((overall) => ({ overall, critic }));

describe('a scorecard is plain data', () => {
  test.each([
    ['with everything', fullScorecard],
    ['with its steps alone', scorecard()],
  ])('%s it reads back from JSON as it was written', (_, picture) => {
    expect(PictureSchema.parse(JSON.parse(JSON.stringify(picture)))).toEqual(picture);
  });

  test.each([
    ['no steps', { ...fullScorecard, steps: [] }],
    ['a score of three', { ...fullScorecard, steps: [{ name: 'Context', score: 3 }] }],
    ['an eleventh practice', { ...fullScorecard, trend: judged('offline critic', ...Array(11).fill(0.5)) }],
    ['a practice above all', { ...fullScorecard, trend: judged('offline critic', 1.1) }],
    ['a practice judged by nobody', { ...fullScorecard, trend: judged('', 0.5) }],
    ['a band that ends before it begins', { ...fullScorecard, seconds: { is: 90, from: 120, to: 60 } }],
    ['something nobody draws', { ...fullScorecard, title: 'x' }],
    ['a picture nobody knows', { ...fullScorecard, picture: 'radar' }],
  ])('one with %s is refused', (_, picture) => {
    expect(PictureSchema.safeParse(picture).success).toBe(false);
  });
});

describe('the alternative text of a scorecard', () => {
  test('says all that is drawn', () => {
    expect(altOf(fullScorecard)).toBe(
      [
        'Context: clear (2 of 2), last time thin, your own rating clear.',
        'The Failure: clear (2 of 2), last time clear, your own rating thin.',
        'Immediate Actions: thin (1 of 2), last time thin, your own rating clear.',
        'Reflections: not yet (0 of 2), last time not yet, your own rating thin.',
        'Growth Evidence: thin (1 of 2), last time not yet, your own rating not yet.',
        'Length: about 95 seconds, a good length (1 to 2 minutes).',
        'To look at: no growth shown, others’ mistakes.',
        'Your last 4 practices (of 100), oldest first: offline critic 30, 42; with gpt-x 35, 70.',
        NOT_JOINED,
        'Judged by: with gpt-x.',
      ].join(' '),
    );
  });

  test('has no figure where numbers are hidden, and still says all of it', () => {
    const alt = altOf({ ...fullScorecard, numbers: false });
    expect(alt).not.toMatch(/\d/);
    for (const words of [
      'Context: clear, last time thin, your own rating clear.',
      'Length: a good length.',
      'To look at: no growth shown, others’ mistakes.',
      'Your last practices, oldest first: offline critic thin, thin; with gpt-x thin, thin.',
    ])
      expect(alt).toContain(words);
  });

  test('says nothing of what there is not', () => {
    expect(altOf(scorecard({ steps: [{ name: 'Context', score: 2 }] }))).toBe('Context: clear (2 of 2).');
  });

  test('says no word of two critics where there is one', () => {
    const alt = altOf(scorecard({ trend: judged('offline critic', 0.5, 0.6) }));
    expect(alt).toContain('oldest first: 50, 60.');
    expect(alt).not.toContain(NOT_JOINED);
  });

  test('calls one practice no trend', () => {
    expect(altOf(scorecard({ trend: judged('offline critic', 0.5) }))).not.toContain('practices');
  });

  test.each([
    [20, 'about 20 seconds, room for more (1 to 2 minutes is a good length)'],
    [60, 'about 60 seconds, a good length (1 to 2 minutes)'],
    [120, 'about 120 seconds, a good length (1 to 2 minutes)'],
    [121, 'about 121 seconds, on the long side (1 to 2 minutes is a good length)'],
    [600, 'about 10 minutes, on the long side (1 to 2 minutes is a good length)'],
  ])('of %i seconds says "%s"', (is, words) => {
    expect(altOf(scorecard({ seconds: { is, from: 60, to: 120 } }))).toContain(`Length: ${words}.`);
  });

  test('judges nobody, however much there is to do', () => {
    const nothing: Scorecard = { ...fullScorecard, seconds: { is: 5, from: 60, to: 120 } };
    for (const numbers of [true, false]) expect(judgingWordsIn(altOf({ ...nothing, numbers }))).toEqual([]);
  });
});

test('what a line may join are practices of one critic that follow one another', () => {
  const trend = [...judged('a', 0.1, 0.2), ...judged('b', 0.3), ...judged('a', 0.4, 0.5)];
  expect(runsOf(trend)).toEqual([
    { critic: 'a', from: 0, overalls: [0.1, 0.2] },
    { critic: 'b', from: 2, overalls: [0.3] },
    { critic: 'a', from: 3, overalls: [0.4, 0.5] },
  ]);
});

describe('a picture of progress', () => {
  test('reads back from JSON as it was written', () => {
    expect(PictureSchema.parse(JSON.parse(JSON.stringify(progressPicture)))).toEqual(progressPicture);
  });

  test.each([
    ['a point more than practices', { ...progressPicture, practices: progressPicture.practices.slice(1) }],
    ['no practice', { ...progressPicture, practices: [], steps: [{ name: 'Context', points: [] }] }],
  ])('with %s is refused', (_, picture) => {
    expect(PictureSchema.safeParse(picture).success).toBe(false);
  });

  test('says in words all that is drawn', () => {
    expect(altOf(progressPicture)).toBe(
      [
        'Your last 5 practices, oldest first.',
        'Context: openai/gpt-x, version 1.5: not yet (0), then thin (1); offline critic, version 5: clear (2);',
        'openai/gpt-x, version 1.5: thin (1) twice; your own view: thin, then clear.',
        'The Failure: openai/gpt-x, version 1.5: thin (1) twice; offline critic, version 5: clear (2);',
        'openai/gpt-x, version 1.5: clear (2) twice; your own view: not yet, then clear.',
        'Judged by: openai/gpt-x, version 1.5; offline critic, version 5 (stood in once).',
        CRITICS_APART,
      ].join(' '),
    );
  });
});
