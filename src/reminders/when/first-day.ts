import { Temporal } from 'temporal-polyfill';
import type { Weekday } from '../recurrence.ts';

/** The first of these weekdays on or after a date: weeks are counted from it. */
export function firstDayFrom(days: readonly Weekday[], start: string): string {
  const date = Temporal.PlainDate.from(start);
  const ahead = days.map((day) => (day - date.dayOfWeek + 7) % 7);
  return date.add({ days: Math.min(...ahead) }).toString();
}
