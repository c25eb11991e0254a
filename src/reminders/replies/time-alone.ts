import { type DayPart, dayPartIn, inDayPart } from '../when/day-parts.ts';
import { type TypedTime, timesIn } from '../when/times.ts';

interface TimeAlone {
  readonly times: readonly TypedTime[];
  readonly part?: DayPart;
  /** The words without them. */
  readonly rest: string;
}

/** The time of the day in plain words, and what else they say. */
export function timeAlone(words: string): TimeAlone {
  const found = timesIn(words);
  const { part, rest } = dayPartIn(found.rest);
  return {
    times: found.times.map((time) => inDayPart(time, part)),
    ...(part === undefined ? {} : { part }),
    rest: rest.replace(/\bo'?clock\b/gu, ' ').trim(),
  };
}

const PARTS: Readonly<Record<DayPart, readonly [from: string, to: string]>> = {
  morning: ['04:00', '12:00'],
  afternoon: ['12:00', '18:00'],
  evening: ['17:00', '23:00'],
  night: ['20:00', '05:00'],
};

/** Whether the time at the end of a choice's words is in that part of the day; all are where none is named. */
export function isHalf(words: string, part: DayPart | undefined): boolean {
  if (part === undefined) return true;
  const time = /\b(\d\d:\d\d)\b/u.exec(words)?.[1];
  if (time === undefined) return false;
  const [from, to] = PARTS[part];
  return from < to ? from <= time && time < to : from <= time || time < to;
}
