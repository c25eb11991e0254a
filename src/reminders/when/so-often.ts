import { COUNT_WORD, countOf } from './counts.ts';
import { daysIn } from './days.ts';
import { either, no, type PatternRead, pattern } from './pattern.ts';

const OFTEN = new RegExp(
  String.raw`^(once|twice|thrice|(\d{1,3}|a couple of|a few|several|${COUNT_WORD}) ?(?:times?|x)) (?:(?:an?|per|every|each|in an?) (day|week|month)|(daily|weekly|monthly))(?: on)?(?: (.+))?$`,
  'u',
);
const NAMED: Readonly<Record<string, number>> = {
  once: 1,
  twice: 2,
  thrice: 3,
  'a couple of': 2,
  'a few': 3,
  several: 3,
};
/** Days as far from each other as a week lets them be. */
const OF_WEEK: readonly (readonly string[])[] = [
  [],
  [],
  ['mon/thu', 'tue/fri'],
  ['mon/wed/fri', 'tue/thu/sat'],
  ['mon/tue/thu/fri', 'mon/wed/fri/sun'],
  ['weekdays', 'tue to sat'],
  ['mon to sat', 'sun to fri'],
];

/** "twice a week", "3x a day": how often, and not yet when. Undefined for any other words. */
export function soOften(words: string): PatternRead | undefined {
  const [, often = '', counted, unit, adverb, rest = ''] = OFTEN.exec(words) ?? [];
  if (often === '') return undefined;
  const count = NAMED[counted ?? often] ?? countOf(counted ?? often);
  if (count < 1) return pattern({ each: 'week', every: 0, days: [1] });
  switch (unit ?? adverb) {
    case 'day':
    case 'daily':
      return rest === '' ? ofDay(count) : undefined;
    case 'week':
    case 'weekly':
      return ofWeek(count, rest);
    default:
      return rest === '' ? ofMonth(count) : undefined;
  }
}

function ofDay(count: number): PatternRead {
  if (count === 1) return pattern({ each: 'day', every: 1 });
  return count > 6
    ? no('Six times a day are the most. Name fewer.')
    : no(
        `Name ${count} times of the day, four hours apart, such as daily ${count === 2 ? '9:00 and 18:00' : '8:00, 13:00 and 18:00'}.`,
      );
}

function ofWeek(count: number, rest: string): PatternRead | undefined {
  const named = rest === '' ? undefined : daysIn(rest);
  if (rest !== '')
    return named?.days.length === count ? pattern({ each: 'week', every: 1, days: named.days }) : undefined;
  if (count === 7) return pattern({ each: 'day', every: 1 });
  const choices = OF_WEEK[count];
  if (choices === undefined) return no('A week has seven days. Name them, or times of the day.');
  return choices.length === 0 ? undefined : either(...choices);
}

function ofMonth(count: number): PatternRead | undefined {
  if (count === 1) return undefined;
  return count === 2
    ? either('1st and 15th of the month', 'first and third Monday of the month')
    : no('Name the days, such as 1st and 15th of the month, or every week.');
}
