import { z } from 'zod';

/** A verbatim quote: `quote` is exactly `text.slice(start, end)` of the text it was taken from (UTF-16 offsets). */
export const SpanSchema = z
  .strictObject({ start: z.int().min(0), end: z.int().min(0), quote: z.string().min(1) })
  .readonly();
export type Span = z.infer<typeof SpanSchema>;

/** The span of `text` from `start` to `end`, outer white space left out; undefined where nothing is left. */
export function spanOf(text: string, start: number, end: number): Span | undefined {
  const raw = text.slice(start, end);
  const from = start + (raw.length - raw.trimStart().length);
  const quote = raw.trim();
  return quote === '' ? undefined : { start: from, end: from + quote.length, quote };
}

/** The quote really stands in the text at the place the span names. */
export function isVerbatim(text: string, span: Span): boolean {
  return text.slice(span.start, span.end) === span.quote;
}

/** The same span, seen from a text in which `text` begins at `by`. */
export function shift(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by, quote: span.quote };
}
