import type { Recurrence, Weekday } from '../recurrence.ts';
import { COUNT, countOf } from './counts.ts';
import { daysIn, weekdayNamed } from './days.ts';

/** What recurs, before its times and its start are known. */
export type Pattern =
  | { readonly each: 'day'; readonly every: number }
  | { readonly each: 'week'; readonly every: number; readonly days: readonly Weekday[] }
  | {
      readonly each: 'month';
      readonly every: number;
      readonly on: Extract<Recurrence, { each: 'month' }>['on'];
    };

export type PatternRead =
  | { readonly read: 'pattern'; readonly pattern: Pattern }
  /** Other words that say one of the things it may mean. `span`: its day is missing, which a start would tell. */
  | {
      readonly read: 'either';
      readonly words: readonly string[];
      readonly span?: { readonly each: 'week' | 'month'; readonly every: number };
    }
  | { readonly read: 'refused'; readonly message: string }
  | { readonly read: 'none' };

const NTH: ReadonlyMap<string, number> = new Map(
  Object.entries({
    ...{ first: 1, '1st': 1, second: 2, '2nd': 2, third: 3, '3rd': 3 },
    ...{ fourth: 4, '4th': 4, fifth: 5, '5th': 5, last: -1 },
  }),
);
const MOST = { day: 365, week: 52, month: 12 } as const;
const SO_OFTEN = `(?:(other|second|third|fourth|${COUNT})(?:st|nd|rd|th)? )?`;
const MONTHS = new RegExp(
  String.raw`\b(?:of |in )?(?:the month\b|(?:every|each) ${SO_OFTEN}(months?|quarters?)\b|monthly\b|quarterly\b|once a month\b)`,
  'u',
);
const WEEKS = new RegExp(
  String.raw`\b(?:(?:every|each) ${SO_OFTEN}(weeks?|fortnights?)\b|bi-?weekly\b|fortnightly\b|weekly\b|once a week\b)`,
  'u',
);
const NTH_WEEKDAY = /^(?:on )?(?:the )?(\w+) (\p{L}+)$/u;
const DATE = /^(?:on )?(?:the )?(\d{1,3}(?:st|nd|rd|th)?|last day|first day)$/u;
const EVERY_SO = new RegExp(`^(?:every|each) (other|second|third|fourth|${COUNT})(st|nd|rd|th)? ?(.+)$`, 'u');
const ORDINALS: Readonly<Record<string, number>> = { other: 2, second: 2, third: 3, fourth: 4 };
const SOONER = /^(?:(?:every|each|once an?) (?:\S+ )?(?:hours?|minutes?|mins?)|hourly)$/u;
const YEARLY = /\b(?:yearly|annually|(?:every|each) (?:\S+ )?years?)\b/u;

/** What recurs in words in small letters from which dates and times were taken out. */
export function patternIn(typed: string): PatternRead {
  const words = typed.replace(/[,;]/gu, ' ').replace(/\s+/gu, ' ').trim();
  if (/^(?:daily|(?:every|each) ?(?:single )?day|all days)$/u.test(words))
    return pattern({ each: 'day', every: 1 });
  if (SOONER.test(words))
    return no('I keep reminders four hours apart. Name times of the day, such as daily 9:00 and 18:00.');
  if (YEARLY.test(words))
    return no('I know days, weeks and months, not years. Name the date without "every".');
  const often = /^(twice|two times|three times) an? (day|week)$/u.exec(words);
  if (often !== null) return soOften(often[1] === 'three times' ? 3 : 2, often[2] === 'day');
  return (
    ofMonths(words) ??
    ofWeeks(words) ??
    everySo(words) ??
    nthAlone(words) ??
    ofDays(words) ?? { read: 'none' }
  );
}

function no(message: string): PatternRead {
  return { read: 'refused', message };
}

function pattern(made: Pattern): PatternRead {
  if (made.every < 1) return no('Every 0 is never. Every day is the most there is.');
  if (made.every > MOST[made.each])
    return no(`That is more than ${MOST[made.each]} ${made.each}s apart. Name a date instead.`);
  return { read: 'pattern', pattern: made };
}

function soOften(count: number, isDaily: boolean): PatternRead {
  if (isDaily) return no(`Name ${count} times of the day, four hours apart, such as daily 9:00 and 18:00.`);
  return { read: 'either', words: count === 2 ? ['mon/thu', 'tue/fri'] : ['mon/wed/fri', 'tue/thu/sat'] };
}

function intervalOf(match: RegExpExecArray): number {
  const [whole, count] = match;
  const times = /quarter/u.test(whole) ? 3 : /fortnight|^bi/u.test(whole) ? 2 : 1;
  const every = count === undefined ? 1 : (ORDINALS[count] ?? countOf(count));
  return every * times;
}

