import { z } from 'zod';
import { MemorySchema } from './memory.ts';
import { ReadinessSchema } from './readiness.ts';
import { MomentSchema, QuietHoursSchema, RecurrenceSchema, WallTimeSchema } from './recurrence.ts';
import { ChoiceSchema, WishSchema } from './when/when-read.ts';

/**
 * A person's plan of reminders: what they asked for, what is due next, and what became of the last. Their hours (zone,
 * quiet hours, a pause) are the person's and stand beside it.
 */

/** What a reminder is for. */
export const ReasonSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('rhythm') }),
  z.strictObject({ kind: z.literal('adaptive') }),
  /** A single moment, as it was asked for. */
  z.strictObject({ kind: z.literal('moment') }),
  /** One that was put off. */
  z.strictObject({ kind: z.literal('snoozed') }),
  /** A step of the way to an interview; `after`: the day after it, how it went. */
  z.strictObject({ kind: z.literal('interview'), what: z.enum(['draft', 'revision', 'rehearsal', 'after']) }),
  /** No reminder: that one was missed while the coach was away, where no other would say it. */
  z.strictObject({ kind: z.literal('missed') }),
]);
export type Reason = z.infer<typeof ReasonSchema>;

const RhythmSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('recurrence'), recurrence: RecurrenceSchema }),
  /** The spacing is the coach's: see `memory.ts`. `due`: the date of the next practice. */
  z.strictObject({
    kind: z.literal('adaptive'),
    time: WallTimeSchema,
    memory: MemorySchema,
    due: z.iso.date(),
  }),
]);

const OneSchema = MomentSchema.extend({
  snoozed: z.literal(true).optional(),
  /** In which its wall time was meant (IANA): where the zone's rules change, its instant follows the wall. */
  zone: z.string().optional(),
});

const InterviewSchema = z.strictObject({
  date: z.iso.date(),
  time: WallTimeSchema,
  done: z.strictObject({
    drafts: z.int().min(0),
    revisions: z.int().min(0),
    /** The date of the last run aloud. */
    lastRun: z.iso.date().optional(),
  }),
});

/** What the coach asked last, and has no answer to. `seq` is on its buttons: those of an earlier question are old. */
const OpenQuestionSchema = z.strictObject({
  seq: z.int(),
  /** Where it was asked: a plain "yes" counts there only, and as long as nothing else was said. */
  at: z.string(),
  fresh: z.boolean(),
  about: z.discriminatedUnion('what', [
    z.strictObject({ what: z.literal('zone'), words: z.string() }),
    /**
     * `change`: what is planned is to be another, or `wish`, what was proposed: a time of the day alone is one for it.
     * `instead`: the instant of the single moment that goes for it.
     */
    z.strictObject({
      what: z.literal('when'),
      change: z.literal(true).optional(),
      wish: WishSchema.optional(),
      instead: z.iso.datetime().optional(),
    }),
    /** Until when it rests. */
    z.strictObject({ what: z.literal('pause') }),
    /** `zone`: theirs from then on, as it was named with it. */
    z.strictObject({
      what: z.literal('confirm'),
      wish: WishSchema,
      instead: z.iso.datetime().optional(),
      zone: z.string().optional(),
    }),
    /** A reminder came: it can be put off. */
    z.strictObject({ what: z.literal('reminder') }),
    /** Something was stopped or skipped: it can be taken back. */
    z.strictObject({ what: z.literal('undo') }),
    /** The day after the interview. `was`: whether it was asked, as they said; what came with it is asked still. */
    z.strictObject({ what: z.literal('after'), was: z.enum(['yes', 'no']).optional() }),
  ]),
  choices: z.array(ChoiceSchema).readonly(),
});
export type OpenQuestion = z.infer<typeof OpenQuestionSchema>;

export const PlanSchema = z
  .strictObject({
    v: z.literal(1),
    rhythm: RhythmSchema.optional(),
    /** Single moments ahead, the earliest first. */
    moments: z.array(OneSchema).readonly(),
    interview: InterviewSchema.optional(),
    /** Where reminders come: a place's key, as the platform names a person's private messages. */
    place: z.string(),
    /** The next wake: when it is due, what it is for, and what the wall shows. */
    next: z.strictObject({ at: z.iso.datetime(), wall: z.string(), reason: ReasonSchema }).optional(),
    /** The instant after which the next is looked for: nothing fires twice, also where a clock was set back. */
    since: z.iso.datetime(),
    /** When nothing was to come, dates in their zone; `until`: the day on which it went on. Progress keeps weeks in a row over them. */
    pauses: z
      .array(z.strictObject({ from: z.iso.date(), until: z.iso.date() }))
      .readonly()
      .optional(),
    /** What the coach spaces itself is skipped up to here, this instant included. */
    skippedTo: z.iso.datetime().optional(),
    /** The last reminder that was sent. */
    sent: z
      .strictObject({
        at: z.iso.datetime(),
        reason: ReasonSchema,
        seq: z.int(),
        /** Reminders were stopped since: it cannot be put off any more. */
        over: z.literal(true).optional(),
      })
      .optional(),
    /** What was stopped or skipped last, to be taken back. */
    undo: z
      .strictObject({
        rhythm: RhythmSchema.optional(),
        moments: z.array(OneSchema).readonly(),
        interview: InterviewSchema.optional(),
        skippedTo: z.iso.datetime().optional(),
      })
      .optional(),
    /** The instant of the last practice that counted for the spacing. */
    practisedAt: z.iso.datetime().optional(),
    /** How many in a row were not answered. */
    unanswered: z.int().min(0),
    /** It rests, because three were not answered. */
    resting: z.literal(true).optional(),
    /** Why the last could not be shown: the plan is held until the person is here. */
    held: z.string().optional(),
    /** Those that could not be sent in time, in words: said with the next. */
    missed: z.array(z.string()).readonly(),
    asks: OpenQuestionSchema.optional(),
    seq: z.int().min(0),
    readiness: ReadinessSchema,
    /** A keyed or plain hash of the answer that was practised last: pasted again it is no practice. */
    lastText: z.string().optional(),
    /** What they told of their interview, in their words. */
    told: z.array(z.strictObject({ date: z.iso.date(), words: z.string() })).readonly(),
  })
  .readonly();
export type Plan = z.infer<typeof PlanSchema>;

/** A person's hours, as they or their platform said. */
export const HoursSchema = z
  .strictObject({
    /** IANA. None: not known yet. */
    zone: z.string().optional(),
    source: z.enum(['asked', 'platform', 'guessed']).optional(),
    quiet: QuietHoursSchema.optional(),
    /** No reminders before this instant. */
    pausedUntil: z.iso.datetime().optional(),
  })
  .readonly();
export type Hours = z.infer<typeof HoursSchema>;

/** Reads a stored plan of any released version. Throws where it is none of ours. */
export function parsePlan(stored: unknown): Plan {
  return PlanSchema.parse(stored);
}

/** Whether anything will ever come of it. */
export function isEmpty({ rhythm, moments, interview }: Plan): boolean {
  return rhythm === undefined && moments.length === 0 && interview === undefined;
}
