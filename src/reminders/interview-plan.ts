import { Temporal } from 'temporal-polyfill';
import type { WallTime } from './recurrence.ts';

/** A step of the way to an interview; `after`: the day after it, was it asked, which follow-ups came, what landed? */
export interface InterviewStep {
  /** In the person's zone, "2027-03-19". */
  readonly date: string;
  readonly what: 'draft' | 'revision' | 'rehearsal' | 'after';
}

export interface InterviewPlanInput {
  /** The date of the interview, in the person's zone. */
  readonly interview: string;
  /** Today, in the person's zone. */
  readonly today: string;
  /** When its reminders come. */
  readonly time: WallTime;
  /** What the wall shows now. Without it, today is left alone, unless it is the last day for its step. */
  readonly now?: WallTime;
  readonly done: {
    readonly drafts: number;
    readonly revisions: number;
    /** The date of the last run aloud. Only one of the day before makes the rehearsal of that day needless. */
    readonly lastRun?: string | undefined;
  };
}

/**
 * The days before the interview on which a step may be, for each step of the way. The first is the usual one; a step that
 * is begun late or was missed takes the next that is left. They hang on the interview alone, so a plan that is looked at
 * again tomorrow is the same plan. Three weeks are early enough: the spacing keeps an answer warm before.
 */
const DAYS_BEFORE = {
  draft: [21, 18, 14, 11, 8, 6, 5, 4, 3, 2],
  firstRevision: [14, 11, 8, 5, 4, 3],
  lastRevision: [6, 3, 2],
} as const;
const REVISIONS = 2;

/**
 * The way to an interview, planned back from its date: a first draft, two revisions, a rehearsal aloud the day before, and
 * one question the day after. What is done is left out. Where days are few, steps are merged: with 4 left there is one
 * revision, with 3 none, and with 2 or 1 only the rehearsal.
 *
 * Dates rise, none is before today, and no day has two. With `now`, today counts as long as its time is ahead. Without
 * it, a draft or revision is tomorrow at the earliest. Throws a `RangeError` where a date is none.
 */
export function interviewPlan({ interview, today, time, now, done }: InterviewPlanInput): InterviewStep[] {
  const day = Temporal.PlainDate.from(interview);
  const left = Temporal.PlainDate.from(today).until(day).days;
  const isAhead = now !== undefined && now < time;
  const steps = [...ofTheWay(done, isAhead ? left : left - 1), ...theLast(day, done.lastRun)];
  const first = now === undefined || isAhead ? left : left - 1;
  return steps
    .filter(({ before }) => before <= first)
    .map(({ before, what }) => ({ date: day.subtract({ days: before }).toString(), what }));
}

/** The day before and the day after were named with the interview: they come also while the coach is quiet. */
export function isLastStep(reason: {
  readonly kind: string;
  readonly what?: InterviewStep['what'];
}): boolean {
  return reason.kind === 'interview' && (reason.what === 'rehearsal' || reason.what === 'after');
}

/** Of the way to the interview the rehearsal of the day before is left. */
export function allButTheLast<T extends { readonly drafts: number; readonly revisions: number }>(done: T): T {
  return { ...done, drafts: Math.max(1, done.drafts), revisions: Math.max(REVISIONS, done.revisions) };
}

interface Placed {
  /** Days before the interview; the day after is -1. */
  readonly before: number;
  readonly what: InterviewStep['what'];
}

function ofTheWay({ drafts, revisions }: InterviewPlanInput['done'], most: number): Placed[] {
  const missing = Math.max(0, REVISIONS - Math.max(0, revisions));
  const wanted: { what: Placed['what']; days: readonly number[] }[] = [];
  // Who has revised has a draft, wherever it was written.
  if (drafts < 1 && revisions < 1) wanted.push({ what: 'draft', days: DAYS_BEFORE.draft });
  if (missing > 1) wanted.push({ what: 'revision', days: DAYS_BEFORE.firstRevision });
  if (missing > 0) wanted.push({ what: 'revision', days: DAYS_BEFORE.lastRevision });
  const placed: Placed[] = [];
  let bound = most;
  for (const { what, days } of wanted) {
    const before = days.find((one) => one <= bound);
    if (before === undefined) continue;
    placed.push({ before, what });
    bound = before - 1;
  }
  return placed;
}

function theLast(day: Temporal.PlainDate, lastRun: string | undefined): Placed[] {
  const isRehearsed = lastRun !== undefined && day.since(lastRun).days <= 1;
  return [
    ...(isRehearsed ? [] : [{ before: 1, what: 'rehearsal' as const }]),
    { before: -1, what: 'after' as const },
  ];
}
