import { z } from 'zod';

/** Pictures are described, not drawn: an adapter draws one or says its alternative text. */

const ScoreSchema = z.union([z.literal(0), z.literal(1), z.literal(2)]);

/** A trend of more practices than these is longer than anybody looks back. */
export const LONGEST_TREND = 10;

/** Where an answer stands: its steps beside last time and beside the person's own view, its length, what to look at, the trend. */
export const ScorecardSchema = z.strictObject({
  picture: z.literal('scorecard'),
  steps: z
    .array(
      z.strictObject({
        name: z.string(),
        score: ScoreSchema,
        last: ScoreSchema.optional(),
        own: ScoreSchema.optional(),
      }),
    )
    .min(1)
    .readonly(),
  /** False: words only, no figures, for a person who hides numbers. */
  numbers: z.boolean(),
  /** The estimated speaking time, and the band that is a good length. */
  seconds: z
    .strictObject({ is: z.int().min(0), from: z.int().min(0), to: z.int().min(1) })
    .refine(({ from, to }) => from < to)
    .optional(),
  /** Short labels. */
  pitfalls: z.array(z.string()).readonly(),
  /** Oldest first, this practice last. A line never joins two critics. */
  trend: z
    .array(z.strictObject({ overall: z.number().min(0).max(1), critic: z.string().min(1) }))
    .max(LONGEST_TREND)
    .readonly()
    .optional(),
  /** Who judged, in words: "offline critic", "with gpt-x", "offline critic: the model was slow". */
  critic: z.string().min(1).optional(),
});
export type Scorecard = z.infer<typeof ScorecardSchema>;

/** How each step read over the last practices, beside the person's own view. */
export const ProgressPictureSchema = z
  .strictObject({
    picture: z.literal('progress'),
    /** Oldest first. A line never joins two critics. `stoodIn`: it judged in the place of the one that was asked. */
    practices: z
      .array(z.strictObject({ critic: z.string().min(1), stoodIn: z.literal(true).optional() }))
      .min(1)
      .max(LONGEST_TREND)
      .readonly(),
    /** A point a practice, in their order. */
    steps: z
      .array(
        z.strictObject({
          name: z.string(),
          points: z.array(z.strictObject({ score: ScoreSchema, own: ScoreSchema.optional() })).readonly(),
        }),
      )
      .min(1)
      .readonly(),
    /** False: words only, no figures. */
    numbers: z.boolean(),
  })
  .refine(({ practices, steps }) => steps.every(({ points }) => points.length === practices.length));
export type ProgressPicture = z.infer<typeof ProgressPictureSchema>;

export const PictureSchema = z.discriminatedUnion('picture', [ScorecardSchema, ProgressPictureSchema]);
export type Picture = z.infer<typeof PictureSchema>;
