import type { Runs } from '../card/card.ts';
import { asking, NO_ZONE } from './asking.ts';
import { confirmCard } from './cards/plan-cards.ts';
import { momentInWords } from './in-words.ts';
import { notesOn } from './notes-on.ts';
import type { Hours, Plan } from './plan.ts';
import type { PlanGrounds, PlanTurn } from './plan-event.ts';
import { armed } from './rearmed.ts';
import type { Wish } from './when/when-read.ts';
import { wished } from './wished.ts';

/**
 * What was asked for, repeated before it counts. `named`: the zone that was named with it (IANA): a single moment is an
 * instant whatever zone they live in; of what recurs it is theirs from the yes on.
 */
export function proposed(plan: Plan, wish: Wish, grounds: PlanGrounds, named?: string): PlanTurn {
  const own = grounds.hours.zone;
  const isNew = named !== undefined && named !== own && (wish.kind !== 'moment' || own === undefined);
  const hours: Hours = isNew ? { ...grounds.hours, zone: named, source: 'asked' } : grounds.hours;
  const instead = wish.kind === 'moment' ? insteadOf(plan) : undefined;
  const left = withoutMoment(plan, instead);
  const about = {
    what: 'confirm' as const,
    wish,
    ...(instead === undefined ? {} : { instead }),
    ...(isNew ? { zone: named } : {}),
  };
  const next = asking(plan, about, [], grounds);
  const zone = hours.zone ?? NO_ZONE;
  const would = armed(wished(left, wish, { ...grounds, hours }), hours, grounds.personKey);
  const notes: Runs[] = [
    ...notesOn(left, wish, { ...grounds, hours }),
    ...(instead === undefined ? [] : [[`It takes the place of ${momentInWords(instead, zone)}.`]]),
    ...(isNew && own !== undefined ? [[`Your time zone would be ${named} from then on, not ${own}.`]] : []),
    ...(wish.kind === 'moment' && named !== undefined && named !== zone
      ? [[`Where you are that is ${momentInWords(wish.moment.at, zone)} (${zone}).`]]
      : []),
  ];
  const first = wish.kind === 'moment' ? undefined : would.next?.wall;
  const card = confirmCard(wish, named ?? zone, first, notes, next.seq);
  return { plan: next, effects: [{ type: 'say', card }] };
}

/** The plan without the single moment that goes for another. */
export function withoutMoment(plan: Plan, instead: string | undefined): Plan {
  return instead === undefined ? plan : { ...plan, moments: plan.moments.filter(({ at }) => at !== instead) };
}

/** The single moment that was to be another, or whose proposal was. */
function insteadOf({ asks }: Plan): string | undefined {
  if (asks?.fresh !== true) return undefined;
  const { about } = asks;
  return about.what === 'when' || about.what === 'confirm' ? about.instead : undefined;
}
