import { Temporal } from 'temporal-polyfill';
import { type Batch, inOrder } from './in-order.ts';
import type { MonthDay, Recurrence } from './recurrence.ts';
import { instantAt } from './zoned.ts';

/** A gap moves a time forward by a day at most (Pacific/Apia, 30 December 2011); one more day for zones' own dates. */
const MOVED_AT_MOST = { days: 2 };
/** Temporal's dates end in the year 275760. */
const LAST_YEAR = 275_000;

/**
 * When a recurrence comes, at or after `from`, in a zone (IANA): strictly rising, no instant twice, without end for all
 * that matters. Each date's wall times are resolved as in `zoned.ts`, so a gap or a missing day skips none and doubles
 * none. Nothing comes of a date before `recurrence.from`. Throws a `RangeError` where the zone is none.
 */
export function* occurrences(
  recurrence: Recurrence,
  zone: string,
  from: Temporal.Instant,
): Generator<Temporal.Instant> {
  for (const instant of inOrder(batches(recurrence, zone, from)))
    if (Temporal.Instant.compare(instant, from) >= 0) yield instant;
}

function* batches(recurrence: Recurrence, zone: string, from: Temporal.Instant): Generator<Batch> {
  const around = from.toZonedDateTimeISO(zone).toPlainDate().subtract(MOVED_AT_MOST);
  for (const date of datesFrom(recurrence, later(around, Temporal.PlainDate.from(recurrence.from)))) {
    const instants = recurrence.times
      .map((time) => instantAt(`${date.toString()}T${time}`, zone))
      .toSorted(Temporal.Instant.compare);
    const [floor] = instants;
    // The same wall times a day or more later: no gap is longer than a day, so the first of them is no earlier.
    if (floor !== undefined) yield { floor, instants };
  }
}

/** The dates of a recurrence on or after `start`, rising: the first is found by division, not by walking there. */
function datesFrom(recurrence: Recurrence, start: Temporal.PlainDate): Generator<Temporal.PlainDate> {
  switch (recurrence.each) {
    case 'day':
      return daysFrom(recurrence, start);
    case 'week':
      return weekdaysFrom(recurrence, start);
    case 'month':
      return monthDaysFrom(recurrence, start);
  }
}

type Of<Each> = Extract<Recurrence, { each: Each }>;

function* daysFrom({ every, from }: Of<'day'>, start: Temporal.PlainDate): Generator<Temporal.PlainDate> {
  const first = Temporal.PlainDate.from(from);
  const rounds = Math.ceil(first.until(start).days / every);
  for (
    let date = first.add({ days: rounds * every });
    date.year < LAST_YEAR;
    date = date.add({ days: every })
  )
    yield date;
}

function* weekdaysFrom(
  { every, days, from }: Of<'week'>,
  start: Temporal.PlainDate,
): Generator<Temporal.PlainDate> {
  const first = Temporal.PlainDate.from(from);
  const firstMonday = first.subtract({ days: first.dayOfWeek - 1 });
  const rounds = Math.floor(firstMonday.until(start).days / (7 * every));
  const inOrderOfWeek = days.toSorted((a, b) => a - b);
  for (
    let monday = firstMonday.add({ weeks: rounds * every });
    monday.year < LAST_YEAR;
    monday = monday.add({ weeks: every })
  )
    for (const day of inOrderOfWeek) {
      const date = monday.add({ days: day - 1 });
      if (Temporal.PlainDate.compare(date, start) >= 0) yield date;
    }
}

function* monthDaysFrom(
  { every, on, also = [], from }: Of<'month'>,
  start: Temporal.PlainDate,
): Generator<Temporal.PlainDate> {
  const first = Temporal.PlainDate.from(from).with({ day: 1 });
  const rounds = Math.floor(first.until(start, { largestUnit: 'months' }).months / every);
  for (
    let month = first.add({ months: rounds * every });
    month.year < LAST_YEAR;
    month = month.add({ months: every })
  ) {
    // Two of them may be one day: the fourth Friday and the last. That comes once, as `inOrder` sees to it.
    const dates = [on, ...also].flatMap((day) => dayIn(month, day) ?? []);
    for (const date of dates.toSorted(Temporal.PlainDate.compare))
      if (Temporal.PlainDate.compare(date, start) >= 0) yield date;
  }
}

/** `month`: its first day. Undefined where it has no fifth such weekday. */
function dayIn(month: Temporal.PlainDate, on: MonthDay): Temporal.PlainDate | undefined {
  if ('date' in on) return month.with({ day: Math.min(on.date, month.daysInMonth) });
  const firstOne = month.add({ days: (on.weekday - month.dayOfWeek + 7) % 7 });
  const howMany = Math.ceil((month.daysInMonth - firstOne.day + 1) / 7);
  const nth = on.nth === -1 ? howMany : on.nth;
  return nth > howMany ? undefined : firstOne.add({ weeks: nth - 1 });
}

function later(a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(a, b) >= 0 ? a : b;
}
