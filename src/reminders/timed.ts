import { asking, NO_ZONE, said } from './asking.ts';
import { askedCard, confirmCard, FIRST_CHOICES, unreadCard, zoneAskedCard } from './cards/plan-cards.ts';
import { momentInWords } from './in-words.ts';
import { notesOn } from './notes-on.ts';
import type { Hours, Plan } from './plan.ts';
import type { PlanGrounds, PlanTurn } from './plan-event.ts';
import { armed } from './rearmed.ts';
import { retimed, timesMeant } from './replies/retimed.ts';
import { shortTime } from './short-time.ts';
import { readWhen } from './when/read-when.ts';
import type { Wish } from './when/when-read.ts';
import { wished } from './wished.ts';

/** Words for a time: asked back, refused, or repeated before they count. */
export function timed(plan: Plan, words: string, grounds: PlanGrounds): PlanTurn {
  const own = grounds.hours.zone;
  const moved = own === undefined ? undefined : movedTo(plan, words, grounds);
  if (moved !== undefined) return moved;
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
      // Named again, the platform's zone is still the platform's, and follows them.
      const isTheirs = read.zone === undefined || read.zone === own;
      const hours: Hours = isTheirs ? grounds.hours : { ...grounds.hours, zone: read.zone, source: 'asked' };
      return proposed(plan, read.wish, { ...grounds, hours }, !isTheirs, replacedBy(plan, read.wish));
    }
  }
}

/** Whether words can be read as a time at all, whatever becomes of it. */
export function isTime(words: string, { at, hours }: PlanGrounds): boolean {
  return readWhen(words, { now: at, zone: hours.zone ?? NO_ZONE }).read !== 'unread';
}

/** A time of the day alone, said to what is proposed or to "When instead?": the same at that time. */
function movedTo(plan: Plan, words: string, grounds: PlanGrounds): PlanTurn | undefined {
  const wish = movable(plan);
  const times = wish === undefined ? undefined : timesMeant(words);
  const [time, other] = times ?? [];
  if (wish === undefined || time === undefined) return undefined;
  if (other !== undefined) {
    const choices = [time, other].map((one) => ({ label: shortTime(one), words: one }));
    const about = plan.asks?.about ?? { what: 'when' };
    const next = asking(plan, about, choices, grounds);
    return said(next, askedCard('In the night or in the afternoon?', choices, next.seq));
  }
  const moved = retimed(wish, time);
  // The words of a moment say its day, so nothing of them is a time alone.
  return 'words' in moved ? timed(plan, moved.words, grounds) : proposed(plan, moved, grounds, false);
}

/** What another time of the day would move: what is proposed; else, where they want a change, what is planned. */
function movable({ asks, rhythm, interview, moments }: Plan): Wish | undefined {
  if (asks?.fresh !== true) return undefined;
  if (asks.about.what === 'confirm') return asks.about.wish;
  if (asks.about.what !== 'when' || asks.about.change !== true) return undefined;
  if (rhythm?.kind === 'recurrence') return { kind: 'recurrence', recurrence: rhythm.recurrence };
  if (rhythm?.kind === 'adaptive') return { kind: 'adaptive', time: rhythm.time };
  if (interview !== undefined) return { kind: 'interview', date: interview.date, time: interview.time };
  const [moment] = moments;
  if (moment === undefined) return undefined;
  const { kind, at, wall } = moment;
  return { kind: 'moment', moment: { kind, at, wall } };
}

/** Of single moments alone, the one that "When instead?" was asked of goes for another. */
function replacedBy({ asks, rhythm, interview, moments }: Plan, wish: Wish): string | undefined {
  if (wish.kind !== 'moment' || asks === undefined) return undefined;
  if (asks.about.what === 'confirm') return asks.about.instead;
  const isChange = asks.about.what === 'when' && asks.about.change === true;
  return isChange && rhythm === undefined && interview === undefined ? moments[0]?.at : undefined;
}

function proposed(
  before: Plan,
  wish: Wish,
  grounds: PlanGrounds,
  named: boolean,
  instead?: string,
): PlanTurn {
  const { hours, personKey } = grounds;
  const zone = hours.zone ?? NO_ZONE;
  const plan =
    instead === undefined
      ? before
      : { ...before, moments: before.moments.filter(({ at }) => at !== instead) };
  const about = { what: 'confirm' as const, wish, ...(instead === undefined ? {} : { instead }) };
  const next = asking(before, about, [], grounds);
  const would = armed(wished(plan, wish, grounds), hours, personKey);
  const gone = instead === undefined ? [] : [[`It takes the place of ${momentInWords(instead, zone)}.`]];
  const notes = [...notesOn(plan, wish, grounds), ...gone];
  const first = wish.kind === 'moment' ? undefined : would.next?.wall;
  return {
    plan: next,
    ...(named ? { hours } : {}),
    effects: [{ type: 'say', card: confirmCard(wish, zone, first, notes, next.seq) }],
  };
}
