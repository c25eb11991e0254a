import type { Span } from '../text/span.ts';
import type { ParsedText } from './parsed-text.ts';

/** Single words to speak from, verbatim, in order. */
export function cueWords(_text: ParsedText): readonly Span[] {
  return [];
}
