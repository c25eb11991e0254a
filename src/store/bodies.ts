import { z } from 'zod';
import { ScoreSchema } from '../critique/critique.ts';

/** What the sealed body of a scorecard `by: 'self'` holds: the part that felt weakest, or a rating of each step. */
export const OwnRatingSchema = z.strictObject({
  weakest: z.string().optional(),
  steps: z.record(z.string(), ScoreSchema).readonly().optional(),
});
export type OwnRating = z.infer<typeof OwnRatingSchema>;

/** What the sealed body of an attempt of kind `spoken` holds. */
export const SpokenSchema = z.strictObject({
  /** How long it was to be. */
  seconds: z.int(),
  /** The ids of the steps that were said. */
  said: z.array(z.string()).readonly(),
});
export type Spoken = z.infer<typeof SpokenSchema>;
