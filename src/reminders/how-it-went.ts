import { Temporal } from 'temporal-polyfill';
import { asking, NO_ZONE, said, without } from './asking.ts';
import { howElseCard } from './cards/how-was-it-card.ts';
import { lineCard } from './cards/plan-cards.ts';
import type { Plan } from './plan.ts';
import type { PlanGrounds, PlanTurn } from './plan-event.ts';
import { howTold } from './replies/how-told.ts';
import { localDate } from './zoned.ts';

/** What so many interviews left is kept: the last ones. */
const MOST_TOLD = 10;

type Was = 'yes' | 'no' | undefined;

/**
 * They tell how the interview went, after `remind asked`. Only whether it was asked is nothing to quote: I ask on, and the
 * words that come then are what is kept for the next plan.
 */
export function howItWent(plan: Plan, of: string, grounds: PlanGrounds): PlanTurn {
  const words = of.trim();
  const heard = howTold(words);
  switch (heard) {
    case 'told': {
      const date = dateIn(grounds.at, grounds.hours.zone);
      const told = [...plan.told, { date, words }].slice(-MOST_TOLD);
      const line = lineCard('Kept, for you alone. The next plan begins with it.');
      return said({ ...answeredThat(plan), told }, line);
    }
    case 'skip': {
      const line = lineCard('That is fine. If you want to tell it another day: remind asked, and a line.');
      return said(answeredThat(plan), line);
    }
    case 'nothing':
      return askedOn(plan, undefined, grounds);
    default:
      return askedOn(plan, heard, grounds);
  }
}

/** A button of that question. Once something was told, it changes nothing. */
export function pressedHow(plan: Plan, of: string, grounds: PlanGrounds): PlanTurn {
  if (!isTold(plan, grounds)) return howItWent(plan, of, grounds);
  const line = lineCard('You told me how it went, and it is kept. To add to it: remind asked, and a line.');
  return said(answeredThat(plan), line);
}

/** The same question goes on: its buttons stay what they are. Beside a practice plain words are its, so nothing waits for them. */
function askedOn(plan: Plan, was: Was, grounds: PlanGrounds): PlanTurn {
  const opened = asking(plan, { what: 'after', ...(was === undefined ? {} : { was }) }, [], grounds);
  const seq = seqOfThat(plan) ?? opened.seq;
  const card = howElseCard(was, seq, grounds.isBeside);
  if (grounds.isBeside) return said(answeredThat(plan), card);
  const asks = opened.asks && { ...opened.asks, seq };
  return said({ ...opened, seq: Math.max(plan.seq, seq), ...(asks === undefined ? {} : { asks }) }, card);
}

function seqOfThat({ asks, sent }: Plan): number | undefined {
  if (asks?.about.what === 'after') return asks.seq;
  return sent !== undefined && isAfter(sent) ? sent.seq : undefined;
}

/** Whatever else is asked still is. */
function answeredThat(plan: Plan): Plan {
  return plan.asks?.about.what === 'after' ? without(plan) : plan;
}

/** They told something since the last one came that asked. */
function isTold({ sent, told }: Plan, { hours }: PlanGrounds): boolean {
  const last = told.at(-1);
  if (sent === undefined || last === undefined || !isAfter(sent)) return false;
  return last.date >= dateIn(sent.at, hours.zone);
}

function isAfter({ reason }: NonNullable<Plan['sent']>): boolean {
  return reason.kind === 'interview' && reason.what === 'after';
}

function dateIn(at: string, zone: string = NO_ZONE): string {
  return localDate(Temporal.Instant.from(at), zone);
}
