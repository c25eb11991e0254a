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
  /** Times nearer to each other than four hours are taken: what a plan means is looked at, and nobody is reminded. */
  readonly takesNear: boolean;
}

/** When and where words are said, as `readWhen` is told. */
export interface SaidWhere {
  /** ISO 8601, UTC. */
  readonly now: string;
  /** IANA. */
  readonly zone: string;
  readonly takesNear?: true;
}

const FARTHEST = { years: 5 };
const MOST_CHOICES = 5;

export const TOO_FAR: WhenRead = {
  read: 'refused',
  message: 'That is more than five years away. Name a nearer date.',
  choices: [],
};

export function saidAt({ now, zone, takesNear }: SaidWhere): Said {
  const instant = Temporal.Instant.from(now);
  const wall = wallAt(instant, zone);
  return {
    now: instant,
    zone,
    today: wall.slice(0, 10),
    time: wall.slice(11),
    takesNear: takesNear === true,
  };
}

/** A moment at a wall time, resolved in the zone. */
export function momentAt(date: string, time: WallTime, { zone }: Said): Moment {
  const instant = instantAt(`${date}T${time}`, zone);
  return { kind: 'at', at: instant.toString({ fractionalSecondDigits: 3 }), wall: wallAt(instant, zone) };
}

export function isAhead({ at }: Moment, { now }: Said): boolean {
  return Date.parse(at) > now.epochMilliseconds;
}

/** Whether a date (ISO 8601, years of four digits) is beyond what a plan keeps. */
export function isTooFar(date: string, { today }: Said): boolean {
  return date.length > 10 || date > Temporal.PlainDate.from(today).add(FARTHEST).toString();
}

/** A date, and a time on it, as a choice. */
export function dayChoice(date: string, time: WallTime): Choice {
  return { label: `${dateInWords(date)}, ${shortTime(time)}`, words: `${date} ${time}` };
}

/** Days and times as choices: those that are ahead. */
export function choicesAhead(dates: readonly string[], times: readonly WallTime[], said: Said): Choice[] {
  return dates.flatMap((date) =>
    times
      .filter((time) => !isTooFar(date, said) && isAhead(momentAt(date, time, said), said))
      .map((time) => dayChoice(date, time)),
  );
}

export function plusDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

export function wish(moment: Moment): WhenRead {
  return { read: 'wish', wish: { kind: 'moment', moment } };
}

/** A question with at most as many choices as a card has buttons for. */
export function ask(question: string, choices: readonly Choice[]): WhenRead {
  return { read: 'ask', question, choices: choices.slice(0, MOST_CHOICES) };
}

export function refused(message: string, choices: readonly Choice[] = []): WhenRead {
  return { read: 'refused', message, choices };
}

export function nowIsNoTime(): WhenRead {
  return refused('That is now. Name a time that is ahead, such as in 2 hours.');
}
