import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countGraphemes, shorten } from '../../src/text/graphemes.ts';
import { anyWriting } from './any-text.ts';

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

describe('characters as a person counts them', () => {
  test.each([
    ['👩🏽‍🍳', 1],
    ['🇵🇱🇵🇱', 2],
    ['e\u0301', 1],
    ['abc', 3],
    ['', 0],
  ])('%s counts as %i', (text, count) => {
    expect(countGraphemes(text)).toBe(count);
  });
});

describe('shortening', () => {
  test('a text that fits stays whole, at the very limit too', () => {
    expect(shorten('four', 4)).toBe('four');
    expect(shorten('👩🏽‍🍳👩🏽‍🍳', 2)).toBe('👩🏽‍🍳👩🏽‍🍳');
  });

  test('one character too many costs two: the sign of the cut takes a place', () => {
    expect(shorten('fiver', 4)).toBe('fiv…');
    expect(shorten('👩🏽‍🍳👩🏽‍🍳👩🏽‍🍳', 2)).toBe('👩🏽‍🍳…');
    expect(shorten('ab', 1)).toBe('…');
  });

  test('no white space is left hanging before the sign', () => {
    expect(shorten('one two three', 5)).toBe('one…');
  });

  test('never longer than asked, never cut inside a character, always the beginning of the text', () => {
    fc.assert(
      fc.property(anyWriting, fc.integer({ min: 1, max: 30 }), (text, max) => {
        const short = shorten(text, max);
        expect(countGraphemes(short)).toBeLessThanOrEqual(max);
        if (short === text) return;
        const kept = short.slice(0, -1);
        expect(short.endsWith('…')).toBe(true);
        expect(text.startsWith(kept)).toBe(true);
        const borders = [...segmenter.segment(text)].map(({ index }) => index);
        expect(borders).toContain(kept.length);
      }),
    );
  });

  test('only a text that does not fit is cut', () => {
    fc.assert(
      fc.property(anyWriting, (text) => {
        const count = countGraphemes(text);
        expect(shorten(text, Math.max(1, count))).toBe(text);
        if (count > 1) expect(shorten(text, count - 1)).not.toBe(text);
      }),
    );
  });
});
