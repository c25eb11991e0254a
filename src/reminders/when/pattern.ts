import type { MonthDay, Weekday } from '../recurrence.ts';

/** What recurs, before its times and its start are known. */
export type Pattern =
  | { readonly each: 'day'; readonly every: number }
  | { readonly each: 'week'; readonly every: number; readonly days: readonly Weekday[] }
  | {
      readonly each: 'month';
      readonly every: number;
      readonly on: MonthDay;
      readonly also?: readonly MonthDay[];
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

const MOST = { day: 365, week: 52, month: 12 } as const;

export function no(message: string): PatternRead {
  return { read: 'refused', message };
}

export function either(...words: readonly string[]): PatternRead {
  return { read: 'either', words };
}

export function pattern(made: Pattern): PatternRead {
  if (made.every < 1) return no('Every 0 is never. Every day is the most there is.');
  if (made.every > MOST[made.each])
    return no(`That is more than ${MOST[made.each]} ${made.each}s apart. Name a date instead.`);
  return { read: 'pattern', pattern: made };
}
