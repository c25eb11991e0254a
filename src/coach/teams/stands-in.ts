import type { Group, Member, Mock } from '../../mocks/mock.ts';
import type { MockEffect } from '../../mocks/mock-event.ts';
import { isIn } from '../../mocks/people.ts';
import { type Named, namedIn } from './named-in.ts';

/** Who stands in what an effect shows, by their name or with their words, besides who reads it alone. Ids on the platform. */
export function standsIn(mock: Mock, effect: MockEffect): readonly string[] {
  switch (effect.type) {
    // The recap. In an announcement nobody stands: who joined is a count.
    case 'post':
      return effect.as === 'announcement' ? [] : namedIn(effect.card, mock.members);
    case 'gather':
      return effect.people;
    case 'sayIn':
      return namedIn(
        effect.card,
        peopleOfGroups(mock, ({ no }) => no === effect.group),
      );
    case 'tell': {
      const { to, of, card } = effect;
      const met = peopleOfGroups(mock, (group) => isIn(group, to) || isTold(group, to));
      const named = namedIn(card, [...met, mock.organizer]);
      return [...new Set([...(of === undefined ? [] : [of]), ...named])].filter((id) => id !== to);
    }
    default:
      return [];
  }
}

/** All who are, or were, in such a group: others may have taken their place. */
function peopleOfGroups(mock: Mock, isOne: (group: Group) => boolean): Named[] {
  const groups = mock.groups.filter(isOne);
  const ids = new Set(
    groups.flatMap(({ pair, observer, tellings = [] }) =>
      [{ pair, observer }, ...tellings].flatMap((one) => [...one.pair, one.observer ?? '']),
    ),
  );
  return mock.members.filter(({ id, left }: Member) => ids.has(id) || (left === true && groups.length > 0));
}

function isTold({ tellings = [] }: Group, id: string): boolean {
  return tellings.some(({ pair, observer }) => pair.includes(id) || observer === id);
}
