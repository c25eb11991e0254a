import type { Critique } from '../critique/critique.ts';
import { shorten } from '../text/graphemes.ts';
import type { Span } from '../text/span.ts';

/** On the first screen a quote is there to be recognised: one line of a terminal, in characters as a reader counts them. */
export const GLANCED = 72;

/**
 * Words to keep, as the first screen quotes them. Of a long sentence it is the clause that earned a rating: cut short,
 * it might show what was not meant.
 */
export function glancedKeep(span: Span, critique: Critique): string {
  if (span.quote.length <= GLANCED) return span.quote;
  const within = Object.values(critique.steps)
    .flatMap(({ evidence }) => evidence)
    .filter((one) => one.start >= span.start && one.end <= span.end && one.quote.length <= GLANCED)
    .sort((a, b) => b.quote.length - a.quote.length);
  return within[0]?.quote ?? shorten(span.quote, GLANCED);
}
