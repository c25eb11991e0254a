import { type Span, spanOf } from '../../text/span.ts';
import { clauseAround, hasMoreWords, shortened, withoutEnd } from '../clauses.ts';
import type { ParsedText, Sentence } from '../parsed-text.ts';

/** Finds the words that raise one kind of doubt; undefined where none do. Rather silent than wrong. */
export type DoubtFinder = (text: ParsedText) => Span | undefined;

/** More than this cannot be taken in at a glance. */
const MOST_WORDS = 16;

/** The clause around a match, or where that is long, the words from the match on. Offsets are of the sentence. */
export function wordsAround(text: ParsedText, sentence: Sentence, start: number, end: number): Span {
  const from = sentence.span.start + start;
  const to = wholeCharacter(text.text, sentence.span.start + end);
  const clause = clauseAround(text, sentence, from, to);
  if (!hasMoreWords(clause.quote, MOST_WORDS)) return clause;
  const rest = spanOf(text.text, from, Math.max(clause.end, to));
  return rest === undefined ? clause : withoutEnd(shortened(rest, MOST_WORDS));
}

/** The first match of a pattern in a sentence that nothing speaks against. */
export function firstWords(
  text: ParsedText,
  pattern: RegExp,
  unless?: (sentence: Sentence) => boolean,
): Span | undefined {
  for (const sentence of text.sentences) {
    const match = pattern.exec(sentence.folded);
    if (match === null || unless?.(sentence) === true) continue;
    return wordsAround(text, sentence, match.index, match.index + match[0].length);
  }
  return undefined;
}

/** The end of the character at which a match ends: an accent that stands apart belongs to its letter. */
export function wholeCharacter(text: string, end: number): number {
  let at = end;
  while (/[\p{M}\u200d]/u.test(text.charAt(at))) at += 1;
  return at;
}

/** A clause cut to what can be taken in at a glance. */
export function shortSpan(span: Span): Span {
  return withoutEnd(shortened(span, MOST_WORDS));
}
