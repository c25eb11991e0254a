import type { Plan } from './plan.ts';
import type { PlanGrounds, PlanTurn } from './plan-event.ts';
import { armed } from './rearmed.ts';

/**
 * They are in another zone: what is planned goes by its wall from now on. What it would have been there before is not late;
 * what is due already rings as it is.
 */
export function movedZone(plan: Plan, { at, hours, personKey }: PlanGrounds): PlanTurn {
  const isDue = plan.next !== undefined && plan.next.at <= at;
  return { plan: isDue ? plan : armed({ ...plan, since: at }, hours, personKey), effects: [] };
}

/**
 * Its wake is not where the wall wants it any more, because the zone's rules changed or the person's zone did: it is found
 * anew. What is due already rings as it is. The plan is always written again, and with it its wake, whatever that had become.
 */
export function replanned(plan: Plan, { at, hours, personKey }: PlanGrounds): PlanTurn {
  const isDue = plan.next !== undefined && plan.next.at <= at;
  const found = isDue ? plan : armed(plan, hours, personKey);
  // One that came late, into quiet hours, waits for their end: found anew it would be where it was.
  const waits = plan.next !== undefined && found.next !== undefined && found.next.at <= at;
  return { plan: { ...(waits ? plan : found) }, effects: [] };
}
