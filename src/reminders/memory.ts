import { Temporal } from 'temporal-polyfill';
import { createEmptyCard, type Card as FsrsCard, fsrs, Rating, State } from 'ts-fsrs';
import { z } from 'zod';
import type { Grade } from './grade.ts';
import { localDate } from './zoned.ts';

/**
 * When an answer should be practised next: the FSRS algorithm (open-spaced-repetition, ts-fsrs) over whole days of the
 * person's own calendar.
 */

/** Nobody's interview is so far away that the answer may rest longer, in days. */
export const LONGEST_REST_DAYS = 60;

/** Short-term steps are minutes, fuzz is chance: neither is for a plan that can be checked. */
const scheduler = fsrs({
  enable_short_term: false,
  enable_fuzz: false,
  maximum_interval: LONGEST_REST_DAYS,
});

/** A card of FSRS, with its names. Its days are the person's local dates, written as midnight in UTC: FSRS counts UTC days. */
const CardSchema = z
  .strictObject({
    due: z.iso.datetime(),
    stability: z.number().min(0),
    difficulty: z.number().min(0).max(10),
    elapsed_days: z.int().min(0),
    scheduled_days: z.int().min(0),
    learning_steps: z.int().min(0),
    reps: z.int().min(0),
    lapses: z.int().min(0),
    state: z.enum(State),
    last_review: z.iso.datetime().optional(),
  })
  .readonly();
type Card = z.infer<typeof CardSchema>;

/** What is known of how well an answer is remembered: plain JSON. */
export const MemorySchema = z
  .strictObject({
    card: CardSchema,
    /** The last day of practice, in the person's zone, and the card as it was before it. */
    day: z
      .strictObject({
        date: z.iso.date(),
        before: CardSchema,
        /** One of that day was a run aloud: a critique of the same day no longer counts. */
        spoken: z.literal(true).optional(),
      })
      .readonly()
      .optional(),
  })
  .readonly();
export type Memory = z.infer<typeof MemorySchema>;

/** Before the first practice. */
export const NEW_MEMORY: Memory = { card: stored(createEmptyCard(midnight('1970-01-01'))) };

const RATINGS = {
  again: Rating.Again,
  hard: Rating.Hard,
  good: Rating.Good,
  easy: Rating.Easy,
} as const satisfies Record<Grade, Rating>;

export interface RememberedOptions {
  /** IANA. */
  readonly zone: string;
  /** The date of an interview, in the zone. One that is today or past bounds nothing. */
  readonly interview?: string;
  /** The grade is that of a run aloud. It outranks the critiques of its day, before or after it. */
  readonly spoken?: boolean;
}

export interface Remembered {
  readonly memory: Memory;
  /** The date of the next practice, in the zone; undefined where the interview is tomorrow and leaves no day for one. */
  readonly due?: string;
}

/**
 * The memory after a practice at `at` (ISO 8601, any offset), and the date of the next: tomorrow at the earliest, the day
 * before the interview at the latest, `LONGEST_REST_DAYS` ahead at most.
 *
 * A day counts once, with the last run of it, else with its last critique: practising five times in an evening is no
 * proof that anything will be remembered in a month. A clock that was set back, or a journey westwards, counts as the
 * same day. Throws a `RangeError` where the instant, the zone or the date is none.
 */
export function remembered(
  memory: Memory,
  grade: Grade,
  at: string,
  { zone, interview, spoken = false }: RememberedOptions,
): Remembered {
  const date = localDate(Temporal.Instant.from(at), zone);
  const next = afterPractice(memory, grade, date, spoken);
  const due = within(Temporal.PlainDate.from(date), next.card.scheduled_days, interview);
  return due === undefined ? { memory: next } : { memory: next, due };
}

function afterPractice({ card, day }: Memory, grade: Grade, date: string, spoken: boolean): Memory {
  const isSameDay = day !== undefined && date <= day.date;
  const wasSpoken = isSameDay && day.spoken === true;
  if (wasSpoken && !spoken) return { card, day };
  const before = isSameDay ? day.before : card;
  const reviewed = scheduler.next(awake(before, date), midnight(date), RATINGS[grade]).card;
  return { card: stored(reviewed), day: { date, before, ...(spoken ? { spoken } : {}) } };
}

function within(today: Temporal.PlainDate, days: number, interview: string | undefined): string | undefined {
  // Equal lengths for all grades above a full one: FSRS keeps them a day apart, beyond its own maximum.
  const wished = today.add({ days: Math.min(Math.max(days, 1), LONGEST_REST_DAYS) });
  const left = interview === undefined ? 0 : today.until(interview).days;
  if (left < 1) return wished.toString();
  if (left === 1) return undefined;
  const last = today.add({ days: left - 1 });
  return (Temporal.PlainDate.compare(wished, last) > 0 ? last : wished).toString();
}

function midnight(date: string): string {
  return `${date}T00:00:00.000Z`;
}

function stored({ due, last_review, ...card }: FsrsCard): Card {
  return {
    ...card,
    due: due.toISOString(),
    ...(last_review === undefined ? {} : { last_review: last_review.toISOString() }),
  };
}

/** FSRS refuses a review before the last one: where the clock was set back, no day has passed. */
function awake({ due, last_review, ...card }: Card, date: string): FsrsCard {
  if (last_review === undefined) return { ...card, due: new Date(due) };
  const today = midnight(date);
  return { ...card, due: new Date(due), last_review: new Date(last_review > today ? today : last_review) };
}
