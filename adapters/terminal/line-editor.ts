import type { KeyName } from './keys.ts';

/** The line being typed. `cursor` is an offset in UTF-16 units, always between two characters as a person sees them. */
export interface Line {
  readonly text: string;
  readonly cursor: number;
}

export const EMPTY: Line = { text: '', cursor: 0 };

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

export function lineOf(text: string): Line {
  return { text, cursor: text.length };
}

/** Letters go in where the cursor stands. */
export function withText(line: Line, text: string): Line {
  return {
    text: line.text.slice(0, line.cursor) + text + line.text.slice(line.cursor),
    cursor: line.cursor + text.length,
  };
}

/** The line after a key that moves or deletes; a key that does neither changes nothing. */
export function withKey(line: Line, key: KeyName): Line {
  const { text, cursor } = line;
  switch (key) {
    case 'left':
      return { text, cursor: before(text, cursor) };
    case 'right':
      return { text, cursor: after(text, cursor) };
    case 'word-left':
      return { text, cursor: wordBefore(text, cursor) };
    case 'word-right':
      return { text, cursor: wordAfter(text, cursor) };
    case 'home':
      return { text, cursor: 0 };
    case 'end':
      return lineOf(text);
    case 'backspace':
      return without(text, before(text, cursor), cursor);
    case 'delete':
      return without(text, cursor, after(text, cursor));
    case 'delete-word':
      return without(text, wordBefore(text, cursor), cursor);
    case 'delete-to-start':
      return without(text, 0, cursor);
    case 'delete-to-end':
      return without(text, cursor, text.length);
    default:
      return line;
  }
}

function without(text: string, from: number, to: number): Line {
  return { text: text.slice(0, from) + text.slice(to), cursor: from };
}

/** An emoji of several code points is one step, and one backspace. */
function before(text: string, cursor: number): number {
  let last = 0;
  for (const { index } of graphemes.segment(text.slice(0, cursor))) last = index;
  return last;
}

function after(text: string, cursor: number): number {
  for (const { segment } of graphemes.segment(text.slice(cursor))) return cursor + segment.length;
  return cursor;
}

function wordBefore(text: string, cursor: number): number {
  return Math.max(0, text.slice(0, cursor).search(/\S+\s*$/u));
}

function wordAfter(text: string, cursor: number): number {
  return cursor + (/^\s*\S*/u.exec(text.slice(cursor))?.[0].length ?? 0);
}
