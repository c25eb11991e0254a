import type { Span } from '../../text/span.ts';
import { clausesOf, firstWords, hasMoreWords, shortened, withoutEnd } from '../clauses.ts';
import { fold, type Sentence } from '../parsed-text.ts';

/** Of a person's words so many stand inside a question. */
const MOST_WORDS = 8;
/** Fewer say nothing. */
const FEWEST_WORDS = 2;
/** Beside a question there is room for a sentence. */
const ABOUT_WORDS = 20;

/** A quote with these in it breaks the quotation marks around it, or the card. */
const BREAKS = /["“”„«»[\]{}<>*_`|~#!?:;\n\r]/u;
/** In a question these would be the coach's words about the text, whoever said them first. */
const NOT_REPEATED = new RegExp(
  `(?<!\\p{L})(?:${[
    'absent|vague\\p{L}*|weak\\p{L}*|poor(?:ly)?|bad(?:ly)?|terribl[ey]|awful(?:ly)?|horribl[ey]|mediocre|inadequate|insufficient\\p{L}*',
    'unsatisfactory|unacceptable|unconvincing|disappointing|inferior|superficial|shallow|lacks|lacking|fail(?:s|ed|ing)?|over(?:rated|estimated)|underrated',
    'emotional|defensive\\p{L}*|blaming|whin(?:ing|y)|complaining|laz(?:y|ily)|careless\\p{L}*|sloppy|incompetent|unprofessional|immature|childish',
    'arrogant|dishonest|insincere|naive|pathetic|stupid\\p{L}*|dumb|idiot\\p{L}*|silly|foolish|ignorant|hopeless|self-\\p{L}+|excuses?',
    'trivial|boring|dull|generic|clich\\p{L}+|rambling|pointless|worthless|useless|meaningless|nonsense|invalid|illegal|errors?|incorrect\\p{L}*',
    'wrong|not allowed|abort\\p{L}*|great question|good question|awesome|amazing|well done|fuck\\p{L}*|shit\\p{L}*',
  ].join('|')})(?!\\p{L})`,
  'u',
);
/** Where a circumstance begins that a quote can do without. */
const CUT =
  /[,;:—–]|\s(?=(?:and|but|because|when|while|until|before|after|without|on|in|at|for|with|by|from|during) )/gu;
/** Words that promise more to come. */
const OPEN_END = /\s(?:and|but|so|or|the|a|an|to|of|that|because|with|my|our|was|were|had)$/u;
/** What is left of a cut clause must still tell a deed. */
const FEWEST_CUT = 4;
const JOINS = /^(?:(?:and|but|so|which|that|because|then)\s+)+/u;

/** Words short enough to be named inside a question, verbatim; undefined where they do not bear it or cannot be cut. */
export function quotable(span: Span): Span | undefined {
  const whole = wholeQuote(span);
  if (whole !== undefined) return whole;
  const cut = cutQuote(withoutJoin(span));
  return cut !== undefined && bearsIt(cut) ? cut : undefined;
}

/** The same for words that mean something else when they are cut: all of them or none. */
export function wholeQuote(span: Span): Span | undefined {
  const whole = withoutEnd(withoutJoin(span));
  return bearsIt(whole) ? whole : undefined;
}

function bearsIt({ quote }: Span): boolean {
  return (
    !OPEN_END.test(fold(quote)) &&
    mayBeRepeated(quote) &&
    hasMoreWords(quote, FEWEST_WORDS - 1) &&
    !hasMoreWords(quote, MOST_WORDS) &&
    /\p{L}/u.test(quote)
  );
}

function withoutJoin(span: Span): Span {
  const joined = JOINS.exec(fold(span.quote))?.[0].length ?? 0;
  return joined === 0 ? span : { ...span, start: span.start + joined, quote: span.quote.slice(joined) };
}

/**
 * As much of a clause as can stand alone: up to a word that adds a circumstance ("I took on two weddings | on the same
 * Saturday"). After "that" nothing can be cut: "I assumed that the numbers" is no thought.
 */
function cutQuote(span: Span): Span | undefined {
  const first = firstWords(span, MOST_WORDS + 1);
  const folded = fold(first.quote);
  const that = /(?<!\p{L})(?:that|how|why|whether|what|who|which)(?!\p{L})/u.exec(folded)?.index;
  let end = 0;
  for (const match of folded.matchAll(CUT)) {
    if (that !== undefined && match.index > that) break;
    const piece = first.quote.slice(0, match.index);
    if (hasMoreWords(piece, FEWEST_CUT - 1) && !hasMoreWords(piece, MOST_WORDS)) end = match.index;
  }
  return end === 0
    ? undefined
    : withoutEnd({ ...first, end: first.start + end, quote: first.quote.slice(0, end) });
}

/** Whether words may stand in a question of the coach's. */
export function mayBeRepeated(words: string): boolean {
  return words !== '' && !BREAKS.test(words) && !NOT_REPEATED.test(fold(words));
}

/** The clause of a sentence that holds this place. */
export function clauseAt(sentence: Sentence, start: number): Span {
  return clausesOf(sentence).find((one) => start >= one.start && start < one.end) ?? sentence.span;
}

/** What a question follows from, shown beside it: the sentence, or of a long one the clause with the place in it. */
export function aboutAt(sentence: Sentence, start: number): Span {
  const whole = withoutEnd(sentence.span);
  return hasMoreWords(whole.quote, ABOUT_WORDS)
    ? shortened(withoutEnd(clauseAt(sentence, start)), ABOUT_WORDS)
    : whole;
}

/** A quote as it stands in a line: a line break inside it is a space. */
export function inLine(span: Span): string {
  return span.quote.replaceAll(/\s+/gu, ' ');
}
