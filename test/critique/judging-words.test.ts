import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Card, quote, text } from '../../src/card/card.ts';
import { isCritique, type Judgement } from '../../src/critique/critique.ts';
import { explained } from '../../src/critique/explained.ts';
import { loadLanguage } from '../../src/critique/language.ts';
import { draftFromText, read } from '../../src/critique/read.ts';
import { judgeByRubric } from '../../src/critique/rubric.ts';
import { signals } from '../../src/critique/signals/catalog.ts';
import { greatestFailure as guide } from '../../src/guide/questions/greatest-failure.ts';
import { AnswersSchema } from '../corpus/answers.ts';
import { shownLines } from '../guide/coach-lines.ts';
import { BANNED, judgingWords, judgingWordsIn } from '../support/banned-words.ts';

const language = loadLanguage();

const told = ['answers', 'unseen', 'strangers'].flatMap((file) =>
  AnswersSchema.parse(
    JSON.parse(readFileSync(new URL(`../corpus/${file}.json`, import.meta.url), 'utf8')),
  ).map((answer) => ({ text: answer.text, role: answer.profession })),
);

/** Lines that hold a judging word, with the word: easier to mend than a bare "false". */
function judging(lines: readonly string[]): string[] {
  return lines
    .filter((line) => BANNED.test(line))
    .map((line) => `${judgingWordsIn(line).join(', ')}: ${line}`);
}

/** What a critique says in its own words, the explanations of its findings among them. */
function linesOf(judgement: Judgement): string[] {
  if (!isCritique(judgement)) return [judgement.advice];
  return [
    judgement.line,
    judgement.next.question,
    ...judgement.keep.map((one) => one.effect),
    ...judgement.findings.flatMap((one) => [one.why, one.question, one.shape ?? '', explained(one, guide)]),
  ];
}

test('no line of the guide judges, the answers of its poorer samples aside', () => {
  const theirs = new Set(
    guide.samples.filter((one) => one.quality === 'bad').flatMap((one) => Object.values(one.steps)),
  );
  const lines = shownLines(guide)
    .map(({ line }) => line)
    .filter((line) => !theirs.has(line));
  expect(lines.length).toBeGreaterThan(200);
  expect(judging(lines)).toEqual([]);
});

test('no sign explains itself, or praises, with a judging word', () => {
  const lines = [...signals.values()].flatMap((one) => [
    one.explains,
    one.effect ?? '',
    one.anotherStory ?? '',
  ]);
  expect(judging(lines)).toEqual([]);
});

test('no line of any critique judges', () => {
  const texts = [...told, { text: '🙂', role: '' }, { text: 'It broke.', role: '' }];
  const lines = texts.flatMap(({ text: words, role }) => {
    const draft = draftFromText(words, read(words, guide, language));
    return linesOf(judgeByRubric({ draft, guide, role, setAside: [] }, language));
  });
  expect(lines.length).toBeGreaterThan(400);
  expect(judging(lines)).toEqual([]);
});

const card = (...runs: Parameters<typeof text>): Card => ({
  v: 1,
  blocks: [text(...runs)],
  buttons: [{ action: 'more', word: 'more', label: 'Which step felt weakest?' }],
  asks: 'nothing',
});

test.each([
  'What went wrong, and which part of it was yours?',
  'The Failure: the bad news came from you, and nobody was badly hurt.',
  'A few minutes or a typing error.',
])('an ordinary line of a coach passes: %s', (line) => {
  expect(judgingWords(card(line))).toEqual([]);
});

test.each([
  ['Growth: absent.', ['absent']],
  ['This is Vague, and too emotional.', ['Vague', 'emotional']],
  ['You failed to say it. Invalid input.', ['failed to', 'Invalid']],
  ['A weak lesson, a bad ending', ['weak', 'bad']],
])('a judging line is found: %s', (line, words) => {
  expect(judgingWords(card(line))).toEqual(words);
});

test('what a person said is theirs, and a button is the coach speaking', () => {
  expect(judgingWords(card('You said ', quote('it was a bad, stupid error'), '.'))).toEqual([]);
  const asked: Card = {
    ...card('Here.'),
    buttons: [{ action: 'x', word: 'x', label: 'Show the weak part' }],
  };
  expect(judgingWords(asked)).toEqual(['weak']);
});
