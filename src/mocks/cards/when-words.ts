import { Temporal } from 'temporal-polyfill';
import { momentInWords } from '../../reminders/in-words.ts';
import { shortTime } from '../../reminders/short-time.ts';
import { msFrom } from '../instants.ts';
import type { Group, Member, Mock } from '../mock.ts';
import { memberOf, peopleOf } from '../people.ts';

const MINUTE_MS = 60_000;

/** What somebody's wall shows at an instant (ISO 8601), with the zone: their own where it is known. */
export function momentFor(mock: Mock, member: Member, instant: string): string {
  return momentIn(instant, zoneOf(mock, member));
}

export function momentIn(instant: string, zone: string): string {
  return inZone(zone, (known) => `${momentInWords(instant, known)} (${known})`);
}

/** The time alone where it is of the same hour anyway, the day too where it may be another. */
export function untilFor(mock: Mock, member: Member, instant: string): string {
  if (mock.mode.kind === 'async') return momentFor(mock, member, instant);
  return inZone(zoneOf(mock, member), (known) => {
    const wall = Temporal.Instant.from(instant).toZonedDateTimeISO(known).toPlainTime();
    return `${shortTime(wall.toString({ smallestUnit: 'minute' }))} (${known})`;
  });
}

/** One instant for all of a group, in the zone of each. */
export function momentForAll(mock: Mock, group: Group, instant: string): string {
  const zones = peopleOf(group).map((id) => memberOf(mock, id)?.zone ?? mock.zone);
  return [...new Set(zones.map((zone) => momentIn(instant, zone)))].join(', which is ');
}

/** "30 minutes, all at the same time". */
export function lengthWords({ mode, startsAt, endsAt }: Mock): string {
  if (mode.kind === 'live')
    return `${Math.round(msFrom(startsAt, endsAt) / MINUTE_MS)} minutes, all at the same time`;
  return `${mode.days === 1 ? 'one day' : `${mode.days} days`}, at hours that suit each pair`;
}

/** When the next session of the series is; nothing where none is known. */
export function nextSentence({ nextAt }: Mock, zone: string): string[] {
  return nextAt === undefined ? [] : [`The next session: ${momentIn(nextAt, zone)}.`];
}

export function zoneOf(mock: Mock, member: Member): string {
  return member.zone ?? mock.zone;
}

/** A zone that this computer's tables do not know must not keep a card from anybody: it is said in UTC then. */
function inZone(zone: string, words: (known: string) => string): string {
  try {
    return words(zone);
  } catch (thrown) {
    if (thrown instanceof RangeError && zone !== 'UTC') return words('UTC');
    throw thrown;
  }
}
