import { Temporal } from 'temporal-polyfill';
import type { Card } from '../card/card.ts';
import { howWasItCard } from './cards/how-was-it-card.ts';
import { reminderCard } from './cards/reminder-card.ts';
import type { Plan, Reason } from './plan.ts';
import type { PlanGrounds } from './plan-event.ts';
import { localDate } from './zoned.ts';

/** The card of a reminder that comes now, or came just now. `wasFor`: when it was planned, in words, where it is late. */
export function sentCard(
  plan: Plan,
  reason: Reason,
  seq: number,
  { at, hours, about, isBeside }: PlanGrounds,
  wasFor?: string,
): Card {
  if (reason.kind === 'interview' && reason.what === 'after') return howWasItCard(seq, isBeside);
  return reminderCard({
    reason,
    about,
    seq,
    missed: plan.missed,
    ...(wasFor === undefined ? {} : { wasFor }),
    ...daysLeft(plan, at, hours.zone),
  });
}

function daysLeft({ interview }: Plan, at: string, zone = 'UTC'): { daysToInterview?: number } {
  if (interview === undefined) return {};
  const today = Temporal.PlainDate.from(localDate(Temporal.Instant.from(at), zone));
  const days = today.until(interview.date).days;
  return days >= 0 ? { daysToInterview: days } : {};
}
