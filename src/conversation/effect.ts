import { z } from 'zod';
import { CardSchema } from '../card/card.ts';
import { CritiqueSchema } from '../critique/critique.ts';
import { DraftSchema } from '../critique/draft.ts';

/**
 * Orders to the world, and the records that are written with the state. Effects are final: what a person sees
 * carries its whole card, so another process can perform it next week.
 */
export const EffectSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('say'), card: CardSchema }),
  /** Shows `card` in the place of what the effect with the key `of` showed. */
  z.strictObject({ type: z.literal('revise'), card: CardSchema, of: z.string() }),
  z.strictObject({ type: z.literal('requestCritique'), sessionId: z.string(), draftNo: z.int() }),
  z.strictObject({ type: z.literal('wakeAt'), key: z.string(), at: z.iso.datetime() }),
  z.strictObject({ type: z.literal('cancelWake'), key: z.string() }),
  /** Freezes draft n as an attempt. */
  z.strictObject({ type: z.literal('freezeDraft'), draftNo: z.int(), draft: DraftSchema }),
  /** Stores the coach's scorecard of draft n: with it the practice counts. */
  z.strictObject({ type: z.literal('storeCritique'), draftNo: z.int(), critique: CritiqueSchema }),
  /** The practice lets its place go. */
  z.strictObject({ type: z.literal('close') }),
]);
export type Effect = z.infer<typeof EffectSchema>;

/** The name of an effect, the same in every replay. No colon and never digits only: BullMQ refuses such ids. */
export function effectKey(sessionId: string, turn: number, position: number): string {
  return `e-${sessionId}-${turn}-${position}`;
}
