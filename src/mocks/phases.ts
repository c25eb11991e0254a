import { awayCard, groupOverCard } from './cards/group-cards.ts';
import { formsFor } from './forms-for.ts';
import { phaseWords, turnWords } from './gathered.ts';
import { isBy, msFrom } from './instants.ts';
import type { Group, Mock, Phase } from './mock.ts';
import type { MockEffect, MockGrounds, MockTurn } from './mock-event.ts';
import { nudgeAt } from './nudge.ts';
import { followedBy, withGroup } from './people.ts';
import { hasCards, revealed } from './revealing.ts';
import { GONE_AFTER_MS, LATE_MARK_MS, phaseEnd, phaseOfCards, phasesOf } from './script.ts';

/** The time of a group's phase is up. A mark that comes late begins the next phase now: nobody loses time by it. */
export function phaseOver(mock: Mock, group: Group, grounds: MockGrounds): MockTurn {
  const late = msFrom(group.endsAt, grounds.at);
  if (mock.mode.kind === 'live' && late > GONE_AFTER_MS)
    return followedBy(cutShort(mock, group, grounds), (next) => ({
      mock: next,
      effects: [{ type: 'sayIn', group: group.no, card: awayCard(next, group) }],
    }));
  return movedOn(mock, group, late > LATE_MARK_MS ? grounds.at : group.endsAt, grounds);
}

/** A group goes on to what comes next, from `at`: a phase, the other's telling, the end. */
export function movedOn(mock: Mock, group: Group, at: string, grounds: MockGrounds): MockTurn {
  if (group.phase === 'over') return { mock, effects: [] };
  const phases = phasesOf(mock);
  const following = phases[phases.indexOf(group.phase) + 1];
  // Cards that are open already are not waited for.
  const isOpen = group.revealed.includes(group.turn);
  const next = following === phaseOfCards(mock) && isOpen ? 'talk' : following;
  if (next !== undefined) return begun(mock, group, next, at, grounds);
  return followedBy(revealed(mock, group, group.turn, grounds), (shown) =>
    group.turn === 0 ? swapped(shown, group, at, grounds) : ended(shown, group),
  );
}

/** A phase begins, of the telling that is now. */
export function begun(mock: Mock, group: Group, phase: Phase, at: string, grounds: MockGrounds): MockTurn {
  const moved = inPhase(mock, group, phase, at);
  const words = [phaseWords(moved.mock, moved.group, at, grounds)];
  if (phase === 'talk')
    return followedBy(revealed(moved.mock, moved.group, group.turn, grounds), (next) => ({
      mock: next,
      // Where no time is left for it, nothing is said of it.
      effects: isBy(moved.group.endsAt, at) ? [] : words,
    }));
  const isForCards = phase === phaseOfCards(mock);
  return {
    mock: moved.mock,
    effects: [...words, ...(isForCards ? formsFor(moved.mock, moved.group, grounds) : [])],
  };
}

/** The other answers now. */
function swapped(mock: Mock, { no }: Group, at: string, grounds: MockGrounds): MockTurn {
  const group = mock.groups.find((one) => one.no === no);
  const [phase] = phasesOf(mock);
  if (group === undefined || phase === undefined) return { mock, effects: [] };
  const moved = inPhase(mock, { ...group, turn: 1 }, phase, at);
  return {
    mock: moved.mock,
    effects: [
      phaseWords(moved.mock, moved.group, at, grounds),
      ...turnWords(moved.mock, moved.group, grounds),
    ],
  };
}

/** Both have answered. */
export function ended(mock: Mock, { no }: Group): MockTurn {
  const over = closed(mock, no);
  if (over === undefined) return { mock, effects: [] };
  const effect: MockEffect = { type: 'sayIn', group: no, card: groupOverCard(over.mock, over.group) };
  return { mock: over.mock, effects: [effect] };
}

/** It ends before its script does: what has come opens, and whoever calls this says why. */
export function cutShort(mock: Mock, group: Group, grounds: MockGrounds): MockTurn {
  if (group.phase === 'over') return { mock, effects: [] };
  const shown = hasCards(mock, group) ? revealed(mock, group, group.turn, grounds) : { mock, effects: [] };
  return { mock: closed(shown.mock, group.no)?.mock ?? shown.mock, effects: shown.effects };
}

function closed(mock: Mock, no: number): { mock: Mock; group: Group } | undefined {
  const group = mock.groups.find((one) => one.no === no);
  if (group === undefined || group.phase === 'over') return undefined;
  const { nudgeAt: _, waived: __, ...rest } = group;
  const over: Group = { ...rest, phase: 'over' };
  return { mock: withGroup(mock, over), group: over };
}

function inPhase(mock: Mock, group: Group, phase: Phase, at: string): { mock: Mock; group: Group } {
  const { nudgeAt: _, waived: __, ...rest } = group;
  const moved: Group = { ...rest, phase, endsAt: phaseEnd(mock, group, phase, at) };
  const nudge = nudgeAt(mock, moved, at);
  const next: Group = nudge === undefined ? moved : { ...moved, nudgeAt: nudge };
  return { mock: withGroup(mock, next), group: next };
}
