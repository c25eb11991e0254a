import { parse } from 'chrono-node';
import { Temporal } from 'temporal-polyfill';
import { dateInWords } from '../in-words.ts';
import type { WallTime } from '../recurrence.ts';
import { shortTime } from '../short-time.ts';
import { wallAt } from '../zoned.ts';
import { COUNT, countOf } from './counts.ts';
import { weekdayNamed } from './days.ts';
import { dayChoice, isAhead, momentAt, plusDays, type Said, USUAL_TIMES, wish } from './spoken.ts';
import { isOpen, type TypedTime, twelveLater, wallTime } from './times.ts';
import type { WhenRead } from './when-read.ts';

const IN = new RegExp(
  String.raw`^in (${COUNT})(?: ?(and a half))? ?(minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|w|months?)$`,
  'u',
);
/** Before this, "tomorrow" may be the day that has just begun. */
const NIGHT_ENDS = '04:00';
const FARTHEST_YEARS = 5;

/** A single moment in words from which dates and times were taken out; undefined where they say none. */
export function momentIn(words: string, times: readonly TypedTime[], said: Said): WhenRead | undefined {
  if (times.length > 1) return undefined;
  const [time] = times;
  return inSoLong(words, time, said) ?? onDay(words, time, said) ?? byChrono(words, time, said);
}

/** "in 2 hours" is so long from now, whatever clocks do; "in 3 days" is the same time of that day. */
function inSoLong(words: string, time: TypedTime | undefined, said: Said): WhenRead | undefined {
  const spelled = words
    .replace(/^in half an hour$/u, 'in 30 minutes')
    .replace(/^in an hour and a half$/u, 'in 90 minutes');
  const [, count = '', half, unit = ''] = IN.exec(spelled) ?? [];
  if (count === '') return undefined;
  const n = countOf(count);
  if (/^(?:m|min|mins|minutes?|h|hrs?|hours?)$/u.test(unit)) {
    if (time !== undefined) return undefined;
    const minutes = unit.startsWith('m') ? n : n * 60 + (half === undefined ? 0 : 30);
    if (minutes < 1)
      return { read: 'refused', message: 'That is now. Name a time that is ahead.', choices: [] };
    const at = said.now.add({ minutes });
    return wish({ kind: 'in', at: at.toString({ fractionalSecondDigits: 3 }), wall: wallAt(at, said.zone) });
  }
  const today = Temporal.PlainDate.from(said.today);
  const date = today.add(
    unit.startsWith('d') ? { days: n } : unit.startsWith('w') ? { weeks: n } : { months: n },
  );
  return onDate(date.toString(), time ?? exactly(said.time), said);
}

function exactly(time: WallTime): TypedTime {
  return { hour: Number(time.slice(0, 2)), minute: Number(time.slice(3)), isBare: false };
}

function onDay(words: string, time: TypedTime | undefined, said: Said): WhenRead | undefined {
  const bare = words.replace(/^(?:on|this|the coming|coming) /u, '').trim();
  if (bare === '' || bare === 'today') return today(time, said, bare !== '');
  if (/^(?:tonight|this evening|(?:in the )?evening)$/u.test(words)) return evening(time, said);
  if (/^(?:this |in the )?morning$/u.test(words))
    return time === undefined ? undefined : today(time, said, false);
  const tomorrow = /^tomorrow(?: (?:in the )?(morning|evening|afternoon|night))?$/u.exec(bare);
  if (tomorrow !== null) return tomorrowAt(withPart(time, tomorrow[1]), said);
  if (bare === 'day after tomorrow' || bare === 'the day after tomorrow')
    return onDate(plusDays(said.today, 2), time, said);
  const next = /^next (\p{L}+)$/u.exec(bare);
  const named = weekdayNamed(next?.[1] ?? bare);
  if (named === undefined) return undefined;
  return onWeekday(named.day, time, said, next !== null);
}

function withPart(time: TypedTime | undefined, part: string | undefined): TypedTime | undefined {
  if (time === undefined || part === undefined || time.half !== undefined) return time;
  return {
    ...time,
    isBare: false,
    ...(time.hour > 12 ? {} : { half: part === 'morning' ? ('am' as const) : ('pm' as const) }),
  };
}

/** An hour that may be two is the next of them that is ahead. */
function today(time: TypedTime | undefined, said: Said, isNamed: boolean): WhenRead | undefined {
  if (time === undefined) return isNamed ? askedTime(said.today, said) : undefined;
  const readings = [wallTime(time), twelveLater(time)].filter((one) => one !== undefined).sort();
  const ahead = readings
    .map((one) => momentAt(said.today, one, said))
    .find((moment) => isAhead(moment, said));
  if (ahead !== undefined) return wish(ahead);
  const tomorrow = plusDays(said.today, 1);
  if (!isNamed) return wish(momentAt(tomorrow, wallTime(time), said));
  return {
    read: 'refused',
    message: `It is ${shortTime(said.time)} already, so that is past for today.`,
    choices: [dayChoice(tomorrow, wallTime(time))],
  };
}

