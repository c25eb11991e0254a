import { Temporal } from 'temporal-polyfill';
import { text } from '../card/card.ts';
import { outOfQuiet } from '../reminders/quiet-hours.ts';
import { USUAL_QUIET_HOURS } from '../reminders/recurrence.ts';
import { candidateCard } from './cards/candidate-card.ts';
import { formsFor } from './forms-for.ts';
import { isBy, later, msFrom } from './instants.ts';
import type { Group, Mock } from './mock.ts';
import type { MockEffect, MockGrounds, MockTurn } from './mock-event.ts';
import { candidateOf, interviewerOf, memberOf, withGroup } from './people.ts';

/**
 * An asynchronous pair is kept moving: half-way through a phase, whose move it is hears of it once more, in their day. None
 * where their night would bring it after the phase.
 */
export function nudgeAt(mock: Mock, group: Group, at: string): string | undefined {
  if (mock.mode.kind === 'live' || group.phase === 'over') return undefined;
  const half = later(at, msFrom(at, group.endsAt) / 2);
  const mover = group.phase === 'answer' ? candidateOf(group) : interviewerOf(group);
  return inDay(mock, group, mover, half);
}

/** It is half-way. A bell that comes late may find it night: then it is the morning, for whoever is still asked for something. */
export function nudged(mock: Mock, group: Group, grounds: MockGrounds): MockTurn {
  const { nudgeAt: _, ...rest } = group;
  const after = withGroup(mock, rest);
  if (isBy(group.endsAt, grounds.at)) return { mock: after, effects: [] };
  const words = wordsFor(after, rest, grounds);
  const now = words.filter(({ to }) => inDay(mock, group, to, grounds.at) === later(grounds.at, 0));
  if (now.length > 0) return { mock: after, effects: now };
  const [next] = words
    .flatMap(({ to }) => inDay(mock, group, to, grounds.at) ?? [])
    .toSorted((one, other) => Date.parse(one) - Date.parse(other));
  return { mock: next === undefined ? after : withGroup(mock, { ...rest, nudgeAt: next }), effects: [] };
}

const STILL = 'A reminder, for when it suits you: this is your next step.';

type Told = Extract<MockEffect, { type: 'tell' }>;

function wordsFor(mock: Mock, group: Group, { guide }: MockGrounds): Told[] {
  const words: Told[] =
    group.phase === 'answer'
      ? [{ type: 'tell', to: candidateOf(group), card: candidateCard(mock, group, guide) }]
      : formsFor(mock, group, { guide });
  // They have had this card before: it says why it is there again.
  return words.map((one) => ({ ...one, card: { ...one.card, blocks: [text(STILL), ...one.card.blocks] } }));
}

/** That instant, or when their night that it falls into is over; none where that is after the phase. */
function inDay(mock: Mock, group: Group, id: string, at: string): string | undefined {
  const zone = memberOf(mock, id)?.zone ?? mock.zone;
  const awake = later(byDay(Temporal.Instant.from(at), zone).toString(), 0);
  return isBy(group.endsAt, awake) ? undefined : awake;
}

function byDay(instant: Temporal.Instant, zone: string): Temporal.Instant {
  try {
    return outOfQuiet(instant, zone, USUAL_QUIET_HOURS);
  } catch (thrown) {
    // Of a zone that this computer's tables do not know, nobody can say when it is night.
    if (thrown instanceof RangeError) return instant;
    throw thrown;
  }
}
