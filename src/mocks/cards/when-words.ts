import { Temporal } from 'temporal-polyfill';
import type { Run } from '../../card/card.ts';
import { momentInWords } from '../../reminders/in-words.ts';
import { shortTime } from '../../reminders/short-time.ts';
import { msFrom } from '../instants.ts';
import type { Group, Member, Mock, Phase, Twist } from '../mock.ts';
import { memberOf, peopleOf } from '../people.ts';
import { phaseSeconds } from '../script.ts';

const MINUTE_MS = 60_000;
const COUNTS = ['', 'one', 'two', 'three', 'four', 'five', 'six'];

/** What somebody's wall shows at an instant (ISO 8601), with the zone. Where theirs is not known, their platform may know it. */
export function momentFor(mock: Mock, member: Member, instant: string): Run {
  return member.zone === undefined ? momentShown(instant, mock.zone) : momentIn(instant, member.zone);
}

/** An instant that several read, or somebody whose zone is not known: each by their own clock, `zone`'s beside it. */
export function momentShown(instant: string, zone: string): Run {
  return inZone(zone, (known) => {
    const day = wallOf(instant, known).toLocaleString('en', { weekday: 'long' });
    const there = `${day} ${timeIn(instant, known)} ${placeWords(known)}`;
    return { at: instant, shows: 'day', words: momentIn(instant, known), there };
  });
}

export function momentIn(instant: string, zone: string): string {
  return inZone(zone, (known) => `${momentInWords(instant, known)} (${known})`);
}

/** The time alone where it is of the same hour anyway, the day too where it may be another. */
export function untilFor(mock: Mock, member: Member, instant: string): Run {
  if (mock.mode.kind === 'async') return momentFor(mock, member, instant);
  return inZone(zoneOf(mock, member), (known) => {
    const time = timeIn(instant, known);
    const words = `${time} (${known})`;
    if (member.zone !== undefined) return words;
    return { at: instant, shows: 'time', words, there: `${time} ${placeWords(known)}` };
  });
}

/** One instant for all of a group: a line for each zone in which one of them is. */
export function momentsForAll(mock: Mock, group: Group, instant: string): Run[] {
  const zones = peopleOf(group).map((id) => memberOf(mock, id)?.zone);
  // Whose zone is not known reads the session's, by their own clock where their platform knows it.
  const shown = zones.includes(undefined) ? [momentShown(instant, mock.zone)] : [];
  const known = [...new Set(zones)].filter(
    (zone): zone is string => zone !== undefined && (shown.length === 0 || zone !== mock.zone),
  );
  return [...shown, ...known.map((zone) => momentIn(instant, zone))];
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

/** When the next session of the series is; nothing where none is known. `member`: who alone reads it; none: many do. */
export function nextSentence(mock: Mock, member?: Member): Run[] {
  const { nextAt, zone } = mock;
  if (nextAt === undefined) return [];
  const when = member === undefined ? momentShown(nextAt, zone) : momentFor(mock, member, nextAt);
  return ['The next session: ', when, '.'];
}

/** The same behind another sentence. */
export function thenNext(mock: Mock, member: Member): Run[] {
  const next = nextSentence(mock, member);
  return next.length === 0 ? [] : [' ', ...next];
}

function zoneOf(mock: Mock, member: Member): string {
  return member.zone ?? mock.zone;
}

function wallOf(instant: string, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
}

function timeIn(instant: string, zone: string): string {
  return shortTime(wallOf(instant, zone).toPlainTime().toString({ smallestUnit: 'minute' }));
}

/** "in New York": short enough to stand beside another time. A zone that is named after no place stands as it is. */
function placeWords(zone: string): string {
  const city = zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;
  return zone.includes('/') && !zone.startsWith('Etc/') ? `in ${city}` : zone;
}

/** A zone that this computer's tables do not know must not keep a card from anybody: it is said in UTC then. */
function inZone<Said extends Run>(zone: string, words: (known: string) => Said): Said {
  try {
    return words(zone);
  } catch (thrown) {
    if (thrown instanceof RangeError && zone !== 'UTC') return words('UTC');
    throw thrown;
  }
}
