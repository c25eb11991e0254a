import { dateInWords } from '../in-words.ts';
import { shortTime } from '../short-time.ts';
import { type DateFound, dateIn } from './dates.ts';
import { dayPartIn, inDayPart } from './day-parts.ts';
import { weekdayNamed } from './days.ts';
import { momentAfter, spanIn } from './durations.ts';
import { interviewIn } from './interviews.ts';
import { laterIn } from './later.ts';
import { type AtTime, momentIn, onDate } from './moments.ts';
import { DATE_HERE, plainWords } from './plain-words.ts';
import { patternIn } from './recurrences.ts';
import { recurring } from './recurring.ts';
import { withoutSeconds } from './seconds.ts';
import { ask, choicesAhead, plusDays, refused, type Said, type SaidWhere, saidAt } from './spoken.ts';
import { startIn } from './starts.ts';
import { readingsOf, type TypedTime, timesIn, wallTime } from './times.ts';
import { timesByDay } from './times-by-day.ts';
import { nearestDay, weekdayOf } from './weeks.ts';
import type { WhenRead } from './when-read.ts';
import { zoneIn } from './zone-in.ts';

/** Longer than this it is no time. */
const LONGEST = 200;
const ADAPTIVE =
  /^(?:adaptive(?:ly)?|smart(?:ly)?|when(?:ever)? it pays(?: off)?|when(?:ever)? (?:you|it) (?:thinks?|helps?)(?: best)?)$/u;
const UNTIL = new RegExp(
  String.raw`\b(?:until|till?|through|up to|to) ${DATE_HERE}|\b(?:until|till) .+$`,
  'u',
);

/**
 * What somebody types after `remind`: a recurrence, a single moment, the coach's own spacing, or an interview's date. `now`:
 * ISO 8601 in UTC; `zone`: theirs (IANA), in which wall times are meant unless the words name another. What two people
 * would read differently is asked back, what cannot be is refused with the nearest that can, and nothing falls into the
 * past. The rules for hours without am or pm: today, or without a day, 1 to 12 is the next of the two that is ahead; on
 * other days, and in what recurs, it is as it stands in 24 hours, except a bare 1 to 5 ("at 3"), which is asked. A leading
 * zero ("08:30") leaves no doubt. Times of a day nearer than four hours are refused unless `takesNear`. Never throws for words, whatever they are; throws a `RangeError` for a `now` or `zone` that is none.
 */
