import { expect, test } from 'vitest';
import type { Card } from '../../src/card/card.ts';
import { runsOf } from '../../src/card/scorecard-words.ts';
import { judgedOf } from '../../src/conversation/cards/critique-cards.ts';
import { type Carded, scorecardOf } from '../../src/conversation/cards/scorecard-of.ts';
import type { Critique } from '../../src/critique/critique.ts';
import { atCritique } from './practice.ts';

function judged(): { critique: Critique; carded: Carded; practice: ReturnType<typeof atCritique> } {
  const practice = atCritique();
  const critique = practice.session.critique?.critique;
  if (critique === undefined) throw new Error('no critique came');
  return { critique, carded: judgedOf(practice.session, practice.guide), practice };
}

test('the picture and the card say the same seconds, also at a pace that a run aloud has measured', () => {
  const { critique, carded, practice } = judged();
  const { seconds, steps } = scorecardOf(carded, critique, practice.guide);
  expect(practice.shown).toContain(`About ${seconds?.is} seconds`);
  expect(steps.map((step) => step.score)).toEqual(
    practice.guide.steps.map((step) => critique.steps[step.id]?.score),
  );
  const calm = { ...carded, manner: { ...carded.manner, wordsPerMinute: 65 } };
  expect(scorecardOf(calm, critique, practice.guide).seconds?.is).toBeGreaterThan((seconds?.is ?? 0) * 1.8);
});

test("it has the own rating and last time's beside each step, where there are such", () => {
  const { critique, carded, practice } = judged();
  const { ownRating: _, ...unrated } = carded;
  const bare = scorecardOf(unrated, critique, practice.guide);
  expect(bare.steps.every(({ own, last }) => own === undefined && last === undefined)).toBe(true);
  const steps = { context: 1, 'immediate-actions': 0 } as const;
  const { critic, version } = critique;
  const rated = { ...carded, ownRating: { draftNo: 1, steps }, earlier: { critic, version, steps } };
  const full = scorecardOf(rated, critique, practice.guide);
  expect(full.steps[0]).toMatchObject({ own: 1, last: 1 });
  expect(full.steps[2]).toMatchObject({ own: 0, last: 0 });
  expect(full.steps[1]).not.toHaveProperty('own');
});

test('last time is left out where another version of the critic judged it', () => {
  const { critique, carded, practice } = judged();
  const earlier = { critic: critique.critic, version: 'rubric-1', steps: { context: 0 } } as const;
  const { steps } = scorecardOf({ ...carded, earlier }, critique, practice.guide);
  expect(steps[0]).not.toHaveProperty('last');
});

test('the trend ends with this practice, and its line stops where the critic or its version changes', () => {
  const { critique, carded, practice } = judged();
  const now = `offline critic, version ${critique.version.replace('rubric-', '')}`;
  const before = [
    { overall: 0.2, critic: 'offline critic, version 2' },
    { overall: 0.4, critic: now },
  ];
  const { trend = [] } = scorecardOf({ ...carded, trend: before }, critique, practice.guide);
  expect(trend).toEqual([...before, { overall: critique.overall, critic: now }]);
  expect(runsOf(trend).map(({ overalls }) => overalls.length)).toEqual([1, 2]);
});

test('it says who judged, and that the offline critic stands in for a language model', () => {
  const { critique, carded, practice } = judged();
  const by = (made: Critique) => scorecardOf(carded, made, practice.guide).critic;
  expect(by(critique)).toMatch(/^offline critic, version \d+$/);
  expect(by({ ...critique, stoodInFor: 'slow' })).toBe('offline critic: the model was slow');
  expect(by({ ...critique, critic: 'llm', version: 'llm-1+rubric-3:openai/gpt-5-mini' })).toBe(
    'openai/gpt-5-mini, version 1.3',
  );
});

test('what the person said is not so is no chip', () => {
  const { critique, carded, practice } = judged();
  const finding = { id: 'f1', rule: 'trivial', why: 'w', question: 'q', rank: 0 } as const;
  const found = { ...critique, findings: [{ ...finding, at: { missingIn: 'failure' } }] };
  expect(scorecardOf(carded, found, practice.guide).pitfalls).toEqual(['a bigger one']);
  const aside = { ...carded, setAside: [{ id: 'f1', rule: 'trivial' }] };
  expect(scorecardOf(aside, found, practice.guide).pitfalls).toEqual([]);
});

test('numbers are shown to who asked for them, and not in the first practice', () => {
  const { critique, carded, practice } = judged();
  const { first: _, ...known } = carded;
  const numbers = (changed: Partial<Carded>) =>
    scorecardOf({ ...known, ...changed }, critique, practice.guide).numbers;
  expect(numbers({})).toBe(false);
  expect(numbers({ manner: { ...carded.manner, numbers: true } })).toBe(true);
  expect(numbers({ manner: { ...carded.manner, numbers: true }, first: true })).toBe(false);
});

test('the picture comes with the critique as it arrives, and not again with every card; bars are behind more', () => {
  const { practice } = judged();
  const pictures = (at: Card | undefined) =>
    at?.blocks.flatMap((block) => (block.kind === 'picture' ? [block.only] : []));
  expect(pictures(practice.cards.at(-1))).toEqual(['drawn']);
  practice.presses('more');
  expect(pictures(practice.cards.at(-1))).toEqual(['undrawn']);
  practice.presses('resume');
  expect(pictures(practice.cards.at(-1))).toEqual([]);
});
