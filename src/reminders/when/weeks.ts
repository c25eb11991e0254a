import { Temporal } from 'temporal-polyfill';
import type { Weekday } from '../recurrence.ts';
import { plusDays, type Said } from './spoken.ts';

/** ISO 8601: 1 is Monday. */
export function weekdayOf(date: string): Weekday {
  return Temporal.PlainDate.from(date).dayOfWeek as Weekday;
}

/** Of the week after this one: its Monday, and the days that come. */
export function dayOfNextWeek(day: Weekday, { today }: Said): string {
  return plusDays(today, 7 - weekdayOf(today) + day);
}

/** The first of Monday to Friday after today. */
export function nextWeekday({ today }: Said): string {
  const day = weekdayOf(today);
  return plusDays(today, day < 5 || day === 7 ? 1 : 8 - day);
}

/** The day of that name that is nearest to a date. */
export function nearestDay(day: Weekday, date: string): string {
  const ahead = (day - weekdayOf(date) + 7) % 7;
  return plusDays(date, ahead > 3 ? ahead - 7 : ahead);
}

/** The next date with that number on or after a day: months that are too short are left out. */
export function nextDated(number: number, from: string): string | undefined {
  let first = Temporal.PlainDate.from(from).with({ day: 1 });
  for (let months = 0; months < 4; months += 1, first = first.add({ months: 1 })) {
    if (number < 1 || number > first.daysInMonth) continue;
    const date = first.with({ day: number }).toString();
    if (date >= from) return date;
  }
  return undefined;
}
