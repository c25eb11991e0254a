import { describe, expect, test } from 'vitest';
import { atDraft, choicesOn, type Practice } from './practice.ts';

const STEPS = ['context', 'failure', 'immediate-actions', 'reflections', 'growth-evidence'];
const RATED = {
  context: 2,
  failure: 2,
  'immediate-actions': 1,
  reflections: 1,
  'growth-evidence': 0,
};

const second = () => atDraft({ isFirst: false });
const stored = (practice: Practice) => practice.effects.find((effect) => effect.type === 'storeOwnRating');

describe('at the draft of a first practice', () => {
  test('one tap is asked: which part felt weakest', () => {
    const practice = atDraft();
    const inputs = practice.card.blocks.flatMap((block) => (block.kind === 'input' ? [block.input] : []));
    expect(inputs).toHaveLength(1);
    expect(inputs[0]).toMatchObject({
      type: 'choice',
      id: 'weakest',
      options: STEPS.map((value) => ({ value })),
    });
    expect(practice.shown).toContain('Which step felt weakest?');
  });

  test.each([
    ['a press', (practice: Practice) => practice.presses('weakest:reflections')],
    ['its number', (practice: Practice) => practice.says('4')],
    ['its name', (practice: Practice) => practice.says('Lesson')],
  ])('%s is kept with the draft, and only then the critique is asked for', (_, tapped) => {
    const practice = tapped(atDraft());
    expect(practice.effects.map((effect) => effect.type)).toEqual([
      'freezeDraft',
      'storeOwnRating',
      'say',
      'requestCritique',
    ]);
    expect(stored(practice)).toEqual({ type: 'storeOwnRating', draftNo: 1, weakest: 'reflections' });
  });

  test('is skipped by go, and nothing is stored', () => {
    const practice = atDraft().says('go');
    expect(stored(practice)).toBeUndefined();
    expect(practice.session.ownRating).toBeUndefined();
    expect(practice.session.stage).toEqual({ at: 'critiquing' });
  });

  test('does not stand in the way of revising a step', () => {
    const practice = atDraft();
    expect(choicesOn(practice.card)).toEqual(['go', 'redo', 'aloud', 'more']);
    expect(practice.says('redo lesson').session.stage).toMatchObject({ at: 'asking', step: 'reflections' });
  });

  test('the gap to the critique is said kindly, behind more', () => {
    const practice = atDraft().presses('weakest:reflections').isJudged().says('more');
    expect(practice.shown).toContain('You felt "lesson" was weakest; I would look at "since then".');
  });
});

describe('from the second practice on', () => {
  test('the five parts are rated in words on one card', () => {
    const { card } = second();
    const inputs = card.blocks.flatMap((block) => (block.kind === 'input' ? [block.input] : []));
    expect(inputs.map(({ id }) => id)).toEqual(STEPS);
    for (const input of inputs)
      expect(input).toMatchObject({ type: 'rating', choices: ['not yet', 'there, but thin', 'clear'] });
  });

  test.each(['c c t t n', 'C, C, T, T, N', 'ccttn', '22110', 'clear, clear, thin, thin, not yet'])(
    '"%s" rates all five, and the critique is asked for',
    (typed) => {
      const practice = second().says(typed);
      expect(stored(practice)).toEqual({ type: 'storeOwnRating', draftNo: 1, steps: RATED });
      expect(practice.session.stage).toEqual({ at: 'critiquing' });
    },
  );

  test('a form rates all five', () => {
    const practice = second().fills('rate', {
      context: 'clear',
      failure: 'clear',
      'immediate-actions': 'thin',
      reflections: 'thin',
      'growth-evidence': 'not yet',
    });
    expect(stored(practice)).toMatchObject({ steps: RATED });
  });

  test('a form that comes when the draft is gone, or lacks a step, changes nothing', () => {
    const late = second().says('go').fills('rate', { context: 'clear' });
    expect(late.shown).toContain('That button belongs to an earlier card. We are here:');
    const short = second().fills('rate', { context: 'clear' });
    expect(short.session.stage).toEqual({ at: 'reviewing' });
    expect(stored(short)).toBeUndefined();
  });

  test('four letters are a note and no rating', () => {
    const practice = second().says('c c t t');
    expect(practice.session.stage).toEqual({ at: 'reviewing' });
    expect(practice.session.notes.map((part) => part.text)).toEqual(['c c t t']);
  });

  test('go skips it', () => {
    expect(stored(second().says('go'))).toBeUndefined();
  });

  test('is asked before the first critique of a practice only', () => {
    const practice = second().says('c c t t n').isJudged().says('redo 5').says('Now I ask for paper.');
    expect(practice.card.blocks.map((block) => block.kind)).not.toContain('input');
    expect(practice.says('c c c c c').session.stage).toEqual({ at: 'reviewing' });
  });

  test('own and coach stand side by side behind more, and the widest gap is said kindly', () => {
    const practice = second().says('n c c c c').isJudged().says('more');
    expect(practice.shown).toContain('Context: clear (you: not yet)');
    expect(practice.shown).toContain('"setting" is better than you felt: it reads clear.');
  });
});
