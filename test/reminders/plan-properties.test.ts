import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { momentInWords } from '../../src/reminders/in-words.ts';
import { isLastStep } from '../../src/reminders/interview-plan.ts';
import { APART_MS } from '../../src/reminders/next-due.ts';
import { HoursSchema, isEmpty, PlanSchema, type Reason } from '../../src/reminders/plan.ts';
import { isQuiet } from '../../src/reminders/quiet-hours.ts';
import { USUAL_QUIET_HOURS } from '../../src/reminders/recurrence.ts';
import { localDate } from '../../src/reminders/zoned.ts';
import { move, STARTS, ZONES } from './plan-moves.ts';
import { type Came, type Step, walk } from './plan-walk.ts';

const IS_FULL = process.env.FULL === '1';
const RUNS = IS_FULL ? 3_000 : 200;
const TIMEOUT_MS = IS_FULL ? 600_000 : 60_000;

const isNamed = ({ kind }: Reason) => kind === 'moment' || kind === 'snoozed';

const held: { readonly name: string; readonly check: (step: Step) => void }[] = [];

/** What holds at every step of every walk. All are looked at on the same walks, below. */
function holds(name: string, check: (step: Step) => void): void {
  held.push({ name, check });
}

/** Those before the last of a list, counted back from it. */
const beforeLast = (history: readonly Came[], came: Came) => history.slice(0, history.indexOf(came));
const wasHere = ({ dueAt, did }: Step) =>
  dueAt === undefined && !['failed', 'elsewhere', 'replanned'].includes(did);

holds('what is stored is a plan, and comes back from JSON as it was', ({ after, hours }) => {
  if (after !== undefined) expect(PlanSchema.parse(JSON.parse(JSON.stringify(after)))).toEqual(after);
  expect(HoursSchema.parse(JSON.parse(JSON.stringify(hours)))).toEqual(hours);
});

holds('never two within 4 hours, but where the second was named to the minute', ({ came, history }) => {
  for (const one of came.filter(({ what, reason }) => what !== 'missed' && !isNamed(reason))) {
    const last = beforeLast(history, one).findLast(({ what }) => what === 'reminder');
    if (last !== undefined) expect(Date.parse(one.at) - Date.parse(last.at)).toBeGreaterThanOrEqual(APART_MS);
  }
});

holds('nothing the coach spaces itself comes in quiet hours', ({ came, hours, now }) => {
  const quiet = hours.quiet ?? USUAL_QUIET_HOURS;
  for (const one of came.filter(({ what, reason }) => what !== 'reminder' || !isNamed(reason)))
    expect(isQuiet(Temporal.Instant.from(now), hours.zone ?? '', quiet), one.text).toBe(false);
});

holds(
  'nothing comes in a pause, nor is anything armed for it, but what was named since it began',
  ({ came, hours: { pausedUntil }, now, after }) => {
    if (pausedUntil === undefined) return;
    // Nor that such a one was missed.
    const isMeant = (reason: Reason) => isNamed(reason) || reason.kind === 'missed';
    for (const one of came.filter(({ reason }) => !isMeant(reason)))
      expect(one.at >= pausedUntil, one.text).toBe(true);
    if (now < pausedUntil && after?.next !== undefined && !isMeant(after.next.reason))
      expect(after.next.at >= pausedUntil).toBe(true);
  },
);

holds('nothing is armed where nothing is planned, as after a stop', ({ after }) => {
  if (after === undefined || after.next === undefined) return;
  expect(isEmpty(after) && after.missed.length === 0).toBe(false);
});

test(
  'after three without an answer one more word, and then nothing that was not named, until the person is here',
  () => {
    let count = { reminders: 0, rests: 0 };
    let isDoubtful = false;
    const check = (step: Step) => {
      // Who was here after a clock that ran ahead counts as here until it is there again.
      if (step.did === 'setsBack') isDoubtful = true;
      if (step.before === undefined || wasHere(step)) count = { reminders: 0, rests: 0 };
      if (step.before === undefined) isDoubtful = false;
      for (const { what, reason } of step.came) {
        // The last steps were named with their interview.
        if (what === 'reminder' && !isNamed(reason) && !isLastStep(reason)) count.reminders += 1;
        if (what === 'rest') count.rests += 1;
      }
      if (isDoubtful) return;
      expect(count.reminders).toBeLessThanOrEqual(3);
      expect(count.rests).toBeLessThanOrEqual(1);
    };
    fc.assert(
      fc.property(fc.constantFrom(...STARTS), fc.array(move, { minLength: 3, maxLength: 30 }), (at, moves) =>
        walk(at, { zone: 'Europe/Berlin', source: 'platform' }, moves, check),
      ),
      { numRuns: RUNS },
    );
  },
  TIMEOUT_MS,
);

