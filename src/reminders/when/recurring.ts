import { Temporal } from 'temporal-polyfill';
import { dateInWords } from '../in-words.ts';
import { occurrences } from '../occurrences.ts';
import type { Recurrence, WallTime } from '../recurrence.ts';
import { shortTime } from '../short-time.ts';
import { localDate } from '../zoned.ts';
import { type DayPart, usualTimes } from './day-parts.ts';
import { firstDayFrom } from './first-day.ts';
import type { Pattern, PatternRead } from './pattern.ts';
import { ask, isTooFar, refused, type Said, TOO_FAR } from './spoken.ts';
import { isOpen, readingsOf, type TypedTime, wallTime } from './times.ts';
import { weekdayOf } from './weeks.ts';
import type { Choice, WhenRead } from './when-read.ts';

/** What was typed of a recurrence besides its pattern. */
export interface Recurring {
  /** The words of the pattern alone: choices say them again. */
  readonly words: string;
  readonly times: readonly TypedTime[];
  readonly part?: DayPart;
  /** The days it may start on: none where they named none. */
  readonly starts: readonly string[];
}

const MOST_TIMES = 6;
const APART_MINUTES = 4 * 60;
const DAY_MINUTES = 24 * 60;

/** A pattern with its times and its start, or what is to be asked about them. */
export function recurring(
  read: Exclude<PatternRead, { read: 'none' }>,
  typed: Recurring,
  said: Said,
): WhenRead {
  switch (read.read) {
    case 'refused':
      return refused(read.message);
    case 'either': {
      const { span } = read;
      const [start, second] = typed.starts;
      const lists = apart(typed.times, said);
      if (typed.times.length > 0 && lists.length === 0) return near(typed.times, []);
      // "every two weeks from 1 March" falls on that day's weekday.
      // "every two weeks" without a day is every two weeks from the day it is said.
      if (span?.each === 'week' && span.every > 1 && start === undefined) {
        const days = span.every * 7;
        return withPattern({ each: 'day', every: days }, { ...typed, words: `every ${days} days` }, said);
      }
      if (span === undefined || start === undefined)
        return ask('Which of these do you mean?', offered(read.words, lists, typed));
      if (second === undefined)
        return withPattern(onDayOf(start, span), { ...typed, words: wordsOn(start, span) }, said);
      const choices = typed.starts.flatMap((one) =>
        offered([wordsOn(one, span)], lists.slice(0, 1), { ...typed, starts: [one] }),
      );
      return ask('From which day?', choices);
    }
    case 'pattern':
      return withPattern(read.pattern, typed, said);
  }
}

type Span = { readonly each: 'week' | 'month'; readonly every: number };

function onDayOf(start: string, { each, every }: Span): Pattern {
  return each === 'week'
    ? { each, every, days: [weekdayOf(start)] }
    : { each, every, on: { date: Temporal.PlainDate.from(start).day } };
}

function wordsOn(start: string, { each, every }: Span): string {
  const on =
    each === 'week' ? (dateInWords(start).split(' ')[0] ?? '') : `the ${Temporal.PlainDate.from(start).day}`;
  return `every ${every} ${each}s on ${on}`;
}

function withPattern(pattern: Pattern, typed: Recurring, said: Said): WhenRead {
  const { words, times, starts } = typed;
  if (starts.some((date) => isTooFar(date, said))) return TOO_FAR;
  const lists = apart(times, said, pattern);
  if (times.length === 0) return ask('At what time of the day?', offered([words], lists, typed));
  const [list, other] = lists;
  if (list === undefined)
    return near(
      times,
      wallsOf(times).map((one) => ({
        label: `only ${shortTime(one)}`,
        words: inFull(words, [one], starts[0]),
      })),
    );
  if (list.length > MOST_TIMES) return refused('Six times a day are the most. Name fewer.');
  if (starts.length > 1) return ask('From which day?', offered([words], lists, typed));
  if (other !== undefined) return ask('In the night or in the afternoon?', offered([words], lists, typed));
  const [start = said.today] = starts;
  return { read: 'wish', wish: { kind: 'recurrence', recurrence: recurrenceOf(pattern, list, start) } };
}

