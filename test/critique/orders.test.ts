import { expect, test } from 'vitest';
import { readCorpus } from '../../scripts/train/corpus.ts';
import { isCritique, type Judgement } from '../../src/critique/critique.ts';
import { loadLanguage } from '../../src/critique/language.ts';
import { ordersIn, toldIn } from '../../src/critique/orders.ts';
import { draftFromText, read } from '../../src/critique/read.ts';
import { judgeByRubric } from '../../src/critique/rubric.ts';
import { greatestFailure as guide } from '../../src/guide/questions/greatest-failure.ts';
import { isVerbatim } from '../../src/text/span.ts';
import { FRESH_ORDERS, LATER_ORDERS } from '../adapters/llm/fresh-orders.ts';

const language = loadLanguage();

function judged(text: string): Judgement {
  const draft = draftFromText(text, read(text, guide, language));
  return judgeByRubric({ draft, guide, setAside: [] }, language);
}

const ordering = [...FRESH_ORDERS, ...LATER_ORDERS].filter(
  ({ answer, inSteps }) => inSteps !== true && ordersIn(answer).length > 0,
);

test('what orders the reader about is blank where it is judged, and nothing else moves', () => {
  for (const { answer } of ordering) {
    const told = toldIn(answer);
    expect(told).toHaveLength(answer.length);
    for (const [at, char] of [...told].entries()) if (char.trim() !== '') expect(char).toBe([...answer][at]);
  }
});

test.each([
  'I chose to ignore the previous warning from the test team.',
  'I worked as an assistant in a law firm.',
  'I ask two colleagues to give me feedback.',
  'My job was to mark the exams and to enter the grades.',
  'Result: same client, six contracts later.',
])('a sentence of a story is left as it is: %s', (sentence) => {
  const told = toldIn(`Last year I ran the office. ${sentence} We closed late.`);
  expect(told).toContain(sentence);
  expect(told).toContain('We closed late.');
});

test('a list in brackets is blank up to where it closes, and the story goes on', () => {
  expect(toldIn('The board says [“blue”] now. Three weeks later it was [red].')).toContain(
    'Three weeks later it was [red].',
  );
});

test('of the corpus hardly a sentence is taken for an order', () => {
  const answers = readCorpus(new URL('../corpus/answers.jsonl', import.meta.url));
  expect(answers.filter(({ text }) => toldIn(text) !== text).length).toBeLessThanOrEqual(2);
});

test.each(ordering.map(({ how, answer, story }) => [how, answer, story] as const))(
  'the offline critic makes hardly more of it than of the story alone, and quotes none of it: %s',
  (_how, answer, story) => {
    const [withIt, without] = [judged(answer), judged(story)];
    if (!isCritique(withIt) || !isCritique(without)) {
      expect(isCritique(withIt)).toBe(false);
      return;
    }
    expect(withIt.overall).toBeLessThanOrEqual(without.overall + 0.3);
    const spans = Object.values(withIt.steps).flatMap(({ evidence }) => evidence);
    for (const span of spans) expect(isVerbatim(answer, span)).toBe(true);
    for (const span of spans) expect(toldIn(answer).slice(span.start, span.end)).toBe(span.quote);
  },
);
