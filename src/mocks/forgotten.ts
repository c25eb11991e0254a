import { leftGroup } from './leaving.ts';
import type { Mock } from './mock.ts';
import type { MockGrounds, MockTurn } from './mock-event.ts';
import { followedBy } from './people.ts';

/** Who it was is not known any more; others were in a group with them. */
const SOMEBODY = 'a colleague';

/**
 * Everything held about somebody goes: their words, the cards of their answers, and their name. A group that they were in
 * keeps a place without a name, since the other's own cards hang on it.
 */
export function forgotten(mock: Mock, id: string, grounds: MockGrounds): MockTurn {
  return followedBy(leftGroup(mock, id, grounds), (gone) => {
    const isInGroup = gone.groups.some(({ pair, observer }) => pair.includes(id) || observer === id);
    return {
      mock: {
        ...gone,
        members: isInGroup
          ? gone.members.map((one) =>
              one.id === id ? { id, name: SOMEBODY, practised: 0, left: true as const } : one,
            )
          : gone.members.filter((one) => one.id !== id),
        cards: gone.cards.filter(({ candidate }) => candidate !== id),
        words: gone.words.filter(({ candidate }) => candidate !== id),
      },
      effects: [],
    };
  });
}
