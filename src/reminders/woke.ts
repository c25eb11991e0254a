import { Temporal } from 'temporal-polyfill';
import { LATER, missedCard, restCard } from './cards/reminder-card.ts';
import { momentInWords } from './in-words.ts';
import { interviewOver } from './interview-over.ts';
import { isLastStep } from './interview-plan.ts';
import { APART_MS } from './next-due.ts';
import type { Plan, Reason } from './plan.ts';
import type { PlanEffect, PlanGrounds, PlanTurn } from './plan-event.ts';
import { isQuiet, outOfQuiet } from './quiet-hours.ts';
import { armed, rearmed } from './rearmed.ts';
import { USUAL_QUIET_HOURS } from './recurrence.ts';
import { sentCard } from './sent-card.ts';

/** So late it is no reminder any more: it is left out, and said. */
export const TOO_LATE_MS = 6 * 60 * 60_000;
/** The same, where they look for it: the last of a day, whenever they do. */
const TOO_LATE_TO_SHOW_MS = 24 * 60 * 60_000;
/** So late it says for when it was: what was named to the minute soon, what has a spread of its own later. */
const SAID_LATE_MS = { named: 2 * 60_000, spaced: 30 * 60_000 };
/** So late into quiet hours it still comes: a clock, or a queue, that is behind by a little. */
const AT_NIGHT_MS = 2 * 60_000;
/** What was left out is said with the next, where that is so near. */
const SAID_WITH_NEXT_MS = 24 * 60 * 60_000;
/** After so many without an answer the coach is quiet. */
const MOST_UNANSWERED = 3;
const MOST_MISSED = 5;
/** So many are looked at one by one, of those that came due in an absence. */
const MOST_LEFT_OUT = 40;

/**
 * The wake of a plan rang. It is sent, once; or left out because it is too late, moved out of the quiet hours into which
 * it came late, or taken for the one after three that were not answered: then the plan rests. The next is found after now
 * and after its own time, so a clock that was set back sends nothing twice.
 */
export function woke(plan: Plan, dueAt: string, grounds: PlanGrounds): PlanTurn {
  const { next } = plan;
  // It was moved meanwhile; should its wake say otherwise, the plan is right: written again, it moves its wake too.
  if (next === undefined || Date.parse(next.at) !== Date.parse(dueAt))
    return { plan: { ...plan }, effects: [] };
  const { at, hours, personKey } = grounds;
  const lateMs = Date.parse(at) - Date.parse(next.at);
  const since = lateMs > 0 ? at : next.at;
  const isOwn = next.reason.kind !== 'moment' && next.reason.kind !== 'snoozed';
  const passed: Plan = {
    ...over(plan, next.reason, next.at),
    since,
    // Also where the clock is set back, and single moments are looked for from there.
    ...(isOwn ? { skippedTo: latestOf(plan.skippedTo, justAfter(next.at)) } : {}),
  };
  const zone = hours.zone ?? 'UTC';
  const quiet = hours.quiet ?? USUAL_QUIET_HOURS;
  const now = Temporal.Instant.from(at);
  const isAtNight =
    isOwn && isQuiet(now, zone, quiet) && lateMs > AT_NIGHT_MS && grounds.waitsForThem !== true;
  if (next.reason.kind === 'missed') {
    if (isAtNight)
      return { plan: waking(plan, outOfQuiet(now, zone, quiet), next.reason, zone), effects: [] };
    const left = armed({ ...passed, missed: [] }, hours, personKey);
    return { plan: left, effects: [{ type: 'remind', card: missedCard(plan.missed, left.next?.wall) }] };
  }
  if (lateMs > tooLateMs(grounds)) return leftOut({ ...passed, since: next.at }, next.wall, grounds);
  if (isAtNight) {
    const end = outOfQuiet(now, zone, quiet);
    // What was asked for to the minute meanwhile, or soon after, is not made to wait for it.
    if (!givesWay(end, plan)) return { plan: waking(plan, end, next.reason, zone), effects: [] };
    return leftOut({ ...passed, since: next.at }, next.wall, grounds);
  }
  // Who is at it needs no reminder to be.
  if (isOwn && grounds.isPractising === true && !isAfter(next.reason))
    return rearmed({ plan: { ...passed, unanswered: 0 }, effects: [] }, grounds);
  const unanswered = plan.sent !== undefined && grounds.lastActiveAt > plan.sent.at ? 0 : plan.unanswered;
  if (unanswered >= MOST_UNANSWERED && isOwn && !isLastStep(next.reason)) {
    const rests = armed({ ...passed, resting: true, unanswered }, hours, personKey);
    const effects: PlanEffect[] = [{ type: 'remind', card: restCard(rests.interview !== undefined) }];
    return { plan: rests, effects };
  }
  const overtaken = plan.moments.filter((one) => one.at > next.at && one.at <= at);
  const walls = [next.wall, ...overtaken.map((one) => momentInWords(one.at, zone))];
  const isLate = lateMs > SAID_LATE_MS[isOwn ? 'spaced' : 'named'] || overtaken.length > 0;
  return sent(
    passed,
    next.reason,
    { unanswered, wasFor: isLate ? walls.join(' and for ') : undefined },
    grounds,
    personKey,
  );
}

