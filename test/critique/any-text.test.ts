import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isCritique, type Judgement } from '../../src/critique/critique.ts';
import { loadLanguage } from '../../src/critique/language.ts';
import { draftFromText, read } from '../../src/critique/read.ts';
import { judgeByRubric } from '../../src/critique/rubric.ts';
import { greatestFailure } from '../../src/guide/questions/greatest-failure.ts';
import { isVerbatim, type Span } from '../../src/text/span.ts';
import { CUSTOMER_DAY } from './told-answers.ts';

const language = loadLanguage();

function judge(text: string): { reading: ReturnType<typeof read>; judgement: Judgement } {
  const reading = read(text, greatestFailure, language);
  const draft = draftFromText(text, reading);
  return {
    reading,
    judgement: judgeByRubric({ draft, guide: greatestFailure, role: 'nurse', setAside: [] }, language),
  };
}

function spansOf({ reading, judgement }: ReturnType<typeof judge>): Span[] {
  const spans = [
    ...reading.sentences,
    ...Object.values(reading.signals).flat(),
    ...Object.values(reading.steps).flat(),
    ...(reading.heart === undefined ? [] : [reading.heart]),
  ];
  if (!isCritique(judgement)) return spans;
  return [
    ...spans,
    ...judgement.keep.map((keep) => keep.span),
    ...judgement.findings.flatMap((finding) => ('span' in finding.at ? [finding.at.span] : [])),
    ...Object.values(judgement.steps).flatMap((step) => [...step.evidence]),
  ];
}

function holds(text: string): void {
  const first = judge(text);
  for (const span of spansOf(first)) expect(isVerbatim(text, span)).toBe(true);
  expect(judge(text)).toEqual(first);
  if (first.reading.sentences.length >= 2) {
    const given = Object.values(first.reading.steps).flat();
    expect(given.map((span) => span.start).sort((a, b) => a - b)).toEqual(
      first.reading.sentences.map((one) => one.start),
    );
  }
}

/** Story words in any order, with any signs between them: near enough to an answer to reach every rule. */
const storyish = fc
  .array(
    fc.oneof(
      fc.constantFrom(...CUSTOMER_DAY.split(' ')),
      fc.constantFrom(
        'it was not my fault',
        'they never replied',
        'ashamed',
        'a typo',
        'since then',
        'now I',
        'I learned that',
        'I’m',
        '…',
        '\n\n',
        '; and',
      ),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
    ),
    { maxLength: 80 },
  )
  .map((parts) => parts.join(' '));

test('any string is read without a fault, quoted verbatim, and read the same again', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), storyish), holds),
    { numRuns: 150 },
  );
});

test.each([
  ['a story of 40,000 characters', CUSTOMER_DAY.repeat(100).slice(0, 40_000)],
  [
    'one sentence of 40,000 characters',
    'and I forgot the list , so they never came '.repeat(1000).slice(0, 40_000),
  ],
  ['one run without a space', 'a'.repeat(40_000)],
  ['addresses run together', 'http://a'.repeat(5000)],
  ['families in emoji', '👨‍👩‍👧‍👦'.repeat(3600)],
  ['right to left with marks', '\u202eשלום \u200fI forgot سلام\u202c '.repeat(1500)],
  ['line breaks only', '\n \t'.repeat(13_000)],
  ['an unclosed heap of commas', 'I never, '.repeat(4400)],
])('%s is read to its end', (_, text) => {
  holds(text);
});
