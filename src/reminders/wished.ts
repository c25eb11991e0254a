import { Temporal } from 'temporal-polyfill';
import { NEW_MEMORY } from './memory.ts';
import { APART_MS } from './next-due.ts';
import type { Plan } from './plan.ts';
import type { PlanGrounds } from './plan-event.ts';
import type { Moment, WallTime } from './recurrence.ts';
import type { Wish } from './when/when-read.ts';

/** Where nobody said a time of the day. */
export const USUAL_TIME: WallTime = '18:00';
/** Single moments ahead: more than these is no plan any more. The farthest go. */
const MOST_MOMENTS = 20;

/** The plan as it is once a wish is granted: a rhythm takes the place of the old one, a moment comes beside it. */
export function wished(before: Plan, wish: Wish, { at, hours, about }: PlanGrounds): Plan {
  const { resting: _, held: __, ...kept } = before;
  if (wish.kind === 'moment') return withMoment(kept, wish.moment);
  // What was skipped was of the old rhythm.
  const { skippedTo: ___, ...plan } = kept;
  switch (wish.kind) {
    case 'recurrence':
      return { ...plan, since: at, rhythm: { kind: 'recurrence', recurrence: wish.recurrence } };
    case 'adaptive': {
      const old = plan.rhythm?.kind === 'adaptive' ? plan.rhythm : undefined;
      const due = old?.due ?? today(at, hours.zone).add({ days: 1 }).toString();
      const time = wish.time ?? old?.time ?? USUAL_TIME;
      const memory = old?.memory ?? NEW_MEMORY;
      return { ...plan, since: at, rhythm: { kind: 'adaptive', time, memory, due } };
    }
    case 'interview': {
      const time = wish.time ?? timeOf(plan) ?? USUAL_TIME;
      const done = { drafts: about.hasPractice ? 1 : 0, revisions: 0 };
      return { ...plan, since: at, interview: { date: wish.date, time, done } };
    }
  }
}

function withMoment(plan: Plan, moment: Moment): Plan {
  const others = plan.moments.filter((one) => isApart(one.at, moment.at));
  const moments = [...others, moment].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  return { ...plan, moments: moments.slice(0, MOST_MOMENTS) };
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
