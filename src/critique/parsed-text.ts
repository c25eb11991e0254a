import type { Span } from '../text/span.ts';

/** One token, at its place in the text (UTF-16 offsets). */
export interface Token {
  readonly start: number;
  readonly end: number;
  /** Lower case, the apostrophe always `'`. */
  readonly lower: string;
  readonly lemma: string;
  /** Universal part of speech as the language model guesses it: NOUN, VERB, PRON … */
  readonly pos: string;
}

export interface Sentence {
  readonly index: number;
  readonly span: Span;
  /** The sentence folded for matching, at the same offsets as the quote; of one without end only its beginning. */
  readonly folded: string;
  readonly tokens: readonly Token[];
}

/** A text as the signals see it. */
export interface ParsedText {
  readonly text: string;
  readonly sentences: readonly Sentence[];
}

/**
 * Lower case with straight apostrophes and plain spaces, of exactly the same length: a letter whose
 * lower case is longer (İ) stays as it is.
 */
export function fold(text: string): string {
  return text.replace(/[A-Z]|[^\0-\x7f]|\s/gu, (char) => {
    if (/\s/u.test(char)) return ' '.repeat(char.length);
    if (/[’‘ʼ]/u.test(char)) return "'";
    const lower = char.toLowerCase();
    return lower.length === char.length ? lower : char;
  });
}
