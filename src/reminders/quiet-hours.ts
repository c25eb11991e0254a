import type { Temporal } from 'temporal-polyfill';
import type { QuietHours, WallTime } from './recurrence.ts';
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

/** So long before quiet hours begin, in minutes: what is spread by up to five minutes still comes before them. */
const BEFORE_QUIET = 10;

/**
 * The time itself, or where quiet hours would move it to another day, one just before they begin: what belongs to a day (the
 * rehearsal before an interview) is worth nothing on the next.
 */
export function onItsDay(time: WallTime, { from, to }: QuietHours): WallTime {
  if (from <= to || time < from) return time;
  const minutes = Number(from.slice(0, 2)) * 60 + Number(from.slice(3)) - BEFORE_QUIET;
  const before = [Math.floor(minutes / 60), minutes % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
  return minutes < 0 || before < to ? time : before;
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
