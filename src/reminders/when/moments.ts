import { parse } from 'chrono-node';
import { dateInWords } from '../in-words.ts';
import type { Weekday } from '../recurrence.ts';
import { shortTime } from '../short-time.ts';
import { type DayPart, usualTimes } from './day-parts.ts';
import { weekdayNamed } from './days.ts';
import { dateAfter, spanIn } from './durations.ts';
import {
  ask,
  choicesAhead,
  dayChoice,
  isAhead,
  isTooFar,
  momentAt,
  nowIsNoTime,
  plusDays,
  refused,
  type Said,
  TOO_FAR,
  wish,
} from './spoken.ts';
import { exactly, isOpen, readingsOf, type TypedTime, twelveLater, wallTime } from './times.ts';
import { dayOfNextWeek, nextDated, nextWeekday, weekdayOf } from './weeks.ts';
import type { WhenRead } from './when-read.ts';

/** The time of the day that was typed, and the part of it that was named. */
export interface AtTime {
  readonly time?: TypedTime;
  readonly part?: DayPart;
}

/** Before this, "tomorrow" may be the day that has just begun. */
const NIGHT_ENDS = '04:00';

/** A single moment in words from which dates and times were taken out; undefined where they say none. */
export function momentIn(words: string, at: AtTime, said: Said): WhenRead | undefined {
  return afterDays(words, at, said) ?? onDay(words, at, said) ?? byChrono(words, at, said);
}

/** "in 3 days" is the same time of that day, where they name no other. */
function afterDays(words: string, at: AtTime, said: Said): WhenRead | undefined {
  const span = spanIn(words);
  const date = span === undefined ? undefined : dateAfter(span, said);
  if (date === undefined) return undefined;
  return onDate(
    date,
    at.time === undefined && at.part === undefined ? { time: exactly(said.time) } : at,
    said,
  );
}

function onDay(words: string, at: AtTime, said: Said): WhenRead | undefined {
  const bare = words.replace(/^(?:on |this |the coming |coming )+/u, '').trim();
  if (bare === '' || bare === 'today') return today(at, said, bare !== '');
  if (/^(?:right )?now$/u.test(bare)) return nowIsNoTime();
  if (bare === 'tomorrow') return tomorrowAt(at, said);
  if (/^(?:the )?day after tomorrow$/u.test(bare)) return onDate(plusDays(said.today, 2), at, said);
  if (/^(?:the )?next weekday$/u.test(bare)) return onDate(nextWeekday(said), at, said);
  if (/^(?:weekend|next week)$/u.test(bare)) return whichDayOf(bare, at, said);
  const ofWeek = /^next week (?:on )?(\p{L}+)$|^(\p{L}+) (?:of )?next week$/u.exec(bare);
  const inWeek = weekdayNamed(ofWeek?.[1] ?? ofWeek?.[2] ?? '');
  if (inWeek !== undefined) return onDate(dayOfNextWeek(inWeek.day, said), at, said);
  const dated = /^(?:the )?(\d{1,2})(?:st|nd|rd|th)$/u.exec(bare);
  if (dated !== null) return onDated(Number(dated[1]), at, said);
  const later = /^(\p{L}+) (in .+)$/u.exec(bare.replace(/^a week (?:from|on) (\p{L}+)$/u, '$1 in a week'));
  const laterDay = weekdayNamed(later?.[1] ?? '');
  if (laterDay !== undefined) return weeksAfter(laterDay.day, later?.[2] ?? '', at, said);
  const next = /^next (\p{L}+)$/u.exec(bare);
  const named = weekdayNamed(next?.[1] ?? bare);
  return named === undefined ? undefined : onWeekday(named.day, at, said, next !== null);
}

/** An hour that may be two is the next of them that is ahead. */
function today({ time, part }: AtTime, said: Said, isNamed: boolean): WhenRead | undefined {
  const tomorrow = plusDays(said.today, 1);
  if (time === undefined) {
    if (isNamed) return askedTime(said.today, part, said);
    if (part === undefined) return undefined;
    const isOver = choicesAhead([said.today], usualTimes(part), said).length === 0;
    return askedTime(isOver ? tomorrow : said.today, part, said);
  }
  // The night goes on after midnight: "tonight at 1", "today at midnight".
  const isAfterMidnight = part === 'night' && (time.hour === 12 || time.hour < 5) && time.half !== 'pm';
  if (isAfterMidnight || time.isMidnight) {
    const date =
      said.time < NIGHT_ENDS && isAhead(momentAt(said.today, wallTime(time), said), said)
        ? said.today
        : tomorrow;
    return wish(momentAt(date, wallTime(time), said));
  }
  const readings = [wallTime(time), twelveLater(time)].filter((one) => one !== undefined).sort();
  const ahead = readings
    .map((one) => momentAt(said.today, one, said))
    .find((moment) => isAhead(moment, said));
  if (ahead !== undefined) return wish(ahead);
  if (!isNamed) return onDate(tomorrow, { time }, said);
  return refused(`It is ${shortTime(said.time)} already, so that is past for today.`, [
    dayChoice(tomorrow, wallTime(time)),
  ]);
}

/** Soon after midnight people mean the day they will wake up to, or the one after it. */
function tomorrowAt(at: AtTime, said: Said): WhenRead {
  const tomorrow = plusDays(said.today, 1);
  if (said.time >= NIGHT_ENDS) return onDate(tomorrow, at, said);
  const choices = choicesAhead([said.today, tomorrow], timesOf(at), said);
  if (!choices.some(({ words }) => words.startsWith(said.today))) return onDate(tomorrow, at, said);
  return ask('It is past midnight: which day is tomorrow to you?', choices);
}

function timesOf({ time, part }: AtTime): readonly string[] {
  return time === undefined ? usualTimes(part).slice(0, 1) : readingsOf(time);
}

