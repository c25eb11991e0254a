import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Critique, isCritique } from '../../src/critique/critique.ts';
import { type Draft, draftFromSteps } from '../../src/critique/draft.ts';
import { loadLanguage } from '../../src/critique/language.ts';
import { draftFromText, read } from '../../src/critique/read.ts';
import { judgeByRubric, RUBRIC_VERSION } from '../../src/critique/rubric.ts';
import type { Before } from '../../src/critique/steady.ts';
import { greatestFailure as guide } from '../../src/guide/questions/greatest-failure.ts';
import { isVerbatim } from '../../src/text/span.ts';
import { CUSTOMER_DAY } from './told-answers.ts';
import { unshown } from './unknown-samples.ts';

const language = loadLanguage();

type Told = Readonly<Record<string, string>>;

const draftOf = (told: Told): Draft =>
  draftFromSteps(guide.steps.map(({ id }) => ({ id, text: told[id] ?? '' })));
const pasted = (text: string): Draft => draftFromText(text, read(text, guide, language));

function judgementOf(draft: Draft, before?: Before, setAside: readonly string[] = []) {
  return judgeByRubric({ draft, guide: unshown, setAside, before }, language);
}

function critiqueOf(draft: Draft, before?: Before, setAside: readonly string[] = []): Critique {
  const judgement = judgementOf(draft, before, setAside);
  if (!isCritique(judgement)) throw new Error(judgement.cannotJudge);
  return judgement;
}

const rulesOf = (critique: Critique) => critique.findings.map((one) => one.rule);
const ofStep = (critique: Critique, id: string) =>
  rulesOf(critique).filter((rule) => rule.startsWith(`${id}.`));

/** The customer day told in its steps, the lesson still a general one. */
const CUSTOMER_STEPS: Told = Object.fromEntries(
  Object.entries(pasted(CUSTOMER_DAY).steps).map(([id, spans]) => [
    id,
    spans.map((span) => span.quote).join(' '),
  ]),
);

/** Good and weak answers, told step by step. */
const ANSWERS: readonly Told[] = [
  CUSTOMER_STEPS,
  ...guide.samples.filter((_, at) => at % 2 === 0).map((one) => one.steps),
];
const WORDS = ANSWERS.flatMap((one) => Object.values(one));

/** What may become of a step: other words, its own with more behind, half of them, anything, nothing. */
const become = fc.oneof(
  fc.constantFrom(...WORDS).map((words) => () => words),
  fc.constantFrom(...WORDS).map((words) => (own: string) => `${own} ${words}`),
  fc.constant((own: string) => own.slice(0, own.length / 2)),
  fc
    .constantFrom(
      'It was not my fault. They never answered me and they never read my list.',
      'I learned that a room is booked when the paper is signed.',
      'I forgot it, and that was mine to decide.',
      'I am much better organised now.',
      'It was awful, I was ashamed and I cried.',
    )
    .map((words) => () => words),
  fc.string({ unit: 'grapheme', maxLength: 40 }).map((words) => () => words),
  fc.constant(() => ''),
);
const change = fc.record({ step: fc.constantFrom(...guide.steps.map((one) => one.id)), become });

function expectSteady(before: Before, draft: Draft, changed: string): void {
  const judgement = judgementOf(draft, before);
  if (!isCritique(judgement)) return;
  for (const { id } of guide.steps) {
    const [was, now] = [before.critique.steps[id], judgement.steps[id]];
    for (const span of now?.evidence ?? []) expect(isVerbatim(draft.text, span)).toBe(true);
    for (const rule of ofStep(judgement, id)) expect(now?.missing).toContain(rule.slice(id.length + 1));
    if (id === changed) continue;
    expect(now?.score, id).toBe(was?.score);
    expect(now, id).toMatchObject({ found: was?.found, missing: was?.missing });
    for (const rule of ofStep(judgement, id)) expect(ofStep(before.critique, id), id).toContain(rule);
    const quotes = before.critique.findings.flatMap((one) =>
      one.rule.startsWith(`${id}.`) && 'span' in one.at ? [one.at.span.quote] : [],
    );
    if (quotes.every((words) => draft.text.includes(words)))
      expect(ofStep(judgement, id).sort(), id).toEqual(ofStep(before.critique, id).sort());
  }
  for (const { at } of judgement.findings)
    if ('span' in at) expect(isVerbatim(draft.text, at.span)).toBe(true);
  for (const { span } of judgement.keep) expect(isVerbatim(draft.text, span)).toBe(true);
  expect(judgement.overall).toBeGreaterThanOrEqual(0);
  expect(judgement.overall).toBeLessThanOrEqual(1);
}

test('whatever becomes of one step, and then of another, all other steps keep their score', () => {
  fc.assert(
    fc.property(fc.constantFrom(...ANSWERS), change, change, (told, first, second) => {
      const start = draftOf(told);
      const one = { ...told, [first.step]: first.become(told[first.step] ?? '') };
      const critique = critiqueOf(start);
      expectSteady({ draft: start, critique }, draftOf(one), first.step);
      const middle = judgementOf(draftOf(one), { draft: start, critique });
      if (!isCritique(middle)) return;
      const two = { ...one, [second.step]: second.become(one[second.step] ?? '') };
      expectSteady({ draft: draftOf(one), critique: middle }, draftOf(two), second.step);
    }),
    { numRuns: 50 },
  );
});

test('a draft that did not change gets the same critique again', () => {
  for (const draft of [...ANSWERS.map(draftOf), pasted(CUSTOMER_DAY)]) {
    const critique = critiqueOf(draft);
    expect(critiqueOf(draft, { draft, critique })).toEqual(critique);
  }
});

