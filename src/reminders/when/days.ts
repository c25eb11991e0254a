import type { Weekday } from '../recurrence.ts';

const NAMES: readonly (readonly [RegExp, Weekday])[] = [
  [/^mon(?:day)?(s?)$/u, 1],
  [/^tue(?:s|sday)?(s?)$/u, 2],
  [/^wed(?:s|nesday)?(s?)$/u, 3],
  [/^thu(?:r|rs|rsday)?(s?)$/u, 4],
  [/^fri(?:day)?(s?)$/u, 5],
  [/^sat(?:urday)?(s?)$/u, 6],
  [/^sun(?:day)?(s?)$/u, 7],
];

/** The weekday a word names, and whether it means all of them ("mondays"); undefined for any other word. */
export function weekdayNamed(
  word: string,
): { readonly day: Weekday; readonly isPlural: boolean } | undefined {
  for (const [name, day] of NAMES) {
    const match = name.exec(word);
    if (match !== null) return { day, isPlural: /days$/u.test(word) };
  }
  return undefined;
}

/** The days that words name, and nothing else: "mon/thu", "monday to friday", "weekdays". Undefined where there is any other word. */
export function daysIn(
  words: string,
): { readonly days: readonly Weekday[]; readonly isPlural: boolean } | undefined {
  const days = new Set<Weekday>();
  let isPlural = false;
  const tokens = words
    .replace(/\s*(?:-|–|\bto\b|\bthrough\b|\bthru\b)\s*/gu, ' to ')
    .replace(/[/,&+.]|\band\b/gu, ' ')
    .split(/\s+/u)
    .filter((token) => token !== '' && token !== 'on');
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index] ?? '';
    if (/^weekdays?$|^workdays?$/u.test(token)) {
      for (const day of [1, 2, 3, 4, 5] as const) days.add(day);
      isPlural = true;
      continue;
    }
    if (/^weekends?$/u.test(token)) {
      for (const day of [6, 7] as const) days.add(day);
      isPlural = true;
      continue;
    }
    const named = weekdayNamed(token);
    if (named === undefined) return undefined;
    isPlural ||= named.isPlural;
    days.add(named.day);
    const last = tokens[index + 1] === 'to' ? weekdayNamed(tokens[index + 2] ?? '') : undefined;
    if (last === undefined) continue;
    for (let day = named.day; day !== last.day; day = ((day % 7) + 1) as Weekday) days.add(day);
    days.add(last.day);
    index += 2;
  }
  return days.size === 0 ? undefined : { days: [...days].sort((a, b) => a - b), isPlural };
}
