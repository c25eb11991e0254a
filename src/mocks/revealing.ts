import { revealCard } from './cards/reveal-card.ts';
import type { Group, Mock } from './mock.ts';
import type { MockEffect, MockGrounds, MockTurn } from './mock-event.ts';
import { memberOf, withGroup } from './people.ts';
import { cardOf, cardsOf, tellingOf } from './telling.ts';

/**
 * The reveal rule: the scorecards of a telling open together, to the two alone, once both have sent theirs. Where the time
 * is up they open with what has come.
 */
export function revealed(mock: Mock, group: Group, turn: 0 | 1, grounds: MockGrounds): MockTurn {
  const now = mock.groups.find(({ no }) => no === group.no) ?? group;
  if (now.revealed.includes(turn)) return { mock, effects: [] };
  const opened: Group = { ...withTelling(now, turn), revealed: [...now.revealed, turn] };
  const after = withGroup(mock, opened);
  return { mock: after, effects: shown(after, opened, turn, grounds) };
}

/** The answer of somebody who leaves, and whose place another takes: the two of it see what has come. */
export function revealedToLeaver(mock: Mock, group: Group, grounds: MockGrounds): MockTurn {
  if (!hasCards(mock, group)) return { mock, effects: [] };
  const after = withGroup(mock, withTelling(group, group.turn));
  return { mock: after, effects: shown(after, group, group.turn, grounds) };
}

/** Whether any card of what is told now has come. */
export function hasCards(mock: Mock, group: Group): boolean {
  return cardsOf(mock, tellingOf(group)).length > 0;
}

/** Whether both have sent theirs. */
export function mayOpen(mock: Mock, { no }: Group, turn: 0 | 1): boolean {
  return cardOf(mock, no, turn, 'partner') !== undefined && cardOf(mock, no, turn, 'own') !== undefined;
}

/** Side by side, to each of the two. Whoever was forgotten is not written to. */
export function shown(mock: Mock, group: Group, turn: 0 | 1, { guide }: MockGrounds): MockEffect[] {
  const { pair, candidate } = tellingOf(group, turn);
  return pair
    .filter((to) => memberOf(mock, to)?.answer !== undefined)
    .map(
      (to): MockEffect => ({
        type: 'tell',
        to,
        of: candidate,
        card: revealCard(mock, group, turn, guide, to),
      }),
    );
}

function withTelling(group: Group, turn: 0 | 1): Group {
  const { pair, observer, tellings = [] } = group;
  return {
    ...group,
    tellings: [...tellings, { turn, pair, ...(observer === undefined ? {} : { observer }) }],
  };
}
