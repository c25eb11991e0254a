import type { WallTime } from '../recurrence.ts';
import { DATE_HERE } from './plain-words.ts';

/** A time as it was typed. Without am or pm, an hour up to twelve may be one of two. */
export interface TypedTime {
  readonly hour: number;
  readonly minute: number;
  readonly half?: 'am' | 'pm';
  /** Without minutes and without am or pm: "at 3". */
  readonly isBare: boolean;
  /** "08:30", "noon": nobody who writes it so means the evening. */
  readonly isExact: boolean;
  /** "midnight": of a day, its beginning to some and its end to others. */
  readonly isMidnight?: true;
}

/** The times in some words, and the words without them. */
export interface TimesFound {
  readonly times: readonly TypedTime[];
  readonly rest: string;
  /** What stands where a time does and is none: "25:00". */
  readonly impossible?: string;
}

const HALF = String.raw`(?:\s*([ap])\.?m\b\.?)`;
/** In the order they are looked for: a form with minutes before one without. */
const FORMS: readonly RegExp[] = [
  new RegExp(String.raw`(?<![\d:.])(\d{1,2})[:.h](\d{2})(?![\d:])${HALF}?`, 'gu'),
  new RegExp(String.raw`(?<![\d:.])(\d{1,2})()${HALF}`, 'gu'),
  /(?<![\d:.])(0\d|1\d|2[0-3])([0-5]\d)(?![\d:.])(?:\s*(?:hrs|hours))?()/gu,
  /(?<=(?:^|\s)(?:at|@) )(\d{1,2})(?![\d:.])(?!\s*(?:st|nd|rd|th))()()(?: o'?clock)?/gu,
  /(?<![\d:.])(\d{1,2})()()(?: o'?clock)/gu,
];
const NAMED: Readonly<Record<string, TypedTime>> = {
  noon: { hour: 12, minute: 0, isBare: false, isExact: true },
  midday: { hour: 12, minute: 0, isBare: false, isExact: true },
  midnight: { hour: 0, minute: 0, isBare: false, isExact: true, isMidnight: true },
};
/** A number alone at the end or at all, where nothing else says a time: "tuesdays 9". */
const LAST_NUMBER = new RegExp(String.raw`(?<=^|\p{L}{3,}\s|${DATE_HERE}\s)(\d{1,2})$`, 'u');
/** What may be a year is none. */
const YEAR = /^(?:19|20)\d\d$/u;

/** Takes the times out of words in small letters. Dates are to be taken out before. */
export function timesIn(words: string): TimesFound {
  const times: { at: number; time: TypedTime }[] = [];
  let impossible: string | undefined;
  let rest = words.replace(/\b(noon|midday|midnight)\b/gu, (name, _one, at: number) => {
    const time = NAMED[name];
    if (time !== undefined) times.push({ at, time });
    return ' '.repeat(name.length);
  });
  for (const form of FORMS)
    rest = rest.replace(form, (whole, hour: string, minute: string, half: string | undefined, at: number) => {
      if (YEAR.test(whole.trim()) && !/\bat $/u.test(rest.slice(0, at))) return whole;
      const time = timeOf(hour, minute, half);
      if (time === undefined) impossible ??= whole.trim();
      else times.push({ at, time });
      return ' '.repeat(whole.length);
    });
  if (times.length === 0 && impossible === undefined)
    rest = rest.replace(LAST_NUMBER, (whole, hour: string, at: number) => {
      const time = timeOf(hour, '', undefined);
      if (time === undefined) return whole;
      times.push({ at, time });
      return ' '.repeat(whole.length);
    });
  return {
    times: times.sort((a, b) => a.at - b.at).map(({ time }) => time),
    rest: rest
      .replace(/\bat\b|@|\bo'?clock\b/gu, ' ')
      .replace(/[,;]/gu, ' ')
      .replace(/\s+/gu, ' ')
      .replace(/(?:^|\s)and\s*$/u, '')
      .trim(),
    ...(impossible === undefined ? {} : { impossible }),
  };
}

function timeOf(hour: string, minute: string, half: string | undefined): TypedTime | undefined {
  const isBare = minute === '' && (half === undefined || half === '');
  const [hours, minutes] = [Number(hour), minute === '' ? 0 : Number(minute)];
  if (minutes > 59) return undefined;
  if (half === undefined || half === '')
    return hours > 23
      ? undefined
      : { hour: hours, minute: minutes, isBare, isExact: hour.startsWith('0') || hours > 12 };
  if (hours < 1 || hours > 12) return undefined;
  return { hour: hours, minute: minutes, half: half === 'p' ? 'pm' : 'am', isBare: false, isExact: true };
}

/** A time on the wall as if it had been typed in full. */
export function exactly(time: WallTime): TypedTime {
  return { hour: Number(time.slice(0, 2)), minute: Number(time.slice(3)), isBare: false, isExact: true };
}

/** The time on the wall; without am or pm the hour as it stands, in 24 hours. */
export function wallTime({ hour, minute, half }: TypedTime): WallTime {
  const on = half === undefined ? hour : (hour % 12) + (half === 'pm' ? 12 : 0);
  return `${String(on).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** The other time it may be: twelve hours later; undefined where it can be one only. */
export function twelveLater(time: TypedTime): WallTime | undefined {
  if (time.half !== undefined || time.isExact || time.hour < 1 || time.hour > 12) return undefined;
  return wallTime({ ...time, hour: time.hour === 12 ? 0 : time.hour + 12 });
}

/** "at 3" may be the night or the afternoon: it is asked, where nothing else tells. With minutes it is what it says. */
export function isOpen({ hour, isBare, isExact }: TypedTime): boolean {
  return isBare && !isExact && hour >= 1 && hour <= 5;
}

/** The times it may be where it is asked: one, unless it is open. */
export function readingsOf(time: TypedTime): readonly WallTime[] {
  const later = isOpen(time) ? twelveLater(time) : undefined;
  return later === undefined ? [wallTime(time)] : [wallTime(time), later];
}
