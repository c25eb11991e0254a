import { Temporal } from 'temporal-polyfill';
import { PersonError } from '../errors.ts';
import { quietMeant } from '../reminders/quiet-in.ts';
import type { QuietHours } from '../reminders/recurrence.ts';
import { zonesMeant } from '../reminders/zones.ts';

const MOST = 10_000;

/** Valid names that people say for a zone with summer time, and that have none: never taken at their word. */
const WITHOUT_SUMMER = ['EST', 'MST', 'HST'];

/** Where a zone is named: as it is said in a message, and how another is typed there instead. */
interface Named {
  readonly where: string;
  readonly typed: (zone: string) => string;
}

const IN_OPTION: Named = { where: '--tz', typed: (zone) => `--tz ${zone}` };

/** Any IANA name, aliases too, in its own letters, or a place that has one zone. Throws a `PersonError`. */
export function zoneOf(name: string, at: Temporal.Instant, { where, typed } = IN_OPTION): string {
  const zone = ianaZone(name);
  if (zone !== undefined && !WITHOUT_SUMMER.includes(zone)) return zone;
  const meant = zonesMeant(name, { now: at.toString() });
  if (meant !== undefined && 'zone' in meant) return meant.zone;
  throw new PersonError(
    'no-zone',
    meant === undefined
      ? `${where}: "${name}" is no time zone. Name a place, such as Europe/Berlin, Asia/Kolkata or America/New_York, or UTC.`
      : `${where}: ${meant.why} Type one of these:\n${meant.choices.map((one) => `  ${typed(one)}`).join('\n')}`,
  );
}

const ZONE_LAST = /^(.+?)(?: (?:in|time))* zone (\S.*)$/iu;

/** A plan with its zone behind it, as `remind` takes it: "weekdays 8:30 zone Europe/Berlin". */
export interface Zoned {
  readonly words: string;
  readonly zone: string;
  /** The zone was named behind the words: `words` are without it. */
  readonly isNamed: boolean;
}

/**
 * The words and the zone they are meant in. `option`: the zone of `--tz`, where it was given (`isGiven`) one that must not
 * differ from a zone behind the words. Throws a `PersonError`.
 */
export function zonedWords(
  typed: string,
  option: { readonly tz: string; readonly isGiven: boolean },
  at: Temporal.Instant,
): Zoned {
  const [, words, name] = ZONE_LAST.exec(typed.trim()) ?? [];
  if (words === undefined || name === undefined)
    return { words: typed, zone: zoneOf(option.tz, at), isNamed: false };
  const zone = zoneOf(name, at, { where: 'zone', typed: (one) => `coach schedule "${words} zone ${one}"` });
  if (option.isGiven && !isSameZone(zone, zoneOf(option.tz, at)))
    throw new PersonError(
      'two-zones',
      `The words name the zone ${zone}, and --tz names ${option.tz}. Leave one of them out.`,
    );
  return { words, zone, isNamed: true };
}

/** Also under an older name. */
function isSameZone(one: string, other: string): boolean {
  const at = Temporal.Instant.fromEpochMilliseconds(0);
  return at.toZonedDateTimeISO(one).equals(at.toZonedDateTimeISO(other));
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
  const [quiet, ...others] = quietMeant(words);
  if (quiet !== undefined && others.length === 0) return quiet;
  if (quiet !== undefined)
    throw new PersonError(
      'ambiguous-quiet-hours',
      `--quiet: "${words}" may be several. Type one of these:\n${[quiet, ...others].map(({ from, to }) => `  --quiet ${from}-${to}`).join('\n')}`,
    );
  throw new PersonError(
    'no-quiet-hours',
    `--quiet: "${words}" are no hours. Write none, or hours such as 21:00-8:00.`,
  );
}
