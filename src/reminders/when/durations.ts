import { Temporal } from 'temporal-polyfill';
import { wallAt } from '../zoned.ts';
import { COUNT_WORD, countOf } from './counts.ts';
import { isTooFar, nowIsNoTime, type Said, TOO_FAR, wish } from './spoken.ts';
import type { WhenRead } from './when-read.ts';

/** So long: calendar units keep the wall's time, hours and minutes are counted by no clock. */
export interface Span {
  readonly months: number;
  readonly days: number;
  readonly minutes: number;
}

const NUMBER = String.raw`\d{1,9}(?:[.,]\d{1,2})?|an?|a couple of|${COUNT_WORD}`;
const UNIT = 'minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|wks?|w|fortnights?|months?|years?';
const PIECE = new RegExp(
  String.raw`^(${NUMBER}) ?(${UNIT})(?![\p{L}])( and a half)?(?:\s*,?\s*(?:and )?)?`,
  'u',
);

/** "in 2 hours", "1h30", "an hour and a half from now": how long; undefined for any other words. */
export function spanIn(words: string): Span | undefined {
  const [, lead, said = '', tail] = /^(in |after )?(.+?)( from now| later)?$/u.exec(words) ?? [];
  let rest = said
    .replace(/^half an? hour$/u, '30 minutes')
    .replace(/^(?:a )?quarter of an hour$/u, '15 minutes')
    .replace(/^three quarters of an hour$/u, '45 minutes')
    .replace(new RegExp(`^(${NUMBER}) and a half (${UNIT})$`, 'u'), '$1 $2 and a half')
    .replace(/(\d)h ?(\d\d)m?$/u, '$1 h $2 m');
  const isBare = lead === undefined && tail === undefined;
  // "1h30" alone is a time of the day.
  if (isBare && /^\d{1,2}h\d\d$/u.test(said)) return undefined;
  const span = { months: 0, days: 0, minutes: 0 };
  if (rest === '') return undefined;
  while (rest !== '') {
    const [whole = '', count = '', unit = '', half] = PIECE.exec(rest) ?? [];
    if (whole === '') return undefined;
    const number = count === 'a couple of' ? 2 : countOf(count.replace(',', '.'));
    add(span, number + (half === undefined ? 0 : 0.5), unit);
    rest = rest.slice(whole.length);
  }
  return Number.isInteger(span.months) ? span : undefined;
}

function add(span: { months: number; days: number; minutes: number }, n: number, unit: string): void {
  if (/^(?:m|min)/u.test(unit) && !unit.startsWith('month')) span.minutes += Math.round(n);
  else if (unit.startsWith('h')) span.minutes += Math.round(n * 60);
  else if (unit.startsWith('month')) span.months += n;
  else if (unit.startsWith('year')) span.months += n * 12;
  else {
    const days = n * (unit.startsWith('d') ? 1 : unit.startsWith('w') ? 7 : 14);
    span.days += Math.floor(days);
    span.minutes += Math.round((days - Math.floor(days)) * 24 * 60);
  }
}

/** The date a span of days leads to; undefined where it has hours, or is too long for any calendar. */
export function dateAfter({ months, days, minutes }: Span, said: Said): string | undefined {
  if (minutes > 0 || months > 1_200 || days > 36_600) return undefined;
  return Temporal.PlainDate.from(said.today).add({ months, days }).toString();
}

/** The moment so long from now; undefined where the span is of whole days, which keep the wall's time. */
export function momentAfter({ months, days, minutes }: Span, said: Said): WhenRead | undefined {
  if (minutes === 0 && (months > 0 || days > 0)) return months > 60 || days > 1_830 ? TOO_FAR : undefined;
  if (minutes < 1) return nowIsNoTime();
  if (months > 60 || days > 1_830 || minutes > 5 * 366 * 24 * 60) return TOO_FAR;
  const at = said.now.toZonedDateTimeISO(said.zone).add({ months, days }).toInstant().add({ minutes });
  const wall = wallAt(at, said.zone);
  if (isTooFar(wall.slice(0, 10), said)) return TOO_FAR;
  return wish({ kind: 'in', at: at.toString({ fractionalSecondDigits: 3 }), wall });
}
