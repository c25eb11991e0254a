import { type Span, shift, spanOf } from '../text/span.ts';
import { clausesOf, firstWords, hasMoreWords, shortened, withoutEnd } from './clauses.ts';
import type { Language } from './language.ts';
import type { Hints, Signal } from './signals/signal.ts';

/** About what a person takes in at a glance when a finding quotes them. */
const QUOTE_WORDS = 14;
/** A sentence without end is read from its beginning. */
const READ_WORDS = 150;
const MOST_CLAUSES = 12;

/** The span without its end sign, cut to a quote's length where a clause ends. */
export function shortQuote(span: Span): Span {
  return shortened(withoutEnd(span), QUOTE_WORDS);
}

/**
 * Of a sentence that shows a pitfall, the clauses that show it: the longest run of them that still makes a
 * quote, the later of two as long.
 */
export function tellingClause(span: Span, signal: Signal, language: Language, hints: Hints): Span {
  const whole = withoutEnd(span);
  if (!hasMoreWords(whole.quote, QUOTE_WORDS)) return whole;
  const clauses = language
    .parse(firstWords(whole, READ_WORDS).quote)
    .sentences.flatMap((sentence) => clausesOf(sentence))
    .slice(0, MOST_CLAUSES);
  const runs = clauses.flatMap((from, at) =>
    clauses.slice(at).flatMap((to) => spanOf(whole.quote, from.start, to.end) ?? []),
  );
  const shows = (run: Span): boolean => {
    // Signs that weigh one part of a story against another see a clause often enough when it is said three times.
    const alone = language.parse(`${run.quote}. ${run.quote}. ${run.quote}.`);
    return signal.find(alone, hints).length > 0;
  };
  const short = runs.filter((run) => !hasMoreWords(run.quote, QUOTE_WORDS));
  const best =
    [...short].sort((a, b) => b.quote.length - a.quote.length || b.start - a.start).find(shows) ??
    clauses.find(shows);
  return shortQuote(best === undefined ? whole : shift(best, whole.start));
}
