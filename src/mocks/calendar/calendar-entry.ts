import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { CALENDAR_DOMAIN } from './calendar-address.ts';

/**
 * What a session is in people's calendars. Every change of it raises `sequence` and `stampedAt`: a calendar program takes
 * a later file for the same entry only where both say that it is one, and adds a second entry otherwise. Instants are ISO
 * 8601 in UTC and whole seconds, since a calendar file knows no others.
 */
export const CalendarEntrySchema = z
  .strictObject({
    /** Made once and never again: whatever else changes, it is the same entry by this alone. */
    uid: z.string().min(1).max(255),
    sequence: z.int().min(0),
    /** When it was last changed, as far as files are concerned: later than the time before, whatever the clock says. */
    stampedAt: z.iso.datetime(),
    status: z.enum(['confirmed', 'cancelled']),
    startsAt: z.iso.datetime(),
    endsAt: z.iso.datetime(),
  })
  .readonly();
export type CalendarEntry = z.infer<typeof CalendarEntrySchema>;

type Times = Pick<CalendarEntry, 'startsAt' | 'endsAt'>;

/** `sessionId`: unlike any other session's anywhere, since two entries of one UID would be one. `at`: now, ISO 8601. */
export function newEntry(sessionId: string, times: Times, at: string): CalendarEntry {
  return {
    uid: `mock-${encodeURIComponent(sessionId)}@${CALENDAR_DOMAIN}`,
    sequence: 0,
    stampedAt: wholeSecond(at),
    status: 'confirmed',
    ...inSeconds(times),
  };
}

/** The same entry at other times. The entry itself where they are no others, or where it is cancelled. */
export function movedEntry(entry: CalendarEntry, times: Times, at: string): CalendarEntry {
  const to = inSeconds(times);
  const isThere = to.startsAt === entry.startsAt && to.endsAt === entry.endsAt;
  return isThere || entry.status === 'cancelled' ? entry : { ...changed(entry, at), ...to };
}

/** The entry taken out of calendars; for good. */
export function cancelledEntry(entry: CalendarEntry, at: string): CalendarEntry {
  return entry.status === 'cancelled' ? entry : { ...changed(entry, at), status: 'cancelled' };
}

function changed(entry: CalendarEntry, at: string): CalendarEntry {
  // Two changes within a second, or a clock that was set back: the stamp rises all the same.
  const soonest = Temporal.Instant.from(entry.stampedAt).add({ seconds: 1 });
  const now = Temporal.Instant.from(wholeSecond(at));
  const stamp = Temporal.Instant.compare(now, soonest) < 0 ? soonest : now;
  return { ...entry, sequence: entry.sequence + 1, stampedAt: stamp.toString() };
}

function inSeconds({ startsAt, endsAt }: Times): Times {
  return { startsAt: wholeSecond(startsAt), endsAt: wholeSecond(endsAt) };
}

/** One spelling an instant, so that two of them can be compared as they are. */
function wholeSecond(instant: string): string {
  return Temporal.Instant.from(instant).round({ smallestUnit: 'second', roundingMode: 'floor' }).toString();
}
