import { Temporal } from 'temporal-polyfill';

/** The day, as an ISO date, that a calendar shows at an instant in a zone; in UTC where this computer knows no such zone. */
export function dayIn(instant: string, zone: string): string {
  const at = Temporal.Instant.from(instant);
  try {
    return at.toZonedDateTimeISO(zone).toPlainDate().toString();
  } catch (thrown) {
    if (thrown instanceof RangeError) return at.toZonedDateTimeISO('UTC').toPlainDate().toString();
    throw thrown;
  }
}