function evening(time: TypedTime | undefined, said: Said): WhenRead {
  if (time === undefined)
    return ask(
      'At what time this evening?',
      ['19:00', '20:00', '21:00'].map((one) => dayChoice(said.today, one)),
    );
  const at = time.half === undefined && time.hour < 12 ? twelveLater(time) : undefined;
  return onDate(said.today, exactly(at ?? wallTime(time)), said);
}

/** Soon after midnight people mean the day they will wake up to, or the one after it. */
function tomorrowAt(time: TypedTime | undefined, said: Said): WhenRead {
  const tomorrow = plusDays(said.today, 1);
  if (said.time >= NIGHT_ENDS) return onDate(tomorrow, time, said);
  const at = time === undefined ? '08:30' : wallTime(time);
  return ask('It is past midnight: which day is tomorrow to you?', [
    dayChoice(said.today, at),
    dayChoice(tomorrow, at),
  ]);
}

function onWeekday(day: number, time: TypedTime | undefined, said: Said, isNext: boolean): WhenRead {
  const now = Temporal.PlainDate.from(said.today).dayOfWeek;
  const ahead = (day - now + 7) % 7;
  const coming = plusDays(said.today, ahead);
  // Said on the day itself, it is today as long as its time is ahead.
  const isPast =
    ahead === 0 && (time === undefined || isNext || !isAhead(momentAt(coming, wallTime(time), said), said));
  const first = isPast ? plusDays(coming, 7) : coming;
  // Within this week still, "next Friday" is that one to some, and the one after it to others.
  if (!isNext || day <= now || ahead === 0) return onDate(first, time, said);
  const at = time === undefined ? '08:30' : wallTime(time);
  return ask('Which of them?', [dayChoice(first, at), dayChoice(plusDays(first, 7), at)]);
}

/** A date and a time on it, if there is one; an hour that may be night or afternoon is asked. */
export function onDate(date: string, time: TypedTime | undefined, said: Said): WhenRead {
  if (date > plusDays(said.today, FARTHEST_YEARS * 366))
    return {
      read: 'refused',
      message: 'That is more than five years away. Name a nearer date.',
      choices: [],
    };
  if (time === undefined) return askedTime(date, said);
  if (isOpen(time)) {
    const both = [wallTime(time), twelveLater(time)].filter((one) => one !== undefined);
    return ask(
      'In the night or in the afternoon?',
      both.filter((one) => isAhead(momentAt(date, one, said), said)).map((one) => dayChoice(date, one)),
    );
  }
  const moment = momentAt(date, wallTime(time), said);
  if (isAhead(moment, said)) return wish(moment);
  const next = plusDays(date < said.today ? said.today : date, 1);
  return {
    read: 'refused',
    message: `${dateInWords(date)}, ${shortTime(wallTime(time))} is past.`,
    choices: [dayChoice(next, wallTime(time))].filter(({ words }) =>
      isAhead(momentAt(words.slice(0, 10), wallTime(time), said), said),
    ),
  };
}

function askedTime(date: string, said: Said): WhenRead {
  const times = USUAL_TIMES.filter((time) => isAhead(momentAt(date, time, said), said));
  return ask(
    `At what time on ${dateInWords(date)}?`,
    (times.length > 0 ? times : []).map((time) => dayChoice(date, time)),
  );
}

function ask(question: string, choices: Extract<WhenRead, { read: 'ask' }>['choices']): WhenRead {
  return { read: 'ask', question, choices };
}

/** Other words for a day. chrono reads them in no zone of ours, so it is given the offset, and the wall it means is resolved again. */
function byChrono(words: string, time: TypedTime | undefined, said: Said): WhenRead | undefined {
  if (!/\p{L}{3}/u.test(words)) return undefined;
  const offset = said.now.toZonedDateTimeISO(said.zone).offsetNanoseconds / 60e9;
  const reference = { instant: new Date(said.now.epochMilliseconds), timezone: offset };
  const [found, ...more] = parse(words, reference, { forwardDate: true });
  if (
    found === undefined ||
    more.length > 0 ||
    found.text.trim().length < words.trim().length ||
    found.end != null
  )
    return undefined;
  const { start } = found;
  const [year, month, day] = [start.get('year'), start.get('month'), start.get('day')];
  if (year === null || month === null || day === null) return undefined;
  const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const hour = start.isCertain('hour') ? start.get('hour') : null;
  const own = hour === null ? undefined : { hour, minute: start.get('minute') ?? 0, isBare: false };
  return onDate(date, time ?? own, said);
}
