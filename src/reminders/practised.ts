import { Temporal } from 'temporal-polyfill';
import { lineCard } from './cards/plan-cards.ts';
import { type Grade, gradeOf } from './grade.ts';
import { allButTheLast } from './interview-plan.ts';
import { remembered } from './memory.ts';
import type { Plan } from './plan.ts';
import type { PlanEvent, PlanGrounds, PlanTurn } from './plan-event.ts';
import { isReady, readinessAfter } from './readiness.ts';
import { readyLine } from './ready-line.ts';
import { rearmed } from './rearmed.ts';
import { localDate } from './zoned.ts';

type PractisedEvent = Extract<PlanEvent, { type: 'practised' }>;

/**
 * They practised: the coach's spacing and the way to an interview follow from how it went. Once ready, what the coach
 * spaces ends by itself; a rhythm that the person set stays theirs.
 */
export function practised(before: Plan, event: PractisedEvent, grounds: PlanGrounds): PlanTurn {
  const { hours, at } = grounds;
  const zone = hours.zone ?? 'UTC';
  const isSame = event.text !== undefined && event.text === before.lastText;
  const practice =
    event.practised.kind === 'critique' ? { ...event.practised, changed: !isSame } : event.practised;
  const grade = gradeOf(practice);
  // What was skipped or stopped before is not taken back over it.
  const { undo: _, ...kept } = before;
  const plan: Plan = {
    ...kept,
    unanswered: 0,
    // What was due before is done with this: nothing of it comes late.
    since: at,
    ...(event.text === undefined ? {} : { lastText: event.text }),
  };
  if (grade === undefined) return rearmed({ plan, effects: [] }, grounds);
  const readiness = readinessAfter(plan.readiness, practice, at, zone);
  const counted = counting({ ...plan, readiness, practisedAt: at }, event, isSame, today(at, zone));
  const spaced = respaced(counted, grade, at, zone, practice.kind === 'run');
  const becomesReady =
    isReady(readiness) &&
    !isReady(before.readiness) &&
    (spaced.rhythm?.kind === 'adaptive' || spaced.interview !== undefined);
  if (!becomesReady) return rearmed({ plan: spaced, effects: [] }, grounds);
  // A rhythm that the person set stays theirs.
  const { rhythm, ...others } = spaced;
  const ended: Plan = rhythm?.kind === 'recurrence' ? spaced : others;
  const last = onlyTheLast(ended);
  return rearmed(
    { plan: last, effects: [{ type: 'remind', card: lineCard(readyLine(last, grounds)) }] },
    grounds,
  );
}

/** On the way to an interview every draft, revision and run takes one step off it. */
function counting(plan: Plan, { practised: { kind } }: PractisedEvent, isSame: boolean, date: string): Plan {
  const { interview } = plan;
  if (interview === undefined || (kind === 'critique' && isSame)) return plan;
  const { done } = interview;
  const next =
    kind === 'run'
      ? { ...done, lastRun: date }
      : done.drafts === 0
        ? { ...done, drafts: 1 }
        : { ...done, revisions: done.revisions + 1 };
  return { ...plan, interview: { ...interview, done: next } };
}

function respaced(plan: Plan, grade: Grade, at: string, zone: string, spoken: boolean): Plan {
  const { rhythm, interview } = plan;
  if (rhythm?.kind !== 'adaptive') return plan;
  const { memory, due } = remembered(rhythm.memory, grade, at, {
    zone,
    spoken,
    ...(interview === undefined ? {} : { interview: interview.date }),
  });
  // The interview is tomorrow: after it, it goes on.
  const after =
    interview === undefined ? undefined : Temporal.PlainDate.from(interview.date).add({ days: 2 });
  return { ...plan, rhythm: { ...rhythm, memory, due: due ?? after?.toString() ?? rhythm.due } };
}

function today(at: string, zone: string): string {
  return localDate(Temporal.Instant.from(at), zone);
}

/** Of the way to the interview the rehearsal of the day before is left. */
function onlyTheLast(plan: Plan): Plan {
  const { interview } = plan;
  if (interview === undefined) return plan;
  return { ...plan, interview: { ...interview, done: allButTheLast(interview.done) } };
}
