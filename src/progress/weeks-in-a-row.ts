import { isoDay } from './iso-day.ts';

/** Days without reminders, as the person asked: from the first of them until the day on which it goes on. ISO dates. */
export interface Pause {
  readonly from: string;
  readonly until: string;
}

/**
 * How many weeks in a row had a practice, Monday to Sunday, up to this week; this week may still be without one. A week
 * that a pause touches is never missing, and counts only where something was practised in it. Days are ISO dates in
 * the person's zone, so that neither a clock change nor the end of a year is anything special.
 */
export function weeksInARow(days: readonly string[], pauses: readonly Pause[], today: string): number {
  const practised = new Set(days.map(weekOf));
  const rests = pauses
    .filter(({ from, until }) => from < until)
    .map(({ from, until }) => ({ first: weekOf(from), last: Math.floor((isoDay(until) + 2) / 7) }));
  const first = Math.min(...practised);
  const present = weekOf(today);
  let count = 0;
  for (let week = present; week >= first; week -= 1) {
    if (practised.has(week)) count += 1;
    else if (week < present && !rests.some((rest) => week >= rest.first && week <= rest.last)) break;
  }
  return count;
}

/** Weeks counted from the one of Monday 29 December 1969: 1 January 1970 was a Thursday. */
function weekOf(day: string): number {
  return Math.floor((isoDay(day) + 3) / 7);
}
