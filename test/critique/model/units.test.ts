import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadLanguage } from '../../../src/critique/language.ts';
import { unitsOf } from '../../../src/critique/model/units.ts';
import { isVerbatim } from '../../../src/text/span.ts';
import { countWords } from '../../../src/text/words.ts';

const language = loadLanguage();
const unitsIn = (text: string) => unitsOf(language.parse(text));
const quotesIn = (text: string) => unitsIn(text).map(({ span }) => span.quote);

const bare = (quotes: readonly string[]) => quotes.join('').replaceAll(/\s+/gu, '');

describe('the units of a text', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'I',
      'and',
      'then',
      'because',
      'we',
      'rang',
      'Maria',
      "didn't",
      '4,000',
      '12:30',
      ',',
      '–',
    ),
    fc.constantFrom(
      '. ',
      '? ',
      '\n',
      '\n\n',
      ' “',
      '” ',
      '…',
      '👩‍🔧',
      'Ärger',
      'ठीक',
      '\u00a0',
      '\u200b',
      'e\u0301',
    ),
    fc.string({ unit: 'binary', maxLength: 6 }),
  );
  const anyText = fc
    .array(piece, { maxLength: 90 })
    .chain((pieces) => fc.constantFrom(pieces.join(' '), pieces.join('')));

  test('cover every sentence, verbatim and in order, whatever the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const parsed = language.parse(text);
        const units = unitsOf(parsed);
        expect(units.map(({ index }) => index)).toEqual(units.map((_, at) => at));
        let end = 0;
        for (const { span } of units) {
          expect(isVerbatim(text, span)).toBe(true);
          expect(span.start).toBeGreaterThanOrEqual(end);
          end = span.end;
        }
        expect(bare(units.map(({ span }) => span.quote))).toBe(
          bare(parsed.sentences.map(({ span }) => span.quote)),
        );
      }),
      { numRuns: 50 },
    );
  });

  test('are sentences as long as these end', () => {
    expect(quotesIn('I forgot the order. We had no flour, and I rang a friend.')).toEqual([
      'I forgot the order.',
      'We had no flour, and I rang a friend.',
    ]);
    expect(quotesIn('')).toEqual([]);
  });

  test('a sentence that runs on is cut where a clause begins', () => {
    const text =
      'so I was the one who kept the stock of the bakery and I ordered flour for two days and not ten ' +
      'and then we had none on Sunday and everybody stood about so I drove to another bakery and borrowed four sacks';
    const quotes = quotesIn(text);
    expect(quotes.length).toBeGreaterThan(2);
    expect(quotes.join(' ')).toBe(text);
    for (const quote of quotes.slice(1)) expect(quote).toMatch(/^(?:and|so|then)\b/u);
    for (const quote of quotes) expect(countWords(quote)).toBeGreaterThanOrEqual(5);
  });

  test('one without a place to cut is cut all the same', () => {
    const text = 'flour '.repeat(200).trim();
    const quotes = quotesIn(text);
    expect(quotes.join(' ')).toBe(text);
    for (const quote of quotes) expect(countWords(quote)).toBeLessThanOrEqual(45);
  });
});
