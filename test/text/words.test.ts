import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countWords, words } from '../../src/text/words.ts';
import { anyWriting } from './any-text.ts';

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
