import { Temporal } from 'temporal-polyfill';
import { occurrences } from '../../reminders/occurrences.ts';
import type { Moment, Recurrence } from '../../reminders/recurrence.ts';
import { instantAt, wallAt } from '../../reminders/zoned.ts';
import { isBy, later, latest, msFrom } from '../instants.ts';
import type { Mode } from '../mock.ts';
import { liveMinutes, RECAP_AFTER_MS } from '../script.ts';
import type { Current, Series } from './series.ts';

const DAY_MS = 24 * 60 * 60_000;
/** Among so many in a row the two nearest to each other are found: a rhythm of months has no more days in one. */
const LOOKED_AT = 8;
/** So many are looked at until one is free. More than that in a row are not left out. */
const MOST_LOOKED_AT = 120;

/** When a session can begin: the instant, and what the wall shows then. */
export interface Slot {
  readonly at: string;
  readonly wall: string;
}

/** What of a series says when it comes. */
export type Timed = Pick<Series, 'zone' | 'when' | 'skipped'>;

/**
 * The first time after an instant. Left out are dates that were skipped, and times less than half a rhythm from one of them
 * or from `last`, a session's beginning: where Thursday's was held or skipped, a series that moves to Fridays begins with
 * the Friday of the week after. Undefined where none comes any more.
 */
export function firstAfter({ when, zone, skipped }: Timed, after: string, last?: string): Slot | undefined {
  if (when.kind === 'once') {
    const slot = slotOf(when.moment, zone);
    return isBy(slot.at, after) ? undefined : slot;
  }
  const apart = shortestGap(when.recurrence, zone, after) / 2;
  let looked = 0;
  for (const instant of occurrences(when.recurrence, zone, Temporal.Instant.from(after))) {
    looked += 1;
    if (looked > MOST_LOOKED_AT) return undefined;
    const slot = slotAt(instant, zone);
    if (isBy(slot.at, after)) continue;
    if (last !== undefined && msFrom(last, slot.at) < apart) continue;
    if (skipped.some((date) => Math.abs(daysFrom(date, slot.wall)) * DAY_MS < apart)) continue;
    return slot;
  }
  return undefined;
}

/** When a single moment is: "in 2 hours" is an instant whatever the clocks do, all else a wall time. */
export function slotOf({ kind, at, wall }: Moment, zone: string): Slot {
  return kind === 'in' ? { at: later(at, 0), wall } : { at: instantOf(wall, zone), wall };
}

/** ISO 8601 in UTC. */
export function instantOf(wall: string, zone: string): string {
  return instantAt(wall, zone).toString({ fractionalSecondDigits: 3 });
}

/**
 * When the one after the open session is. A series has one open session at a time, so what comes while that one still runs
 * is left out rather than put off: a session begins when the rhythm says, and nobody is in two at once.
 */
export function nextAfter(series: Series, current: Current, now: string): Slot | undefined {
  const dueAt = instantOf(current.due, series.zone);
  const overAt = later(current.startsAt, lastsMs(series));
  return firstAfter(series, latest(latest(dueAt, overAt), now));
}

/** How long a session takes, its recap too. */
export function lastsMs({ mode, rounds }: { readonly mode: Mode; readonly rounds: number }): number {
  const ms = mode.kind === 'live' ? liveMinutes(rounds) * 60_000 : mode.days * DAY_MS;
  return ms + RECAP_AFTER_MS;
}

/** In whole days and ms: how near two in a row come to each other, by the dates on the wall. */
export function shortestGap(recurrence: Recurrence, zone: string, from: string): number {
  const days: string[] = [];
  for (const instant of occurrences(recurrence, zone, Temporal.Instant.from(from))) {
    days.push(wallAt(instant, zone));
    if (days.length === LOOKED_AT) break;
  }
  const gaps = days.slice(1).map((wall, index) => daysFrom(days[index] ?? wall, wall));
  return Math.min(...gaps) * DAY_MS;
}

function slotAt(instant: Temporal.Instant, zone: string): Slot {
  return { at: instant.toString({ fractionalSecondDigits: 3 }), wall: wallAt(instant, zone) };
}

function daysFrom(one: string, other: string): number {
  return Temporal.PlainDate.from(one.slice(0, 10)).until(other.slice(0, 10), { largestUnit: 'days' }).days;
}
