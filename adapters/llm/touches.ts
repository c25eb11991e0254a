import type { Span } from '../../src/text/span.ts';

/** Whether a stretch of the answer has a character in common with any of the others. */
export function touches(span: Span, others: readonly Span[]): boolean {
  return others.some((other) => span.start < other.end && other.start < span.end);
}
