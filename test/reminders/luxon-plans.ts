import { DateTime } from 'luxon';
import type { MonthDay, QuietHours, Recurrence, WallTime, Weekday } from '../../src/reminders/recurrence.ts';
import type { Change } from './luxon-oracle.ts';

/** A whole number from 0 to below `sides`. */
export type Dice = (sides: number) => number;

/** mulberry32: the same seed throws the same numbers on every machine. */
export function diceFrom(seed: number): Dice {
  let state = seed >>> 0;
  return (sides) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * sides);
  };
}

/** A plan whose dates meet a change of clocks, and whose times lie in it, beside it or anywhere: `kind` counts up. */
export function anyPlan(
  kind: number,
  change: Change,
  dice: Dice,
): { recurrence: Recurrence; quiet: QuietHours } {
  const quiet = dice(2) === 0 ? NONE : { from: anyTime(change, dice), to: anyTime(change, dice) };
  return { recurrence: anyRecurrence(kind, change, dice), quiet };
}

const NONE: QuietHours = { from: '00:00', to: '00:00' };

function anyRecurrence(kind: number, change: Change, dice: Dice): Recurrence {
  // The date of the change, or one of its neighbours.
  const near = onTheWall(change)
    .startOf('day')
    .plus({ days: dice(3) - 1 });
  const times = [...new Set(Array.from({ length: 1 + dice(4) }, () => anyTime(change, dice)))].sort();
  switch (kind % 5) {
    case 0: {
      const every = 1 + dice(3);
      return { each: 'day', every, times, from: iso(near.minus({ days: every * dice(900) })) };
    }
    case 1: {
      const every = 1 + dice(6);
      const from = near
        .startOf('week')
        .minus({ weeks: every * dice(200) })
        .plus({ days: dice(7) });
      const days = new Set([near.weekday, ...Array.from({ length: dice(5) }, () => 1 + dice(7))]);
      return { each: 'week', every, days: [...days].map(weekday), times, from: iso(from) };
    }
    case 2:
      return monthly(
        near,
        { nth: nth(Math.ceil(near.day / 7)), weekday: weekday(near.weekday) },
        times,
        dice,
      );
    case 3:
      return monthly(near, { nth: -1, weekday: weekday(near.weekday) }, times, dice);
    default:
      // The 31st is the last day of every month.
      return monthly(near, { date: dice(4) === 0 ? 31 : near.day }, times, dice);
  }
}

function monthly(near: DateTime, on: MonthDay, times: readonly WallTime[], dice: Dice): Recurrence {
  const every = 1 + dice(12);
  const month = near.startOf('month').minus({ months: every * dice(40) });
  const also = Array.from({ length: dice(3) }, () => anyDay(dice));
  const from = iso(month.plus({ days: dice(28) }));
  return { each: 'month', every, on, ...(also.length === 0 ? {} : { also }), times, from };
}

function anyDay(dice: Dice): MonthDay {
  return dice(2) === 0
    ? { date: 1 + dice(31) }
    : { nth: dice(5) === 0 ? -1 : nth(1 + dice(5)), weekday: weekday(1 + dice(7)) };
}

/** In the gap or the fold, within minutes of it, an hour beside it, or at any time. */
function anyTime(change: Change, dice: Dice): WallTime {
  const minutes = Math.abs(change.after - change.before);
  const first = onTheWall(change).minus({ minutes: change.after < change.before ? minutes : 0 });
  const ways = [
    () => first.plus({ minutes: dice(Math.max(minutes, 1)) }),
    () => first.plus({ minutes: dice(5) - 2 }),
    () => first.plus({ minutes: minutes + dice(minutes + 1) }),
    () => first.plus({ minutes: dice(24 * 60) }),
    () => first.startOf('day').plus({ minutes: 15 * dice(3) - 15 }),
  ];
  return (ways[dice(ways.length)] ?? (() => first))().toFormat('HH:mm');
}

/** What the wall shows as the clocks change, by the old offset. */
function onTheWall({ at, before }: Change): DateTime {
  return DateTime.fromMillis(at + before * 60_000, { zone: 'utc' });
}

function iso(date: DateTime): string {
  return date.toFormat('yyyy-MM-dd');
}

function weekday(day: number): Weekday {
  return Math.min(7, Math.max(1, day));
}

function nth(of: number): 1 | 2 | 3 | 4 | 5 {
  return ([1, 2, 3, 4, 5] as const)[of - 1] ?? 1;
}
