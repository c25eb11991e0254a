import { asked } from './asked.ts';
import { NO_ZONE } from './asking.ts';
import { lineCard } from './cards/plan-cards.ts';
import type { OpenQuestion, Plan } from './plan.ts';
import type { PlanGrounds, PlanTurn } from './plan-event.ts';
import { rearmed } from './rearmed.ts';
import { readWhen } from './when/read-when.ts';
import { zonesMeant } from './zones.ts';

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
  const card = lineCard(
    'I could not write to you where your reminders come, so the last did not reach you. I try again from now on.',
  );
  const told = isNew ? [] : [{ type: 'say' as const, card }];
  return rearmed({ ...made, plan, effects: [...told, ...made.effects] }, grounds);
}

const YES: ReadonlySet<string> = new Set([
  'yes',
  'y',
  'ok',
  'okay',
  'sure',
  'that is right',
  'right',
  'yes please',
]);
const NO: ReadonlySet<string> = new Set(['no', 'n', 'no thanks', 'cancel', 'not now']);
/** Longer than this it is no answer to a question of the plan's. */
const LONGEST_REPLY = 100;

/** Plain words where the coach waits for an answer: taken only where they are one, else they are for the practice. */
export function saidPlainly(plan: Plan, text: string, grounds: PlanGrounds): PlanTurn {
  const question = plan.asks;
  if (question?.fresh !== true || question.at !== grounds.here) return { plan, effects: [], passed: true };
  const words = replyIn(question, text, grounds);
  if (words === undefined) {
    const { asks: _, ...rest } = plan;
    return { plan: { ...rest, asks: { ...question, fresh: false } }, effects: [], passed: true };
  }
  return answered(plan, asked(plan, words, grounds), grounds);
}

/** The words after `remind` that an answer means; undefined where it is none. Where a practice asks too, only what is plainly one. */
function replyIn({ about, choices }: OpenQuestion, text: string, grounds: PlanGrounds): string | undefined {
  if (about.what === 'after') return text.trim() === '' || grounds.isBeside ? undefined : `asked ${text}`;
  // A reminder comes unasked: beside a practice its own words and buttons answer it, and nothing else.
  if (about.what === 'reminder' && grounds.isBeside) return undefined;
  const bare = text
    .trim()
    .toLowerCase()
    .replace(/[.!?]+$/u, '');
  if (bare.length === 0 || bare.length > LONGEST_REPLY || text.includes('\n')) return undefined;
  if (about.what === 'confirm' && YES.has(bare)) return 'yes';
  if (NO.has(bare)) return 'no';
  const chosen = /^\d$/u.test(bare)
    ? choices[Number(bare) - 1]
    : choices.find(({ label, words }) => [label.toLowerCase(), words.toLowerCase()].includes(bare));
  if (chosen !== undefined) return chosen.words;
  const { at, hours } = grounds;
  if (about.what === 'zone')
    return grounds.isBeside && zonesMeant(text, { now: at }) === undefined
      ? undefined
      : `zone ${text.trim()}`;
  const isTime = readWhen(text, { now: at, zone: hours.zone ?? NO_ZONE }).read !== 'unread';
  return about.what === 'when' && isTime ? text.trim() : undefined;
}
