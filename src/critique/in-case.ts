import type { Span } from '../text/span.ts';
import { clausesOf, hasMoreWords, withoutEnd } from './clauses.ts';
import { inLine, mayBeRepeated } from './follow-ups/quotable.ts';
import type { ParsedText } from './parsed-text.ts';

const SLOT = '{slip}';
/** Of their own words so many are named inside a question. */
const MOST_WORDS = 10;
const FEWEST_WORDS = 3;

/**
 * The clause by which a question can name what went wrong: the first of the places that holds one short enough. It
 * stands between quotes, verbatim; undefined where nothing is told of it.
 */
export function slipIn(text: ParsedText, places: readonly Span[]): Span | undefined {
  const clauses = places.length === 0 ? [] : text.sentences.flatMap((sentence) => clausesOf(sentence));
  for (const place of places) {
    const inside = clauses.filter((one) => one.start < place.end && one.end > place.start).map(withoutEnd);
    const fitting = inside.find(
      ({ quote }) =>
        hasMoreWords(quote, FEWEST_WORDS - 1) &&
        !hasMoreWords(quote, MOST_WORDS) &&
        TOLD.test(quote) &&
        mayBeRepeated(quote),
    );
    if (fitting !== undefined) return fitting;
  }
  return undefined;
}

/** Somebody does something in it: a lead ("On the Monday before") names no slip. */
const TOLD = /^(?:i|we|he|she|they|it|nobody|my \p{L}+|our \p{L}+|the \p{L}+) (?!\p{L}+$)/iu;

/** A guide's question about this very story; undefined where the finding quotes the same words already. */
export function inCase(
  question: string,
  slip: Span | undefined,
  about: Span | undefined,
): string | undefined {
  if (slip === undefined || (about !== undefined && about.start < slip.end && about.end > slip.start))
    return undefined;
  return question.replace(SLOT, () => inLine(slip));
}
