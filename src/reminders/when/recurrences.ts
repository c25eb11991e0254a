import { COUNT, countOf } from './counts.ts';
import { daysIn } from './days.ts';
import { monthDays, monthDaysAlone } from './month-days.ts';
import { either, no, type PatternRead, pattern } from './pattern.ts';
import { soOften } from './so-often.ts';

const SO_OFTEN = `(?:(other|second|third|fourth|${COUNT})(?:st|nd|rd|th)? )?`;
const MONTHS = new RegExp(
  String.raw`\b(?:of |in )?(?:the month\b|(?:every|each) ${SO_OFTEN}(months?|quarters?)\b|monthly\b|quarterly\b|once a month\b)`,
  'u',
);
const WEEKS = new RegExp(
  String.raw`\b(?:(?:every|each) ${SO_OFTEN}(weeks?|fortnights?)\b|bi-?weekly\b|fortnightly\b|weekly\b|once a week\b)`,
  'u',
);
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
  return (
    soOften(words) ??
    ofMonths(words) ??
    ofWeeks(words) ??
    everySo(words) ??
    monthDaysAlone(words) ??
    ofDays(words) ?? { read: 'none' }
  );
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
  return monthDays(rest, every);
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
  if (every > 1 && every <= 5 && /^weekdays?$/u.test(unit)) return weekdaysApart(every);
  const isOrdinal = ending !== undefined || /^(?:second|third|fourth)$/u.test(count);
  if (isOrdinal && every === 1) return undefined;
  if (isOrdinal && every <= 4 && named.days.length === 1)
    return either(`every ${every} weeks on ${unit}`, `${nthName(every)} ${unit} of the month`);
  return pattern({ each: 'week', every, days: named.days });
}

/** "every other weekday" skips days to some, and weeks to others. */
function weekdaysApart(every: number): PatternRead {
  const spread = every === 2 ? 'mon/wed/fri' : every === 3 ? 'mon/thu' : 'every Monday';
  return either(spread, `every ${every} weeks on weekdays`);
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
