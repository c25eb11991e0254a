import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lengthFor, weightOfText } from '../../../adapters/slack/render/limits.ts';
import { fitted, splitText } from '../../../adapters/slack/render/split.ts';
import { anyWriting } from '../../text/any-text.ts';

const graphemes = (text: string) =>
  [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)].map(({ segment }) => segment);

/** Text with what Slack escapes among it. */
const anyEscaped = fc
  .array(fc.oneof(anyWriting, fc.constantFrom('&', '<', '>', '"', '\\', ' ', '&amp;', 'R&D', '👩🏽‍🍳 ')), {
    maxLength: 40,
  })
  .map((pieces) => pieces.join(''));

describe('a long text is cut', () => {
  test('so that nothing of it is lost and every piece fits', () => {
    fc.assert(
      fc.property(anyEscaped, fc.integer({ min: 60, max: 200 }), (text, most) => {
        const pieces = splitText(text, most);
        expect(pieces.join('')).toBe(text);
        for (const piece of pieces) {
          expect(weightOfText(piece)).toBeLessThanOrEqual(most);
          expect(piece).not.toBe('');
        }
      }),
    );
  });

  test('never inside an emoji or an accented letter', () => {
    fc.assert(
      fc.property(anyEscaped, fc.integer({ min: 100, max: 200 }), (text, most) => {
        fc.pre(graphemes(text).every((grapheme) => weightOfText(grapheme) <= most));
        expect(splitText(text, most).flatMap(graphemes)).toEqual(graphemes(text));
      }),
    );
  });

  test('between two words, wherever a word fits', () => {
    const words = Array.from({ length: 400 }, (_, index) => `wörd${index}&`);
    const pieces = splitText(words.join(' '), 90);
    expect(pieces.flatMap((piece) => piece.trim().split(' '))).toEqual(words);
    for (const piece of pieces) expect(weightOfText(piece)).toBeGreaterThan(60);
  });

  test('inside a word that is longer than all there is, and inside a letter with accents without end', () => {
    expect(splitText('a'.repeat(25), 10)).toEqual(['a'.repeat(10), 'a'.repeat(10), 'a'.repeat(5)]);
    const zalgo = `a${'\u0301'.repeat(50)}`;
    expect(splitText(zalgo, 20).join('')).toBe(zalgo);
    expect(splitText(zalgo, 20).length).toBeGreaterThan(1);
  });

  test('where an entity would end, not where its letter does: "&" weighs five', () => {
    expect(splitText('&&&&', 10)).toEqual(['&&', '&&']);
  });
});

describe('a label is shortened', () => {
  test('to what Slack counts, with "…" and whole characters', () => {
    expect(fitted('short', 5)).toBe('short');
    expect(fitted('👩🏽‍🍳👩🏽‍🍳👩🏽‍🍳', 15)).toBe('👩🏽‍🍳👩🏽‍🍳…');
    expect(fitted('a & b', 6)).toBe('a…');
    fc.assert(
      fc.property(anyEscaped, fc.integer({ min: 1, max: 80 }), (text, most) => {
        const short = fitted(text, most);
        expect(lengthFor(short)).toBeLessThanOrEqual(most);
        expect(short === text || text.startsWith(short.slice(0, -1))).toBe(true);
      }),
    );
  });
});
