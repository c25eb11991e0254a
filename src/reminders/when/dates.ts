import { Temporal } from 'temporal-polyfill';
import { DATE_HERE } from './plain-words.ts';

/** A date in some words. `rest`: the words with `DATE_HERE` in its place. */
export type DateFound =
  | { readonly found: 'date'; readonly date: string; readonly rest: string }
  /** Two people read it differently. */
  | { readonly found: 'either'; readonly dates: readonly string[]; readonly rest: string }
  /** There is no such day: the nearest that are. */
  | {
      readonly found: 'impossible';
      readonly typed: string;
      readonly nearest: readonly string[];
      readonly rest: string;
    }
  | { readonly found: 'none' };

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = String.raw`(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?`;
const ISO = /(?<![\d-])(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?![\d-])/u;
const NUMBERS = /(?<![\d./:-])(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?![\d./:-])/u;
/** "12/3", "30.11.": "8.30" is a time. */
const NO_YEAR = /(?<![\d./:-])(\d{1,2})(?:\/(\d{1,2})(?![\d./:-])|\.(\d{1,2})\.(?!\d))/u;
const DAY_FIRST = new RegExp(
  String.raw`(?<!\d)(\d{1,2})(?:st|nd|rd|th)?(?: of)? ${MONTH}(?:,? (\d{4}))?(?![\d:])`,
  'u',
);
const MONTH_FIRST = new RegExp(
  String.raw`\b${MONTH} (?:the )?(\d{1,2})(?:st|nd|rd|th)?(?![\d:])(?:,? (\d{4}))?(?![\d:])`,
  'u',
);

/** The first date in words in small letters. A year that is left out is the one in which the day comes next after `today`. */
export function dateIn(words: string, today: string): DateFound {
  const iso = ISO.exec(words);
  if (iso !== null) return dated(words, iso, Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numbers = NUMBERS.exec(words);
  if (numbers !== null) return inNumbers(words, numbers);
  const short = NO_YEAR.exec(words);
  if (short !== null) return inTwoNumbers(words, short, today);
  const first = DAY_FIRST.exec(words);
  if (first !== null) return named(words, first, first[1], first[2], first[3], today);
  const second = MONTH_FIRST.exec(words);
  if (second !== null) return named(words, second, second[2], second[1], second[3], today);
  return { found: 'none' };
}

function named(
  words: string,
  match: RegExpExecArray,
  day = '',
  month = '',
  year: string | undefined,
  today: string,
): DateFound {
  const number = MONTHS.indexOf(month.slice(0, 3)) + 1;
  if (year !== undefined) return dated(words, match, Number(year), number, Number(day));
  const date = nextOf(number, Number(day), today);
  if (date !== undefined) return { found: 'date', date, rest: without(words, match) };
  const now = Temporal.PlainDate.from(today);
  const isOver = (nearest(now.year, number, Number(day)).at(-1) ?? '') < today;
  return dated(words, match, isOver ? now.year + 1 : now.year, number, Number(day));
}

/** A 29 February comes in some years only: of the next eight one has it. */
function nextOf(month: number, day: number, today: string): string | undefined {
  const { year } = Temporal.PlainDate.from(today);
  for (let ahead = 0; ahead <= 8; ahead += 1) {
    const date = real(year + ahead, month, day);
    if (date !== undefined && date >= today) return date;
  }
  return undefined;
}

function inTwoNumbers(words: string, match: RegExpExecArray, today: string): DateFound {
  const [one, other] = [Number(match[1]), Number(match[2] ?? match[3])];
  // With dots the day stands first, wherever it is written so.
  const orders =
    match[3] === undefined
      ? [nextOf(other, one, today), nextOf(one, other, today)]
      : [nextOf(other, one, today)];
  const either = eitherOf(words, match, orders);
  if (either !== undefined) return either;
  // "31.11." is no time of the day either.
  const month = match[3] === undefined ? undefined : MONTHS[other - 1];
  return month === undefined || one > 31
    ? { found: 'none' }
    : named(words, match, String(one), month, undefined, today);
}

function eitherOf(
  words: string,
  match: RegExpExecArray,
  read: readonly (string | undefined)[],
): DateFound | undefined {
  const dates = [...new Set(read)].filter((date) => date !== undefined);
  const [date, second] = dates;
  if (date === undefined) return undefined;
  const rest = without(words, match);
  return second === undefined ? { found: 'date', date, rest } : { found: 'either', dates, rest };
}

function inNumbers(words: string, match: RegExpExecArray): DateFound {
  const [one, other] = [Number(match[1]), Number(match[3])];
  const year = Number(match[4]) + ((match[4] ?? '').length === 2 ? 2000 : 0);
  return (
    eitherOf(words, match, [real(year, other, one), real(year, one, other)]) ??
    dated(words, match, year, other, one)
  );
}

function dated(words: string, match: RegExpExecArray, year: number, month: number, day: number): DateFound {
  const date = real(year, month, day);
  const rest = without(words, match);
  if (date !== undefined) return { found: 'date', date, rest };
  return {
    found: 'impossible',
    typed: inCapitals(match[0].trim().replace(/\.$/u, '')),
    nearest: nearest(year, month, day),
    rest,
  };
}

/** "30 february" as it is written. */
function inCapitals(typed: string): string {
  return typed.replace(/(?<!\p{L})\p{L}(?=\p{L}{2})/gu, (letter) => letter.toUpperCase());
}

/** The last day of that month and the first of the next. */
function nearest(year: number, month: number, day: number): string[] {
  if (year < 1970 || year > 9000) return [];
  const within = Math.min(Math.max(month, 1), 12);
  const last = Temporal.PlainDate.from({ year, month: within, day: 31 }, { overflow: 'constrain' });
  if (month !== within || day < 1)
    return [last.with({ day: Math.min(Math.max(day, 1), last.day) }).toString()];
  return [last.toString(), last.add({ days: 1 }).toString()];
}

function real(year: number, month: number, day: number): string | undefined {
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString();
  } catch {
    return undefined;
  }
}

function without(words: string, match: RegExpExecArray): string {
  const before = words.slice(0, match.index).replace(/\b(?:on|the)\s*$/u, '');
  return `${before} ${DATE_HERE} ${words.slice(match.index + match[0].length)}`.replace(/\s+/gu, ' ').trim();
}
