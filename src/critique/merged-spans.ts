import { type Span, spanOf } from '../text/span.ts';

/** The spans in the order of the text, those that overlap or hold each other as one: no word is quoted twice. */
export function mergedSpans(text: string, spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1);
    if (last === undefined || span.start >= last.end) merged.push(span);
    else if (span.end > last.end) merged[merged.length - 1] = spanOf(text, last.start, span.end) ?? last;
  }
  return merged;
}
