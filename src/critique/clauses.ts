import { type Span, shift, spanOf } from '../text/span.ts';
import { countWords, words } from '../text/words.ts';
import type { ParsedText, Sentence } from './parsed-text.ts';

/** Where one clause ends and the next begins: a comma and its like, or a joining word before a new subject. */
const BOUNDARY =
  /[,;:()—–]+|\s-\s|\s(?=(?:and|but|so|because|although|though|while|which meant|when|until|then) (?:i|we|he|she|it|they|the|my|our|that)\b)/gu;

/** The clauses of a sentence, in order. A comma inside a number is none. */
export function clausesOf(sentence: Sentence): readonly Span[] {
  const before = known.get(sentence);
  if (before !== undefined) return before;
  const found = splitSentence(sentence);
  known.set(sentence, found);
  return found;
}

const known = new WeakMap<Sentence, readonly Span[]>();

function splitSentence(sentence: Sentence): Span[] {
  const text = sentence.folded;
  const found: Span[] = [];
  let start = 0;
  const add = (end: number): void => {
    // A joining word belongs between two clauses: "I am much better organised now" reads on its own.
    const joined = /^\s*(?:and|but|so)\s+/u.exec(text.slice(start, end))?.[0].length ?? 0;
    const span = spanOf(sentence.span.quote, start + joined, end);
    if (span === undefined || !/[\p{L}\p{N}]/u.test(span.quote)) return;
    found.push(shift(span, sentence.span.start));
  };
  for (const match of text.matchAll(BOUNDARY)) {
    if (/^[,:]$/.test(match[0]) && /^\d/.test(text.slice(match.index + 1))) continue;
    add(match.index);
    start = match.index + match[0].length;
  }
  add(text.length);
  return found;
}

/** The clause of `sentence` that holds the text from `start` to `end`, grown to as many as it takes. */
export function clauseAround(text: ParsedText, sentence: Sentence, start: number, end: number): Span {
  const touched = clausesOf(sentence).filter((clause) => clause.end > start && clause.start < end);
  const first = touched.at(0);
  const last = touched.at(-1);
  if (first === undefined || last === undefined) return sentence.span;
  return withoutEnd(
    spanOf(text.text, Math.min(first.start, start), Math.max(last.end, end)) ?? sentence.span,
  );
}

/** The span without the full stop or other sign that ends it. */
export function withoutEnd(span: Span): Span {
  const quote = span.quote.replace(/[\s.!?…,;:]+$/u, '');
  return quote === '' ? span : { start: span.start, end: span.start + quote.length, quote };
}

/** Whether a text has more than `max` words. Counting is slow, so only as much is counted as it takes. */
export function hasMoreWords(text: string, max: number): boolean {
  return countWords(text.slice(0, max * LONGEST_WORD)) > max;
}

/** Far longer than any word, white space included; a run without end is counted as the few words it fills. */
const LONGEST_WORD = 60;

/** Cuts a span to its first `max` words, at a word's end; the span itself where it is short enough. */
export function firstWords(span: Span, max: number): Span {
  if (!hasMoreWords(span.quote, max)) return span;
  const list = words(span.quote.slice(0, max * LONGEST_WORD));
  let at = 0;
  for (const word of list.slice(0, max)) {
    for (const part of word.split('-')) at = Math.max(at, span.quote.indexOf(part, at) + part.length);
  }
  return spanOf(span.quote, 0, at) === undefined
    ? span
    : { start: span.start, end: span.start + at, quote: span.quote.slice(0, at) };
}
