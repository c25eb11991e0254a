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
  /** Other words that say one of the two things it may mean. */
  | { readonly read: 'either'; readonly words: readonly string[] }
  | { readonly read: 'refused'; readonly message: string }
  | { readonly read: 'none' };

const NTH: Readonly<Record<string, number>> = {
  first: 1,
  '1st': 1,
  second: 2,
  '2nd': 2,
  third: 3,
  '3rd': 3,
  fourth: 4,
  '4th': 4,
  fifth: 5,
  '5th': 5,
  last: -1,
};
const MOST = { day: 365, week: 52, month: 12 } as const;
const OF_MONTH = String.raw`(?: (?:of|in) (?:the|each|every) month| every month| each month| monthly)?`;
const WEEKDAY_OF_MONTH = new RegExp(
  String.raw`^(every |each |on the |on |the |monthly |every month |each month )*(first|1st|second|2nd|third|3rd|fourth|4th|fifth|5th|last) (\p{L}+)(${OF_MONTH})$`,
  'u',
);
const DATE_OF_MONTH = new RegExp(
  String.raw`^(?:monthly |every month |each month |every |each )?(?:on )?(?:the )?(\d{1,3}(?:st|nd|rd|th)|last day)${OF_MONTH}$`,
  'u',
);
const EVERY = new RegExp(
  String.raw`^(?:every|each) (other|second|third|fourth|${COUNT})(?:st|nd|rd|th)? ?(days?|weeks?|months?|.+)?$`,
  'u',
);
const ORDINALS: Readonly<Record<string, number>> = { other: 2, second: 2, third: 3, fourth: 4 };

/** What recurs in words in small letters from which dates and times were taken out. */
export function patternIn(typed: string): PatternRead {
  const words = typed.replace(/[,;]/gu, ' ').replace(/\s+/gu, ' ').trim();
  if (/^(?:daily|(?:every|each) (?:day|morning|afternoon|evening|night)|all days)$/u.test(words))
    return pattern({ each: 'day', every: 1 });
  if (/^(?:(?:every|each) week|weekly)$/u.test(words)) return weekWithoutDay(1);
  if (/^(?:(?:every|each) month|monthly)$/u.test(words))
    return { read: 'either', words: ['first monday', 'last friday'].map((day) => `${day} of the month`) };
  return ofMonth(words) ?? ofDate(words) ?? everySo(words) ?? ofWeek(words) ?? { read: 'none' };
}

function pattern(made: Pattern): PatternRead {
  if (made.every < 1)
    return { read: 'refused', message: 'Every 0 is never. Every day is the most there is.' };
  if (made.every > MOST[made.each])
    return {
      read: 'refused',
      message: `That is more than ${MOST[made.each]} ${made.each}s apart. Name a date instead.`,
    };
  return { read: 'pattern', pattern: made };
}

function ofMonth(words: string): PatternRead | undefined {
  const [, every, nth = '', name = '', month] = WEEKDAY_OF_MONTH.exec(words) ?? [];
  const day = weekdayNamed(name)?.day;
  if (day === undefined) return undefined;
  // "every second Tuesday" is every other one to some, and one of the month to others.
  const isEvery = /^(?:every|each) $/u.test(every ?? '') && month === '';
  if (isEvery && /^(?:second|third|fourth)$/u.test(nth)) {
    const weeks = ORDINALS[nth];
    return { read: 'either', words: [`every ${weeks} weeks on ${name}`, `${nth} ${name} of the month`] };
  }
  return pattern({ each: 'month', every: 1, on: { nth: (NTH[nth] ?? 1) as 1, weekday: day } });
}

function ofDate(words: string): PatternRead | undefined {
  const [, date] = DATE_OF_MONTH.exec(words) ?? [];
  if (date === undefined) return undefined;
  // "the 15th" alone is a day, not every month's.
  if (!/month/u.test(words)) return undefined;
  if (date === 'last day') return pattern({ each: 'month', every: 1, on: { date: 31 } });
  const number = Number.parseInt(date, 10);
  if (number < 1 || number > 31)
    return { read: 'refused', message: `No month has a ${date}. Days go from the 1st to the 31st.` };
  return pattern({ each: 'month', every: 1, on: { date: number } });
}

function everySo(words: string): PatternRead | undefined {
  const often = words
    .replace(/^(?:bi-?weekly|fortnightly|every fortnight)\b/u, 'every 2 weeks')
    .replace(/^weekly\b/u, 'every 1 week');
  const [, count, unit = ''] = EVERY.exec(often) ?? [];
  if (count === undefined) return undefined;
  const every = ORDINALS[count] ?? countOf(count);
  if (/^days?$/u.test(unit)) return pattern({ each: 'day', every });
  const rest = unit.replace(/^weeks?\b\s*/u, '');
  if (rest !== unit || count === 'other') {
    const named = daysIn(rest);
    if (named === undefined) return rest === '' ? weekWithoutDay(every) : undefined;
    return pattern({ each: 'week', every, days: named.days });
  }
  return undefined;
}

function weekWithoutDay(every: number): PatternRead {
  const span = every === 1 ? 'every week' : `every ${every} weeks`;
  return { read: 'either', words: ['monday', 'wednesday', 'friday'].map((day) => `${span} on ${day}`) };
}

function ofWeek(words: string): PatternRead | undefined {
  const bare = words.replace(/^(?:every|each|on|weekly on|all) /u, '');
  const named = daysIn(bare);
  if (named === undefined) return undefined;
  // One day, named once, is that day: see `moments.ts`.
  if (bare === words && !named.isPlural && named.days.length === 1) return undefined;
  if (/^on /u.test(words) && !named.isPlural && named.days.length === 1) return undefined;
  return pattern({ each: 'week', every: 1, days: named.days });
}
