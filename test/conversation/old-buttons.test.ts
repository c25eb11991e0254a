import { expect, test } from 'vitest';
import { atCritique, atDraft, atFirstStep, STORY } from './practice.ts';

test('a button of an earlier card changes nothing and says where we are', () => {
  const practice = atFirstStep();
  const old = practice.card.origin?.turn ?? 0;
  practice.says(STORY.context);
  const before = practice.session;
  practice.presses('next', { turn: old });
  expect({ ...practice.session, turn: 0 }).toEqual({ ...before, turn: 0 });
  expect(practice.shown).toContain('That button belongs to an earlier card. We are here:');
  expect(practice.shown).toContain('2 of 5: The Failure');
});

test('Next pressed three times on one card is one step forward', () => {
  const practice = atFirstStep().says(STORY.context, { ends: 'open' });
  const { turn } = practice.card.origin ?? { turn: 0 };
  practice.presses('next', { turn }).presses('next', { turn }).presses('next', { turn });
  expect(practice.session.stage).toMatchObject({ at: 'asking', step: 'failure' });
  expect(practice.session.skipped).toEqual([]);
});

test('"Look at it" pressed twice asks for one critique', () => {
  const practice = atDraft();
  const { turn } = practice.card.origin ?? { turn: 0 };
  practice.presses('go', { turn });
  expect(practice.effects.filter((effect) => effect.type === 'requestCritique')).toHaveLength(1);
  practice.presses('go', { turn });
  expect(practice.effects.map((effect) => effect.type)).toEqual(['say']);
  expect(practice.session.drafts).toBe(1);
});

test('a button of the card beside the question is as good as one of the question', () => {
  const practice = atFirstStep().says(STORY.context, { ends: 'quiet' });
  expect(practice.shown).toContain('Send another message to add, or press Keep it.');
  practice.presses('next');
  expect(practice.session.stage).toMatchObject({ at: 'asking', step: 'failure' });
});

test('tips on an old card are the tips of the step that is open', () => {
  const practice = atFirstStep();
  const { turn } = practice.card.origin ?? { turn: 0 };
  practice.says(STORY.context).presses('tips', { turn });
  expect(practice.shown).toContain('For The Failure.');
});

test('Done on the critique of an earlier draft does not close the practice while a step is rewritten', () => {
  const practice = atCritique();
  const { turn } = practice.card.origin ?? { turn: 0 };
  practice.says('redo 5').presses('done', { turn });
  expect(practice.session.stage).toMatchObject({ at: 'asking', step: 'growth-evidence' });
});

test('an action that nobody offers changes nothing', () => {
  const practice = atFirstStep().presses('buy-now');
  expect(practice.session.stage).toMatchObject({ at: 'asking', step: 'context' });
  expect(practice.shown).toContain('1 of 5: Context');
});

test('Next with nothing written asks for a sentence and names skip', () => {
  const practice = atFirstStep().presses('next');
  expect(practice.session.stage).toMatchObject({ at: 'asking', step: 'context' });
  expect(practice.shown).toContain('Nothing here yet. One sentence is enough, or type skip.');
});
