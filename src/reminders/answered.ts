import { asked } from './asked.ts';
import { asking, NO_ZONE, said } from './asking.ts';
import { askedCard, lineCard } from './cards/plan-cards.ts';
import { momentInWords } from './in-words.ts';
import type { Plan } from './plan.ts';
import type { PlanGrounds, PlanTurn } from './plan-event.ts';
import { proposedAgain } from './proposed.ts';
import { rearmed } from './rearmed.ts';
import { replyIn } from './replies/reply-in.ts';

/**
 * The person is here and deals with their plan: the last reminder counts as answered. What was held, because they could not
 * be written to, goes on, and is said.
 */
export function answered(before: Plan, made: PlanTurn, grounds: PlanGrounds): PlanTurn {
  if (made.plan === undefined) return made;
  const { held, ...rest } = made.plan;
  if (held === undefined) return rearmed({ ...made, plan: { ...rest, unanswered: 0 } }, grounds);
  const isNew = before.held === undefined;
  const plan: Plan = { ...rest, unanswered: 0, since: grounds.at };
  const lost = before.moments.filter(({ at }) => at <= grounds.at);
  const zone = grounds.hours.zone ?? NO_ZONE;
  const card = lineCard(
    'I could not write to you where your reminders come, so the last did not reach you. I try again from now on.',
    ...(lost.length === 0
      ? []
      : [`Not sent meanwhile: ${lost.map(({ at }) => momentInWords(at, zone)).join('; ')}.`]),
  );
  const told = isNew ? [] : [{ type: 'say' as const, card }];
  return rearmed({ ...made, plan, effects: [...told, ...made.effects] }, grounds);
}

/** Plain words where the coach waits for an answer: taken only where they are one, else they are for the practice. */
export function saidPlainly(plan: Plan, text: string, grounds: PlanGrounds): PlanTurn {
  const question = plan.asks;
  if (question?.fresh !== true || question.at !== grounds.here) return { plan, effects: [], passed: true };
  const reply = replyIn(question, text, grounds);
  if (reply === undefined) {
    const { asks: _, ...rest } = plan;
    return { plan: { ...rest, asks: { ...question, fresh: false } }, effects: [], passed: true };
  }
  if ('words' in reply) return answered(plan, asked(plan, reply.words, grounds), grounds);
  if ('asks' in reply) return answered(plan, proposedAgain(plan, grounds), grounds);
  const next = asking(plan, question.about, reply.left, grounds);
  return answered(plan, said(next, askedCard('Which of them?', reply.left, next.seq)), grounds);
}
