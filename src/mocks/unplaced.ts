import { noPlaceCard } from './cards/no-place-cards.ts';
import type { Mock } from './mock.ts';
import type { MockEffect, MockGrounds, MockTurn } from './mock-event.ts';
import { memberOf, peopleOf, withGroup } from './people.ts';
import { goesOnWithout } from './without-unreached.ts';

/**
 * A group's place could not be opened: each hears alone how it goes on without one. Whoever can be written to neither there nor
 * alone is not waited for.
 */
export function unplaced(mock: Mock, no: number, grounds: MockGrounds): MockTurn {
  const group = mock.groups.find((one) => one.no === no);
  if (group === undefined || group.phase === 'over') return { mock, effects: [] };
  const noted = withGroup(mock, { ...group, placeless: true });
  const gone = peopleOf(group).filter((id) => memberOf(mock, id)?.unreached);
  if (gone.length > 0) return goesOnWithout(noted, group, gone, grounds);
  return {
    mock: noted,
    effects: peopleOf(group).map(
      (to): MockEffect => ({ type: 'tell', to, card: noPlaceCard(mock, group, to) }),
    ),
  };
}
