import { asking, NO_ZONE, said } from './asking.ts';
import { askedCard, confirmCard, FIRST_CHOICES, unreadCard, zoneAskedCard } from './cards/plan-cards.ts';
import { notesOn } from './notes-on.ts';
import type { Hours, Plan } from './plan.ts';
import type { PlanGrounds, PlanTurn } from './plan-event.ts';
import { armed } from './rearmed.ts';
import { readWhen } from './when/read-when.ts';
import type { Wish } from './when/when-read.ts';
import { wished } from './wished.ts';

/** Words for a time: asked back, refused, or repeated before they count. */
export function timed(plan: Plan, words: string, grounds: PlanGrounds): PlanTurn {
  const own = grounds.hours.zone;
  const read = readWhen(words, { now: grounds.at, zone: own ?? NO_ZONE });
  switch (read.read) {
    case 'unread': {
      // Its buttons are its own: they must not answer what was asked before.
      const next = asking(plan, { what: 'when' }, FIRST_CHOICES, grounds);
      return said(next, unreadCard(next.asks, next.seq));
    }
    case 'ask': {
      const next = asking(plan, { what: 'when' }, read.choices, grounds);
      return said(next, askedCard(read.question, read.choices, next.seq));
    }
    case 'refused': {
      const next = asking(plan, { what: 'when' }, read.choices, grounds);
      return said(next, askedCard(read.message, read.choices, next.seq));
    }
    case 'wish': {
      const zone = read.zone ?? own;
      if (zone === undefined) {
        const next = asking(plan, { what: 'zone', words }, [], grounds);
        return said(next, zoneAskedCard(undefined, [], next.seq));
      }
      const hours: Hours =
        read.zone === undefined ? grounds.hours : { ...grounds.hours, zone: read.zone, source: 'asked' };
      return proposed(plan, read.wish, { ...grounds, hours }, read.zone !== undefined);
    }
  }
}

/** Whether words can be read as a time at all, whatever becomes of it. */
export function isTime(words: string, { at, hours }: PlanGrounds): boolean {
  return readWhen(words, { now: at, zone: hours.zone ?? NO_ZONE }).read !== 'unread';
}

function proposed(plan: Plan, wish: Wish, grounds: PlanGrounds, named: boolean): PlanTurn {
  const { hours, personKey } = grounds;
  const zone = hours.zone ?? NO_ZONE;
  const next = asking(plan, { what: 'confirm', wish }, [], grounds);
  const would = armed(wished(plan, wish, grounds), hours, personKey);
  const notes = notesOn(plan, wish, grounds);
  const first = wish.kind === 'moment' ? undefined : would.next?.wall;
  return {
    plan: next,
    ...(named ? { hours } : {}),
    effects: [{ type: 'say', card: confirmCard(wish, zone, first, notes, next.seq) }],
  };
}