export function readWhen(words: string, at: SaidWhere): WhenRead {
  if (words.length > LONGEST) return { read: 'unread' };
  const typed = words
    .normalize('NFKC')
    .replace(/[\u2018\u2019]/gu, "'")
    .replace(/[^\P{C}\n]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  // One sign may stand for many letters.
  if (typed.length > LONGEST) return { read: 'unread' };
  const found = zoneIn(typed, at.zone, at.now);
  if (found === undefined) return read(typed, saidAt(at));
  if ('choices' in found.meant) return whichZone(found.meant, found.rest, at);
  const { zone } = found.meant;
  const made = read(found.rest, saidAt({ ...at, zone }));
  if (made.read === 'wish') return { ...made, zone };
  if (made.read === 'unread') return made;
  return {
    ...made,
    choices: made.choices.map((choice) => ({ ...choice, words: `${choice.words} ${zone}` })),
  };
}

/** The zone is asked first. Where something else would be asked too, the choices hold the likeliest answer to it. */
function whichZone(
  { choices: zones, why }: { readonly choices: readonly string[]; readonly why: string },
  rest: string,
  at: SaidWhere,
): WhenRead {
  const choices = zones.flatMap((zone) => {
    const made = readWhen(`${rest} ${zone}`, at);
    if (made.read === 'wish') return [{ label: zone, words: `${rest} ${zone}` }];
    const [likely] = made.read === 'ask' ? made.choices : [];
    return likely === undefined ? [] : [{ label: `${zone}: ${likely.label}`, words: likely.words }];
  });
  // What cannot be cannot be in any of them.
  return choices.length > 0 ? ask(why, choices) : readWhen(`${rest} ${zones[0] ?? ''}`, at);
}

function read(typed: string, said: Said): WhenRead {
  const { words, typed: odd } = withoutSeconds(onItsWeekday(plainWords(typed), said));
  if (words === '') return { read: 'unread' };
  const later = laterIn(words, said);
  if (later !== undefined) return later;
  const clock = /^(?:at )?(\d{1,2}) ?h$/u.exec(words)?.[1];
  if (clock !== undefined && Number(clock) >= CLOCK_FROM && Number(clock) <= 23)
    return clockOrSpan(clock, said);
  const span = spanIn(words);
  const after = span === undefined ? undefined : momentAfter(span, said);
  if (after !== undefined) return after;
  const interview = interviewIn(words, said);
  if (interview !== undefined) return interview;
  if (odd !== undefined) return toTheMinute(odd, words, said);
  const date = dateIn(words, said.today);
  const found = timesIn(date.found === 'none' ? words : date.rest);
  if (found.impossible !== undefined)
    return refused(`There is no ${found.impossible}. Hours go from 0:00 to 23:59.`);
  if (found.times.length > 1 && date.found === 'none') {
    const eachItsOwn = timesByDay(words, found.times);
    if (eachItsOwn !== undefined) return eachItsOwn;
  }
  const { part, rest } = dayPartIn(found.rest);
  const times = found.times.map((time) => inDayPart(time, part));
  if (ADAPTIVE.test(rest)) return adaptive(times);
  const [time] = times;
  const at: AtTime = { ...(time === undefined ? {} : { time }), ...(part === undefined ? {} : { part }) };
  if (date.found === 'impossible') return noSuchDay(date, at, said);
  const { starts, words: bare, isDated } = startsOf(rest, date, said);
  // Several times a day are no single moment's.
  const recurs = patternIn(times.length > 1 ? everyDayNamed(bare) : bare);
  if (recurs.read !== 'none') {
    if (date.found !== 'none' && !isDated && recurs.read !== 'refused') return { read: 'unread' };
    return recurring(recurs, { words: bare, times, starts, ...(part === undefined ? {} : { part }) }, said);
  }
  if (UNTIL.test(bare)) return endless(bare);
  if (date.found !== 'none') return isDated ? { read: 'unread' } : onNamedDate(date, bare, at, times, said);
  // "a week from Friday" has no rhythm that could start: it is one moment.
  if (times.length > 1) return oneAtATime(rest, times, said);
  return momentIn(rest, at, said) ?? { read: 'unread' };
}

/** "Friday 9.10." is a day where that is a Friday; else it is a time, and a full stop. */
function onItsWeekday(words: string, said: Said): string {
  const [, name = ''] = /^(?:on |this )?(\p{L}+),? \d{1,2}\.\d{1,2}\.$/u.exec(words) ?? [];
  const weekday = weekdayNamed(name)?.day;
  const date = weekday === undefined ? undefined : dateIn(words, said.today);
  return date?.found === 'date' && weekdayOf(date.date) !== weekday ? words.slice(0, -1) : words;
}

/** Nobody is reminded to the second: the minute is offered, as it is typed without them. */
function toTheMinute(typed: string, words: string, said: Said): WhenRead {
  const made = read(words, said);
  if (made.read === 'unread') return made;
  const choices = made.read === 'wish' ? [{ label: 'Without the seconds', words }] : made.choices;
  return refused(`I keep time to the minute, so there is no ${typed}. Name it without the seconds.`, choices);
}

/** From here on "9h" is a time of the day to many, and so long from now to others. */
const CLOCK_FROM = 7;

function clockOrSpan(hours: string, said: Said): WhenRead {
  const wall = `${hours.padStart(2, '0')}:00`;
  const days = [said.today, plusDays(said.today, 1)];
  const [at] = choicesAhead(days, [wall], said);
  const span = { label: `In ${hours} hours`, words: `in ${hours} hours` };
  return ask('At that hour, or so long from now?', [...(at === undefined ? [] : [at]), span]);
}

function startsOf(rest: string, date: DateFound, said: Said) {
  const start = startIn(rest, said);
  const dated = date.found === 'date' ? [date.date] : date.found === 'either' ? date.dates : [];
  return { starts: start.isDated ? dated : start.dates, words: start.rest, isDated: start.isDated };
}

/** "mon" with two times is every Monday. */
function everyDayNamed(words: string): string {
  const day = words.replace(/^on /u, '');
  return weekdayNamed(day) === undefined ? words : `every ${day}`;
}

function adaptive(times: readonly TypedTime[]): WhenRead {
  const [time, second] = times;
  if (second !== undefined) return refused('When it pays is once a day at most. Name one time for it.');
  const readings = time === undefined ? [] : readingsOf(time);
  if (readings.length > 1)
    return ask(
      'In the night or in the afternoon?',
      readings.map((one) => ({ label: shortTime(one), words: `when it pays ${one}` })),
    );
  const [wall] = readings;
  return { read: 'wish', wish: { kind: 'adaptive', ...(wall === undefined ? {} : { time: wall }) } };
}

function endless(words: string): WhenRead {
  return patternIn(words.replace(UNTIL, '').trim()).read === 'none'
    ? { read: 'unread' }
    : refused('Reminders go on until you stop them. Type it again without the end.');
}

function noSuchDay(
  date: Extract<DateFound, { found: 'impossible' }>,
  { time }: AtTime,
  said: Said,
): WhenRead {
  const at = time === undefined ? '08:30' : wallTime(time);
  return refused(
    `There is no ${date.typed}. The nearest days there are:`,
    choicesAhead(date.nearest, [at], said),
  );
}

/** A date alone, or with the weekday it falls on. */
function onNamedDate(
  date: Extract<DateFound, { found: 'date' | 'either' }>,
  words: string,
  at: AtTime,
  times: readonly TypedTime[],
  said: Said,
): WhenRead {
  const rest = words
    .replace(DATE_HERE, ' ')
    .replace(/\b(?:on|the)\b/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  if (/^(?:every|each)\b/u.test(rest))
    return refused('I know days, weeks and months, not years. Name the date without "every".');
  const weekday = weekdayNamed(rest)?.day;
  if ((rest !== '' && rest !== 'this' && weekday === undefined) || times.length > 1)
    return { read: 'unread' };
  const dates = date.found === 'date' ? [date.date] : date.dates;
  const fitting = weekday === undefined ? dates : dates.filter((one) => weekdayOf(one) === weekday);
  const [only, second] = fitting;
  if (only !== undefined && second === undefined) return onDate(only, at, said);
  const readings = at.time === undefined ? ['08:30'] : readingsOf(at.time);
  const [first = said.today] = dates;
  const near = weekday === undefined || only !== undefined ? [] : [nearestDay(weekday, first)];
  const choices = choicesAhead([...dates, ...near], readings, said);
  if (choices.length === 0) return onDate(first, at, said);
  const [named = ''] = dateInWords(first).split(' ');
  const isWrong = near.length > 0 && dates.length === 1;
  return ask(
    isWrong ? `The date you named is a ${named}. Which day do you mean?` : 'Which day is that?',
    choices,
  );
}

function oneAtATime(words: string, times: readonly TypedTime[], said: Said): WhenRead {
  const choices = times.flatMap((time) => {
    const made = momentIn(words, { time }, said);
    if (made?.read !== 'wish' || made.wish.kind !== 'moment') return [];
    const { wall } = made.wish.moment;
    return choicesAhead([wall.slice(0, 10)], [wall.slice(11)], said);
  });
  if (choices.length === 0) return { read: 'unread' };
  const walls = times.map(wallTime).join(' and ');
  const label = `Every day at ${times.map((time) => shortTime(wallTime(time))).join(' and ')}`;
  const daily = { label, words: `daily ${walls}` };
  const isEveryDay =
    words === '' && readWhen(daily.words, { now: said.now.toString(), zone: said.zone }).read === 'wish';
  return ask('One moment at a time. Which of them?', isEveryDay ? [daily, ...choices] : choices);
}
