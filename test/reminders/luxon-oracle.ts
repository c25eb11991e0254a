import { DateTime, IANAZone } from 'luxon';
import type { MonthDay, QuietHours, Recurrence } from '../../src/reminders/recurrence.ts';

/**
 * What a plan means, said a second time with another library: dates are tried one by one (ours jumps), and a wall time is
 * resolved from luxon's offsets alone, since luxon's own way through a fold depends on the day it is asked.
 */

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const MINUTE = 60_000;

/** A change of clocks: the instant, and the offsets (minutes) on both sides of it. */
export interface Change {
  readonly at: number;
  readonly before: number;
  readonly after: number;
}

const STEP = 2 * DAY;

/** Every change of a zone's offset in a year of UTC, found by halving. */
export function changesIn(zone: string, year: number): Change[] {
  const { offset } = offsetsOf(zone);
  const changes: Change[] = [];
  for (let t = Date.UTC(year); t < Date.UTC(year + 1); t += STEP) {
    let [low, high] = [t, Math.min(t + STEP, Date.UTC(year + 1))];
    const [before, after] = [offset(low), offset(high)];
    if (before === after) continue;
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (offset(middle) === before) low = middle;
      else high = middle;
    }
    changes.push({ at: high, before, after });
  }
  return changes;
}

/** A wall time's instant: the first that reads it; where none does, what the offset before the gap makes of it. */
export function instantOf(wall: string, zone: string): number {
  return readings(wall, zone)[0] ?? local(wall) - offsetsOf(zone).offset(local(wall) - 26 * HOUR) * MINUTE;
}

/** When a recurrence comes, from `from` to `until` (both inclusive, epoch ms). */
export function comesAt(recurrence: Recurrence, zone: string, from: number, until: number): number[] {
  const found = new Set<number>();
  const last = until + 3 * DAY;
  for (let date = DateTime.fromMillis(from - 3 * DAY, { zone: 'utc' }); date.toMillis() < last; ) {
    date = date.plus({ days: 1 }).startOf('day');
    if (!comesOn(recurrence, date)) continue;
    for (const time of recurrence.times) found.add(instantOf(`${date.toISODate()}T${time}`, zone));
  }
  return [...found].filter((at) => at >= from && at <= until).sort((a, b) => a - b);
}

function comesOn(recurrence: Recurrence, date: DateTime): boolean {
  const start = DateTime.fromISO(recurrence.from, { zone: 'utc' });
  if (date < start) return false;
  switch (recurrence.each) {
    case 'day':
      return date.diff(start, 'days').days % recurrence.every === 0;
    case 'week': {
      const weeks = date.startOf('week').diff(start.startOf('week'), 'weeks').weeks;
      return weeks % recurrence.every === 0 && recurrence.days.some((day) => day === date.weekday);
    }
    case 'month': {
      const months = date.startOf('month').diff(start.startOf('month'), 'months').months;
      if (months % recurrence.every !== 0) return false;
      return [recurrence.on, ...(recurrence.also ?? [])].some((on) => isThatDay(on, date));
    }
  }
}

function isThatDay(on: MonthDay, date: DateTime): boolean {
  if ('date' in on) return date.day === Math.min(on.date, date.daysInMonth ?? 0);
  if (date.weekday !== on.weekday) return false;
  if (on.nth === -1) return date.plus({ weeks: 1 }).month !== date.month;
  return Math.ceil(date.day / 7) === on.nth;
}

/** The end of the quiet hours that an instant falls into, else itself. */
export function movedOutOf(quiet: QuietHours, at: number, zone: string): number {
  const here = DateTime.fromMillis(at, { zone });
  const now = here.toFormat('HH:mm');
  const isQuiet =
    quiet.from < quiet.to ? now >= quiet.from && now < quiet.to : now >= quiet.from || now < quiet.to;
  if (quiet.from === quiet.to || !isQuiet) return at;
  // The date alone: a day later in the zone could fall into a gap, and out of it on another date.
  const date = DateTime.fromISO(here.toFormat('yyyy-MM-dd'), { zone: 'utc' });
  const wall = `${date.plus({ days: now < quiet.to ? 0 : 1 }).toISODate()}T${quiet.to}`;
  const end = readings(wall, zone).find((one) => one > at) ?? instantOf(wall, zone);
  return movedOutOf(quiet, end, zone);
}

/** All instants that read so, the first first. */
function readings(wall: string, zone: string): number[] {
  const { offset } = offsetsOf(zone);
  const possible = new Set([-26, -13, 0, 13, 26].map((hours) => offset(local(wall) + hours * HOUR)));
  return [...possible]
    .map((minutes) => local(wall) - minutes * MINUTE)
    .filter((at) => local(wall) - offset(at) * MINUTE === at)
    .sort((a, b) => a - b);
}

function local(wall: string): number {
  return DateTime.fromISO(wall, { zone: 'utc' }).toMillis();
}

function offsetsOf(zone: string): { offset: (at: number) => number } {
  const known = IANAZone.create(zone);
  return { offset: (at) => known.offset(at) };
}
