import { z } from 'zod';
import { DoubtSchema } from '../critique/reading.ts';
import { PartSchema } from './part.ts';

/** What a run of speaking from cue words is at. */
const RehearsingSchema = z.strictObject({
  at: z.literal('rehearsing'),
  /** `length`: how long shall it be; `running`: the clock runs; `said`: which steps were said. */
  asks: z.enum(['length', 'running', 'said']),
  /** A word a step, from the draft. */
  cues: z.array(z.strictObject({ step: z.string(), word: z.string() })).readonly(),
  seconds: z.int().optional(),
  startedAt: z.iso.datetime().optional(),
  /** How long it took, in seconds. */
  took: z.int().optional(),
});

/** Where a practice stands. Every stage says, in its own file, what free text, a press and a command mean there. */
const OpenStageSchema = z.discriminatedUnion('at', [
  z.strictObject({ at: z.literal('opening'), asks: z.enum(['door', 'purpose']) }),
  /** Nothing comes to mind: memory cues one at a time, then what was jotted to pick from, then other ways in. */
  z.strictObject({
    at: z.literal('finding'),
    asks: z.enum(['cue', 'pick', 'kinds', 'pair', 'heard', 'challenge']),
    cue: z.int().min(0),
  }),
  /** The failure in a line or two; with the door `answer`, the whole answer. With a `doubt`, what it asks. */
  z.strictObject({ at: z.literal('choosing'), doubt: DoubtSchema.optional() }),
  /**
   * `fresh`: the step is being rewritten, the next text replaces what stood there. `nudged`: it was asked once more,
   * because nothing of the step was in the answer.
   */
  z.strictObject({
    at: z.literal('asking'),
    step: z.string(),
    fresh: z.boolean(),
    thenReview: z.boolean(),
    nudged: z.literal(true).optional(),
  }),
  z.strictObject({ at: z.literal('reviewing') }),
  z.strictObject({ at: z.literal('critiquing') }),
  z.strictObject({ at: z.literal('critiqued') }),
  /** One question about one step. `reply`: it is asked; `use`: the words are shown in their place, to be used or not. */
  z.strictObject({
    at: z.literal('improving'),
    asks: z.enum(['reply', 'use']),
    step: z.string(),
    question: z.string(),
    shape: z.string().optional(),
    /** The person's words that the question is about. */
    about: z.string().optional(),
    reply: z.array(PartSchema).readonly(),
    /** The reply goes beside what the step says, or in the place of `about`, or of the whole step. */
    goes: z.enum(['beside', 'instead']),
  }),
  RehearsingSchema,
  /** After the run: when is the interview? */
  z.strictObject({ at: z.literal('closing') }),
]);
export type OpenStage = z.infer<typeof OpenStageSchema>;

const ActiveStageSchema = z.union([
  OpenStageSchema,
  /**
   * The story is too hard to be scored: what now is the person's to say. `asks`: what, or whether to delete it; `help`:
   * what, below where help is to be had, since they wrote of not wanting to live.
   */
  z.strictObject({
    at: z.literal('sheltered'),
    asks: z.enum(['what', 'help', 'delete']),
    stage: OpenStageSchema,
  }),
]);
export type ActiveStage = z.infer<typeof ActiveStageSchema>;

export const StageSchema = z.union([
  ActiveStageSchema,
  z.strictObject({ at: z.literal('paused'), stage: ActiveStageSchema }),
  /** Ended by the person; `stage` is where, for one who comes back to it. */
  z.strictObject({ at: z.literal('done'), stage: ActiveStageSchema }),
]);
export type Stage = z.infer<typeof StageSchema>;
