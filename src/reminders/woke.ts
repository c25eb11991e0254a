import { Temporal } from 'temporal-polyfill';
import { LATER, missedCard, restCard } from './cards/reminder-card.ts';
import { momentInWords } from './in-words.ts';
import type { Plan, Reason } from './plan.ts';
import type { PlanEffect, PlanGrounds, PlanTurn } from './plan-event.ts';
import { isQuiet, outOfQuiet } from './quiet-hours.ts';
import { armed, rearmed } from './rearmed.ts';
import { USUAL_QUIET_HOURS } from './recurrence.ts';
import { sentCard } from './sent-card.ts';

/** So late it is no reminder any more: it is left out, and said. */
export const TOO_LATE_MS = 6 * 60 * 60_000;
/** So late it says for when it was. */
const SAID_LATE_MS = 30 * 60_000;
/** After so many without an answer the coach is quiet. */
const MOST_UNANSWERED = 3;
const MOST_MISSED = 5;

/**
 * The wake of a plan rang. It is sent, once; or left out because it is too late, moved out of the quiet hours into which
 * it came late, or taken for the one after three that were not answered: then the plan rests. The next is found after now
 * and after its own time, so a clock that was set back sends nothing twice.
 */
export function woke(plan: Plan, dueAt: string, grounds: PlanGrounds): PlanTurn {
  const { next } = plan;
  if (next === undefined || Date.parse(next.at) !== Date.parse(dueAt)) return { plan, effects: [] };
  const { at, hours, personKey } = grounds;
  const lateMs = Date.parse(at) - Date.parse(next.at);
  const since = lateMs > 0 ? at : next.at;
  const passed: Plan = { ...over(plan, next.reason, next.at), since };
  if (next.reason.kind === 'missed') {
    const { missed } = passed;
    return rearmed(
      { plan: { ...passed, missed: [] }, effects: [{ type: 'remind', card: missedCard(missed) }] },
      grounds,
    );
  }
  if (lateMs > TOO_LATE_MS) return leftOut(passed, next.wall, grounds);
  const isOwn = next.reason.kind !== 'moment' && next.reason.kind !== 'snoozed';
  const zone = hours.zone ?? 'UTC';
  const quiet = hours.quiet ?? USUAL_QUIET_HOURS;
  const now = Temporal.Instant.from(at);
  if (isOwn && isQuiet(now, zone, quiet) && lateMs > 0) return movedToMorning(plan, grounds);
  const unanswered = plan.sent !== undefined && grounds.lastActiveAt > plan.sent.at ? 0 : plan.unanswered;
  if (unanswered >= MOST_UNANSWERED && isOwn) {
    const { next: _, ...rest } = passed;
    return { plan: { ...rest, resting: true, unanswered }, effects: [{ type: 'remind', card: restCard() }] };
  }
  return sent(
    passed,
    next.reason,
    { unanswered, wasFor: lateMs > SAID_LATE_MS ? next.wall : undefined },
    grounds,
    personKey,
  );
}

/** What a single moment, or the last step of an interview, leaves behind. */
function over(plan: Plan, reason: Reason, at: string): Plan {
  if (reason.kind === 'moment' || reason.kind === 'snoozed')
    return { ...plan, moments: plan.moments.filter((one) => Date.parse(one.at) > Date.parse(at)) };
  if (reason.kind === 'interview' && reason.what === 'after') {
    const { interview: _, ...rest } = plan;
    return rest;
  }
  return plan;
}

function sent(
  plan: Plan,
  reason: Reason,
  { unanswered, wasFor }: { unanswered: number; wasFor: string | undefined },
  grounds: PlanGrounds,
  personKey: string,
): PlanTurn {
  const seq = plan.seq + 1;
  const { at, hours } = grounds;
  const isAfter = reason.kind === 'interview' && reason.what === 'after';
  const card = sentCard(plan, reason, seq, grounds, wasFor);
  const effects: PlanEffect[] = [{ type: 'remind', card }];
  const choices = isAfter ? [] : LATER.map(({ label, value }) => ({ label, words: value.replace('-', ' ') }));
  const next: Plan = {
    ...plan,
    seq,
    missed: [],
    sent: { at, reason, seq },
    unanswered: unanswered + 1,
    asks: { seq, at: plan.place, fresh: true, about: { what: isAfter ? 'after' : 'reminder' }, choices },
  };
  return { plan: armed(next, hours, personKey), effects };
}

/** Too late to be of use: it is said with the next, or by itself where there is none. */
function leftOut(plan: Plan, wall: string, grounds: PlanGrounds): PlanTurn {
  const { at, hours, personKey } = grounds;
  const zone = hours.zone ?? 'UTC';
  const missed = [...plan.missed, wall].slice(-MOST_MISSED);
  const next = armed({ ...plan, missed }, hours, personKey);
  if (next.next !== undefined) return { plan: next, effects: [] };
  const quiet = hours.quiet ?? USUAL_QUIET_HOURS;
  const now = Temporal.Instant.from(at);
  if (!isQuiet(now, zone, quiet))
    return { plan: { ...next, missed: [] }, effects: [{ type: 'remind', card: missedCard(missed) }] };
  return { plan: waking(next, outOfQuiet(now, zone, quiet), { kind: 'missed' }, zone), effects: [] };
}

/** It came late, into quiet hours: it waits for their end, as one that was planned there would. */
function movedToMorning(plan: Plan, { at, hours }: PlanGrounds): PlanTurn {
  const zone = hours.zone ?? 'UTC';
  const end = outOfQuiet(Temporal.Instant.from(at), zone, hours.quiet ?? USUAL_QUIET_HOURS);
  const reason = plan.next?.reason ?? { kind: 'rhythm' as const };
  return { plan: waking(plan, end, reason, zone), effects: [] };
}

function waking(plan: Plan, instant: Temporal.Instant, reason: Reason, zone: string): Plan {
  const at = instant.toString({ fractionalSecondDigits: 3 });
  return { ...plan, next: { at, wall: momentInWords(at, zone), reason } };
}
