import { asking, NO_ZONE, said } from './asking.ts';
import { askedCard } from './cards/plan-cards.ts';
import type { Plan } from './plan.ts';
import type { PlanGrounds, PlanTurn } from './plan-event.ts';
import { proposed } from './proposed.ts';
import { retimed, timesMeant } from './replies/retimed.ts';
import { type Shift, shifted, shiftIn, shiftsFor, timeBy, timeOf } from './replies/shifted.ts';
import { shortTime } from './short-time.ts';
import type { Choice, Wish } from './when/when-read.ts';

/**
 * A time of the day alone, said to what is proposed or to "When instead?": the same at that time; "an hour later": so much
 * later. Undefined for any other words, and where nothing is asked. `goesOn` takes the words of a single moment.
 */
export function movedTo(
  plan: Plan,
  words: string,
  grounds: PlanGrounds,
  goesOn: (plan: Plan, words: string, grounds: PlanGrounds) => PlanTurn,
): PlanTurn | undefined {
  const wish = movable(plan);
  if (wish === undefined) return undefined;
  const later = shiftedBy(plan, wish, words, grounds);
  if (later !== undefined) return later;
  const [time, other] = timesMeant(words) ?? [];
  if (time === undefined) return undefined;
  if (other !== undefined) {
    const choices = [time, other].map((one) => ({ label: shortTime(one), words: one }));
    const next = asking(plan, plan.asks?.about ?? { what: 'when' }, choices, grounds);
    return said(next, askedCard('In the night or in the afternoon?', choices, next.seq));
  }
  const moved = retimed(wish, time);
  return 'words' in moved ? goesOn(plan, moved.words, grounds) : proposed(plan, moved, grounds);
}

/** "An hour later" counts from what is proposed, not from now; "later" asks for the time. */
function shiftedBy(plan: Plan, wish: Wish, words: string, grounds: PlanGrounds): PlanTurn | undefined {
  const zone = grounds.hours.zone ?? NO_ZONE;
  const shift = shiftIn(words);
  // Whole days move a single moment; to what recurs they are a day of its own.
  if (shift !== undefined && wish.kind !== 'moment' && shift.span.minutes === 0) return undefined;
  const moved = shift === undefined ? undefined : shifted(wish, shift, grounds.at, zone);
  if (moved !== undefined) return proposed(plan, moved, grounds, zoneOf(plan));
  const shifts = shift === undefined ? shiftsFor(words) : [];
  if (shifts === undefined) return undefined;
  const time = timeOf(wish);
  const choices = time === undefined ? [] : shifts.flatMap((one) => timeChoice(wish, time, one, grounds));
  const next = asking(plan, plan.asks?.about ?? { what: 'when' }, choices, grounds);
  return said(next, askedCard('At what time of the day instead?', choices, next.seq));
}

function timeChoice(wish: Wish, time: string, shift: Shift, { at, hours }: PlanGrounds): Choice[] {
  const other = timeBy(time, shift);
  const isAhead = shifted(wish, shift, at, hours.zone ?? NO_ZONE) !== undefined;
  return other === undefined || !isAhead ? [] : [{ label: shortTime(other), words: other }];
}

/** The zone that what is proposed would bring with it. */
function zoneOf({ asks }: Plan): string | undefined {
  return asks?.about.what === 'confirm' ? asks.about.zone : undefined;
}

/** What another time of the day would move: what is proposed; else, where they want a change, what is planned. */
function movable({ asks, rhythm, interview, moments }: Plan): Wish | undefined {
  if (asks?.fresh !== true) return undefined;
  const { about } = asks;
  if (about.what === 'confirm') return about.wish;
  if (about.what !== 'when') return undefined;
  if (about.wish !== undefined || about.change !== true) return about.wish;
  if (rhythm?.kind === 'recurrence') return { kind: 'recurrence', recurrence: rhythm.recurrence };
  if (rhythm?.kind === 'adaptive') return { kind: 'adaptive', time: rhythm.time };
  if (interview !== undefined) return { kind: 'interview', date: interview.date, time: interview.time };
  const [moment] = moments;
  if (moment === undefined) return undefined;
  const { kind, at, wall } = moment;
  return { kind: 'moment', moment: { kind, at, wall } };
}
