import { Temporal } from 'temporal-polyfill';
import { dateInWords } from '../in-words.ts';
import type { Moment, WallTime } from '../recurrence.ts';
import { shortTime } from '../short-time.ts';
import { instantAt, wallAt } from '../zoned.ts';
import type { Choice, WhenRead } from './when-read.ts';

/** When something is said: the instant, and what calendar and wall show where it is. */
export interface Said {
  readonly now: Temporal.Instant;
  readonly zone: string;
  readonly today: string;
  readonly time: WallTime;
}

export function saidAt(now: string, zone: string): Said {
  const instant = Temporal.Instant.from(now);
  const wall = wallAt(instant, zone);
  return { now: instant, zone, today: wall.slice(0, 10), time: wall.slice(11) };
}

/** A moment at a wall time, resolved in the zone. */
export function momentAt(date: string, time: WallTime, { zone }: Said): Moment {
  const instant = instantAt(`${date}T${time}`, zone);
  return { kind: 'at', at: instant.toString({ fractionalSecondDigits: 3 }), wall: wallAt(instant, zone) };
}

export function isAhead({ at }: Moment, { now }: Said): boolean {
  return Date.parse(at) > now.epochMilliseconds;
}

/** A date, and a time on it, as a choice. */
export function dayChoice(date: string, time: WallTime): Choice {
  return { label: `${dateInWords(date)}, ${shortTime(time)}`, words: `${date} ${time}` };
}

export function plusDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

export function wish(moment: Moment): WhenRead {
  return { read: 'wish', wish: { kind: 'moment', moment } };
}

/** Where no time of the day was named. */
export const USUAL_TIMES: readonly WallTime[] = ['08:30', '12:30', '18:00'];