test('a lesson that moves into the last step does not move the lesson step', () => {
  const told = { ...CUSTOMER_STEPS, reflections: 'It was a horrible week and I think of it often.' };
  const before = { draft: draftOf(told), critique: critiqueOf(draftOf(told)) };
  const after = draftOf({
    ...told,
    'growth-evidence': 'I learned that a spoken yes is no booking. Now I ask for the signed paper.',
  });
  expect(critiqueOf(after).steps.reflections?.found).not.toEqual([]);
  const held = critiqueOf(after, before);
  expect(held.steps.reflections).toEqual(before.critique.steps.reflections);
  expect(rulesOf(held)).toContain('reflections.lesson');
});

test('the step that was worked on is judged by its new words', () => {
  const before = { draft: draftOf(CUSTOMER_STEPS), critique: critiqueOf(draftOf(CUSTOMER_STEPS)) };
  const after = critiqueOf(
    draftOf({
      ...CUSTOMER_STEPS,
      reflections: 'I learned that a yes on the phone is not a booking until it is signed.',
    }),
    before,
  );
  expect(before.critique.steps.reflections?.score).toBe(1);
  expect(after.steps.reflections?.score).toBe(2);
});

test('what earned a step is quoted where it stands now', () => {
  const before = { draft: draftOf(CUSTOMER_STEPS), critique: critiqueOf(draftOf(CUSTOMER_STEPS)) };
  const draft = draftOf({
    ...CUSTOMER_STEPS,
    context: `I was two years into my job. ${CUSTOMER_STEPS.context}`,
  });
  const was = before.critique.steps.failure?.evidence ?? [];
  const now = critiqueOf(draft, before).steps.failure?.evidence ?? [];
  expect(now.map((span) => span.quote)).toEqual(was.map((span) => span.quote));
  expect(now[0]?.start).toBeGreaterThan(was[0]?.start ?? 0);
  expect(now.every((span) => isVerbatim(draft.text, span))).toBe(true);
});

test('words told twice are quoted where they were quoted', () => {
  const told = {
    context: 'In 2020 I ran a hall for 90 guests. I told the cook about the list.',
    failure: 'I forgot the list and I told the cook about it too late.',
    'immediate-actions': 'I told the cook at once. Then I rang the host. I told the cook at once.',
  };
  const before = { draft: draftOf(told), critique: critiqueOf(draftOf(told)) };
  const draft = draftOf({ ...told, context: 'I told the cook at once. In 2020 I ran a hall for 90 guests.' });
  const [first] = critiqueOf(draft, before).steps['immediate-actions']?.evidence ?? [];
  expect(first?.start).toBe(draft.steps['immediate-actions']?.[0]?.start);
});

test('a pasted answer that goes on step by step keeps its ratings', () => {
  const before = { draft: pasted(CUSTOMER_DAY), critique: critiqueOf(pasted(CUSTOMER_DAY)) };
  const added = 'Now I ask for the signed paper first. Last May a hotel had none, and I chose another.';
  const after = critiqueOf(draftOf({ ...CUSTOMER_STEPS, 'growth-evidence': added }), before);
  for (const id of ['context', 'failure', 'immediate-actions', 'reflections'])
    expect(after.steps[id]?.score, id).toBe(before.critique.steps[id]?.score);
  expect(after.steps['growth-evidence']?.score).toBe(2);
});

const BLAMED: Told = {
  context: 'In 2020 I guided a group of eighteen over a pass.',
  failure:
    'I did not count the stoves, and we had to turn back. It was not my fault, the forecast was wrong.',
  'immediate-actions': 'I rang the hut and told the guests myself that same evening.',
};

test('a pitfall whose words still stand stays the same finding', () => {
  const before = { draft: draftOf(BLAMED), critique: critiqueOf(draftOf(BLAMED)) };
  const blame = before.critique.findings.find((one) => one.rule === 'defensive-or-blaming');
  const after = critiqueOf(
    draftOf({ ...BLAMED, reflections: 'I learned that eighteen people need nine stoves and one list.' }),
    before,
  );
  expect(after.findings.find((one) => one.rule === 'defensive-or-blaming')?.id).toBe(blame?.id);
  expect(blame).toBeDefined();
});

test('a pitfall that was mended by what was added is not said again', () => {
  const before = { draft: draftOf(BLAMED), critique: critiqueOf(draftOf(BLAMED)) };
  expect(rulesOf(before.critique)).toContain('no-growth');
  const after = critiqueOf(
    draftOf({ ...BLAMED, 'growth-evidence': 'Now I count the stoves aloud. Last June one was missing.' }),
    before,
  );
  expect(rulesOf(after)).not.toContain('no-growth');
});

test('what is set aside afterwards is not asked for in a step that did not change', () => {
  const draft = pasted(CUSTOMER_DAY);
  const critique = critiqueOf(draft);
  const setAside = critique.findings.map((one) => one.id);
  const after = critiqueOf(draft, { draft, critique }, setAside);
  expect(after).toMatchObject({ line: 'Ready to say aloud.', findings: [] });
  expect(Object.values(after.steps).map((one) => one.score)).toEqual([2, 2, 2, 2, 2]);
});

test('another critic, or another version, is no measure: all is judged anew', () => {
  const draft = draftOf(CUSTOMER_STEPS);
  const critique = critiqueOf(draft);
  expect(critique.version).toBe(RUBRIC_VERSION);
  const steps = Object.fromEntries(
    Object.entries(critique.steps).map(([id, step]) => [id, { ...step, score: 0 as const }]),
  );
  for (const other of [{ critic: 'llm' as const }, { version: 'rubric-0' }])
    expect(critiqueOf(draft, { draft, critique: { ...critique, ...other, steps } })).toEqual(critique);
  expect(critiqueOf(draft, { draft, critique: { ...critique, steps } }).overall).toBe(0);
});
