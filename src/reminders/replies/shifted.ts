import { Temporal } from 'temporal-polyfill';
import { USUAL_TIME, type WallTime } from '../recurrence.ts';
import { type Span, spanIn } from '../when/durations.ts';
import { plainWords } from '../when/plain-words.ts';
import type { Wish } from '../when/when-read.ts';
import { wallAt } from '../zoned.ts';

/** How much later than what is proposed, or earlier: "an hour later". */
export interface Shift {
  readonly span: Span;
  readonly sign: 1 | -1;
}

const SHIFT =
  /^(?:(?:make|move|do) (?:it|that|them) )?(.+?) (later|earlier|sooner)(?: than (?:that|this))?$/u;
const SOME =
  /^(?:(?:make|move|do) (?:it|that|them) )?(?:(?:a (?:bit|little)|much) )?(later|earlier|sooner)(?: than (?:that|this))?$/u;
/** So much is offered where they do not say how much, in minutes. */
const OFFERED = [60, 120] as const;
const DAY_MINUTES = 24 * 60;

/** The shift in a reply; undefined for any other words. */
export function shiftIn(words: string): Shift | undefined {
  const [, much = '', way] = SHIFT.exec(plainWords(words)) ?? [];
  // "in an hour", "after an hour" count from now.
  const span = /^(?:in|after) /u.test(much) ? undefined : spanIn(much);
  return span === undefined ? undefined : { span, sign: way === 'later' ? 1 : -1 };
}

/** The shifts to offer for "later" and "earlier", which do not say by how much; undefined for any other words. */
export function shiftsFor(words: string): readonly Shift[] | undefined {
  const way = SOME.exec(plainWords(words))?.[1];
  if (way === undefined) return undefined;
  return OFFERED.map((minutes) => ({
    span: { months: 0, days: 0, minutes },
    sign: way === 'later' ? 1 : -1,
  }));
}

/** The same so much later or earlier; undefined where that would be another day of what recurs, or past. `now`: ISO 8601. */
export function shifted(wish: Wish, shift: Shift, now: string, zone: string): Wish | undefined {
  switch (wish.kind) {
    case 'moment': {
      const at = instantBy(wish.moment.at, shift, zone);
      if (Temporal.Instant.compare(at, Temporal.Instant.from(now)) <= 0) return undefined;
      const moment = {
        ...wish.moment,
        at: at.toString({ fractionalSecondDigits: 3 }),
        wall: wallAt(at, zone),
      };
      return { ...wish, moment };
    }
    case 'recurrence': {
      const times = wish.recurrence.times.map((time) => timeBy(time, shift));
      return times.every((time) => time !== undefined)
        ? { ...wish, recurrence: { ...wish.recurrence, times } }
        : undefined;
    }
    case 'adaptive':
    case 'interview': {
      const time = timeBy(wish.time ?? USUAL_TIME, shift);
      return time === undefined ? undefined : { ...wish, time };
    }
  }
}

/** When it comes on the wall, where that is one time: what a shift is counted from. */
export function timeOf(wish: Wish): WallTime | undefined {
  switch (wish.kind) {
    case 'moment':
      return wish.moment.wall.slice(11);
    case 'recurrence':
      return wish.recurrence.times.length === 1 ? wish.recurrence.times[0] : undefined;
    case 'adaptive':
    case 'interview':
      return wish.time ?? USUAL_TIME;
  }
}

function instantBy(at: string, { span, sign }: Shift, zone: string): Temporal.Instant {
  const { months, days, minutes } = span;
  return Temporal.Instant.from(at)
    .toZonedDateTimeISO(zone)
    .add({ months: sign * months, days: sign * days })
    .toInstant()
    .add({ minutes: sign * minutes });
}

/** Undefined over midnight, and where whole days are said. */
export function timeBy(time: WallTime, { span, sign }: Shift): WallTime | undefined {
  if (span.months > 0 || span.days > 0) return undefined;
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) + sign * span.minutes;
  if (minutes < 0 || minutes >= DAY_MINUTES) return undefined;
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
