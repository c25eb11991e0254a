import type { Runs } from '../card/card.ts';
import { asking, NO_ZONE, said } from './asking.ts';
import { confirmCard, lineCard } from './cards/plan-cards.ts';
import { momentInWords } from './in-words.ts';
import { APART_MS } from './next-due.ts';
import { notesOn } from './notes-on.ts';
import type { Hours, Plan } from './plan.ts';
import type { PlanGrounds, PlanTurn } from './plan-event.ts';
import { armed } from './rearmed.ts';
import { reasonInWords } from './reason-in-words.ts';
import { wayInWords } from './way-in-words.ts';
import type { Wish } from './when/when-read.ts';
import { MOST_MOMENTS, wished } from './wished.ts';

const TOO_MANY = `You have ${MOST_MOMENTS} single reminders ahead, and I keep no more than that. For more, a rhythm is better, such as: remind weekdays 8:30.`;

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
  if (wish.kind === 'moment' && left.moments.length >= MOST_MOMENTS) return said(plan, lineCard(TOO_MANY));
  const about = {
    what: 'confirm' as const,
    wish,
    ...(instead === undefined ? {} : { instead }),
    ...(isNew ? { zone: named } : {}),
  };
  const next = asking(plan, about, [], grounds);
  const zone = hours.zone ?? NO_ZONE;
  const notes: Runs[] = [
    ...notesOn(left, wish, { ...grounds, hours }),
    ...givingWay(left, wish, hours, grounds.personKey),
    ...(instead === undefined ? [] : [[`It takes the place of ${momentInWords(instead, zone)}.`]]),
    ...(isNew && own !== undefined ? [[`Your time zone would be ${named} from then on, not ${own}.`]] : []),
    ...(wish.kind === 'moment' && named !== undefined && named !== zone
      ? [[`Where you are that is ${momentInWords(wish.moment.at, zone)} (${zone}).`]]
      : []),
  ];
  const comes = whatComes(left, wish, { ...grounds, hours });
  const card = confirmCard(wish, named ?? zone, comes, notes, next.seq);
  return { plan: next, effects: [{ type: 'say', card }] };
}

/** What waits for a yes, repeated once more. */
export function proposedAgain(plan: Plan, grounds: PlanGrounds): PlanTurn {
  const about = plan.asks?.about;
  if (about?.what !== 'confirm') return { plan, effects: [] };
  const open: Plan = plan.asks === undefined ? plan : { ...plan, asks: { ...plan.asks, fresh: true } };
  return proposed(open, about.wish, grounds, about.zone);
}

/** When a wish comes first, by itself; of an interview all of the way. Of a single moment it is said already. */
function whatComes(plan: Plan, wish: Wish, grounds: PlanGrounds): string | undefined {
  if (wish.kind === 'moment') return undefined;
  const { hours, at, personKey } = grounds;
  const { interview, ...rest } = wished(plan, wish, grounds);
  if (wish.kind === 'interview' && interview !== undefined) return wayInWords({ interview }, hours, at);
  // A step of the way to an interview may go before the first: then the first is a later one.
  const ahead = interview === undefined ? rest : { ...rest, interview };
  const first = firstOfItsOwn({ ...ahead, moments: [] }, hours, personKey);
  return first === undefined ? undefined : `The first: ${first} (${hours.zone ?? NO_ZONE}).`;
}

/** More steps than these are on no way to an interview. */
const MOST_STEPS = 6;

/** When a rhythm comes first by itself, in words. */
function firstOfItsOwn(plan: Plan, hours: Hours, personKey: string): string | undefined {
  let next = armed(plan, hours, personKey).next;
  for (let step = 0; step < MOST_STEPS && next?.reason.kind === 'interview'; step += 1) {
    const { at, reason } = next;
    next = armed({ ...plan, since: at, sent: { at, reason, seq: plan.seq } }, hours, personKey).next;
  }
  return next?.wall;
}

/** A single moment goes before what the coach spaces around it: that one falls out, and is said to. */
function givingWay(plan: Plan, wish: Wish, hours: Hours, personKey: string): Runs[] {
  if (wish.kind !== 'moment') return [];
  const at = Date.parse(wish.moment.at);
  const since = new Date(at - APART_MS).toISOString();
  const { sent: _, ...rest } = plan;
  const near = armed({ ...rest, moments: [], since }, hours, personKey).next;
  if (
    near === undefined ||
    Date.parse(near.at) - at >= APART_MS ||
    Date.parse(near.at) < Date.parse(plan.since)
  )
    return [];
  return [
    [`Then nothing comes for ${near.wall} (${reasonInWords(near.reason)}): I keep them four hours apart.`],
  ];
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