function around(words: string, { index, 0: whole }: RegExpExecArray): string {
  return `${words.slice(0, index)} ${words.slice(index + whole.length)}`.replace(/\s+/gu, ' ').trim();
}

function ofMonths(words: string): PatternRead | undefined {
  const span = MONTHS.exec(words);
  if (span === null) return undefined;
  const every = intervalOf(span);
  const rest = around(words, span)
    .replace(/^(?:every|each|monthly)(?: |$)/u, '')
    .replace(/ of$/u, '');
  if (rest === '') {
    const often = every === 1 ? 'the month' : `every ${every} months`;
    const checked = pattern({ each: 'month', every, on: { date: 1 } });
    if (checked.read === 'refused') return checked;
    const words = ['first Monday', 'last Friday'].map((day) => `${day} of ${often}`);
    return { read: 'either', words, span: { each: 'month', every } };
  }
  const nth = nthWeekday(rest);
  if (nth !== undefined) return pattern({ each: 'month', every, on: nth });
  const [, date] = DATE.exec(rest) ?? [];
  if (date === undefined) return undefined;
  const number = date === 'last day' ? 31 : date === 'first day' ? 1 : Number.parseInt(date, 10);
  if (number < 1 || number > 31) return no(`No month has a ${date}. Days go from the 1st to the 31st.`);
  return pattern({ each: 'month', every, on: { date: number } });
}

function nthWeekday(
  words: string,
): { readonly nth: 1 | 2 | 3 | 4 | 5 | -1; readonly weekday: Weekday } | undefined {
  const [, ordinal = '', name = ''] = NTH_WEEKDAY.exec(words) ?? [];
  const [nth, weekday] = [NTH.get(ordinal), weekdayNamed(name)?.day];
  return nth === undefined || weekday === undefined ? undefined : { nth: nth as 1, weekday };
}

/** "last Friday", "every first Tuesday": of the month, though nobody says so. */
function nthAlone(words: string): PatternRead | undefined {
  const on = nthWeekday(words.replace(/^(?:every|each) /u, ''));
  return on === undefined ? undefined : pattern({ each: 'month', every: 1, on });
}

function ofWeeks(words: string): PatternRead | undefined {
  const span = WEEKS.exec(words);
  if (span === null) return undefined;
  const every = intervalOf(span);
  const rest = around(words, span).replace(/^(?:every|each) /u, '');
  if (rest === '') return withoutDay(every);
  const named = daysIn(rest);
  return named === undefined ? undefined : pattern({ each: 'week', every, days: named.days });
}

function withoutDay(every: number): PatternRead {
  const checked = pattern({ each: 'week', every, days: [1] });
  if (checked.read === 'refused') return checked;
  const span = every === 1 ? 'every' : `every ${every} weeks on`;
  return {
    read: 'either',
    words: ['Monday', 'Wednesday', 'Friday'].map((day) => `${span} ${day}`),
    span: { each: 'week', every },
  };
}

function everySo(words: string): PatternRead | undefined {
  const [, count = '', ending, unit = ''] = EVERY_SO.exec(words) ?? [];
  if (count === '') return undefined;
  const every = ORDINALS[count] ?? countOf(count);
  if (/^days?$/u.test(unit)) return pattern({ each: 'day', every });
  const named = daysIn(unit);
  if (named === undefined) return undefined;
  // "every second Tuesday" is every other one to some, and one of the month to others.
  const isOrdinal = ending !== undefined || /^(?:second|third|fourth)$/u.test(count);
  if (isOrdinal && every === 1) return undefined;
  if (isOrdinal && every <= 4 && named.days.length === 1)
    return {
      read: 'either',
      words: [`every ${every} weeks on ${unit}`, `${nthName(every)} ${unit} of the month`],
    };
  return pattern({ each: 'week', every, days: named.days });
}

function nthName(nth: number): string {
  return ['', 'first', 'second', 'third', 'fourth'][nth] ?? '';
}

function ofDays(words: string): PatternRead | undefined {
  const bare = words.replace(/^(?:every|each|on|all) /u, '');
  const [, all = '', but] = /^(.+?) (?:except|but not|but|without)(?: on)? (.+)$/u.exec(bare) ?? [];
  if (but !== undefined) {
    const [from, out] = [/^days?$|^daily$/u.test(all) ? daysIn('mon to sun') : daysIn(all), daysIn(but)];
    const days = from?.days.filter((day) => out !== undefined && !out.days.includes(day)) ?? [];
    return days.length === 0 ? undefined : pattern({ each: 'week', every: 1, days });
  }
  const named = daysIn(bare);
  if (named === undefined) return undefined;
  // One day, named once, is that day: see `moments.ts`.
  const isOne = !named.isPlural && named.days.length === 1;
  if (isOne && (bare === words || /^on /u.test(words))) return undefined;
  return pattern({ each: 'week', every: 1, days: named.days });
}
