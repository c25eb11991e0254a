import { Temporal } from 'temporal-polyfill';
import { momentInWords } from './in-words.ts';
import { interviewOver } from './interview-over.ts';
import { nextDue } from './next-due.ts';
import type { Plan } from './plan.ts';
import type { PlanGrounds, PlanTurn } from './plan-event.ts';
import { outOfQuiet } from './quiet-hours.ts';
import { USUAL_QUIET_HOURS } from './recurrence.ts';
import { instantAt } from './zoned.ts';

/** The turn with its plan's next wake found anew: every change of a plan ends here. */
export function rearmed(
  made: PlanTurn,
  { hours, personKey }: Pick<PlanGrounds, 'hours' | 'personKey'>,
): PlanTurn {
  if (made.plan === undefined) return made;
  return { ...made, plan: armed(made.plan, made.hours ?? hours, personKey) };
}

export function armed(plan: Plan, hours: PlanGrounds['hours'], personKey: string): Plan {
  const { next: before, ...whole } = withoutPast(plan, hours);
  const rest = {
    ...whole,
    moments: plan.moments.map(onTheWall).filter(({ at }) => Date.parse(at) > Date.parse(plan.since)),
  };
  const next = nextDue(rest, hours, personKey) ?? stillToSay(plan, before, hours);
  return next === undefined ? rest : { ...rest, next };
}

/** An interview whose day after is over, without a question (a pause, say), is over too. */
function withoutPast(plan: Plan, { zone }: PlanGrounds['hours']): Plan {
  if (plan.interview === undefined || zone === undefined) return plan;
  const today = Temporal.Instant.from(plan.since).toZonedDateTimeISO(zone).toPlainDate();
  if (today.since(plan.interview.date).days <= 1) return plan;
  return interviewOver(plan);
}

/** Where its zone has other rules now, a wall time is at another instant. */
function onTheWall(moment: Plan['moments'][number]): Plan['moments'][number] {
  if (moment.zone === undefined) return moment;
  const at = instantAt(moment.wall, moment.zone).toString({ fractionalSecondDigits: 3 });
  return at === moment.at ? moment : { ...moment, at };
}

/** That one was missed waits to be said, where no other says it; not in a pause, nor in quiet hours after it. */
function stillToSay(
  { missed, resting, held }: Plan,
  next: Plan['next'],
  { zone, pausedUntil, quiet = USUAL_QUIET_HOURS }: PlanGrounds['hours'],
): Plan['next'] {
  if (next?.reason.kind !== 'missed' || missed.length === 0) return undefined;
  if (zone === undefined || resting === true || held !== undefined) return undefined;
  const from = pausedUntil !== undefined && pausedUntil > next.at ? pausedUntil : next.at;
  const at = outOfQuiet(Temporal.Instant.from(from), zone, quiet).toString({ fractionalSecondDigits: 3 });
  return { ...next, at, wall: momentInWords(at, zone) };
}
