import type { Card } from '../card/card.ts';
import type { OpenQuestion, Plan } from './plan.ts';
import type { PlanGrounds, PlanTurn } from './plan-event.ts';
import type { Choice } from './when/when-read.ts';

/** Where a zone is not known yet, words are read as if it were this one: only what they are, never when. */
export const NO_ZONE = 'UTC';

/** One card is said where they are. */
export function said(plan: Plan, card: Card): PlanTurn {
  return { plan, effects: [{ type: 'say', card }] };
}

/** Nothing is asked any more. */
export function without(plan: Plan): Plan {
  const { asks: _, ...rest } = plan;
  return rest;
}

/** The plan with a question that stands where they are. */
export function asking(
  plan: Plan,
  about: OpenQuestion['about'],
  choices: readonly Choice[],
  grounds: PlanGrounds,
): Plan {
  const seq = plan.seq + 1;
  return { ...plan, seq, asks: { seq, at: grounds.here, fresh: true, about, choices } };
}
