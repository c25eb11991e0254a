import { isLater } from '../text/is-later.ts';
import { asking, NO_ZONE, said } from './asking.ts';
import { askedCard, FIRST_CHOICES, unreadCard, zoneAskedCard } from './cards/plan-cards.ts';
import { movedTo } from './moved-to.ts';
import type { OpenQuestion, Plan } from './plan.ts';
import type { PlanGrounds, PlanTurn } from './plan-event.ts';
import { proposed } from './proposed.ts';
import { putOff } from './put-off.ts';
import { chosenIn, isUsual } from './replies/chosen.ts';
import { timesMeant } from './replies/retimed.ts';
import { plainWords } from './when/plain-words.ts';
import { readWhen } from './when/read-when.ts';
import type { Choice } from './when/when-read.ts';
import { zoneIn } from './when/zone-in.ts';

/** Words for a time: asked back, refused, or repeated before they count. */
export function timed(plan: Plan, words: string, grounds: PlanGrounds): PlanTurn {
  const own = grounds.hours.zone;
  // "Remind me later", right under one, is that one.
  if (isLater(plainWords(words)) && plan.asks?.fresh === true && plan.asks.about.what === 'reminder')
    return putOff(plan, 'later', grounds);
  const picked = pickedBy(plan, words, grounds);
  const [only, second] = picked;
  if (second !== undefined) return again(plan, 'Which of them?', picked, grounds);
  if (only !== undefined) return timed(plan, only.words, grounds);
  const moved = own === undefined ? undefined : movedTo(plan, words, grounds, timed);
  if (moved !== undefined) return moved;
  const read = readWhen(words, { now: grounds.at, zone: own ?? NO_ZONE });
  // Which day it is, and what is past, nobody knows without their zone.
  if (own === undefined && read.read !== 'unread' && !namesZone(words, grounds)) {
    const next = asking(plan, { what: 'zone', words }, [], grounds);
    return said(next, zoneAskedCard(undefined, [], next.seq));
  }
  switch (read.read) {
    case 'unread': {
      // Its buttons are its own: they must not answer what was asked before.
      const next = asking(plan, whenOf(plan), FIRST_CHOICES, grounds);
      return said(next, unreadCard(next.asks, next.seq));
    }
    case 'ask':
      return again(plan, read.question, read.choices, grounds);
    case 'refused':
      return again(plan, read.message, read.choices, grounds);
    case 'wish':
      return proposed(plan, read.wish, grounds, read.zone);
  }
}

/** Whether words can be read as a time at all, whatever becomes of it. */
export function isTime(words: string, { at, hours }: PlanGrounds): boolean {
  return readWhen(words, { now: at, zone: hours.zone ?? NO_ZONE }).read !== 'unread';
}

function namesZone(words: string, { at }: PlanGrounds): boolean {
  return zoneIn(words, NO_ZONE, at) !== undefined;
}

function again(plan: Plan, question: string, choices: readonly Choice[], grounds: PlanGrounds): PlanTurn {
  const next = asking(plan, whenOf(plan), choices, grounds);
  return said(next, askedCard(question, choices, next.seq));
}

/** Asked back, it is still about what it was about. */
function whenOf({ asks }: Plan): OpenQuestion['about'] {
  if (asks?.fresh !== true) return { what: 'when' };
  if (asks.about.what === 'when') return asks.about;
  if (asks.about.what !== 'confirm' || asks.about.instead === undefined) return { what: 'when' };
  return { what: 'when', instead: asks.about.instead };
}

/** A time of the day alone, to a question that offers days: those at that time. */
function pickedBy({ asks }: Plan, words: string, { at, hours }: PlanGrounds): readonly Choice[] {
  if (asks?.fresh !== true || isUsual(asks.choices) || timesMeant(words) === undefined) return [];
  const said = { now: at, zone: hours.zone ?? NO_ZONE };
  return chosenIn(asks.choices, words.trim().toLowerCase(), said).filter((one) => one.words !== words);
}
