import { Temporal } from 'temporal-polyfill';
import { PersonError } from '../errors.ts';
import { quietIn } from '../reminders/quiet-in.ts';
import type { QuietHours } from '../reminders/recurrence.ts';
import { zonesMeant } from '../reminders/zones.ts';

const MOST = 10_000;

/** Valid names that people say for a zone with summer time, and that have none: never taken at their word. */
const WITHOUT_SUMMER = ['EST', 'MST', 'HST'];

/** Any IANA name, aliases too, in its own letters, or a place that has one zone. Throws a `PersonError`. */
export function zoneOf(name: string, at: Temporal.Instant): string {
  const zone = ianaZone(name);
  if (zone !== undefined && !WITHOUT_SUMMER.includes(zone)) return zone;
  const meant = zonesMeant(name, { now: at.toString() });
  if (meant !== undefined && 'zone' in meant) return meant.zone;
  throw new PersonError(
    'no-zone',
    meant === undefined
      ? `--tz: "${name}" is no time zone. Name a place, such as Europe/Berlin, Asia/Kolkata or America/New_York, or UTC.`
      : `--tz: ${meant.why} Type one of these:\n${meant.choices.map((one) => `  --tz ${one}`).join('\n')}`,
  );
}

function ianaZone(name: string): string | undefined {
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId;
  } catch {
    return undefined;
  }
}

/** An instant with its offset, such as 2027-03-10T00:00:00Z or 2027-03-10T01:00+01:00. Throws a `PersonError`. */
export function instantNamed(words: string): Temporal.Instant {
  const instant = instantIn(words);
  // Dates of a plan have four digits for the year.
  if (instant !== undefined && /^[1-8]/u.test(instant.toString())) return instant;
  throw new PersonError(
    'no-instant',
    `--from: "${words}" is no instant. Write the date, the time and its offset, such as 2027-03-10T00:00:00Z.`,
  );
}

function instantIn(words: string): Temporal.Instant | undefined {
  try {
    return Temporal.Instant.from(words);
  } catch {
    return undefined;
  }
}

export function countNamed(words: string): number {
  const count = /^\d{1,5}$/u.test(words) ? Number(words) : 0;
  if (count >= 1 && count <= MOST) return count;
  throw new PersonError('no-count', `--count: "${words}" cannot be. Write a number from 1 to ${MOST}.`);
}

export function quietNamed(words: string): QuietHours {
  const quiet = quietIn(words);
  if (quiet !== undefined) return quiet;
  throw new PersonError(
    'no-quiet-hours',
    `--quiet: "${words}" are no hours. Write none, or hours such as 21:00-8:00.`,
  );
}
