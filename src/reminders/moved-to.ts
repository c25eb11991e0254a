import { asking, said } from './asking.ts';
import { askedCard } from './cards/plan-cards.ts';
import type { Plan } from './plan.ts';
import type { PlanGrounds, PlanTurn } from './plan-event.ts';
import { proposed } from './proposed.ts';
import { retimed, timesMeant } from './replies/retimed.ts';
import { shortTime } from './short-time.ts';
import type { Wish } from './when/when-read.ts';

/**
 * A time of the day alone, said to what is proposed or to "When instead?": the same at that time. Undefined for any other
 * words, and where nothing is asked. `goesOn` takes the words of a single moment.
 */
export function movedTo(
  plan: Plan,
  words: string,
  grounds: PlanGrounds,
  goesOn: (plan: Plan, words: string, grounds: PlanGrounds) => PlanTurn,
): PlanTurn | undefined {
  const wish = movable(plan);
  const times = wish === undefined ? undefined : timesMeant(words);
  const [time, other] = times ?? [];
  if (wish === undefined || time === undefined) return undefined;
  if (other !== undefined) {
    const choices = [time, other].map((one) => ({ label: shortTime(one), words: one }));
    const next = asking(plan, plan.asks?.about ?? { what: 'when' }, choices, grounds);
    return said(next, askedCard('In the night or in the afternoon?', choices, next.seq));
  }
  const moved = retimed(wish, time);
  return 'words' in moved ? goesOn(plan, moved.words, grounds) : proposed(plan, moved, grounds);
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
