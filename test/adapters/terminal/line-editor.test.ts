import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { KeyName } from '../../../adapters/terminal/keys.ts';
import { layOut } from '../../../adapters/terminal/layout.ts';
import { EMPTY, type Line, lineOf, withKey, withText } from '../../../adapters/terminal/line-editor.ts';

function pressing(line: Line, ...keys: KeyName[]): Line {
  return keys.reduce(withKey, line);
}

describe('the line being typed', () => {
  test('letters go in where the cursor stands', () => {
    expect(withText(pressing(lineOf('I failed'), 'word-left'), 'never ')).toEqual({
      text: 'I never failed',
      cursor: 8,
    });
  });

  test('an emoji of several code points is one step and one backspace', () => {
    expect(pressing(lineOf('cake 👩🏽‍🍳'), 'backspace')).toEqual(lineOf('cake '));
    expect(pressing(lineOf('👨‍👩‍👧‍👦'), 'left', 'delete')).toEqual(EMPTY);
  });

  test('words and line parts can be deleted', () => {
    expect(pressing(lineOf('one two '), 'delete-word').text).toBe('one ');
    expect(pressing(lineOf('one two'), 'word-left', 'delete-to-end').text).toBe('one ');
    expect(pressing(lineOf('one two'), 'word-left', 'delete-to-start').text).toBe('two');
  });

  test('no key moves the cursor out of the line or into a character', () => {
    const keys = fc.constantFrom<KeyName>(
      'left',
      'right',
      'word-left',
      'word-right',
      'home',
      'end',
      'backspace',
      'delete',
      'delete-word',
    );
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.array(keys), (typed, pressed) => {
        const line = pressing(lineOf(typed), ...pressed);
        const again = withText(line, '');
        expect(again.cursor).toBeGreaterThanOrEqual(0);
        expect(again.cursor).toBeLessThanOrEqual(again.text.length);
        const half = again.text.slice(0, again.cursor);
        expect(Buffer.from(half).toString()).toBe(half);
      }),
    );
  });
});

describe('the line on the screen', () => {
  test('is broken at the margin, and the cursor stands behind the last letter', () => {
    expect(layOut('> ', lineOf('abcdefghij'), 8, 10)).toEqual({
      rows: ['> abcdef', 'ghij'],
      row: 1,
      column: 4,
    });
  });

  test('is broken between two words, and no letter of it is lost', () => {
    expect(layOut('> ', lineOf('one two three'), 10, 10)).toEqual({
      rows: ['> one two ', 'three'],
      row: 1,
      column: 5,
    });
    expect(layOut('> ', lineOf('one two three '), 8, 10)).toEqual({
      rows: ['> one ', 'two ', 'three '],
      row: 2,
      column: 6,
    });
    // The space at the margin is where a cursor may stand, and what follows begins a row.
    expect(layOut('> ', { text: 'one two three', cursor: 7 }, 9, 10)).toMatchObject({ row: 0, column: 9 });
    expect(layOut('> ', { text: 'one two three', cursor: 8 }, 9, 10)).toMatchObject({ row: 1, column: 0 });
    expect(layOut('> ', lineOf('one two '), 9, 10)).toEqual({ rows: ['> one two', ''], row: 1, column: 0 });
    fc.assert(
      fc.property(fc.string(), fc.nat(), fc.integer({ min: 10, max: 30 }), (words, at, width) => {
        const line = { text: words, cursor: Math.min(at, words.length) };
        const { rows, row, column } = layOut('> ', line, width, 100);
        expect(rows.join('').replace(/ /g, '')).toBe(`> ${words}`.replace(/ /g, ''));
        for (const shown of rows) expect(shown.length).toBeLessThanOrEqual(width);
        expect(column).toBeLessThanOrEqual((rows[row] ?? '').length);
      }),
    );
  });

  test('counts a wide character as two columns', () => {
    expect(layOut('> ', lineOf('語語'), 5, 10)).toEqual({ rows: ['> 語', '語'], row: 1, column: 2 });
  });

  test('shows the rows around the cursor when it is taller than the screen', () => {
    const long = lineOf('abcdefghijklmnopqrst');
    expect(layOut('', long, 4, 2)).toEqual({ rows: ['mnop', 'qrst'], row: 1, column: 4 });
    expect(layOut('', { text: long.text, cursor: 0 }, 4, 2)).toEqual({
      rows: ['abcd', 'efgh'],
      row: 0,
      column: 0,
    });
  });

  test('shows what was typed, and obeys none of it', () => {
    expect(layOut('', lineOf('a\x1b[2Jb'), 20, 5).rows).toEqual(['a[2Jb']);
  });
});
