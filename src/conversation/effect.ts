import { z } from 'zod';
import { CardSchema } from '../card/card.ts';
import { CritiqueSchema, ScoreSchema } from '../critique/critique.ts';
import { DraftSchema } from '../critique/draft.ts';
import { SenioritySchema } from '../guide/seniority.ts';
import { ToneSchema } from './session.ts';

/**
 * Orders to the world, and the records that are written with the state. Effects are final: what a person sees
 * carries its whole card, so another process can perform it next week.
 */
export const EffectSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('say'), card: CardSchema }),
  /** Shows `card` at `to` (a place's key), where the person's reminders come. */
  z.strictObject({ type: z.literal('remind'), card: CardSchema, to: z.string() }),
  /** Shows `card` in the place of what the effect with the key `of` showed. */
  z.strictObject({ type: z.literal('revise'), card: CardSchema, of: z.string() }),
  z.strictObject({ type: z.literal('requestCritique'), sessionId: z.string(), draftNo: z.int() }),
  z.strictObject({ type: z.literal('wakeAt'), key: z.string(), at: z.iso.datetime() }),
  z.strictObject({ type: z.literal('cancelWake'), key: z.string() }),
  /** Freezes draft n as an attempt. */
  z.strictObject({ type: z.literal('freezeDraft'), draftNo: z.int(), draft: DraftSchema }),
  /** Stores the coach's scorecard of draft n: with it the practice counts. */
  z.strictObject({ type: z.literal('storeCritique'), draftNo: z.int(), critique: CritiqueSchema }),
  /** Stores the person's own rating of draft n. */
  z.strictObject({
    type: z.literal('storeOwnRating'),
    draftNo: z.int(),
    weakest: z.string().optional(),
    steps: z.record(z.string(), ScoreSchema).readonly().optional(),
  }),
  /** Stores run n aloud as an attempt: how long it was to be, how long it took, which steps were said. */
  z.strictObject({
    type: z.literal('storeRun'),
    runNo: z.int().min(1),
    seconds: z.int(),
    took: z.int(),
    said: z.array(z.string()).readonly(),
  }),
  /** What the person set for themselves: remembered in every practice. */
  z.strictObject({
    type: z.literal('setManner'),
    tone: ToneSchema.optional(),
    numbers: z.boolean().optional(),
    wordsPerMinute: z.int().min(1).optional(),
    shares: z.boolean().optional(),
    seniority: SenioritySchema.optional(),
    /** Whether the language model may read their answers, and where it is (`of`): of that they were told with this turn. */
    model: z.strictObject({ reads: z.boolean(), of: z.string() }).optional(),
  }),
  /** The practice's ratings, by whomever, are deleted: its story turned out to be one that is not scored. */
  z.strictObject({ type: z.literal('dropRatings') }),
  /** A finding was said to be not so: counted by its rule, without words or person. */
  z.strictObject({
    type: z.literal('countSetAside'),
    rule: z.string(),
    critic: z.string(),
    version: z.string(),
  }),
  /** The practice is deleted with everything that hangs on it; cards of it that wait are not shown. */
  z.strictObject({ type: z.literal('forget'), sessionId: z.string() }),
  /** The practice lets its place go. */
  z.strictObject({ type: z.literal('close') }),
  /** The practice gets a new place of its own; what is said in this turn is said there. `called`: what it is about, in the person's words. */
  z.strictObject({ type: z.literal('open'), called: z.string().optional() }),
  /**
   * Says at `at` (a place's key), where the person looks, where their practice goes on. `kept`: what they wrote there was
   * put with it.
   */
  z.strictObject({ type: z.literal('point'), at: z.string(), kept: z.literal(true).optional() }),
  /** The person gets everything held about them, as files. */
  z.strictObject({ type: z.literal('export') }),
  /** Shows `card` to another user of the platform, whom the person chose. */
  z.strictObject({ type: z.literal('share'), card: CardSchema, to: z.string() }),
]);
export type Effect = z.infer<typeof EffectSchema>;

/** The name of an effect, the same in every replay. No colon and never digits only: BullMQ refuses such ids. */
export function effectKey(sessionId: string, turn: number, position: number): string {
  return `e-${sessionId}-${turn}-${position}`;
}

/** The turn an effect came from, by its key; undefined where that is none of ours. */
export function turnOfKey(key: string): number | undefined {
  const match = /-(\d+)-\d+$/.exec(key)?.[1];
  return match === undefined ? undefined : Number(match);
}
