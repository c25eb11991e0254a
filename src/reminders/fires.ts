import { Temporal } from 'temporal-polyfill';
import { type Batch, inOrder } from './in-order.ts';
import { interviewPlan } from './interview-plan.ts';
import { occurrences } from './occurrences.ts';
import { onItsDay, outOfQuiet } from './quiet-hours.ts';
import { type QuietHours, USUAL_TIME, type WallTime } from './recurrence.ts';
import type { Wish } from './when/when-read.ts';
import { instantAt, localDate } from './zoned.ts';

export interface Kept {
  /** None: no hour is quiet. */
  readonly quiet?: QuietHours;
}

/**
 * The instants at which a wish fires, counted from `from` (inclusive) in a zone (IANA): strictly rising, no instant twice.
 * What the coach spaces moves to the end of quiet hours, a single moment keeps its time. Without jitter and without
 * distance to other reminders: what the plan means, before it meets a person's day. Where practice moves it (adaptive, the
 * way to an interview), it is that of somebody who has not practised yet. Throws a `RangeError` where the zone is none.
 */
export function fires(
  wish: Wish,
  zone: string,
  from: Temporal.Instant,
  { quiet }: Kept = {},
): Iterable<Temporal.Instant> {
  switch (wish.kind) {
    case 'recurrence':
      return outside(quiet, zone, occurrences(wish.recurrence, zone, from));
    case 'moment':
      return notBefore(from, [Temporal.Instant.from(wish.moment.at)]);
    case 'adaptive': {
      // Due tomorrow at first, and then daily until they practise.
      const tomorrow = Temporal.PlainDate.from(localDate(from, zone)).add({ days: 1 }).toString();
      const daily = { each: 'day', every: 1, times: [wish.time ?? USUAL_TIME], from: tomorrow } as const;
      return outside(quiet, zone, occurrences(daily, zone, from));
    }
    case 'interview':
      return outside(quiet, zone, notBefore(from, wayTo(wish.date, stepTime(wish.time, quiet), zone, from)));
  }
}

/** A step of the way stays on its day, as in `next-due.ts`. */
function stepTime(time: WallTime = USUAL_TIME, quiet?: QuietHours): WallTime {
  return quiet === undefined ? time : onItsDay(time, quiet);
}

/**
 * A step at `from` itself counts here, as what recurs does; for `next-due.ts` it is over, or it would come twice. So the
 * plan is looked at from the last minute of a day: of this one where its time is past, else of the one before.
 */
function wayTo(interview: string, time: WallTime, zone: string, from: Temporal.Instant): Temporal.Instant[] {
  const date = Temporal.PlainDate.from(localDate(from, zone));
  const isPast = Temporal.Instant.compare(instantAt(`${date.toString()}T${time}`, zone), from) < 0;
  const today = (isPast ? date : date.subtract({ days: 1 })).toString();
  const done = { drafts: 0, revisions: 0 };
  return interviewPlan({ interview, today, time, now: '23:59', done }).map((step) =>
    instantAt(`${step.date}T${time}`, zone),
  );
}

function notBefore(from: Temporal.Instant, instants: readonly Temporal.Instant[]): Temporal.Instant[] {
  return instants.filter((at) => Temporal.Instant.compare(at, from) >= 0);
}

/** Moved out of quiet hours. One that was past at `from` stays past, also where its hours end later. */
function outside(
  quiet: QuietHours | undefined,
  zone: string,
  instants: Iterable<Temporal.Instant>,
): Iterable<Temporal.Instant> {
  if (quiet === undefined || quiet.from === quiet.to) return instants;
  return inOrder(moved(quiet, zone, instants));
}

function* moved(quiet: QuietHours, zone: string, instants: Iterable<Temporal.Instant>): Generator<Batch> {
  for (const floor of instants) yield { floor, instants: [outOfQuiet(floor, zone, quiet)] };
}
