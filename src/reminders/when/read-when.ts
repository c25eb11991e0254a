import { dateInWords } from '../in-words.ts';
import type { Recurrence, WallTime } from '../recurrence.ts';
import { shortTime } from '../short-time.ts';
import { type DateFound, dateIn } from './dates.ts';
import { weekdayNamed } from './days.ts';
import { firstDayFrom } from './first-day.ts';
import { momentIn, onDate } from './moments.ts';
import { type Pattern, patternIn } from './recurrences.ts';
import { isAhead, momentAt, type Said, saidAt, USUAL_TIMES } from './spoken.ts';
import { isOpen, type TimesFound, type TypedTime, timesIn, twelveLater, wallTime } from './times.ts';
import type { Choice, WhenRead } from './when-read.ts';
import { zoneIn } from './zone-in.ts';

/** Longer than this it is no time. */
const LONGEST = 200;
const ADAPTIVE =
  /^(?:adaptive(?:ly)?|smart|when(?:ever)? it pays|when(?:ever)? (?:you|it) (?:thinks?|helps?)(?: best)?)$/u;
const INTERVIEW = /^(?:my |the )?interview(?: is)?\s*/u;
const START = /\b(?:from|starting|beginning|since|as of)(?: on)?\s*$/u;
const MOST_TIMES = 6;

/**
 * What somebody types after `remind`: a recurrence, a single moment, the coach's own spacing, or an interview's date. `now`:
 * ISO 8601 in UTC; `zone`: theirs (IANA), in which wall times are meant unless the words name another. What two people
 * would read differently is asked back, what cannot be is refused with the nearest that can, and nothing falls into the
 * past. Hours are read in 24 hours where they have minutes; a bare "at 3" is asked back, except where only one is ahead.
 * Never throws for words, whatever they are.
 */