function isAfter(reason: Reason): boolean {
  return reason.kind === 'interview' && reason.what === 'after';
}

function tooLateMs({ waitsForThem }: PlanGrounds): number {
  return waitsForThem === true ? TOO_LATE_TO_SHOW_MS : TOO_LATE_MS;
}

function latestOf(one: string | undefined, other: string): string {
  return one !== undefined && one > other ? one : other;
}

function justAfter(at: string): string {
  return new Date(Date.parse(at) + 1).toISOString();
}

/** What a single moment, or the last step of an interview, leaves behind. */
function over(plan: Plan, reason: Reason, at: string): Plan {
  if (reason.kind === 'moment' || reason.kind === 'snoozed')
    return { ...plan, moments: plan.moments.filter((one) => Date.parse(one.at) > Date.parse(at)) };
  return isAfter(reason) ? interviewOver(plan) : plan;
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
  const asksHow = isAfter(reason);
  const card = sentCard(plan, reason, seq, grounds, wasFor);
  const effects: PlanEffect[] = [{ type: 'remind', card }];
  const choices = asksHow ? [] : LATER.map(({ label, value }) => ({ label, words: value.replace('-', ' ') }));
  const { undo: _, ...kept } = plan;
  const next: Plan = {
    ...kept,
    seq,
    missed: [],
    sent: { at, reason, seq },
    unanswered: unanswered + 1,
    asks: { seq, at: plan.place, fresh: true, about: { what: asksHow ? 'after' : 'reminder' }, choices },
  };
  return { plan: armed(next, hours, personKey), effects };
}

/** Too late to be of use: it is said with the next, or by itself where that is far, or none. So are those after it that are as late. */
function leftOut(plan: Plan, wall: string, grounds: PlanGrounds): PlanTurn {
  const { at, hours, personKey } = grounds;
  const zone = hours.zone ?? 'UTC';
  const latest = new Date(Date.parse(at) - tooLateMs(grounds)).toISOString();
  let left = armed({ ...plan, missed: [...plan.missed, wall] }, hours, personKey);
  for (let count = 1; left.next !== undefined && left.next.at < latest; count += 1) {
    const { next, missed } = left;
    // Of a long absence the rest is not counted up.
    const since = count < MOST_LEFT_OUT ? next.at : latest;
    left = armed(
      { ...over(left, next.reason, next.at), since, missed: [...missed, next.wall] },
      hours,
      personKey,
    );
  }
  const missed = left.missed.slice(-MOST_MISSED);
  // In a terminal they are here now, and may not be when the next comes.
  const isHere = grounds.waitsForThem === true;
  const isNear =
    !isHere && left.next !== undefined && Date.parse(left.next.at) - Date.parse(at) < SAID_WITH_NEXT_MS;
  if (isNear) return { plan: { ...left, missed }, effects: [] };
  const quiet = hours.quiet ?? USUAL_QUIET_HOURS;
  const now = Temporal.Instant.from(at);
  if (!isQuiet(now, zone, quiet))
    return {
      plan: { ...left, missed: [] },
      effects: [{ type: 'remind', card: missedCard(missed, left.next?.wall) }],
    };
  return {
    plan: waking({ ...left, missed }, outOfQuiet(now, zone, quiet), { kind: 'missed' }, zone),
    effects: [],
  };
}

/** Of a rhythm's times, one that waits for the end of quiet hours. */
function givesWay(end: Temporal.Instant, { moments }: Plan): boolean {
  const until = end.epochMilliseconds + APART_MS;
  return moments.some((moment) => Date.parse(moment.at) < until);
}

function waking(plan: Plan, instant: Temporal.Instant, reason: Reason, zone: string): Plan {
  const at = instant.toString({ fractionalSecondDigits: 3 });
  return { ...plan, next: { at, wall: momentInWords(at, zone), reason } };
}
