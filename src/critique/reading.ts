import { z } from 'zod';
import { DoubtKindSchema } from '../guide/guide.ts';
import { SpanSchema } from '../text/span.ts';

/** A doubt about a story, as a question to the person. `about`: their words that raise it. */
export const DoubtSchema = z
  .strictObject({
    kind: DoubtKindSchema,
    about: SpanSchema.optional(),
    /** For `core`: the requirement it touches, in our words. */
    core: z.string().optional(),
  })
  .readonly();
export type Doubt = z.infer<typeof DoubtSchema>;

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
  /** Words that try for a signal of the guide and stay general, by signal. */
  thin: z.record(z.string(), z.array(SpanSchema).readonly()).readonly(),
  /** The clause to reflect back: the heart of what was said, verbatim; none where the text has no words. */
  heart: SpanSchema.optional(),
  /** Which sentence belongs to which step of the guide, where the text tells. */
  steps: z.record(z.string(), z.array(SpanSchema).readonly()).readonly(),
  /** What may speak against this story, the first to raise first; empty where nothing does. */
  doubts: z.array(DoubtSchema).readonly(),
  /** The text tells of something that must not be scored: death, illness, abuse, harassment, being dismissed, despair. */
  distress: z.boolean(),
  /** The text says when it was. */
  dated: z.boolean(),
  /** Single words to speak from instead of the text, verbatim, in order: what the sentences are about. */
  cues: z.array(SpanSchema).readonly(),
});
export type Reading = z.infer<typeof ReadingSchema>;