export function readWhen(words: string, at: { readonly now: string; readonly zone: string }): WhenRead {
  if (words.length > LONGEST) return { read: 'unread' };
  const typed = words
    .normalize('NFKC')
    .replace(/[\u2018\u2019]/gu, "'")
    .replace(/[^\P{C}\n]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  const found = zoneIn(typed, at.zone, at.now);
  if (found === undefined) return read(typed, saidAt(at.now, at.zone));
  if ('choices' in found.meant) {
    const choices = found.meant.choices.map((zone) => ({ label: zone, words: `${found.rest} ${zone}` }));
    const readable = choices.filter((choice) => readWhen(choice.words, at).read === 'wish');
    return readable.length === 0
      ? { read: 'unread' }
      : { read: 'ask', question: found.meant.why, choices: readable };
  }
  const { zone } = found.meant;
  const made = read(found.rest, saidAt(at.now, zone));
  if (made.read === 'wish') return { ...made, zone };
  if (made.read === 'unread') return made;
  return {
    ...made,
    choices: made.choices.map((choice) => ({ ...choice, words: `${choice.words} ${zone}` })),
  };
}

function read(typed: string, said: Said): WhenRead {
  const words = typed
    .toLowerCase()
    .replace(/^(?:please |to practi[sc]e )+/u, '')
    .replace(/(?: please| to practi[sc]e)$/u, '')
    .replace(/[.!?]+$/u, '')
    .trim();
  if (words === '') return { read: 'unread' };
  if (INTERVIEW.test(words)) return interview(words.replace(INTERVIEW, ''), said);
  const date = dateIn(words, said.today);
  const found = timesIn(date.found === 'none' ? words : date.rest);
  if (found.impossible !== undefined)
    return {
      read: 'refused',
      message: `There is no ${found.impossible}. Hours go from 0:00 to 23:59.`,
      choices: [],
    };
  if (ADAPTIVE.test(found.rest)) return adaptive(found);
  if (date.found === 'impossible') return noSuchDay(date, found.times, said);
  const start = START.exec(found.rest);
  const rest = start === null ? found.rest : found.rest.slice(0, start.index).trim();
  // Several times a day are no single moment's.
  const recurs = patternIn(found.times.length > 1 ? everyDayNamed(rest) : rest);
  if (recurs.read === 'refused') return { read: 'refused', message: recurs.message, choices: [] };
  if (recurs.read === 'either') return either(recurs.words, found.times);
  if (date.found === 'either') return whichDate(date.dates, found.times, said, start === null ? '' : rest);
  if (recurs.read === 'pattern' && (date.found === 'none' || start !== null))
    return recurring(recurs.pattern, found.times, date.found === 'date' ? date.date : undefined, rest, said);
  if (date.found === 'date') {
    if (/^(?:every|each|yearly|annually)\b/u.test(found.rest))
      return {
        read: 'refused',
        message: 'I know days, weeks and months, not years. Name the date without "every".',
        choices: [],
      };
    return found.rest === '' && found.times.length <= 1
      ? onDate(date.date, found.times[0], said)
      : { read: 'unread' };
  }
  return momentIn(found.rest, found.times, said) ?? { read: 'unread' };
}

/** "mon" with two times is every Monday. */
function everyDayNamed(rest: string): string {
  return weekdayNamed(rest.replace(/^on /u, '')) === undefined ? rest : `every ${rest.replace(/^on /u, '')}`;
}

function adaptive({ times }: TimesFound): WhenRead {
  const [time] = times;
  if (time !== undefined && isOpen(time)) return eitherHalf('when it pays', time);
  return {
    read: 'wish',
    wish: { kind: 'adaptive', ...(time === undefined ? {} : { time: wallTime(time) }) },
  };
}

/** The date counts; a time of the interview itself changes nothing. */
function interview(words: string, said: Said): WhenRead {
  const bare = words.replace(/^(?:will be |comes |takes place )?(?:on |at )?/u, '').trim();
  const date = dateIn(bare, said.today);
  if (date.found === 'impossible')
    return {
      read: 'refused',
      message: `There is no ${date.typed}. The nearest days there are:`,
      choices: date.nearest.filter((one) => one >= said.today).map(interviewOn),
    };
  if (date.found === 'either')
    return {
      read: 'ask',
      question: 'Which day is that?',
      choices: date.dates.filter((one) => one >= said.today).map(interviewOn),
    };
  if (date.found === 'date') return interviewAt(date.date, said);
  const found = timesIn(bare);
  if (found.rest === '' && found.times.length === 0)
    return {
      read: 'refused',
      message: 'On which day? Type it, for example: remind interview on 20 March 2027.',
      choices: [],
    };
  const made = momentIn(found.rest, [{ hour: 12, minute: 0, isBare: false }], said);
  if (made?.read === 'wish' && made.wish.kind === 'moment')
    return interviewAt(made.wish.moment.wall.slice(0, 10), said);
  if (made?.read === 'ask')
    return { ...made, choices: made.choices.map(({ words: on }) => interviewOn(on.slice(0, 10))) };
  return found.rest === 'today' ? interviewAt(said.today, said) : { read: 'unread' };
}

function interviewOn(date: string): Choice {
  return { label: dateInWords(date), words: `interview on ${date}` };
}

function interviewAt(date: string, said: Said): WhenRead {
  if (date >= said.today) return { read: 'wish', wish: { kind: 'interview', date } };
  return {
    read: 'refused',
    message: `${dateInWords(date)} is past. On which day is the interview?`,
    choices: [],
  };
}

function noSuchDay(
  date: Extract<DateFound, { found: 'impossible' }>,
  times: readonly TypedTime[],
  said: Said,
): WhenRead {
  const [time] = times;
  const at = time === undefined ? '08:30' : wallTime(time);
  return {
    read: 'refused',
    message: `There is no ${date.typed}. The nearest days there are:`,
    choices: date.nearest
      .filter((one) => isAhead(momentAt(one, at, said), said))
      .map((one) => ({
        label: `${dateInWords(one)}, ${shortTime(at)}`,
        words: `${one} ${at}`,
      })),
  };
}

function whichDate(
  dates: readonly string[],
  times: readonly TypedTime[],
  said: Said,
  rest: string,
): WhenRead {
  const [time] = times;
  const at = time === undefined ? '08:30' : wallTime(time);
  const choices = dates.map((date) =>
    rest === ''
      ? { label: `${dateInWords(date)}, ${shortTime(at)}`, words: `${date} ${at}` }
      : { label: `from ${dateInWords(date)}`, words: `${rest} ${at} from ${date}` },
  );
  const ahead = choices.filter(
    (choice) => readWhen(choice.words, { now: said.now.toString(), zone: said.zone }).read === 'wish',
  );
  return { read: 'ask', question: 'Which day is that?', choices: ahead };
}

function either(words: readonly string[], times: readonly TypedTime[]): WhenRead {
  const [time] = times;
  const at = time === undefined ? '08:30' : wallTime(time);
  return {
    read: 'ask',
    question: 'Which of these do you mean?',
    choices: words.map((one) => ({ label: `${one}, ${shortTime(at)}`, words: `${one} ${at}` })),
  };
}

function recurring(
  pattern: Pattern,
  times: readonly TypedTime[],
  start: string | undefined,
  rest: string,
  said: Said,
): WhenRead {
  const from = start === undefined ? '' : ` from ${start}`;
  if (times.length === 0)
    return {
      read: 'ask',
      question: 'At what time of the day?',
      choices: USUAL_TIMES.map((time) => ({ label: shortTime(time), words: `${rest} ${time}${from}` })),
    };
  if (times.length > MOST_TIMES)
    return { read: 'refused', message: `Six times a day are the most. Name fewer.`, choices: [] };
  const open = times.find(isOpen);
  if (open !== undefined && times.length === 1) return eitherHalf(rest, open, from);
  const walls = [...new Set(times.map(wallTime))].sort();
  const near = walls.find(
    (time, index) => index > 0 && minutesOf(time) - minutesOf(walls[index - 1] ?? time) < 4 * 60,
  );
  if (near !== undefined)
    return {
      read: 'refused',
      message: 'I keep reminders four hours apart. Name times that are.',
      choices: walls.map((time) => ({ label: `only ${shortTime(time)}`, words: `${rest} ${time}${from}` })),
    };
  const day = start !== undefined && start > said.today ? start : said.today;
  return { read: 'wish', wish: { kind: 'recurrence', recurrence: recurrenceOf(pattern, walls, day) } };
}

function minutesOf(time: WallTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

function eitherHalf(rest: string, time: TypedTime, from = ''): WhenRead {
  const both = [wallTime(time), twelveLater(time)].filter((one) => one !== undefined);
  return {
    read: 'ask',
    question: 'In the night or in the afternoon?',
    choices: both.map((one) => ({ label: shortTime(one), words: `${rest} ${one}${from}` })),
  };
}

function recurrenceOf(pattern: Pattern, times: readonly WallTime[], start: string): Recurrence {
  if (pattern.each !== 'week') return { ...pattern, times, from: start };
  return { ...pattern, times, from: firstDayFrom(pattern.days, start) };
}
