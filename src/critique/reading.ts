import { z } from 'zod';
import { SpanSchema } from '../text/span.ts';

/**
 * What a text shows, worked out before the conversation decides: plain data on the event, so that the
 * conversation itself needs no language model, clock or chance.
 */
export const ReadingSchema = z.strictObject({
  words: z.int().min(0),
  /** Sentences in order, verbatim. */
  sentences: z.array(SpanSchema).readonly(),
  /** Signals of the guide found anywhere in the text, with the words that show them. */
  signals: z.record(z.string(), z.array(SpanSchema).readonly()).readonly(),
  /** The clause to reflect back: the heart of what was said, verbatim; none where the text has no words. */
  heart: SpanSchema.optional(),
  /** Which sentence belongs to which step of the guide, where the text tells. */
  steps: z.record(z.string(), z.array(SpanSchema).readonly()).readonly(),
});
export type Reading = z.infer<typeof ReadingSchema>;
