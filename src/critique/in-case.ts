import type { Span } from '../text/span.ts';
import { clausesOf, hasMoreWords, shortened, withoutEnd } from './clauses.ts';
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
  for (const place of places) {
    const clauses = text.sentences.flatMap((sentence) => clausesOf(sentence));
    const inside = clauses.filter((one) => one.start < place.end && one.end > place.start).map(withoutEnd);
    const fitting = inside.find(
      ({ quote }) =>
        hasMoreWords(quote, FEWEST_WORDS - 1) && !hasMoreWords(quote, MOST_WORDS) && TOLD.test(quote),
    );
    if (fitting !== undefined) return fitting;
  }
  const [place] = places;
  return place === undefined ? undefined : shortened(withoutEnd(place), MOST_WORDS);
}

/** Somebody does something in it: a lead ("In June 2022") names no slip. */
const TOLD = /(?<!\p{L})(?:I|i|we|We|it|It|he|she|they|the|The|my|our|nobody|Nobody)(?!\p{L})/u;

/** A guide's question about this very story; undefined where the finding quotes the same words already. */
export function inCase(
  question: string,
  slip: Span | undefined,
  about: Span | undefined,
): string | undefined {
  if (slip === undefined || (about !== undefined && about.start < slip.end && about.end > slip.start))
    return undefined;
  return question.replace(SLOT, () => slip.quote.replaceAll(/\s+/gu, ' '));
}
