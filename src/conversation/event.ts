import { z } from 'zod';
import { JudgementSchema } from '../critique/critique.ts';
import { ReadingSchema } from '../critique/reading.ts';
import { PartSchema } from './part.ts';
import { PastSchema } from './past.ts';

/**
 * When the answer ends that a message belongs to. `now`: it is whole (a form, a piped block). `quiet`: after
 * a pause without another message, or Next. `open`: only Next ends it (a line typed in a terminal).
 */
const EndsSchema = z.enum(['now', 'quiet', 'open']);
export type Ends = z.infer<typeof EndsSchema>;

const common = {
  /** The instant it happened, ISO 8601 in UTC. */
  at: z.iso.datetime(),
  /** 32 hex digits of chance from outside: new ids come from it, so that a replay gives the same ones. */
  seed: z.string().regex(/^[0-9a-f]{32}$/),
};
const reading = { reading: ReadingSchema.optional() };
/** The person's practices, where a card shows how they stood. */
const past = { past: PastSchema.optional() };

/** What happened to a practice, in the past tense. */
export const SessionEventSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('attached'), ...common }),
  /** `asked`: the stamp of the question that stands, as the platform showed it; a message older than that is late. */
  z.strictObject({
    type: z.literal('said'),
    part: PartSchema,
    ends: EndsSchema,
    /** It was written in a form for the question that stands: whole, but by a person, not a script. */
    inForm: z.literal(true).optional(),
    asked: z.string().optional(),
    ...reading,
    ...past,
    ...common,
  }),
  /** A voice message came, so long, in seconds. What was said in it is not heard. */
  z.strictObject({ type: z.literal('spoke'), seconds: z.number().min(0), ...common }),
  /** Files came that are not read. */
  z.strictObject({ type: z.literal('filesUnread'), names: z.array(z.string()).readonly(), ...common }),
  /** The person shares the practice with somebody, as they saw it at the turn `turn`. */
  z.strictObject({
    type: z.literal('shared'),
    to: z.string(),
    toName: z.string(),
    fromName: z.string(),
    turn: z.int(),
    ...reading,
    ...common,
  }),
  /** What was shared is with whom it is for. `key`: of the effect. */
  z.strictObject({ type: z.literal('shareArrived'), key: z.string(), ...common }),
  z.strictObject({ type: z.literal('tooLong'), length: z.int(), ...common }),
  z.strictObject({
    type: z.literal('edited'),
    partId: z.string(),
    text: z.string(),
    /** When, in the platform's own stamps. */
    stamp: z.string().min(1).optional(),
    ...reading,
    ...common,
  }),
  z.strictObject({ type: z.literal('deleted'), partId: z.string(), ...reading, ...common }),
  /** `turn` is the turn of the card that was pressed; none where it was typed. */
  z.strictObject({
    type: z.literal('pressed'),
    action: z.string(),
    turn: z.int().optional(),
    ...reading,
    ...past,
    ...common,
  }),
  /** A form was sent: what was filled in, by the id of its input. Which form it was, `action` says. */
  z.strictObject({
    type: z.literal('filled'),
    action: z.string(),
    values: z.record(z.string(), z.string()),
    turn: z.int().optional(),
    /** When it was sent, in the platform's own stamps: what was written in it is sorted by that. */
    stamp: z.string().optional(),
    ...reading,
    ...common,
  }),
  z.strictObject({
    type: z.literal('critiqueReady'),
    draftNo: z.int(),
    judgement: JudgementSchema,
    ...past,
    ...common,
  }),
  z.strictObject({ type: z.literal('critiqueFailed'), draftNo: z.int(), code: z.string(), ...common }),
  /** `kind`: of the effect, as `EffectSchema` names it. */
  z.strictObject({
    type: z.literal('deliveryFailed'),
    key: z.string(),
    kind: z.string().optional(),
    reason: z.string(),
    ...common,
  }),
  /** Fourteen days without a word. */
  z.strictObject({ type: z.literal('silent'), ...common }),
  z.strictObject({ type: z.literal('woke'), key: z.string(), ...reading, ...common }),
]);
export type SessionEvent = z.infer<typeof SessionEventSchema>;
export type Said = Extract<SessionEvent, { type: 'said' }>;
/** It came from a script, which answers each question once. */
export function isPiped({ ends, inForm }: Pick<Said, 'ends' | 'inForm'>): boolean {
  return ends === 'now' && inForm !== true;
}
export type Pressed = Extract<SessionEvent, { type: 'pressed' }>;
