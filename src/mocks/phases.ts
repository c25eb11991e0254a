import { groupOverCard } from './cards/group-cards.ts';
import { formsFor } from './forms-for.ts';
import { phaseWords, turnWords } from './gathered.ts';
import { msFrom } from './instants.ts';
import type { Group, Mock, Phase } from './mock.ts';
import type { MockGrounds, MockTurn } from './mock-event.ts';
import { nudgeAt } from './nudge.ts';
import { followedBy, withGroup } from './people.ts';
import { revealed } from './revealing.ts';
import { LATE_MARK_MS, phaseEnd, phasesOf } from './script.ts';

/** The time of a group's phase is up. A mark that comes late begins the next phase now: nobody loses time by it. */
export function phaseOver(mock: Mock, group: Group, grounds: MockGrounds): MockTurn {
  const isLate = msFrom(group.endsAt, grounds.at) > LATE_MARK_MS;
  return movedOn(mock, group, isLate ? grounds.at : group.endsAt, grounds);
}

/** A group goes on to what comes next, from `at`: a phase, the other's telling, the end. */
export function movedOn(mock: Mock, group: Group, at: string, grounds: MockGrounds): MockTurn {
  if (group.phase === 'over') return { mock, effects: [] };
  const phases = phasesOf(mock);
  const next = phases[phases.indexOf(group.phase) + 1];
  if (next !== undefined) return begun(mock, group, next, at, grounds);
  return followedBy(revealed(mock, group, group.turn, grounds), (shown) =>
    group.turn === 0 ? swapped(shown, group, at, grounds) : ended(shown, group),
  );
}

function begun(mock: Mock, group: Group, phase: Phase, at: string, grounds: MockGrounds): MockTurn {
  const moved = inPhase(mock, group, phase, at);
  const words = [phaseWords(moved.mock, moved.group, at, grounds)];
  if (phase === 'talk')
    return followedBy(revealed(moved.mock, moved.group, group.turn, grounds), (next) => ({
      mock: next,
      effects: words,
    }));
  const isForCards = phase === (mock.mode.kind === 'live' ? 'cards' : 'asking');
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
  const group = mock.groups.find((one) => one.no === no);
  if (group === undefined || group.phase === 'over') return { mock, effects: [] };
  const { nudgeAt: _, ...rest } = group;
  const over: Group = { ...rest, phase: 'over' };
  const after = withGroup(mock, over);
  return { mock: after, effects: [{ type: 'sayIn', group: no, card: groupOverCard(after, over) }] };
}

function inPhase(mock: Mock, group: Group, phase: Phase, at: string): { mock: Mock; group: Group } {
  const { nudgeAt: _, ...rest } = group;
  const endsAt = phaseEnd(mock, group.turn, phase, at);
  const moved: Group = { ...rest, phase, endsAt };
  const nudge = nudgeAt(mock, moved, at);
  const next: Group = nudge === undefined ? moved : { ...moved, nudgeAt: nudge };
  return { mock: withGroup(mock, next), group: next };
}
