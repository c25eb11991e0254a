import { Temporal } from 'temporal-polyfill';
import type { Plan } from './plan.ts';
import type { PlanGrounds } from './plan-event.ts';
import type { Moment, WallTime } from './recurrence.ts';
import { isHalf } from './replies/time-alone.ts';
import type { DayPart } from './when/day-parts.ts';
import { readWhen } from './when/read-when.ts';
import type { Choice } from './when/when-read.ts';
import { instantAt } from './zoned.ts';

const EVENING = '19:00';
/** So near to the evening, "this evening" is in an hour. */
const EVENING_BEGINS = '18:30';

/** What words behind `snooze` mean. */
export type PutOffTo =
  | { readonly to: 'moment'; readonly moment: Plan['moments'][number]; readonly note?: string }
  /** Nobody knows which: `choices` are said after `remind`. */
  | { readonly to: 'asked'; readonly question: string; readonly choices: readonly Choice[] }
  | { readonly to: 'unread' };

/**
 * To when a reminder that came is put off: "1h", "evening", "tomorrow" at the time it came, or any single moment in words.
 * `sentAt`: the instant it came.
 */
export function putOffTo(
  typed: string,
  sentAt: string,
  { at, hours }: Pick<PlanGrounds, 'at' | 'hours'>,
): PutOffTo {
  const zone = hours.zone ?? 'UTC';
  const of = bareOf(typed);
  const now = Temporal.Instant.from(at);
  const here = now.toZonedDateTimeISO(zone);
  if (/^(?:1 ?h|an? hour|1 hour|hour|later|(?:in )?a (?:bit|while))?$/u.test(of)) return inAnHour(now, zone);
  if (/^(?:(?:this|later this|in the) )?evening$|^(?:later )?tonight$/u.test(of)) {
    if (Temporal.PlainTime.compare(here.toPlainTime(), EVENING_BEGINS) < 0)
      return onWall(here.toPlainDate(), EVENING, zone);
    return { ...inAnHour(now, zone), note: 'This evening is nearly over, so that is in an hour.' };
  }
  const [, part] = /^tomorrow(?: (?:in the |at )?(morning|afternoon|evening|night))?$/u.exec(of) ?? [];
  const time = /^tomorrow/u.test(of) ? timeTomorrow(part as DayPart | undefined, sentAt, zone) : undefined;
  const isAlone = of === 'tomorrow' || part !== undefined;
  // Soon after midnight "tomorrow" may be the day that has begun: that is asked as anywhere.
  if (isAlone && time !== undefined && (part === undefined || here.hour >= 4))
    return onWall(here.toPlainDate().add({ days: 1 }), time, zone);
  return inWords(of, at, zone);
}

/** Whether plain words put off a reminder that just came: they say one moment, or leave open which. */
export function saysWhen(typed: string, grounds: Pick<PlanGrounds, 'at' | 'hours'>): boolean {
  return bareOf(typed) !== '' && putOffTo(typed, grounds.at, grounds).to !== 'unread';
}

function bareOf(typed: string): string {
  return typed
    .trim()
    .toLowerCase()
    .replaceAll('\u2019', "'")
    .replace(/^(?:(?:it|this|this one|that|me) (?=\S))/u, '')
    .replace(/^(?:(?:until|till|to|for) (?=\S))/u, '')
    .replace(/^(?:(?:some ?time )?later (?=today|this))/u, '')
    .replace(/,? (?:please|thanks?|thank you|instead|then)$/u, '')
    .trim();
}

function inAnHour(now: Temporal.Instant, zone: string): Extract<PutOffTo, { to: 'moment' }> {
  return { to: 'moment', moment: momentOf(now.add({ hours: 1 }), zone, 'in') };
}

function onWall(date: Temporal.PlainDate, time: WallTime, zone: string): PutOffTo {
  return { to: 'moment', moment: momentOf(instantAt(`${date.toString()}T${time}`, zone), zone, 'at') };
}

/** The time it came, where that is in the part of the day they name; the evening has a time of its own. */
function timeTomorrow(part: DayPart | undefined, sentAt: string, zone: string): WallTime | undefined {
  const came = Temporal.Instant.from(sentAt)
    .toZonedDateTimeISO(zone)
    .toPlainTime()
    .toString({ smallestUnit: 'minute' });
  if (part === 'evening') return EVENING;
  return isHalf(came, part) ? came : undefined;
}

function inWords(of: string, at: string, zone: string): PutOffTo {
  // A number alone may be minutes or an hour of the day.
  if (of === '' || /^\d+$/u.test(of)) return { to: 'unread' };
  // "9h" is so long, where something is put off.
  const words = of.replace(/^(\d{1,2}) ?h$/u, 'in $1 hours');
  const read = readWhen(words, { now: at, zone });
  switch (read.read) {
    case 'unread':
      return { to: 'unread' };
    case 'wish':
      return read.wish.kind === 'moment'
        ? { to: 'moment', moment: ownMoment(read.wish.moment, read.zone, zone) }
        : { to: 'unread' };
    case 'ask':
    case 'refused': {
      const choices = read.choices
        .filter((one) => isMoment(one.words, at, zone))
        .map(({ label, words }) => ({ label, words: `snooze ${words}` }));
      if (choices.length === 0 && (read.read === 'ask' || read.choices.length > 0)) return { to: 'unread' };
      return {
        to: 'asked',
        question: read.read === 'ask' ? read.question : read.message,
        choices,
      };
    }
  }
}

function isMoment(words: string, now: string, zone: string): boolean {
  const read = readWhen(words, { now, zone });
  return read.read === 'wish' && read.wish.kind === 'moment';
}

/** In another zone than theirs it is an instant: no wall of theirs moves it. */
function ownMoment({ kind, at }: Moment, named: string | undefined, zone: string): Plan['moments'][number] {
  const isOwn = named === undefined || named === zone;
  return momentOf(Temporal.Instant.from(at), zone, isOwn ? kind : 'in');
}

function momentOf(instant: Temporal.Instant, zone: string, kind: Moment['kind']): Plan['moments'][number] {
  return {
    kind,
    ...(kind === 'at' ? { zone } : {}),
    at: instant.toString({ fractionalSecondDigits: 3 }),
    wall: instant.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' }),
  };
}
