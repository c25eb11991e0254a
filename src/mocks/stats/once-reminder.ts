import { Temporal } from 'temporal-polyfill';
import { outOfQuiet } from '../../reminders/quiet-hours.ts';
import { USUAL_QUIET_HOURS } from '../../reminders/recurrence.ts';
import { isBy, later } from '../instants.ts';
import type { Once, OncePerson } from './once.ts';

const DAY_MS = 24 * 60 * 60_000;

/** A day before, in their day; none where that is past, or where their night would bring it after the date. */
export function reminderOf(
  once: Pick<Once, 'by' | 'zone'>,
  { zone = once.zone }: Pick<OncePerson, 'zone'>,
  at: string,
): string | undefined {
  const instant = byDay(Temporal.Instant.from(later(once.by, -DAY_MS)), zone);
  return isBy(instant, at) || isBy(once.by, instant) ? undefined : instant;
}

function byDay(instant: Temporal.Instant, zone: string): string {
  try {
    return later(outOfQuiet(instant, zone, USUAL_QUIET_HOURS).toString(), 0);
  } catch (thrown) {
    // Of a zone that this computer's tables do not know, nobody can say when it is night.
    if (thrown instanceof RangeError) return later(instant.toString(), 0);
    throw thrown;
  }
}
