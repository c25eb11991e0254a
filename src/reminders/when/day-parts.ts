import type { WallTime } from '../recurrence.ts';
import { halfIn } from './plain-words.ts';
import type { TypedTime } from './times.ts';

export type DayPart = 'morning' | 'afternoon' | 'evening' | 'night';

/** Times to offer in a part of the day; without one, those of any day. */
export function usualTimes(part?: DayPart): readonly WallTime[] {
  switch (part) {
    case 'morning':
      return ['08:00', '08:30', '09:30'];
    case 'afternoon':
      return ['13:00', '15:00', '17:00'];
    case 'evening':
      return ['18:00', '19:00', '20:00'];
    case 'night':
      return ['20:00', '21:00', '22:00'];
    case undefined:
      return ['08:30', '12:30', '18:00'];
  }
}

const PART = '(morning|afternoon|evening|night)';

/** "every evening" is every day, "tonight" is today: the part of the day, and the words without it. */
export function dayPartIn(words: string): { readonly part?: DayPart; readonly rest: string } {
  let part: DayPart | undefined;
  const said = (name: string, instead: string) => {
    part ??= name as DayPart;
    return instead;
  };
  const rest = words
    .replace(/\btonight\b/gu, () => said('night', 'today'))
    .replace(new RegExp(String.raw`\b(\p{L}*day|weekend) ${PART}s\b`, 'gu'), (_, day: string, name: string) =>
      said(name, `${day}s`),
    )
    .replace(
      new RegExp(String.raw`\b(?:every|each) (other|second|third) ${PART}s?\b`, 'gu'),
      (_, count: string, name: string) => said(name, `every ${count} day`),
    )
    .replace(
      new RegExp(String.raw`\b(?:(?:every|each) ${PART}|(?:in the |on )?${PART}s)\b`, 'gu'),
      (_, one, other) => said(one ?? other, 'every day'),
    )
    .replace(new RegExp(String.raw`\bthis ${PART}\b`, 'gu'), (_, name: string) => said(name, 'today'))
    .replace(new RegExp(String.raw`(?:\b(?:in the|at|on the) )?\b${PART}\b`, 'gu'), (_, name: string) =>
      said(name, ''),
    )
    .replace(/\s+/gu, ' ')
    .trim();
  return part === undefined ? { rest: words } : { part, rest };
}

/** The time, where a part of the day says which half it is in. */
export function inDayPart(time: TypedTime, part: DayPart | undefined): TypedTime {
  const half =
    part === undefined || time.half !== undefined || time.isExact ? undefined : halfIn(part, time.hour);
  return half === undefined ? time : { ...time, half, isBare: false };
}
