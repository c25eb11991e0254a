import { nextDue } from './next-due.ts';
import type { Plan } from './plan.ts';
import type { PlanGrounds, PlanTurn } from './plan-event.ts';

/** The turn with its plan's next wake found anew: every change of a plan ends here. */
export function rearmed(
  made: PlanTurn,
  { hours, personKey }: Pick<PlanGrounds, 'hours' | 'personKey'>,
): PlanTurn {
  if (made.plan === undefined) return made;
  return { ...made, plan: armed(made.plan, made.hours ?? hours, personKey) };
}

export function armed(plan: Plan, hours: PlanGrounds['hours'], personKey: string): Plan {
  const { next: _, ...whole } = plan;
  const rest = {
    ...whole,
    moments: plan.moments.filter(({ at }) => Date.parse(at) > Date.parse(plan.since)),
  };
  const next = nextDue(rest, hours, personKey);
  return next === undefined ? rest : { ...rest, next };
}
