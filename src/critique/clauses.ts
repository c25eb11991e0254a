import { type Span, shift, spanOf } from '../text/span.ts';
import { countWords, words } from '../text/words.ts';
import { fold, type ParsedText, type Sentence } from './parsed-text.ts';

/**
 * Where one clause ends and the next begins: a comma and its like, or a joining word before a new subject. Two
 * joining words belong together: "since then we …" and "even when I …" are not cut between them.
 */
const BOUNDARY =
  /[,;:()—–]+|\s-\s|(?<!(?<!\p{L})(?:since|even|just|only|by|from|until|and|but|so|or|not))\s(?=(?:(?:and|but|so) )?(?:and|but|so|because|although|though|while|which meant|when|until|then) (?:i|we|he|she|it|they|the|my|our|that)\b)/gu;

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

/** Up to here a clause is only a lead ("Last May, …"): quoted alone it tells nothing. */
const LEAD_WORDS = 3;

/**
 * The clause of `sentence` that holds the text from `start` to `end`, grown to as many as it takes, and to the
 * clause after it where it is only a lead.
 */
export function clauseAround(text: ParsedText, sentence: Sentence, start: number, end: number): Span {
  const clauses = clausesOf(sentence);
  const touched = clauses.filter((clause) => clause.end > start && clause.start < end);
  const first = touched.at(0);
  const only = touched.length === 1 && first !== undefined && !hasMoreWords(first.quote, LEAD_WORDS);
  const last = only ? (clauses[clauses.indexOf(first) + 1] ?? first) : touched.at(-1);
  if (first === undefined || last === undefined) return sentence.span;
  return withoutEnd(
    spanOf(text.text, Math.min(first.start, start), Math.max(last.end, end)) ?? sentence.span,
  );
}

/** The span without the full stop or other sign that ends it. */
export function withoutEnd(span: Span): Span {
  const quote = span.quote.replace(/(?<![\s.!?…,;:])[\s.!?…,;:]+$/u, '');
  return quote === '' ? span : { start: span.start, end: span.start + quote.length, quote };
}

/** Whether a text has more than `max` words. Counting is slow, so only as much is counted as it takes. */
export function hasMoreWords(text: string, max: number): boolean {
  return countWords(text.slice(0, max * LONGEST_WORD)) > max;
}

/** Far longer than any word, white space included; a run without end is counted as the few words it fills. */
const LONGEST_WORD = 60;

/** Where a long quote can stop and still reads: before a comma or a word that joins a clause on. */
const STOP =
  /[,;:—–]|\s(?=(?:and|but|or|so|because|which|who|that|when|while|until|although|before|after|if) )/gu;
/** Words that promise more to come: a quote that ends on one stops in mid-air. */
const UNFINISHED =
  /\s(?:a|an|the|my|our|his|her|their|its|this|that|which|who|and|but|or|so|to|of|in|on|at|for|with|by|from|as|than|is|are|was|were|be|been|had|has|have|did|do|does|not|could|would|should|can|will|must|may|might|(?:could|would|did|was|were|had|is|are|do|does|should|has|have)n't|can't|won't|i|we|he|she|they|it|because|when|if|very|more|no|\d[\d,.]*)$/u;
/** A shorter piece than this is no quote any more. */
const FEWEST_QUOTED = 6;

/**
 * Shortens a span to at most `max` words: at the last place where a clause ends, else at a word that can end
 * a quote, never between a helping word and its verb; the span itself where it is short enough.
 */
export function shortened(span: Span, max: number): Span {
  const cut = firstWords(span, max);
  if (cut === span) return span;
  let end = 0;
  for (const match of fold(span.quote.slice(0, cut.quote.length + LONGEST_WORD)).matchAll(STOP)) {
    if (match.index > cut.quote.length) break;
    const piece = finished(cut.quote.slice(0, match.index));
    if (hasMoreWords(piece, FEWEST_QUOTED - 1)) end = Math.max(end, piece.length);
  }
  const quote = end > 0 ? cut.quote.slice(0, end) : finished(cut.quote);
  return { start: cut.start, end: cut.start + quote.length, quote };
}

/** The words without those at the end that promise more. */
function finished(words: string): string {
  let rest = words.replace(/(?<![\s,;:—–])[\s,;:—–]+$/u, '');
  for (let open = UNFINISHED.exec(fold(rest)); open !== null && open.index > 0; ) {
    rest = rest.slice(0, open.index).replace(/(?<![\s,;:—–])[\s,;:—–]+$/u, '');
    open = UNFINISHED.exec(fold(rest));
  }
  return rest;
}

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
