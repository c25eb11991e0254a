import { Temporal } from 'temporal-polyfill';
import { momentInWords } from './in-words.ts';
import { isLastStep } from './interview-plan.ts';
import { jitterMs } from './jitter.ts';
import { occurrences } from './occurrences.ts';
import type { Hours, Plan, Reason } from './plan.ts';
import { isQuiet, onItsDay, outOfQuiet } from './quiet-hours.ts';
import { type QuietHours, USUAL_QUIET_HOURS, type WallTime } from './recurrence.ts';
import { stepsAhead } from './steps-ahead.ts';
import { instantAt, localDate } from './zoned.ts';

/** Never two reminders nearer than this. What a person asked for to the minute keeps its time: the others give way to it. */
export const APART_MS = 4 * 60 * 60_000;
const MOST_SPREAD_MS = 5 * 60_000;
const DAY_MS = 24 * 60 * 60_000;
/** Nothing of a rhythm is looked for beyond so many of its times: all of them gave way to something. */
const MOST_LOOKED_AT = 500;

export type Next = NonNullable<Plan['next']>;

interface Found {
  readonly at: Temporal.Instant;
  /** As it was planned, before it was spread: what is said of it. */
  readonly planned: Temporal.Instant;
  readonly reason: Reason;
}

/**
 * When a plan's next reminder is due, after `plan.since` and after a pause; undefined where nothing follows, or where no
 * zone is known. What the coach spaces itself moves out of quiet hours, is spread by the person, and keeps its distance;
 * single moments and what was put off keep their time, also while the plan rests or is paused: they were named.
 */
export function nextDue(plan: Plan, hours: Hours, personKey: string): Next | undefined {
  const { zone } = hours;
  if (zone === undefined || plan.held !== undefined) return undefined;
  const since = Temporal.Instant.from(plan.since);
  const from = later(since, hours.pausedUntil);
  // What was skipped is skipped of what the coach spaces; single moments before that still come.
  const unskipped = later(from, plan.skippedTo);
  const found = [
    // Named in a pause, it is meant: those from before it were left out as it began.
    momentAfter(plan, since),
    ...spaced(plan, zone, unskipped, hours.quiet ?? USUAL_QUIET_HOURS).flatMap(
      (one) => firstThatFits(one, plan, hours, zone, unskipped, personKey) ?? [],
    ),
  ].filter((one) => one !== undefined);
  const [first] = found.sort((a, b) => Temporal.Instant.compare(a.at, b.at));
  if (first === undefined) return undefined;
  const at = first.at.toString({ fractionalSecondDigits: 3 });
  return { at, wall: momentInWords(first.planned.toString(), zone), reason: first.reason };
}

/** Just before `end`, where that is later. */
function later(since: Temporal.Instant, end: string | undefined): Temporal.Instant {
  if (end === undefined) return since;
  const until = Temporal.Instant.from(end);
  return Temporal.Instant.compare(until, since) > 0 ? until.subtract({ milliseconds: 1 }) : since;
}

function momentAfter({ moments }: Plan, from: Temporal.Instant): Found | undefined {
  const ahead = moments
    .map(({ at, snoozed }) => ({ at: Temporal.Instant.from(at), snoozed }))
    .filter(({ at }) => Temporal.Instant.compare(at, from) > 0)
    .sort((a, b) => Temporal.Instant.compare(a.at, b.at));
  const [first] = ahead;
  return (
    first && {
      at: first.at,
      planned: first.at,
      reason: { kind: first.snoozed === true ? 'snoozed' : 'moment' },
    }
  );
}

interface Spaced {
  /** Each is for its day: where it is too near to another it comes later on it. */
  readonly keepsDay?: true;
  /** Times that the others give way to: the days of an interview's steps are few. */
  readonly before: readonly Temporal.Instant[];
  readonly reason: (at: Temporal.Instant) => Reason;
  readonly times: Iterable<Temporal.Instant>;
}