function near(times: readonly TypedTime[], choices: readonly Choice[]): WhenRead {
  return times.length > MOST_TIMES
    ? refused('Six times a day are the most. Name fewer.')
    : refused('I keep reminders four hours apart. Name times that are.', choices);
}

function wallsOf(times: readonly TypedTime[]): WallTime[] {
  return [...new Set(times.map(wallTime))].sort();
}

/** What the times may be on the wall, where they keep apart: "at 9 and 5" has a 5:00 and a 17:00. */
function apart(times: readonly TypedTime[], said: Said, pattern?: Pattern): readonly (readonly WallTime[])[] {
  const [only] = times;
  if (only === undefined) return [];
  if (times.length === 1) return readingsOf(only).map((one) => [one]);
  const later = times.map((time) => (isOpen(time) ? { ...time, half: 'pm' as const } : time));
  const lists = times.some(isOpen) ? [wallsOf(times), wallsOf(later)] : [wallsOf(times)];
  return lists.filter((list) => said.takesNear || !areNear(list, pattern));
}

/** Every choice there is of words, times and starts, typed in full. */
function offered(
  words: readonly string[],
  lists: readonly (readonly WallTime[])[],
  { part, starts }: Recurring,
): Choice[] {
  const usual = usualTimes(part).slice(0, words.length * Math.max(starts.length, 1) > 1 ? 1 : 3);
  const walls = lists.length > 0 ? lists : usual.map((one) => [one]);
  const from: readonly (string | undefined)[] = starts.length === 0 ? [undefined] : starts;
  return words.flatMap((one) =>
    walls.flatMap((list) =>
      from.map((start) => ({
        label: [
          ...(words.length > 1 ? [capital(one)] : []),
          list.map(shortTime).join(' and '),
          ...(start === undefined ? [] : [`from ${dateInWords(start)}`]),
        ].join(', '),
        words: inFull(one, list, start),
      })),
    ),
  );
}

function inFull(words: string, times: readonly WallTime[], start: string | undefined): string {
  return `${words} ${times.join(' and ')}${start === undefined ? '' : ` from ${start}`}`;
}

function capital(words: string): string {
  return words.replace(
    /^\w|\b(?:mon(?!th)|tue|wed|thu|fri|sat|sun)/gu,
    (start) => start.charAt(0).toUpperCase() + start.slice(1),
  );
}

/** Within four hours of each other, over midnight too where a day follows a day. */
function areNear(walls: readonly WallTime[], pattern: Pattern | undefined): boolean {
  const minutes = walls.map((time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3)));
  const [first] = minutes;
  const last = minutes.at(-1);
  if (first === undefined || last === undefined || walls.length < 2) return false;
  const isOvernight =
    pattern !== undefined && followsItself(pattern) && first + DAY_MINUTES - last < APART_MINUTES;
  return (
    isOvernight || minutes.some((at, index) => index > 0 && at - (minutes[index - 1] ?? at) < APART_MINUTES)
  );
}

function followsItself(pattern: Pattern): boolean {
  if (pattern.each === 'month') return false;
  if (pattern.each === 'day') return pattern.every === 1;
  return pattern.days.some((day) => pattern.days.includes(((day % 7) + 1) as typeof day));
}

function recurrenceOf(pattern: Pattern, times: readonly WallTime[], start: string): Recurrence {
  if (pattern.each === 'month' && pattern.every > 1) return fromItsFirst({ ...pattern, times, from: start });
  if (pattern.each !== 'week') return { ...pattern, times, from: start };
  return { ...pattern, times, from: firstDayFrom(pattern.days, start) };
}

/** Months are counted from the one of the first matching day, as weeks are. */
function fromItsFirst(recurrence: Extract<Recurrence, { each: 'month' }>): Recurrence {
  const start = Temporal.PlainDate.from(recurrence.from).toZonedDateTime('UTC').toInstant();
  const [first] = occurrences({ ...recurrence, every: 1 }, 'UTC', start);
  return first === undefined ? recurrence : { ...recurrence, from: localDate(first, 'UTC') };
}
