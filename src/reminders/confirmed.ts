import { Temporal } from 'temporal-polyfill';
import { asking, NO_ZONE, said, without } from './asking.ts';
import { howWasItCard } from './cards/how-was-it-card.ts';
import { armedCard, armedElsewhereCard, FIRST_CHOICES, whenAskedCard } from './cards/plan-cards.ts';
import type { Hours, OpenQuestion, Plan } from './plan.ts';
import type { PlanGrounds, PlanTurn } from './plan-event.ts';
import { withoutMoment } from './proposed.ts';
import { armed } from './rearmed.ts';
import type { Wish } from './when/when-read.ts';
import { wished } from './wished.ts';
import { localDate } from './zoned.ts';

type Confirm = Extract<OpenQuestion['about'], { what: 'confirm' }>;

/** The yes to what was repeated: it is armed, and said where reminders come, which tries the way there. */
export function confirmed(
  plan: Plan,
  { wish, instead, zone }: Omit<Confirm, 'what'>,
  grounds: PlanGrounds,
): PlanTurn {
  if (isPast(wish, grounds)) {
    const next = asking(plan, { what: 'when' }, FIRST_CHOICES, grounds);
    return said(next, whenAskedCard(next.seq, 'That is past by now. When instead?'));
  }
  const hours: Hours = zone === undefined ? grounds.hours : { ...grounds.hours, zone, source: 'asked' };
  const left = withoutMoment(without(plan), instead);
  // Where they practise now, and agree, is where reminders come.
  const agreed = { ...wished(left, wish, { ...grounds, hours }), place: grounds.home };
  const next = armed(agreed, hours, grounds.personKey);
  // In a practice of its own place they look there.
  const isElsewhere = grounds.here !== plan.place && grounds.here !== next.place;
  const here = isElsewhere ? [{ type: 'say' as const, card: armedElsewhereCard(next, hours) }] : [];
  const { plan: asks, effects: how } = howTheLastWent(plan, next, wish, { ...grounds, hours });
  return {
    plan: asks,
    ...(zone === undefined ? {} : { hours }),
    effects: [{ type: 'remind', card: armedCard(next, hours, wish) }, ...here, ...how],
  };
}

/** Where another interview is set on the day after the last, that one's question comes with it: it would not come any more. */
function howTheLastWent({ interview }: Plan, next: Plan, wish: Wish, grounds: PlanGrounds): PlanTurn {
  if (wish.kind !== 'interview' || interview === undefined || interview.date >= today(grounds))
    return { plan: next, effects: [] };
  const plan = asking(next, { what: 'after' }, [], grounds);
  return { plan, effects: [{ type: 'say', card: howWasItCard(plan.seq, grounds.isBeside) }] };
}

/** A yes may come late. */
function isPast(wish: Wish, grounds: PlanGrounds): boolean {
  if (wish.kind === 'moment') return Date.parse(wish.moment.at) <= Date.parse(grounds.at);
  return wish.kind === 'interview' && wish.date < today(grounds);
}

function today({ at, hours }: PlanGrounds): string {
  return localDate(Temporal.Instant.from(at), hours.zone ?? NO_ZONE);
}
