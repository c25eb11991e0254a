import { z } from 'zod';
import { MomentSchema, RecurrenceSchema } from '../../reminders/recurrence.ts';
import { type Met, withMeetings } from '../meeting.ts';
import { ModeSchema, PairsSchema } from '../mock.ts';
import { PublishedStepsSchema } from '../stats/published-steps.ts';

/**
 * What an organiser schedules: sessions of a team that come one after the other, each a machine of its own (`mock.ts`).
 * Nothing that anybody wrote in a session is kept here, and nobody is named but by ids that mean nothing here.
 */

const Id = z.string().min(1);
const Instant = z.iso.datetime();
const Wall = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/u);

/** How many sessions come before the organiser is asked whether to go on. */
export const USUAL_TOTAL = 4;
export const MOST_SESSIONS = 52;
export const MOST_ROUNDS = 3;
export const MOST_DAYS = 7;
/** A pair in writing has so many days where nobody said how many. */
export const USUAL_DAYS = 3;
export const LONGEST_TITLE = 120;
export const USUAL_TITLE = 'Team practice';

/** Who is asked: those who join in the channel, all of its members, people by name, or a user group or role. */
export const WhoSchema = z.union([
  z.enum(['joiners', 'channel']),
  z.strictObject({ ids: z.array(Id).min(1).readonly() }).readonly(),
  z.strictObject({ group: Id }).readonly(),
]);
export type Who = z.infer<typeof WhoSchema>;

/** Wall times in the series' zone: instants are reckoned from them, so that a zone that changes its rules moves them. */
export const SeriesWhenSchema = z.discriminatedUnion('kind', [
  z
    .strictObject({
      kind: z.literal('recurring'),
      recurrence: RecurrenceSchema.refine(({ times }) => times.length === 1, 'one time of the day'),
    })
    .readonly(),
  z.strictObject({ kind: z.literal('once'), moment: MomentSchema }).readonly(),
]);
export type SeriesWhen = z.infer<typeof SeriesWhenSchema>;

/** What the organiser asks for, as a form or words say it. */
export const ScheduleSchema = z
  .strictObject({
    title: z.string().min(1).max(LONGEST_TITLE),
    /** A place's key. */
    channel: Id,
    /** The organiser's, IANA. */
    zone: z.string().min(1),
    mode: ModeSchema,
    rounds: z.int().min(1).max(MOST_ROUNDS),
    who: WhoSchema,
    /** Who is with whom; none: anyone. */
    pairs: PairsSchema.optional(),
    when: SeriesWhenSchema,
    total: z.int().min(1).max(MOST_SESSIONS),
  })
  .readonly();
export type Schedule = z.infer<typeof ScheduleSchema>;

/** The session that is open: announced, to be announced, or running. */
export const CurrentSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9]+$/u),
    no: z.int().min(1),
    startsAt: Instant,
    /** The wall time it hangs on; none where it hangs on none ("in 2 hours", or called at once). */
    wall: Wall.optional(),
    /** The wall time at which the rhythm had it, whatever it was moved to: what comes next is later than this. */
    due: Wall,
  })
  .readonly();
export type Current = z.infer<typeof CurrentSchema>;

export const SeriesStageSchema = z.discriminatedUnion('at', [
  z.strictObject({ at: z.literal('active'), current: CurrentSchema }).readonly(),
  /** The organiser is asked whether to go on. `until`: when the next session would be; without an answer it ends then. */
  z.strictObject({ at: z.literal('asking'), until: Instant }).readonly(),
  /** `current`: a session that was running when it was cancelled goes on to its own end. */
  z
    .strictObject({
      at: z.literal('ended'),
      how: z.enum(['cancelled', 'over', 'unanswered', 'thatWasIt']),
      current: CurrentSchema.optional(),
    })
    .readonly(),
]);

export const SeriesSchema = z
  .strictObject({
    v: z.literal(1),
    id: z.string().regex(/^[a-z0-9]+$/u),
    ...ScheduleSchema.unwrap().shape,
    organizer: z.strictObject({ id: Id, name: z.string().min(1) }).readonly(),
    /** Ids in the order in which they first joined. Nobody leaves it. */
    roster: z.array(Id).readonly(),
    /** How often each two have met, by `pairKey`. */
    met: z.array(z.tuple([z.string(), z.int().min(1)]).readonly()).readonly(),
    stage: SeriesStageSchema,
    /** The number of the session that was opened last. */
    numbered: z.int().min(0),
    /** How many were held. */
    held: z.int().min(0),
    /** How many of `total` are done since it began or went on. Those that were skipped, or that I missed, are none. */
    done: z.int().min(0),
    /** What the organiser was told of steps: nothing is counted twice. None where nothing was yet. */
    published: PublishedStepsSchema.optional(),
    /** When the last one that is done was to begin. */
    lastAt: Instant.optional(),
    /** Dates that are left out, in the series' zone. */
    skipped: z.array(z.iso.date()).readonly(),
    /** Counts its changes: a button of a card from before one of them does nothing. */
    seq: z.int().min(0),
    /** What was due up to here is done. */
    since: Instant,
  })
  .readonly();
export type Series = z.infer<typeof SeriesSchema>;

/** Reads a stored series of any released version. Throws where it is none of ours. */
export function parseSeries(stored: unknown): Series {
  return SeriesSchema.parse(stored);
}

/** The session that is open, if one is. */
export function currentOf({ stage }: Series): Current | undefined {
  return stage.at === 'asking' ? undefined : stage.current;
}

/** How often each two have met, as pairing reads it. */
export function metOf({ met }: Series): Met {
  return new Map(met);
}

export function withMet(series: Series, groups: readonly (readonly string[])[]): Series {
  return groups.length === 0 ? series : { ...series, met: [...withMeetings(metOf(series), groups)] };
}

export function withRoster(series: Series, ids: readonly string[]): Series {
  const fresh = [...new Set(ids)].filter((id) => !series.roster.includes(id));
  return fresh.length === 0 ? series : { ...series, roster: [...series.roster, ...fresh] };
}
