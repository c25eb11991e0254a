import { asking, NO_ZONE, said, without } from './asking.ts';
import { lineCard, quietLine, shownCard, unchangedCard } from './cards/plan-cards.ts';
import { confirmed } from './confirmed.ts';
import { dismissed } from './dismissed.ts';
import { howItWent } from './how-it-went.ts';
import { pauseEnded, pausing } from './pausing.ts';
import { type Hours, isEmpty, type Plan } from './plan.ts';
import type { PlanGrounds, PlanTurn } from './plan-event.ts';
import { proposedAgain } from './proposed.ts';
import { putOff } from './put-off.ts';
import { quietAsked } from './quiet-asked.ts';
import { quietIn } from './quiet-in.ts';
import { armed } from './rearmed.ts';
import { skippedNext, stopped, takenBack } from './taken-back.ts';
import { isTime, timed } from './timed.ts';
import { whenAsked } from './when-asked.ts';
import { zoneTold } from './zone-told.ts';

/** `remind` and the words after it: they look at their plan, change it, or answer what was asked. */
export function asked(plan: Plan, typed: string, grounds: PlanGrounds): PlanTurn {
  const words = typed.trim().replace(/^(?:me|us)\b\s*/iu, '');
  const [verb = '', ...rest] = words.split(/\s+/u);
  const of = rest.join(' ');
  const [, before, zone] = /^(.+?) zone (\S.*)$/iu.exec(words) ?? [];
  // What they tell of an interview may hold any word.
  if (before !== undefined && zone !== undefined && verb.toLowerCase() !== 'asked')
    return zoneTold(plan, zone, grounds, asked, before);
  switch (verb.toLowerCase()) {
    case '':
      return shown(plan, grounds);
    case 'change':
      return whenAsked(plan, grounds);
    case 'stop':
    case 'off':
    case 'none':
    case 'never':
      return stopped(plan, grounds);
    case 'yes':
      return plan.asks?.about.what === 'confirm'
        ? confirmed(plan, plan.asks.about, grounds)
        : shown(plan, grounds);
    case 'no':
      return said(without(plan), unchangedCard(plan));
    case 'back':
    case 'undo':
      return takenBack(plan, grounds);
    case 'wake':
    case 'resume':
    case 'on':
      return of === '' ? woken(plan, grounds) : timed(plan, words, grounds);
    case 'skip':
      // Said to one that just came, it is that one.
      return plan.asks?.fresh === true && plan.asks.about.what === 'reminder'
        ? dismissed(plan, grounds)
        : skippedNext(plan, grounds);
    case 'snooze':
      return putOff(plan, of, grounds);
    case 'pause':
      return pausing(plan, of, grounds);
    case 'quiet':
      return quieted(plan, of, grounds);
    case 'zone':
      return zoneTold(plan, of, grounds, asked);
    case 'asked':
      return howItWent(plan, words.slice(verb.length), grounds);
    case 'start':
      return { plan, effects: [], start: startOf(grounds) };
    case 'set':
      return timeOrZone(plan, of, grounds);
    default:
      return timeOrZone(plan, words, grounds);
  }
}

/** Words for a time; or for a zone, where that is what was asked and they are no time. */
function timeOrZone(plan: Plan, words: string, grounds: PlanGrounds): PlanTurn {
  return plan.asks?.about.what === 'zone' && !isTime(words, grounds)
    ? zoneTold(plan, words, grounds, asked)
    : timed(plan, words, grounds);
}

function shown(plan: Plan, grounds: PlanGrounds): PlanTurn {
  // What waits for a yes is not lost by a look.
  if (plan.asks?.about.what === 'confirm') return proposedAgain(plan, grounds);
  if (isEmpty(plan)) return whenAsked(plan, grounds);
  const card = shownCard(goingOn(plan, grounds), grounds.hours, grounds.at);
  const seen: Plan = { ...without(plan), missed: [] };
  // Words for another time are heard under it, where no practice asks.
  return said(grounds.isBeside ? seen : asking(seen, { what: 'when', change: true }, [], grounds), card);
}

/** What was held goes on with this very look at it (see `answered.ts`): it is shown as it then stands. */
function goingOn(plan: Plan, { at, hours, personKey }: PlanGrounds): Plan {
  const { held, ...rest } = plan;
  return held === undefined ? plan : armed({ ...rest, since: at }, hours, personKey);
}

function woken(plan: Plan, grounds: PlanGrounds): PlanTurn {
  if (isEmpty(plan)) return whenAsked(plan, grounds);
  const { resting: _, held: __, skippedTo: ____, ...rest } = without(plan);
  const { pausedUntil: ___, ...hours } = grounds.hours;
  const since = grounds.at;
  const left = pauseEnded({ ...rest, since, unanswered: 0 }, since, hours.zone ?? NO_ZONE);
  const next = armed(left, hours, grounds.personKey);
  const card = shownCard(next, hours, grounds.at, 'Awake again.');
  return { plan: next, hours, effects: [{ type: 'say', card }] };
}

function quieted(plan: Plan, of: string, grounds: PlanGrounds): PlanTurn {
  const which = quietAsked(plan, of, grounds);
  if (which !== undefined) return which;
  const quiet = quietIn(of);
  if (quiet === undefined)
    return said(
      plan,
      lineCard(
        quietLine(grounds.hours.quiet),
        'To change them: remind quiet 22:00-7:00, or remind quiet none.',
      ),
    );
  const hours: Hours = { ...grounds.hours, quiet };
  const next = armed({ ...without(plan), since: grounds.at }, hours, grounds.personKey);
  const then = next.next === undefined ? [] : [`Next: ${next.next.wall}.`];
  return { plan: next, hours, effects: [{ type: 'say', card: lineCard(quietLine(quiet), ...then) }] };
}

/** The step the last critique wants next, else that practice once more; without one, a first. */
function startOf({ about }: PlanGrounds): NonNullable<PlanTurn['start']> {
  if (about.step !== undefined) return { step: about.step.id };
  return about.hasPractice && !about.sheltered ? { again: true } : {};
}
