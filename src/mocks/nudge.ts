import { Temporal } from 'temporal-polyfill';
import { isQuiet, outOfQuiet } from '../reminders/quiet-hours.ts';
import { USUAL_QUIET_HOURS } from '../reminders/recurrence.ts';
import { candidateCard } from './cards/candidate-card.ts';
import { formsFor } from './forms-for.ts';
import { isBy, later, msFrom } from './instants.ts';
import type { Group, Mock } from './mock.ts';
import type { MockGrounds, MockTurn } from './mock-event.ts';
import { candidateOf, interviewerOf, memberOf, withGroup } from './people.ts';

/**
 * An asynchronous pair is kept moving: half-way through a phase, whose move it is hears of it once more, in their day. None
 * where their night would bring it after the phase.
 */
export function nudgeAt(mock: Mock, group: Group, at: string): string | undefined {
  if (mock.mode.kind === 'live' || group.phase === 'over') return undefined;
  const half = Temporal.Instant.from(later(at, msFrom(at, group.endsAt) / 2));
  const mover = group.phase === 'answer' ? candidateOf(group) : interviewerOf(group);
  const zone = memberOf(mock, mover)?.zone ?? mock.zone;
  const day = isQuiet(half, zone, USUAL_QUIET_HOURS) ? outOfQuiet(half, zone, USUAL_QUIET_HOURS) : half;
  const instant = later(day.toString(), 0);
  return isBy(group.endsAt, instant) ? undefined : instant;
}

/** It is half-way. */
export function nudged(mock: Mock, group: Group, grounds: MockGrounds): MockTurn {
  const { nudgeAt: _, ...rest } = group;
  const after = withGroup(mock, rest);
  if (group.phase === 'answer')
    return {
      mock: after,
      effects: [{ type: 'tell', to: candidateOf(group), card: candidateCard(after, rest, grounds.guide) }],
    };
  return { mock: after, effects: formsFor(after, rest, grounds) };
}
