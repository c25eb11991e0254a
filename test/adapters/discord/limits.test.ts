import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packed } from '../../../adapters/discord/render/pack.ts';
import { weightOf } from '../../../adapters/discord/render/safe-text.ts';
import { fitted, labelOf, splitText } from '../../../adapters/discord/render/split.ts';
import { anyWriting } from '../../text/any-text.ts';

const graphemes = (text: string) =>
  [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)].map(({ segment }) => segment);

/** Text with what is escaped among it, and with letters and emoji of several code units. */
const anyText = fc
  .array(
    fc.oneof(anyWriting, fc.constantFrom('*', '_', '\\', ' ', '@', 'R&D', '👩🏽‍🍳 ', ' \u0301', '\u0600 ')),
    {
      maxLength: 40,
    },
  )
  .map((pieces) => pieces.join(''));

describe('a long text is cut', () => {
  test('so that nothing of it is lost and every piece fits', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 4, max: 200 }), (text, most) => {
        const pieces = splitText(text, most);
        expect(pieces.join('')).toBe(text);
        for (const piece of pieces) {
          expect(weightOf(piece)).toBeLessThanOrEqual(most);
          expect(piece).not.toBe('');
        }
      }),
    );
  });

  test('never inside an emoji or an accented letter', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 60, max: 200 }), (text, most) => {
        fc.pre(graphemes(text).every((grapheme) => weightOf(grapheme) <= most));
        expect(splitText(text, most).flatMap(graphemes)).toEqual(graphemes(text));
      }),
    );
  });

  test('between two words, wherever a word fits, and no piece is shorter than it has to be', () => {
    const words = Array.from({ length: 400 }, (_, index) => `wörd${index}*`);
    const pieces = splitText(words.join(' '), 90);
    expect(pieces.flatMap((piece) => piece.trim().split(' '))).toEqual(words);
    for (const piece of pieces.slice(0, -1)) expect(weightOf(piece)).toBeGreaterThan(75);
  });

  test('between two letters of a word without end, wherever it is looked at', () => {
    for (let shift = 0; shift < 12; shift += 1) {
      const word = `${'x'.repeat(shift)}${'👨‍👩‍👧‍👦🇵🇱é'.repeat(80)}`;
      expect(splitText(word, 90).flatMap(graphemes)).toEqual(graphemes(word));
    }
  });

  test('inside a word that is longer than all there is, and inside a letter with accents without end', () => {
    expect(splitText('a'.repeat(25), 10)).toEqual(['a'.repeat(10), 'a'.repeat(10), 'a'.repeat(5)]);
    const zalgo = `a${'\u0301'.repeat(50)}`;
    expect(splitText(zalgo, 20).join('')).toBe(zalgo);
    expect(splitText(zalgo, 20)).toHaveLength(3);
  });
});

describe('a label is shortened', () => {
  test('to whole characters, with "…"', () => {
    expect(fitted('short', 5)).toBe('short');
    expect(fitted('👩🏽‍🍳👩🏽‍🍳👩🏽‍🍳', 15)).toBe('👩🏽‍🍳👩🏽‍🍳…');
    expect(fitted('a bc', 3)).toBe('a…');
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 80 }), (text, most) => {
        const short = fitted(text, most);
        expect(short.length).toBeLessThanOrEqual(most);
        expect(short === text || text.startsWith(short.slice(0, -1))).toBe(true);
      }),
    );
  });

  test('to one line, and is never empty', () => {
    expect(labelOf(' Work on\n"lesson" ', 80)).toBe('Work on "lesson"');
    for (const nothing of ['', ' \n', '\u200b', '\ufe0f']) expect(labelOf(nothing, 80)).toBe('…');
  });
});

describe('parts are packed', () => {
  const part = (characters: number, components = 1) => ({ characters, components });
  const most = part(100, 10);

  test('in their order, no message over its room', () => {
    const anyPart = fc.record({
      characters: fc.integer({ min: 0, max: 100 }),
      components: fc.integer({ min: 1, max: 6 }),
    });
    fc.assert(
      fc.property(fc.array(anyPart), fc.array(anyPart, { maxLength: 3 }), (content, tail) => {
        const messages = packed(content, tail, most);
        expect(messages.flat()).toEqual([...content, ...tail]);
        for (const message of messages) {
          expect(message.length).toBeGreaterThan(0);
          expect(message.reduce((sum, one) => sum + one.characters, 0)).toBeLessThanOrEqual(100);
          expect(message.reduce((sum, one) => sum + one.components, 0)).toBeLessThanOrEqual(10);
        }
      }),
    );
  });

  test('so that what is pressed stands under the last that is read', () => {
    const last = part(10);
    const buttons = part(0, 6);
    expect(packed([part(50, 4), last], [buttons], most)).toEqual([[part(50, 4)], [last, buttons]]);
  });
});