holds('for one due instant nothing is sent twice', ({ came, history }) => {
  for (const one of came.filter(({ what, reason }) => what === 'reminder' && !isNamed(reason))) {
    const same = beforeLast(history, one).filter(
      ({ what, dueAt, reason }) => what === 'reminder' && !isNamed(reason) && dueAt === one.dueAt,
    );
    expect(same).toEqual([]);
  }
});

holds('the next is after what rang, and after what was sent', ({ dueAt, after, before, came }) => {
  if (dueAt === undefined || after?.next === undefined || before === undefined) return;
  expect(after.next.at > dueAt).toBe(true);
  if (came.some(({ what }) => what === 'reminder')) expect(after.next.at > (after.sent?.at ?? '')).toBe(true);
});

holds(
  'each step of an interview has its day, and nothing of it is after the day after',
  ({ after, hours, ...step }) => {
    const { next, interview } = after ?? {};
    if (next?.reason.kind !== 'interview' || interview === undefined) return;
    // What came late, into quiet hours, waits for their end.
    if (step.dueAt !== undefined && step.came.length === 0) return;
    if (step.before?.next?.at === next.at && step.before.next.reason.kind === 'interview') return;
    const date = localDate(Temporal.Instant.from(next.at), hours.zone ?? '');
    const days = Temporal.PlainDate.from(interview.date).since(date).days;
    const { what } = next.reason;
    if (what === 'after') expect(days).toBe(-1);
    else if (what === 'rehearsal') expect(days).toBe(1);
    else expect(days).toBeGreaterThan(1);
  },
);

holds('what the coach spaces is due before the interview at the latest, and never on its day', (step) => {
  const { after, hours, now, did } = step;
  const { rhythm, interview, next } = after ?? {};
  if (after === undefined || rhythm?.kind !== 'adaptive' || interview === undefined) return;
  const zone = hours.zone ?? '';
  const today = localDate(Temporal.Instant.from(now), zone);
  const ahead = Temporal.PlainDate.from(today).until(interview.date).days;
  // The day before there is no day left for one: it goes on after the interview.
  if (did === 'practises' && ahead > 0 && step.before?.rhythm !== rhythm)
    expect(ahead > 1 ? rhythm.due < interview.date : rhythm.due > interview.date).toBe(true);
  if (next?.reason.kind !== 'adaptive' || (step.dueAt !== undefined && step.came.length === 0)) return;
  if (step.before?.next?.at === next.at) return;
  const date = localDate(Temporal.Instant.from(next.at), zone);
  const days = Temporal.PlainDate.from(date).since(interview.date).days;
  expect([0, 1]).not.toContain(days);
});

holds(
  'a moment that was named comes, or is told of where it could not',
  ({ dueAt, before, after, came, now, hours }) => {
    if (dueAt === undefined || before === undefined) return;
    const gone = before.moments.filter((one) => !after?.moments.some(({ at }) => at === one.at));
    const told = [...came.map(({ text }) => text), ...(after?.missed ?? [])].join('\n');
    for (const one of gone) {
      expect(one.at <= now).toBe(true);
      // Of a long absence the last five are told.
      if ((after?.missed.length ?? 0) >= 5) continue;
      const isSent = one.at === dueAt && came.some(({ what }) => what === 'reminder');
      if (!isSent) expect(told).toContain(momentInWords(one.at, hours.zone ?? ''));
    }
  },
);

test(
  'a plan holds what it promises, whatever is asked, pressed, practised or slept through',
  () => {
    const all = (step: Step) => {
      // What is found anew then has examples of its own.
      if (step.clockWasWrong) return;
      for (const { name, check } of held) {
        try {
          check(step);
        } catch (error) {
          throw new Error(`does not hold: ${name}`, { cause: error });
        }
      }
    };
    fc.assert(
      fc.property(
        fc.constantFrom(...STARTS),
        fc.constantFrom(...ZONES),
        fc.array(move, { minLength: 3, maxLength: 30 }),
        (at, zone, moves) => walk(at, { zone, source: 'platform' }, moves, all),
      ),
      { numRuns: RUNS },
    );
  },
  TIMEOUT_MS,
);
