import type { Temporal } from 'temporal-polyfill';
import type { QuietHours } from './recurrence.ts';
import { wallAt } from './zoned.ts';

/** Whether the wall in `zone` shows a quiet time. The end itself is not quiet; hours may cross midnight. */
export function isQuiet(instant: Temporal.Instant, zone: string, { from, to }: QuietHours): boolean {
  const now = wallAt(instant, zone).slice(-'08:30'.length);
  return from <= to ? from <= now && now < to : from <= now || now < to;
}

/**
 * The instant itself where it is not quiet, else the end of the quiet hours it falls into. Never earlier than what was
 * given; given its own answer it answers the same. Two instants may end at the same one.
 */
export function outOfQuiet(instant: Temporal.Instant, zone: string, quiet: QuietHours): Temporal.Instant {
  let at = instant;
  // An end that falls into a gap moves forward, and there hours that begin again soon are quiet once more.
  while (isQuiet(at, zone, quiet)) at = endOfQuiet(at, zone, quiet);
  return at;
}

function endOfQuiet(instant: Temporal.Instant, zone: string, { to }: QuietHours): Temporal.Instant {
  const now = instant.toZonedDateTimeISO(zone).toPlainDateTime();
  const today = now.withPlainTime(to);
  const end = today.since(now).sign > 0 ? today : today.add({ days: 1 });
  const first = end.toZonedDateTime(zone).toInstant();
  // Between an end that comes twice the wall goes back into quiet hours: they end with the second.
  return first.since(instant).sign > 0
    ? first
    : end.toZonedDateTime(zone, { disambiguation: 'later' }).toInstant();
}
