import { z } from 'zod';
import { type Span, SpanSchema } from '../text/span.ts';

/** The answer as one spoken text, and which parts of it belong to which step. */
export const DraftSchema = z.strictObject({
  text: z.string(),
  /** Spans of `text`, in order, by step id. A step nobody spoke to has an empty list or none. */
  steps: z.record(z.string(), z.array(SpanSchema).readonly()).readonly(),
});
export type Draft = z.infer<typeof DraftSchema>;

/** Joins step texts in the guide's order, one paragraph a step; empty ones are left out. */
export function draftFromSteps(steps: readonly { id: string; text: string }[]): Draft {
  const spans: Record<string, Span[]> = {};
  let text = '';
  for (const step of steps) {
    const words = step.text.trim();
    if (words === '') continue;
    if (text !== '') text += '\n\n';
    spans[step.id] = [{ start: text.length, end: text.length + words.length, quote: words }];
    text += words;
  }
  return { text, steps: spans };
}
