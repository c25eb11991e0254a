import { z } from 'zod';
import { type Span, SpanSchema } from '../text/span.ts';

/** The answer as one spoken text, and which parts of it belong to which step. */
export const DraftSchema = z.strictObject({
  text: z.string(),
  /** Spans of `text`, in order, by step id. A step nobody spoke to has an empty list or none. */
  steps: z.record(z.string(), z.array(SpanSchema).readonly()).readonly(),
});
export type Draft = z.infer<typeof DraftSchema>;

/**
 * Whether the steps were told one by one: each is a paragraph of its own. The sentences of a pasted answer were
 * sorted by a reading, which can be wrong by one.
 */
export function isToldInSteps(draft: Draft): boolean {
  const lists = Object.values(draft.steps);
  if (lists.some((spans) => spans.length > 1)) return false;
  const paragraphs = lists.flat().sort((a, b) => a.start - b.start);
  return paragraphs.map((span) => span.quote).join(PARAGRAPH) === draft.text;
}

const PARAGRAPH = '\n\n';

/** Joins step texts in the guide's order, one paragraph a step; empty ones are left out. */
export function draftFromSteps(steps: readonly { id: string; text: string }[]): Draft {
  const spans: Record<string, Span[]> = {};
  let text = '';
  for (const step of steps) {
    const words = step.text.trim();
    if (words === '') continue;
    if (text !== '') text += PARAGRAPH;
    spans[step.id] = [{ start: text.length, end: text.length + words.length, quote: words }];
    text += words;
  }
  return { text, steps: spans };
}
