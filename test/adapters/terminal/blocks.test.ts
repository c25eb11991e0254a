import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createBlockParser } from '../../../adapters/terminal/blocks.ts';

function parsed(...pieces: string[]): string[] {
  const parser = createBlockParser();
  return [...pieces.flatMap((piece) => parser.push(piece)), ...parser.end()];
}

/** Cuts a text at the given places, which may be any numbers. */
function cut(text: string, places: readonly number[]): string[] {
  const at = [...new Set(places.map((place) => place % (text.length + 1)))].sort((a, b) => a - b);
  return [0, ...at].map((from, index) => text.slice(from, at[index] ?? text.length));
}

describe('piped input as messages', () => {
  test.each([
    ['lines belong together until an empty one', 'one\ntwo\n\nthree\n', ['one\ntwo', 'three']],
    ['the last line needs no line end', 'one\n\ntwo', ['one', 'two']],
    ['a backslash alone is an empty line inside a message', 'one\n\\\ntwo\n', ['one\n\ntwo']],
    ['a backslash among words is a backslash', 'C:\\ is full\n\\ no\n', ['C:\\ is full\n\\ no']],
    ['line ends of Windows', 'one\r\ntwo\r\n\r\n\\\r\nthree\r\n', ['one\ntwo', '\nthree']],
    ['line ends of an old Mac', 'one\r\rtwo\r', ['one', 'two']],
    ['many empty lines are one end, and spaces are empty', '\n\n one\n \t \n\n\ntwo\n\n\n', [' one', 'two']],
    ['a byte order mark is none of the words', '\uFEFF/practice-failure\n', ['/practice-failure']],
    ['nothing is no message', '', []],
    ['empty lines are no message', '\n \n\n', []],
  ])('%s', (_, input, messages) => {
    expect(parsed(input)).toEqual(messages);
  });

  test.each([5, 50, 5_000])('of %i lines every one counts once, in order', (count) => {
    const lines = Array.from({ length: count }, (_, index) => `line ${index}`);
    expect(parsed(lines.join('\n\n'))).toEqual(lines);
    expect(parsed(`${lines.join('\n')}\n`)).toEqual([lines.join('\n')]);
  });

  const line = fc.constantFrom('a', 'b c', 'ü 👩🏽‍🍳', '\\', '', ' ', 'x\\');
  const lineEnd = fc.constantFrom('\n', '\r\n', '\r');

  test('no word is lost and the order is kept, wherever the input is cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(line, lineEnd)),
        fc.string(),
        fc.array(fc.nat(200)),
        (lines, tail, places) => {
          const input = lines.map(([words, end]) => words + end).join('') + tail.replace(/[\r\n\uFEFF]/g, '');
          const whole = parsed(input);
          expect(parsed(...cut(input, places))).toEqual(whole);
          const bare = (words: string) => words.replace(/^\s*\\\s*$/gm, '').replace(/\s/g, '');
          expect(bare(whole.join('\n'))).toBe(bare(input.replace(/\r\n?/g, '\n')));
        },
      ),
    );
  });
});