function whichDayOf(span: string, at: AtTime, said: Said): WhenRead {
  const days: readonly Weekday[] = span === 'weekend' ? [6, 7] : [1, 3, 5];
  const date = (day: Weekday) =>
    span === 'weekend'
      ? plusDays(said.today, (day - weekdayOf(said.today) + 7) % 7)
      : dayOfNextWeek(day, said);
  const choices = choicesAhead(days.map(date).sort(), timesOf(at), said);
  return ask(`Which day ${span === 'weekend' ? 'of the weekend' : 'next week'}?`, choices);
}

function onDated(number: number, at: AtTime, said: Said): WhenRead {
  const isOver = at.time !== undefined && !choicesAhead([said.today], timesOf(at), said).length;
  const date = nextDated(number, isOver ? plusDays(said.today, 1) : said.today);
  return date === undefined
    ? refused('Days of a month go from the 1st to the 31st. Name one of them.')
    : onDate(date, at, said);
}

function weeksAfter(day: Weekday, span: string, at: AtTime, said: Said): WhenRead | undefined {
  const weeks = spanIn(span);
  const coming = plusDays(said.today, (day - weekdayOf(said.today) + 7) % 7 || 7);
  if (weeks === undefined || weeks.days === 0 || weeks.days % 7 !== 0) return undefined;
  const date = dateAfter(weeks, { ...said, today: coming });
  return date === undefined ? undefined : onDate(date, at, said);
}

function onWeekday(day: Weekday, at: AtTime, said: Said, isNext: boolean): WhenRead {
  const now = weekdayOf(said.today);
  const ahead = (day - now + 7) % 7;
  const coming = plusDays(said.today, ahead);
  // Said on the day itself, it is today as long as its time is ahead.
  const isPast =
    ahead === 0 &&
    (at.time === undefined || isNext || !isAhead(momentAt(coming, wallTime(at.time), said), said));
  const first = isPast ? plusDays(coming, 7) : coming;
  // Within this week still, "next Friday" is that one to some, and the one after it to others.
  if (!isNext || day <= now) return onDate(first, at, said);
  return ask('Which of them?', choicesAhead([first, plusDays(first, 7)], timesOf(at), said));
}

/** A date and a time on it, if there is one; an hour that may be night or afternoon is asked. */
export function onDate(date: string, { time, part }: AtTime, said: Said): WhenRead {
  if (isTooFar(date, said)) return TOO_FAR;
  if (time === undefined) return date < said.today ? past(date, '08:30', said) : askedTime(date, part, said);
  // The midnight of a Friday is its first minute to some, and its last to others.
  if (time.isMidnight && date >= said.today)
    return ask('Which midnight?', choicesAhead([date, plusDays(date, 1)], ['00:00'], said));
  const readings = readingsOf(time).filter((one) => isAhead(momentAt(date, one, said), said));
  const [only, ...others] = readings;
  if (only === undefined) return past(date, wallTime(time), said);
  if (others.length > 0 && isOpen(time))
    return ask('In the night or in the afternoon?', choicesAhead([date], readings, said));
  return wish(momentAt(date, only, said));
}

/** Refused: the same time tomorrow, and that day of the next year, are what there is. */
function past(date: string, time: string, said: Said): WhenRead {
  const [, month, day] = date.split('-');
  const years = [0, 1].map((more) => `${Number(said.today.slice(0, 4)) + more}-${month}-${day}`);
  const again = date < said.today && day !== '29' ? years.filter((one) => one > said.today).slice(0, 1) : [];
  const soonest = choicesAhead([said.today, plusDays(said.today, 1)], [time], said).slice(0, 1);
  return refused(`${dateInWords(date)}, ${shortTime(time)} is past. Name a day that is ahead.`, [
    ...soonest,
    ...choicesAhead(again, [time], said).filter(({ words }) => words !== soonest[0]?.words),
  ]);
}

function askedTime(date: string, part: DayPart | undefined, said: Said): WhenRead {
  const usual = usualTimes(part);
  const choices = choicesAhead(
    [date],
    part === undefined && date === said.today ? [...usual, '20:00'] : usual,
    said,
  );
  if (choices.length > 0) return ask(`At what time on ${dateInWords(date)}?`, choices);
  return ask(
    `It is ${shortTime(said.time)} already. When instead?`,
    choicesAhead([plusDays(date, 1)], usual, said),
  );
}

/** Other words for a day. chrono reads them in no zone of ours, so it is given the offset, and the wall it means is resolved again. */
function byChrono(words: string, at: AtTime, said: Said): WhenRead | undefined {
  // A day is said in few words, and chrono takes long over many.
  if (words.length > 60 || !/\p{L}{3}/u.test(words)) return undefined;
  const offset = said.now.toZonedDateTimeISO(said.zone).offsetNanoseconds / 60e9;
  const reference = { instant: new Date(said.now.epochMilliseconds), timezone: offset };
  const [found, ...more] = parse(words, reference, { forwardDate: true });
  if (found === undefined || more.length > 0 || found.end != null) return undefined;
  if (found.text.trim().length < words.trim().length) return undefined;
  const { start } = found;
  const [year, month, day] = [start.get('year'), start.get('month'), start.get('day')];
  if (year === null || month === null || day === null || year < 1 || year > 9999) return undefined;
  // "March" alone is no day, and its hours, where it counted them, took no notice of a change of clocks.
  if (start.isCertain('hour') || !(start.isCertain('day') || start.isCertain('weekday') || isRelative(found)))
    return undefined;
  const date = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return onDate(date, at, said);
}

function isRelative(found: ReturnType<typeof parse>[number]): boolean {
  return found.tags().has('result/relativeDate');
}
