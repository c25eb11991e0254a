import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { isInBand, type Practised } from './grade.ts';
import { localDate } from './zoned.ts';

/** Good on two days: once may be luck, twice in an evening is one text. */
const GOOD_DAYS = 2;

/** How far somebody is on the way to being ready. It only grows: what is ready stays ready. */
export const ReadinessSchema = z
  .strictObject({
    /** The local dates of the first good critiques, each another day. */
    goodDays: z.array(z.iso.date()).max(GOOD_DAYS).readonly(),
    /** There was a run aloud of 1 to 2 minutes. */
    ran: z.boolean(),
  })
  .readonly();
export type Readiness = z.infer<typeof ReadinessSchema>;

/** Before the first practice. */
export const NEW_READINESS: Readiness = { goodDays: [], ran: false };

/**
 * The readiness after a practice at `at` (ISO 8601, any offset), by the calendar of `zone` (IANA). An unchanged text adds
 * no day. Throws a `RangeError` where the instant or the zone is none.
 */
export function readinessAfter(
  readiness: Readiness,
  practised: Practised,
  at: string,
  zone: string,
): Readiness {
  const { goodDays, ran } = readiness;
  if (practised.kind === 'run') return ran || !isInBand(practised.took) ? readiness : { goodDays, ran: true };
  if (practised.verdict !== 'good' || !practised.changed || goodDays.length >= GOOD_DAYS) return readiness;
  const day = localDate(Temporal.Instant.from(at), zone);
  return goodDays.includes(day) ? readiness : { ran, goodDays: [...goodDays, day] };
}

/** Two good critiques on different days, and one run of 1 to 2 minutes: enough; once more the day before. */
export function isReady({ goodDays, ran }: Readiness): boolean {
  return ran && goodDays.length >= GOOD_DAYS;
}
