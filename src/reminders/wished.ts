import { Temporal } from 'temporal-polyfill';
import { allButTheLast } from './interview-plan.ts';
import { NEW_MEMORY } from './memory.ts';
import { APART_MS } from './next-due.ts';
import type { Plan } from './plan.ts';
import type { PlanGrounds } from './plan-event.ts';
import { isReady, NEW_READINESS } from './readiness.ts';
import { type Moment, USUAL_TIME, type WallTime } from './recurrence.ts';
import type { Wish } from './when/when-read.ts';
import { instantAt } from './zoned.ts';

/** Single moments ahead: more than these is no plan any more. The farthest go. */
export const MOST_MOMENTS = 20;

/** The plan as it is once a wish is granted: a rhythm takes the place of the old one, a moment comes beside it. */
export function wished(old: Plan, wish: Wish, { at, hours, about }: PlanGrounds): Plan {
  const { resting: _, held: __, undo: ___, ...kept } = old;
  if (wish.kind === 'moment') return withMoment(reopened(kept, at), wish.moment, hours.zone);
  // What was skipped was of the old rhythm.
  const { skippedTo, ...plan } = kept;
  switch (wish.kind) {
    case 'recurrence':
      return { ...plan, since: at, rhythm: { kind: 'recurrence', recurrence: wish.recurrence } };
    case 'adaptive': {
      const practisedAt = plan.practisedAt ?? about.lastAt;
      const old = plan.rhythm?.kind === 'adaptive' ? plan.rhythm : undefined;
      const due = old?.due ?? today(at, hours.zone).add({ days: 1 }).toString();
      const time = wish.time ?? old?.time ?? USUAL_TIME;
      const memory = old?.memory ?? NEW_MEMORY;
      return {
        ...plan,
        since: at,
        // A new time of the day is no new beginning; who was ready begins anew, or it would never end.
        readiness: isReady(plan.readiness) ? NEW_READINESS : plan.readiness,
        ...(practisedAt === undefined ? {} : { practisedAt }),
        rhythm: { kind: 'adaptive', time, memory, due },
      };
    }
    case 'interview': {
      const time = wish.time ?? timeOf(plan) ?? USUAL_TIME;
      const now = today(at, hours.zone);
      const done = doneFor(plan, about.hasPractice, now.toString());
      const interview = { date: wish.date, time, done };
      // Beside a rhythm that stays, what was skipped of it stays skipped.
      const kept = { ...before(plan, wish.date, now), since: at, interview };
      return { ...kept, ...(skippedTo === undefined ? {} : { skippedTo }) };
    }
  }
}

/** What is done of the way: another time or day is the same interview still, and who is ready has the last step left. */
function doneFor(
  { interview, readiness }: Plan,
  hasPractice: boolean,
  now: string,
): NonNullable<Plan['interview']>['done'] {
  const begun =
    interview !== undefined && interview.date >= now
      ? interview.done
      : { drafts: hasPractice ? 1 : 0, revisions: 0 };
  return isReady(readiness) ? allButTheLast(begun) : begun;
}

/** What the coach spaces is never later than the day before an interview, where that leaves a day for it. */
function before(plan: Plan, interview: string, now: Temporal.PlainDate): Plan {
  const { rhythm } = plan;
  const last = Temporal.PlainDate.from(interview).subtract({ days: 1 });
  if (rhythm?.kind !== 'adaptive' || Temporal.PlainDate.compare(last, now) <= 0) return plan;
  const due = last.toString();
  return rhythm.due <= due ? plan : { ...plan, rhythm: { ...rhythm, due } };
}

function withMoment(plan: Plan, moment: Moment, zone: string | undefined): Plan {
  const others = plan.moments.filter((one) => isApart(one.at, moment.at));
  const moments = [...others, meantIn(moment, zone)].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  return { ...plan, moments: moments.slice(0, MOST_MOMENTS) };
}

/** Where the clock was set back, what is asked for now may be before what came last: single moments are looked for from now. */
export function reopened(plan: Plan, at: string): Plan {
  return plan.since > at ? { ...plan, since: at } : plan;
}

/** A wall time with its zone. "In 2 hours" has none, nor has one that was read in another zone than theirs. */
function meantIn(moment: Moment, zone: string | undefined): Plan['moments'][number] {
  const isMeant =
    zone !== undefined &&
    moment.kind === 'at' &&
    instantAt(moment.wall, zone).epochMilliseconds === Date.parse(moment.at);
  return isMeant ? { ...moment, zone } : moment;
}

/** Whether two instants are so far apart that both can be reminded of. */
export function isApart(one: string, other: string): boolean {
  return Math.abs(Date.parse(one) - Date.parse(other)) >= APART_MS;
}

function timeOf({ rhythm }: Plan): WallTime | undefined {
  return rhythm?.kind === 'adaptive' ? rhythm.time : rhythm?.recurrence.times[0];
}

function today(at: string, zone = 'UTC'): Temporal.PlainDate {
  return Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate();
}
