import { expect, test } from 'vitest';
import { scorecardOf } from '../../src/conversation/cards/scorecard-of.ts';
import { atCritique } from './practice.ts';

test('the picture and the card say the same seconds', () => {
  const practice = atCritique();
  const critique = practice.session.critique?.critique;
  if (critique === undefined) throw new Error('no critique came');
  const { seconds, steps } = scorecardOf(critique, practice.guide, '', true);
  expect(practice.shown).toContain(`About ${seconds?.is} seconds`);
  expect(steps.map((step) => step.score)).toEqual(
    practice.guide.steps.map((step) => critique.steps[step.id]?.score),
  );
});
