import type { MonthDay, Weekday } from '../recurrence.ts';
import { weekdayNamed } from './days.ts';
import { no, type PatternRead, pattern } from './pattern.ts';

const NTH: ReadonlyMap<string, number> = new Map(
  Object.entries({
    ...{ first: 1, '1st': 1, second: 2, '2nd': 2, third: 3, '3rd': 3 },
    ...{ fourth: 4, '4th': 4, fifth: 5, '5th': 5, last: -1 },
  }),
);
const NUMBER = /^\d{1,3}(?:st|nd|rd|th)?$/u;
const MOST_DAYS = 6;

/** Days of every `every` months: "15th", "last friday", "1st and 15th", "first and third tuesday". Undefined for any other words. */
export function monthDays(words: string, every: number): PatternRead | undefined {
  if (/^(?:on )?(?:the )?(?:first|last) weekday$/u.test(words))
    return no('I cannot count the weekdays of a month. Name one of them, such as last Friday of the month.');
  const named = daysNamed(words);
  if (named === undefined) return undefined;
  if ('none' in named) return no(`No month has a ${named.none}. Days go from the 1st to the 31st.`);
  const [on, ...also] = named.days;
  if (on === undefined) return undefined;
  if (named.days.length > MOST_DAYS) return no('Six days of a month are the most. Name fewer.');
  return pattern({ each: 'month', every, on, ...(also.length === 0 ? {} : { also }) });
}

/** After the fifth, a counted day is one of a month: "every 2nd" may be every other one. */
const PLAINLY_A_DATE = 5;

/** The same where nobody says that it is of the month: weekdays are ("last friday"), and dates that come again ("every 15th"). */
export function monthDaysAlone(words: string): PatternRead | undefined {
  const bare = words.replace(/^(?:every|each) /u, '');
  const named = daysNamed(bare);
  if (named === undefined || 'none' in named) return undefined;
  const { days } = named;
  if (days.every((day) => 'nth' in day)) return monthDays(bare, 1);
  const areCounted = bare.split(/[\s&+/]+/u).every((token) => !/^\d+$/u.test(token));
  const areDates =
    days.every((day) => 'date' in day) && days.some((day) => 'date' in day && day.date > PLAINLY_A_DATE);
  const comesAgain = bare !== words || days.length > 1;
  return areCounted && areDates && comesAgain ? monthDays(bare, 1) : undefined;
}

/** `none`: a date that no month has. */
function daysNamed(
  words: string,
): { readonly days: readonly MonthDay[] } | { readonly none: string } | undefined {
  const tokens = words
    .replace(/ of the month(?= |$)/gu, ' ')
    .split(/[\s&+/]+/u)
    .filter((token) => token !== '' && !/^(?:and|on|the|of)$/u.test(token));
  const days: MonthDay[] = [];
  let counts: string[] = [];
  let isNamed = false;
  for (const token of tokens) {
    if (NTH.has(token) || NUMBER.test(token)) {
      // "first monday and third friday": what follows a weekday begins anew.
      counts = isNamed ? [token] : [...counts, token];
      isNamed = false;
      continue;
    }
    const found = token === 'day' ? counts.map(dateOf) : onWeekday(counts, weekdayNamed(token)?.day);
    if (found.length === 0 || found.includes(undefined)) return undefined;
    days.push(...found.filter((day) => day !== undefined));
    isNamed = true;
  }
  if (isNamed) return { days: noneTwice(days) };
  if (!counts.every((count) => NUMBER.test(count))) return undefined;
  const none = counts.find((count) => Number.parseInt(count, 10) < 1 || Number.parseInt(count, 10) > 31);
  if (none !== undefined) return { none };
  return { days: noneTwice([...days, ...counts.map((count) => ({ date: Number.parseInt(count, 10) }))]) };
}

/** "last day" is the 31st, as a shorter month has its last there. */
function dateOf(count: string): MonthDay | undefined {
  if (count === 'last') return { date: 31 };
  const number = NTH.get(count) ?? Number.parseInt(count, 10);
  return number >= 1 && number <= 31 ? { date: number } : undefined;
}

function onWeekday(
  counts: readonly string[],
  weekday: Weekday | undefined,
): readonly (MonthDay | undefined)[] {
  return counts.map((count) => {
    const nth = NTH.get(count);
    return nth === undefined || weekday === undefined ? undefined : { nth: nth as 1, weekday };
  });
}

function noneTwice(days: readonly MonthDay[]): MonthDay[] {
  return [...new Map(days.map((day) => [JSON.stringify(day), day])).values()];
}
