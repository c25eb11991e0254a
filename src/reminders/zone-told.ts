import { asking, said, without } from './asking.ts';
import { lineCard, unreadCard, zoneAskedCard } from './cards/plan-cards.ts';
import type { Hours, Plan } from './plan.ts';
import type { PlanGrounds, PlanTurn } from './plan-event.ts';
import { armed } from './rearmed.ts';
import { zonesMeant } from './zones.ts';

/**
 * They told their zone, in whatever words: what several zones may mean is asked back. What waited for it (`waiting`: said
 * with it just now) goes on as if it were said again.
 */
export function zoneTold(
  plan: Plan,
  of: string,
  grounds: PlanGrounds,
  goesOn: (plan: Plan, words: string, grounds: PlanGrounds) => PlanTurn,
  waiting = plan.asks?.about.what === 'zone' ? plan.asks.about.words : '',
): PlanTurn {
  const { zone: own } = grounds.hours;
  const meant = zonesMeant(of, { now: grounds.at, ...(own === undefined ? {} : { own }) });
  if (meant === undefined) {
    const next = asking(plan, { what: 'zone', words: waiting }, [], grounds);
    return said(next, of === '' ? zoneAskedCard(undefined, [], next.seq) : unreadCard(next.asks, next.seq));
  }
  if ('choices' in meant) {
    const choices = meant.choices.map((zone) => ({ label: zone, words: `zone ${zone}` }));
    const next = asking(plan, { what: 'zone', words: waiting }, choices, grounds);
    return said(next, zoneAskedCard(meant.why, choices, next.seq));
  }
  const hours: Hours = { ...grounds.hours, zone: meant.zone, source: 'asked' };
  // Another zone is another wall from now on: what it would have been before is not late.
  const moved = armed({ ...without(plan), since: grounds.at }, hours, grounds.personKey);
  if (waiting !== '') {
    const made = goesOn(moved, waiting, { ...grounds, hours });
    return { ...made, hours: made.hours ?? hours };
  }
  const then = moved.next === undefined ? [] : [`Next: ${moved.next.wall}.`];
  return {
    plan: moved,
    hours,
    effects: [{ type: 'say', card: lineCard(`Your time zone is ${meant.zone}.`, ...then) }],
  };
}
