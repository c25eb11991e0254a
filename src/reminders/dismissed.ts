import { without } from './asking.ts';
import { lineCard } from './cards/plan-cards.ts';
import type { Plan } from './plan.ts';
import type { PlanGrounds, PlanTurn } from './plan-event.ts';
import { armed } from './rearmed.ts';

/**
 * The one that came is let go, and with it what it was put off to; the rhythm stays. `isOld`: it was an earlier one, which
 * is over anyway: what the last was put off to stays.
 */
export function dismissed(plan: Plan, { hours, personKey }: PlanGrounds, isOld = false): PlanTurn {
  const moments = isOld ? plan.moments : plan.moments.filter(({ snoozed }) => snoozed !== true);
  const left = armed({ ...without(plan), moments }, hours, personKey);
  const next = left.next === undefined ? 'Nothing else is planned.' : `The next is ${left.next.wall}.`;
  return { plan: left, effects: [{ type: 'say', card: lineCard(`Let go. ${next}`) }] };
}
