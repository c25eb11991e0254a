import { asking, said } from './asking.ts';
import { askedCard } from './cards/plan-cards.ts';
import type { Plan } from './plan.ts';
import type { PlanGrounds, PlanTurn } from './plan-event.ts';
import { quietMeant } from './quiet-in.ts';
import { shortTime } from './short-time.ts';

/** Which quiet hours, where the words may mean several: "10-7". Undefined where there is nothing to ask. */
export function quietAsked(plan: Plan, of: string, grounds: PlanGrounds): PlanTurn | undefined {
  const meant = quietMeant(of);
  if (meant.length < 2) return undefined;
  const choices = meant.map(({ from, to }) => ({
    label: `${shortTime(from)} to ${shortTime(to)}`,
    words: `quiet ${from}-${to}`,
  }));
  const next = asking(plan, { what: 'when' }, choices, grounds);
  return said(next, askedCard('From when to when shall I be quiet?', choices, next.seq));
}
