import { revealCard } from './cards/reveal-card.ts';
import { cardOf } from './forms-for.ts';
import type { Group, Mock } from './mock.ts';
import type { MockEffect, MockGrounds, MockTurn } from './mock-event.ts';
import { candidateOf, withGroup } from './people.ts';

/**
 * The reveal rule: the scorecards of a telling open together, to the two alone, once both have sent theirs. Where the time
 * is up they open with what has come.
 */
export function revealed(mock: Mock, group: Group, turn: 0 | 1, grounds: MockGrounds): MockTurn {
  const now = mock.groups.find(({ no }) => no === group.no) ?? group;
  if (now.revealed.includes(turn)) return { mock, effects: [] };
  const opened: Group = { ...now, revealed: [...now.revealed, turn] };
  const after = withGroup(mock, opened);
  return { mock: after, effects: shown(after, opened, turn, grounds) };
}

/** Whether both have sent theirs. */
export function mayOpen(mock: Mock, { no }: Group, turn: 0 | 1): boolean {
  return cardOf(mock, no, turn, 'partner') !== undefined && cardOf(mock, no, turn, 'own') !== undefined;
}

/** Side by side, to each of the two. */
export function shown(mock: Mock, group: Group, turn: 0 | 1, { guide }: MockGrounds): MockEffect[] {
  return group.pair.map(
    (to): MockEffect => ({
      type: 'tell',
      to,
      of: candidateOf({ pair: group.pair, turn }),
      card: revealCard(mock, group, turn, guide, to),
    }),
  );
}
