import { unreachable } from '../errors.ts';
import { answered, saidPlainly } from './answered.ts';
import { asked } from './asked.ts';
import { type Plan, PlanSchema } from './plan.ts';
import type { PlanEvent, PlanGrounds, PlanTurn } from './plan-event.ts';
import { practised } from './practised.ts';
import { pressed } from './pressed.ts';
import { NEW_READINESS } from './readiness.ts';
import { rearmed } from './rearmed.ts';
import { movedZone, replanned } from './replanned.ts';
import { withRightClock } from './right-clock.ts';
import { woke } from './woke.ts';

/** Before anything was asked for. */
export function newPlan({ at, home }: PlanGrounds): Plan {
  return {
    v: 1,
    moments: [],
    place: home,
    since: at,
    unanswered: 0,
    missed: [],
    seq: 0,
    readiness: NEW_READINESS,
    told: [],
  };
}

/**
 * What follows for a plan from one event: pure. The next wake is `plan.next`; whoever stores the plan arms it in the same
 * transaction.
 */
export function advancePlan(stored: Plan | undefined, event: PlanEvent, grounds: PlanGrounds): PlanTurn {
  const held = stored ?? newPlan(grounds);
  const plan = event.type === 'woke' ? held : withRightClock(held, grounds.at);
  switch (event.type) {
    case 'asked':
      return answered(plan, asked(plan, event.words, grounds), grounds);
    case 'said':
      return saidPlainly(plan, event.text, grounds);
    case 'pressed':
      return answered(plan, pressed(plan, event, grounds), grounds);
    case 'woke':
      return woke(plan, event.dueAt, grounds);
    case 'practised':
      return practised(plan, event, grounds);
    case 'failed':
      return rearmed({ plan: { ...plan, held: event.reason }, effects: [] }, grounds);
    case 'visited':
      return answered(plan, { plan, effects: [] }, grounds);
    case 'moved':
      return stored === undefined ? { plan: undefined, effects: [] } : movedZone(plan, grounds);
    case 'replanned':
      return stored === undefined ? { plan: undefined, effects: [] } : replanned(plan, grounds);
    case 'elsewhere':
      return elsewhere(stored);
    default:
      return unreachable(event);
  }
}

/** A plain "yes" counts only as long as the coach's question is the last that was said. */
function elsewhere(plan: Plan | undefined): PlanTurn {
  if (plan?.asks?.fresh !== true) return { plan, effects: [] };
  return { plan: PlanSchema.parse({ ...plan, asks: { ...plan.asks, fresh: false } }), effects: [] };
}
