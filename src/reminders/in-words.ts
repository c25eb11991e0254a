import { Temporal } from 'temporal-polyfill';
import type { MonthDay, Recurrence, WallTime, Weekday } from './recurrence.ts';
import { shortTime } from './short-time.ts';
import type { Wish } from './when/when-read.ts';

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];
const COUNTS = ['', 'one', 'two', 'three', 'four', 'five', 'six'];
const ORDINALS = ['', 'first', 'second', 'third', 'fourth', 'fifth'];

/** A date with its weekday, which two people read alike: "Monday 30 November 2026". */
export function dateInWords(date: string): string {
  const { dayOfWeek, day, month, year } = Temporal.PlainDate.from(date);
  return `${DAYS[dayOfWeek - 1]} ${day} ${MONTHS[month - 1]} ${year}`;
}

/** What calendar and wall show at an instant (ISO 8601) in a zone: "Monday 30 November 2026, 8:30". */
export function momentInWords(instant: string, zone: string): string {
  const wall = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  const time = wall.toPlainTime().toString({ smallestUnit: 'minute' });
  return `${dateInWords(wall.toPlainDate().toString())}, ${shortTime(time)}`;
}

/** How a wish is repeated before it counts, behind "I would remind you": "every weekday at 8:30 (Europe/Berlin)". */
export function inWords(wish: Wish, zone: string): string {
  switch (wish.kind) {
    case 'recurrence':
      return `${recurrenceInWords(wish.recurrence)} (${zone})`;
    case 'moment':
      return `once, ${momentInWords(wish.moment.at, zone).replace(', ', ' at ')} (${zone})`;
    case 'adaptive':
      return `when it pays: soon after a hard practice, later after a good one${atTime(wish.time)} (${zone})`;
    case 'interview':
      return `on the way to your interview on ${dateInWords(wish.date)}${atTime(wish.time)} (${zone})`;
  }
}

function atTime(time: WallTime | undefined): string {
  return time === undefined ? '' : `, at ${shortTime(time)}`;
}

function recurrenceInWords(recurrence: Recurrence): string {
  const { every, times, from } = recurrence;
  const at = `at ${listed(times.map(shortTime))}`;
  // Where something is left out in between, its start says which.
  const start = every === 1 ? '' : `, counted from ${dateInWords(from)}`;
  switch (recurrence.each) {
    case 'day':
      return `every ${every === 1 ? 'day' : `${counted(every)} days`} ${at}${start}`;
    case 'week':
      return `${weekdays(recurrence.days, every)} ${at}${start}`;
    case 'month':
      return `on the ${daysOfMonth([recurrence.on, ...(recurrence.also ?? [])])} of ${every === 1 ? 'each month' : `every ${counted(every)} months`} ${at}${start}`;
  }
}

function weekdays(days: readonly Weekday[], every: number): string {
  const key = days.join('');
  const named =
    key === '12345'
      ? 'weekday'
      : key === '67'
        ? 'Saturday and Sunday'
        : listed(days.map((day) => DAYS[day - 1] ?? ''));
  if (key === '1234567') return every === 1 ? 'every day' : `every ${counted(every)} weeks on each day`;
  return every === 1
    ? `every ${named}`
    : `every ${counted(every)} weeks on ${named === 'weekday' ? 'weekdays' : named}`;
}

/** "first and third Tuesday": a weekday that is the same for all is said once. */
function daysOfMonth(days: readonly MonthDay[]): string {
  const [first] = days;
  const weekday = first !== undefined && 'weekday' in first ? first.weekday : undefined;
  const areAlike = days.every((day) => 'weekday' in day && day.weekday === weekday);
  return listed(days.map((day, index) => dayOfMonth(day, areAlike && index < days.length - 1)));
}

function dayOfMonth(on: MonthDay, isBare: boolean): string {
  if ('date' in on)
    return on.date > 28 ? `${ordinal(on.date)}, or the last day of a shorter one,` : ordinal(on.date);
  const nth = on.nth === -1 ? 'last' : (ORDINALS[on.nth] ?? '');
  return isBare ? nth : `${nth} ${DAYS[on.weekday - 1]}`;
}

function ordinal(date: number): string {
  const ending = date % 100 > 10 && date % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][date % 10] ?? 'th');
  return `${date}${ending}`;
}

function counted(count: number): string {
  return COUNTS[count] ?? String(count);
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
