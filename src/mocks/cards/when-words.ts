import { Temporal } from 'temporal-polyfill';
import { momentInWords } from '../../reminders/in-words.ts';
import { shortTime } from '../../reminders/short-time.ts';
import { msFrom } from '../instants.ts';
import type { Group, Member, Mock, Phase, Twist } from '../mock.ts';
import { memberOf, peopleOf } from '../people.ts';
import { phaseSeconds } from '../script.ts';

const MINUTE_MS = 60_000;
const COUNTS = ['', 'one', 'two', 'three', 'four', 'five', 'six'];

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

/** One instant for all of a group: a line for each zone in which one of them is. */
export function momentsForAll(mock: Mock, group: Group, instant: string): string[] {
  const zones = peopleOf(group).map((id) => memberOf(mock, id)?.zone ?? mock.zone);
  return [...new Set(zones.map((zone) => momentIn(instant, zone)))];
}

/** "30 minutes, all at the same time". */
export function lengthWords({ mode, startsAt, endsAt }: Mock): string {
  if (mode.kind === 'live')
    return `${Math.round(msFrom(startsAt, endsAt) / MINUTE_MS)} minutes, all at the same time`;
  return `${mode.days === 1 ? 'one day' : `${mode.days} days`}, at hours that suit each pair`;
}

/** How long a phase of a live session is: "four minutes". */
export function phaseLength(phase: Exclude<Phase, 'over'>, twist: Twist): string {
  const minutes = Math.round((phaseSeconds(phase, twist) * 1_000) / MINUTE_MS);
  return minutes === 1 ? 'one minute' : `${COUNTS[minutes] ?? minutes} minutes`;
}

/** How long an answer is, live or not. */
export function answerLength(twist: Twist): string {
  return twist === 'sixty-seconds' ? 'sixty seconds' : phaseLength('answer', twist);
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
