import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isCritique, type Judgement } from '../../src/critique/critique.ts';
import { loadLanguage } from '../../src/critique/language.ts';
import { draftFromText, read } from '../../src/critique/read.ts';
import { judgeByRubric } from '../../src/critique/rubric.ts';
import { signals } from '../../src/critique/signals/catalog.ts';
import { greatestFailure } from '../../src/guide/questions/greatest-failure.ts';
import { AnswersSchema } from '../corpus/answers.ts';

const language = loadLanguage();
const answers = AnswersSchema.parse(
  JSON.parse(readFileSync(new URL('../corpus/answers.json', import.meta.url), 'utf8')),
);

const BANNED = /\b(?:absent|vague|too emotional|defensive|trivial|overrated|failed to)\b|!/iu;

/** What the coach itself says; a person's own words may say what they like. */
function ownWords(judgement: Judgement): string[] {
  if (!isCritique(judgement)) return [judgement.advice];
  return [
    judgement.line,
    judgement.next.question,
    ...judgement.keep.map((keep) => keep.effect),
    ...judgement.findings.flatMap((finding) => [finding.why, finding.question, finding.shape ?? '']),
  ];
}

test('no critique says a word that hurts', () => {
  const texts = [
    ...answers.map((answer) => answer.text),
    '🙂',
    'Too short.',
    'Das ist nun wirklich gar kein englischer Satz, sondern etwas ganz anderes geworden.',
  ];
  const said = texts.flatMap((text) => {
    const draft = draftFromText(text, read(text, greatestFailure, language));
    return ownWords(judgeByRubric({ draft, guide: greatestFailure, setAside: [] }, language));
  });
  expect(said.length).toBeGreaterThan(100);
  expect(said.filter((words) => BANNED.test(words))).toEqual([]);
});

test('no signal explains itself with a word that hurts', () => {
  const said = [...signals.values()].flatMap((one) => [
    one.explains,
    one.effect ?? '',
    one.anotherStory ?? '',
  ]);
  expect(said.filter((words) => BANNED.test(words))).toEqual([]);
});

test('every signal the guide names is listed', () => {
  const named = [...greatestFailure.steps.flatMap((step) => step.signals), ...greatestFailure.pitfalls].map(
    (one) => one.signal,
  );
  expect(named.filter((name) => !signals.has(name))).toEqual([]);
});
