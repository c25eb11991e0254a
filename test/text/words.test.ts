import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countWords, hasWord, words } from '../../src/text/words.ts';
import { anyUnits, anyWriting } from './any-text.ts';

describe('words as a reader counts them', () => {
  test.each([
    ['A well-known, open-air event.', ['A', 'well-known', 'open-air', 'event']],
    ["I don't; she didn’t.", ['I', "don't", 'she', 'didn’t']],
    ['the mother-in-law', ['the', 'mother-in-law']],
    ['I waited--nothing came', ['I', 'waited', 'nothing', 'came']],
    ['one - two', ['one', 'two']],
    ['a list:\n- first\n-second', ['a', 'list', 'first', 'second']],
    ['an un- finished line', ['an', 'un', 'finished', 'line']],
    ['3.5 hours for 1,200 guests', ['3.5', 'hours', 'for', '1,200', 'guests']],
    ['🙈 👩🏽‍🍳 …', []],
    ['', []],
  ])('%j', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  test('a paragraph more adds its words and changes no others', () => {
    fc.assert(
      fc.property(anyWriting, anyWriting, (a, b) => {
        expect(words(`${a}\n\n${b}`)).toEqual([...words(a), ...words(b)]);
        expect(countWords(a)).toBe(words(a).length);
      }),
    );
  });
});

/** The plain way, with the whole text before the segmenter: slow on a long text, and what `words` must agree with. */
function wordsAtOnce(text: string): string[] {
  const found: string[] = [];
  let joined = false;
  let end = -1;
  for (const { segment, index, isWordLike } of new Intl.Segmenter('en', { granularity: 'word' }).segment(
    text,
  )) {
    if (isWordLike === true) {
      if (joined && end === index && found.length > 0) found[found.length - 1] += `-${segment}`;
      else found.push(segment);
      joined = false;
      end = index + segment.length;
    } else {
      joined = !joined && (segment === '-' || segment === '‐') && end === index;
      if (joined) end = index + segment.length;
    }
  }
  return found;
}

/** Words, signs and white space of every kind, in any order, long runs without a space among them. */
const anyMixture = fc
  .array(
    fc.oneof(
      {
        weight: 4,
        arbitrary: fc.constantFrom('room', "don't", 'well-known', 'I', '150', '1,200', '3.5', 'e.g', 'a_b'),
      },
      {
        weight: 4,
        arbitrary: fc.constantFrom(
          ...[' ', '\n', '\t', '\r\n', '\u00a0', ',', '.', ';', ':', '/', '!', '?', '"', "'"],
        ),
      },
      {
        weight: 2,
        arbitrary: fc.constantFrom(
          ...['(', ')', '-', '--', '‐', '’', '_', '\u0301', '\u200d', '\u00ad', '👩🏽‍🍳', '🇵🇱'],
        ),
      },
      {
        weight: 1,
        arbitrary: fc.constantFrom('语言', 'ลูกค้า', 'שלום', 'ם"ם', 'カタカナ', 'é', 'İ', 'a,b;'.repeat(60)),
      },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 5 }) },
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(''));

test('stretch by stretch the same words are found as in the whole at once', () => {
  fc.assert(
    fc.property(fc.oneof(anyMixture, anyWriting, anyUnits), (text) => {
      const expected = wordsAtOnce(text);
      expect(words(text)).toEqual(expected);
      expect(countWords(text)).toBe(expected.length);
      expect(hasWord(text)).toBe(expected.length > 0);
    }),
    { numRuns: 2000 },
  );
});
