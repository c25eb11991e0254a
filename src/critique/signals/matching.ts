import type { Span } from '../../text/span.ts';
import { clauseAround } from '../clauses.ts';
import type { ParsedText, Sentence } from '../parsed-text.ts';

export interface MatchOptions {
  /** A sentence in which this stands does not count. */
  readonly unless?: RegExp;
  /** Whether the sentence may show the sign at all. */
  readonly where?: (sentence: Sentence) => boolean;
}

/**
 * The clauses in which a pattern stands, each once. Patterns meet folded text (lower case, straight
 * apostrophes) and must not hold an unbounded gap: a sentence may be 40,000 characters long.
 */
export function clausesWith(text: ParsedText, pattern: RegExp, options: MatchOptions = {}): Span[] {
  const found: Span[] = [];
  const every = everyOf(pattern);
  for (const sentence of text.sentences) {
    // Nearly no sentence shows it, so that this is asked first.
    every.lastIndex = 0;
    if (!every.test(sentence.folded)) continue;
    if (options.unless?.test(sentence.folded) === true) continue;
    if (options.where?.(sentence) === false) continue;
    every.lastIndex = 0;
    let seen = -1;
    // Two are enough to show a sign, and keep a text of one endless sentence cheap.
    let count = 0;
    for (const match of sentence.folded.matchAll(every)) {
      const start = sentence.span.start + match.index;
      if (start < seen) continue;
      const span = clauseAround(text, sentence, start, start + match[0].length);
      seen = span.end;
      found.push(span);
      count += 1;
      if (count === 2) break;
    }
  }
  return found;
}

const EVERY = new WeakMap<RegExp, RegExp>();

/** The pattern as one that finds all: made once, for each is looked for in every answer. */
function everyOf(pattern: RegExp): RegExp {
  const known = EVERY.get(pattern);
  if (known !== undefined) return known;
  const every = new RegExp(pattern.source, 'gu');
  EVERY.set(pattern, every);
  return every;
}

/** The sentence in which a span begins. */
export function sentenceAt(text: ParsedText, span: Span): Sentence | undefined {
  return text.sentences.find((one) => span.start >= one.span.start && span.start < one.span.end);
}

/** Whole sentences that hold any of the spans, in order, each once. */
export function sentencesOf(text: ParsedText, spans: readonly Span[]): Sentence[] {
  return text.sentences.filter((one) =>
    spans.some((span) => span.start >= one.span.start && span.start < one.span.end),
  );
}

/** A pattern from alternatives, word boundaries on both sides. */
export function anyOf(...alternatives: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives.join('|')})(?![\\p{L}\\p{N}])`, 'u');
}
