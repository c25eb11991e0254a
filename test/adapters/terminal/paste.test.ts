import { StringDecoder } from 'node:string_decoder';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createPasteMachine, type Token } from '../../../adapters/terminal/paste.ts';

const BEGIN = '\x1b[200~';
const END = '\x1b[201~';
const PARAGRAPHS =
  'Two years ago I ran a shop.\r\rI ordered 90 chairs for 150 people.\r\rNow I ask for the list.';
const AS_TEXT = PARAGRAPHS.replace(/\r/g, '\n');

/** Everything arrives at once, in these pieces. */
function atOnce(...pieces: string[]): Token[] {
  const machine = createPasteMachine();
  for (const piece of pieces) machine.feed(piece);
  return joined([...machine.settle('short'), ...machine.settle('long')]);
}

/** Every piece arrives a moment after the one before. */
function slowly(...pieces: string[]): Token[] {
  const machine = createPasteMachine();
  const tokens: Token[] = [];
  for (const piece of pieces) {
    machine.feed(piece);
    tokens.push(...machine.settle('short'));
  }
  return joined([...tokens, ...machine.settle('long')]);
}

/** Letters beside letters are one text, however they came. */
function joined(tokens: readonly Token[]): Token[] {
  const out: Token[] = [];
  for (const token of tokens) {
    const last = out.at(-1);
    if (token.type === 'text' && last?.type === 'text')
      out[out.length - 1] = { type: 'text', text: last.text + token.text };
    else out.push(token);
  }
  return out;
}

const text = (words: string): Token => ({ type: 'text', text: words });
const paste = (words: string): Token => ({ type: 'paste', text: words });
const key = (name: Extract<Token, { type: 'key' }>['key']): Token => ({ type: 'key', key: name });

describe('a paste', () => {
  test('of three paragraphs that the terminal marks is one text', () => {
    expect(atOnce(BEGIN + PARAGRAPHS + END)).toEqual([paste(AS_TEXT)]);
  });

  test('of three paragraphs that nobody marks is one text', () => {
    expect(atOnce(PARAGRAPHS)).toEqual([paste(AS_TEXT)]);
    expect(atOnce(`${PARAGRAPHS}\r`)).toEqual([paste(AS_TEXT)]);
    expect(atOnce(`${AS_TEXT}\n`)).toEqual([paste(AS_TEXT)]);
  });

  test('of one line goes into the line, and its line end sends nothing', () => {
    expect(atOnce(`${BEGIN}ward nurse\r${END}`)).toEqual([text('ward nurse')]);
  });

  test('of commands, line by line, is still one text', () => {
    expect(atOnce(`${BEGIN}stop\rdelete\r${END}`)).toEqual([paste('stop\ndelete')]);
  });

  test('keeps keys that were pressed before and after it apart', () => {
    expect(atOnce(`so: ${BEGIN}a\rb${END}\r`)).toEqual([text('so: '), paste('a\nb'), key('enter')]);
  });

  test('that never ends does not lock the keyboard: Ctrl-C goes through', () => {
    expect(atOnce(`${BEGIN}a\rb`, '\x03')).toEqual([key('interrupt')]);
  });
});

describe('typing that arrived together', () => {
  test.each([
    ['a line and its Enter', 'I shipped it late.\r', [text('I shipped it late.'), key('enter')]],
    [
      'a line, Enter, and Enter to go on',
      'I shipped it late.\r\r',
      [text('I shipped it late.'), key('enter'), key('enter')],
    ],
    [
      'short lines of a script',
      'story\rward nurse\rnext\r',
      [text('story'), key('enter'), text('ward nurse'), key('enter'), text('next'), key('enter')],
    ],
    ['the line ends of a script', 'story\n', [text('story'), key('enter')]],
  ])('%s', (_, bytes, tokens) => {
    expect(atOnce(bytes)).toEqual(tokens);
  });

  test('a short line without its Enter is no script', () => {
    expect(atOnce('one\rtwo')).toEqual([paste('one\ntwo')]);
  });
});

describe('keys', () => {
  test.each([
    ['\x1b[A', 'up'],
    ['\x1bOB', 'down'],
    ['\x1b[D', 'left'],
    ['\x1b[1;5C', 'word-right'],
    ['\x1bb', 'word-left'],
    ['\x1b[3~', 'delete'],
    ['\x7f', 'backspace'],
    ['\x17', 'delete-word'],
    ['\x04', 'end-of-input'],
    ['\x1b', 'escape'],
  ] as const)('%j is %s', (bytes, name) => {
    expect(atOnce(bytes)).toEqual([key(name)]);
  });

  test('one that means nothing leaves no letters behind', () => {
    expect(atOnce('a\x1b[15~b\x1b[?1;2cc')).toEqual([text('abc')]);
  });
});

describe('bytes cut anywhere', () => {
  const piece = fc.constantFrom(
    ...[
      'a',
      'Zoë 👩🏽‍🍳',
      'two words ',
      '\r',
      '\x1b[A',
      '\x1b[1;5D',
      '\x7f',
      '\t',
      `${BEGIN}p\rq é${END}`,
      `${BEGIN}x${END}`,
    ],
  );
  const cutAnywhere = (bytes: Buffer, places: readonly number[]): string[] => {
    const decoder = new StringDecoder('utf8');
    const at = [...new Set(places.map((place) => place % (bytes.length + 1)))].sort((a, b) => a - b);
    return [0, ...at].map((from, index) => decoder.write(bytes.subarray(from, at[index] ?? bytes.length)));
  };

  test('give the same when they come together', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.array(fc.nat(300)), (pieces, places) => {
        const input = pieces.join('');
        expect(atOnce(...cutAnywhere(Buffer.from(input), places))).toEqual(atOnce(input));
      }),
    );
  });

  test('give the same when they come slowly, as long as nobody pasted without marks', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.array(fc.nat(300)), (pieces, places) => {
        // A lone Enter between words is a line sent; the machine may not take it for a paste when it came alone.
        const input = pieces.filter((one) => one !== '\r').join('');
        expect(slowly(...cutAnywhere(Buffer.from(input), places))).toEqual(atOnce(input));
      }),
    );
  });
});
