import { Temporal } from 'temporal-polyfill';

/**
 * Wall times and instants. A wall time that does not exist moves forward by the length of the gap, one that comes twice is
 * the first: Temporal's "compatible", which is its default, and which RFC 5545 asks of calendars too.
 */

/** The instant at which the wall in `zone` (IANA) shows `wall`, "2027-03-14T08:30". Throws a `RangeError` where either is none. */
export function instantAt(wall: string, zone: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(wall).toZonedDateTime(zone).toInstant();
}

/** What the wall in `zone` shows, to the minute: "2027-03-14T08:30". */
export function wallAt(instant: Temporal.Instant, zone: string): string {
  return instant.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' });
}

/** The date in `zone`: "2027-03-14". */
export function localDate(instant: Temporal.Instant, zone: string): string {
  return instant.toZonedDateTimeISO(zone).toPlainDate().toString();
}
