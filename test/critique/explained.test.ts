import { expect, test } from 'vitest';
import { type Finding, isCritique } from '../../src/critique/critique.ts';
import { explained } from '../../src/critique/explained.ts';
import { loadLanguage } from '../../src/critique/language.ts';
import { draftFromText, read } from '../../src/critique/read.ts';
import { judgeByRubric } from '../../src/critique/rubric.ts';
import { signalNamed } from '../../src/critique/signals/catalog.ts';
import { greatestFailure as guide } from '../../src/guide/questions/greatest-failure.ts';
import { sentencesOf } from '../guide/coach-lines.ts';
import { CUSTOMER_DAY } from './told-answers.ts';

const language = loadLanguage();

function findingsOf(text: string): readonly Finding[] {
  const draft = draftFromText(text, read(text, guide, language));
  const judgement = judgeByRubric({ draft, guide, setAside: [] }, language);
  if (!isCritique(judgement)) throw new Error(judgement.cannotJudge);
  return judgement.findings;
}

/** A finding of every rule a guide can have. */
const ALL: readonly Finding[] = [
  ...guide.pitfalls.map((pitfall) => pitfall.id),
  ...guide.steps.flatMap((step) => step.signals.map((use) => `${step.id}.${use.signal}`)),
].flatMap((rule, rank) => {
  const common = { id: `f${rank}`, rule, why: 'Because.', question: 'And?', rank };
  return [
    { ...common, at: { span: { start: 0, end: 2, quote: 'it' } } },
    { ...common, at: { missingIn: 'context' } },
  ];
});

test('a lesson that stays general is explained by what was looked for', () => {
  const lesson = findingsOf(CUSTOMER_DAY).find((one) => one.rule === 'reflections.specific-lesson');
  expect(lesson === undefined ? '' : explained(lesson, guide)).toBe(
    `${signalNamed('specific-lesson').explains} Your words come near it, and could say more.`,
  );
});

test('what is missing is explained with the step it was looked for in', () => {
  const missing = findingsOf(
    'In 2019 I was a nurse on a ward with 24 patients. I forgot to pass on a change of dose and one of them waited in pain.',
  ).find((one) => one.rule === 'immediate-actions.own-action');
  expect(missing === undefined ? '' : explained(missing, guide)).toBe(
    `${signalNamed('own-action').explains} I have not heard it yet, in "Immediate Actions" or next to it.`,
  );
});

test('a pitfall is explained by the sign that finds it', () => {
  const [blame] = findingsOf(
    'We lost the customer in spring, after two good years. It was not my fault at all. The market was bad. I wrote to them later.',
  ).filter((one) => one.rule === 'defensive-or-blaming');
  expect(blame === undefined ? '' : explained(blame, guide)).toContain(signalNamed('outward-blame').explains);
});

test('every rule of the guide has an explanation of one to three short sentences', () => {
  for (const finding of ALL) {
    const sentences = sentencesOf(explained(finding, guide));
    expect(sentences.length, finding.rule).toBeLessThanOrEqual(3);
    expect(explained(finding, guide)).not.toBe(finding.why);
  }
});

test("a rule the guide does not know, a language model's, is explained by its own reason", () => {
  const own = { id: 'f1', rule: 'failure.tone', question: 'And?', why: 'It sounds read out.', rank: 0 };
  expect(explained({ ...own, at: { missingIn: 'failure' } }, guide)).toBe('It sounds read out.');
});