/** What the coach spaces itself: first what comes first where two are due at once. */
function spaced(plan: Plan, zone: string, from: Temporal.Instant, quiet: QuietHours): Spaced[] {
  const { rhythm, interview } = plan;
  const made: Spaced[] = [];
  let reserved: readonly Temporal.Instant[] = [];
  if (interview !== undefined) {
    const { steps: all, time } = stepsAhead(interview, zone, from, quiet);
    const steps =
      plan.resting === true ? all.filter(({ what }) => isLastStep({ kind: 'interview', what })) : all;
    const whatOn = new Map(steps.map(({ date, what }) => [date, what]));
    reserved = steps.map(({ date }) => instantAt(`${date}T${time}`, zone));
    made.push({
      keepsDay: true,
      before: [],
      times: reserved,
      reason: (at) => ({ kind: 'interview', what: whatOn.get(localDate(at, zone)) ?? 'revision' }),
    });
  }
  if (plan.resting === true) return made;
  if (rhythm?.kind === 'adaptive') {
    const days = daily(rhythm.due, localDate(from, zone), interview?.date);
    // With an interview ahead it has a last day, which it must not leave.
    const time = interview === undefined ? rhythm.time : onItsDay(rhythm.time, quiet);
    const times = aDayAfter(timesOn(days, time, zone), plan, zone);
    made.push({ before: reserved, times, reason: () => ({ kind: 'adaptive' }) });
  }
  if (rhythm?.kind === 'recurrence')
    made.push({
      before: reserved,
      times: occurrences(rhythm.recurrence, zone, from),
      reason: () => ({ kind: 'rhythm' }),
    });
  return made;
}

/** From its date on, day by day, until they practise; not on the day of an interview, nor on the one after it. */
function* daily(due: string, today: string, interview?: string): Generator<Temporal.PlainDate> {
  const first = Temporal.PlainDate.from(due > today ? due : today);
  for (let date = first; ; date = date.add({ days: 1 })) {
    const past = interview === undefined ? -1 : date.since(interview).days;
    if (past !== 0 && past !== 1) yield date;
  }
}

/** Never nearer to the last practice than a day, where the days before an interview leave room for that. */
function* aDayAfter(
  times: Iterable<Temporal.Instant>,
  { practisedAt, interview }: Plan,
  zone: string,
): Generator<Temporal.Instant> {
  for (const time of times) {
    const isNear = practisedAt !== undefined && time.epochMilliseconds < Date.parse(practisedAt) + DAY_MS;
    const tomorrow = Temporal.PlainDate.from(localDate(time, zone)).add({ days: 1 }).toString();
    if (!isNear || (interview !== undefined && tomorrow === interview.date)) yield time;
  }
}

function* timesOn(
  days: Iterable<Temporal.PlainDate>,
  time: WallTime,
  zone: string,
): Generator<Temporal.Instant> {
  for (const date of days) yield instantAt(`${date.toString()}T${time}`, zone);
}

function firstThatFits(
  { times, before, keepsDay, reason: reasonOf }: Spaced,
  plan: Plan,
  { quiet = USUAL_QUIET_HOURS }: Hours,
  zone: string,
  from: Temporal.Instant,
  personKey: string,
): Found | undefined {
  let looked = 0;
  for (const time of times) {
    looked += 1;
    if (looked > MOST_LOOKED_AT) return undefined;
    // A time that is past already stays past, also where quiet hours would have moved it to one ahead.
    if (Temporal.Instant.compare(time, from) <= 0) continue;
    const planned = outOfQuiet(time, zone, quiet);
    const spread = planned.add({ milliseconds: jitterMs(personKey) });
    const at = isQuiet(spread, zone, quiet) ? planned : spread;
    // Nor does what came before its quiet hours come a second time.
    const givesWay = before.some((step) => isNear(step, at));
    if (Temporal.Instant.compare(at, from) <= 0 || givesWay) continue;
    if (keepsApart(at, plan)) return { at, planned, reason: reasonOf(time) };
    const moved = keepsDay === true ? laterThatDay(at, plan, zone, quiet) : undefined;
    if (moved !== undefined) return { at: moved, planned: moved, reason: reasonOf(time) };
  }
  return undefined;
}

/** As soon as what came, or comes, before it is far enough; undefined where the day is over by then. */
function laterThatDay(
  at: Temporal.Instant,
  plan: Plan,
  zone: string,
  quiet: QuietHours,
): Temporal.Instant | undefined {
  const others = [...(plan.sent === undefined ? [] : [plan.sent.at]), ...plan.moments.map((one) => one.at)];
  return others
    .map((other) => Temporal.Instant.from(other).add({ milliseconds: APART_MS }))
    .filter((one) => Temporal.Instant.compare(one, at) > 0 && localDate(one, zone) === localDate(at, zone))
    .sort(Temporal.Instant.compare)
    .find((one) => !isQuiet(one, zone, quiet) && keepsApart(one, plan));
}

function isNear(one: Temporal.Instant, other: Temporal.Instant): boolean {
  // A step is spread too: by as much, at most.
  return Math.abs(one.epochMilliseconds - other.epochMilliseconds) < APART_MS + MOST_SPREAD_MS;
}

function keepsApart(at: Temporal.Instant, { sent, moments }: Plan): boolean {
  const ms = at.epochMilliseconds;
  if (sent !== undefined && ms - Date.parse(sent.at) < APART_MS) return false;
  return !moments.some((moment) => Math.abs(Date.parse(moment.at) - ms) < APART_MS);
}
