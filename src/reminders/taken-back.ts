import { asking, said, without } from './asking.ts';
import { lineCard, shownCard, TAKE_BACK } from './cards/plan-cards.ts';
import { isEmpty, type Plan } from './plan.ts';
import type { PlanGrounds, PlanTurn } from './plan-event.ts';
import { armed } from './rearmed.ts';
import { reasonInWords } from './reason-in-words.ts';

/** All reminders end. It can be taken back until something else is planned. */
export function stopped(plan: Plan, grounds: PlanGrounds): PlanTurn {
  if (isEmpty(plan) && plan.next === undefined) {
    const line = 'There is nothing planned, so no reminder comes.';
    return plan.undo === undefined ? said(without(plan), lineCard(line)) : offered(plan, line, grounds);
  }
  const { rhythm: _, interview: __, resting: ___, skippedTo: ____, sent, ...rest } = without(plan);
  const left: Plan = {
    ...rest,
    moments: [],
    missed: [],
    undo: undoOf(plan),
    ...(sent === undefined ? {} : { sent: { ...sent, over: true } }),
  };
  return offered(left, 'Stopped: no reminders come any more. Your practices stay as they are.', grounds);
}

/** The next one is left out; the rhythm stays. */
export function skippedNext(plan: Plan, grounds: PlanGrounds): PlanTurn {
  const { hours, personKey } = grounds;
  const { next } = plan;
  if (next === undefined) return said(plan, lineCard('There is none to skip.'));
  if (next.reason.kind === 'missed') {
    const told = armed({ ...without(plan), missed: [] }, hours, personKey);
    return said(
      told,
      lineCard(`There is none to skip. Not sent, since I was away: ${plan.missed.join('; ')}.`),
    );
  }
  const isOne = next.reason.kind === 'moment' || next.reason.kind === 'snoozed';
  const skipped: Plan = isOne
    ? { ...plan, moments: plan.moments.filter(({ at }) => Date.parse(at) !== Date.parse(next.at)) }
    : { ...plan, skippedTo: new Date(Date.parse(next.at) + 1).toISOString() };
  const left = armed({ ...without(skipped), undo: undoOf(plan) }, hours, personKey);
  const then = left.next === undefined ? 'Nothing else is planned.' : `The next is ${left.next.wall}.`;
  return offered(left, `Left out: ${next.wall} (${reasonInWords(next.reason)}). ${then}`, grounds);
}

/** What was stopped or skipped last stands again. */
export function takenBack(plan: Plan, { at, hours, personKey }: PlanGrounds): PlanTurn {
  const { undo, skippedTo: _, ...rest } = without(plan);
  if (undo === undefined) return said(plan, lineCard('There is nothing to take back.'));
  // What is past by now stays past.
  const since = rest.since > at ? rest.since : at;
  const again = armed({ ...rest, ...undo, since }, hours, personKey);
  return said(again, shownCard(again, hours, at, 'It is as it was.'));
}

function undoOf({ rhythm, moments, interview, skippedTo }: Plan): NonNullable<Plan['undo']> {
  return {
    moments,
    ...(rhythm === undefined ? {} : { rhythm }),
    ...(interview === undefined ? {} : { interview }),
    ...(skippedTo === undefined ? {} : { skippedTo }),
  };
}

function offered(plan: Plan, line: string, grounds: PlanGrounds): PlanTurn {
  const card = lineCard(line);
  const next = asking(plan, { what: 'undo' }, [], grounds);
  return said(next, { ...card, buttons: [TAKE_BACK, ...card.buttons] });
}
