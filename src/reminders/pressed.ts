import { asked } from './asked.ts';
import { without } from './asking.ts';
import { lineCard } from './cards/plan-cards.ts';
import { dismissed } from './dismissed.ts';
import { pressedHow } from './how-it-went.ts';
import type { Plan } from './plan.ts';
import type { PlanEvent, PlanGrounds, PlanTurn } from './plan-event.ts';
import { putOff } from './put-off.ts';
import { sentCard } from './sent-card.ts';

type Pressed = Extract<PlanEvent, { type: 'pressed' }>;

/** Buttons that mean the same on a card of any age. */
const LASTING: ReadonlySet<string> = new Set([
  'change',
  'stop',
  'wake',
  'pause',
  '',
  'start',
  'step',
  'open',
  'skip',
  'back',
  'asked-yes',
  'asked-no',
  'asked-skip',
]);

/** A button of a reminder or of a card of the plan. One that answers an earlier question changes nothing and says so. */
export function pressed(plan: Plan, event: Pressed, grounds: PlanGrounds): PlanTurn {
  const { verb, seq, nth } = event;
  const isOld = seq !== undefined && plan.asks?.seq !== seq && plan.sent?.seq !== seq;
  if (isOld && !LASTING.has(verb)) return old(plan, grounds);
  switch (verb) {
    case 'pick': {
      const choice = plan.asks?.choices[(nth ?? 0) - 1];
      // Where nothing is planned yet the choices are the usual ones.
      return choice === undefined ? old(plan, grounds) : asked(plan, choice.words, grounds);
    }
    case 'start':
      return { plan: without(plan), effects: [], start: {} };
    case 'step':
      return asked(without(plan), 'start', grounds);
    case 'open':
      return opened(plan, grounds);
    case 'skip':
      return seq === undefined ? asked(plan, 'skip', grounds) : dismissed(plan, grounds, isOld);
    case 'snooze-1h':
    case 'snooze-evening':
    case 'snooze-tomorrow':
      return putOff(plan, verb.replace('snooze-', ''), grounds);
    case 'asked-yes':
    case 'asked-no':
    case 'asked-skip':
      return pressedHow(plan, verb.replace('asked-', ''), grounds);
    default:
      return asked(plan, verb, grounds);
  }
}

/** Why the last one came: where a notification shows what a message says, that is told here. */
function opened(plan: Plan, grounds: PlanGrounds): PlanTurn {
  const { sent } = plan;
  if (sent === undefined) return asked(plan, '', grounds);
  const { notice: _, ...card } = sentCard(plan, sent.reason, sent.seq, grounds);
  return { plan, effects: [{ type: 'say', card }] };
}

function old(plan: Plan, grounds: PlanGrounds): PlanTurn {
  const made = asked(plan, '', grounds);
  const line = lineCard('That button belongs to an earlier card. This is how it stands now:');
  return { ...made, effects: [{ type: 'say', card: line }, ...made.effects] };
}
