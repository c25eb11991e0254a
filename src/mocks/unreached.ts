import { unreachedCard } from './cards/unreached-card.ts';
import type { Group, Mock } from './mock.ts';
import type { MockEffect, MockTurn } from './mock-event.ts';
import { groupOf, memberOf, peopleOf, withMember } from './people.ts';

/** They cannot be written to: it is noted, and what comes for all the others comes. Where they are in a group it is said there, once. */
export function unreached(mock: Mock, id: string): MockTurn {
  const member = memberOf(mock, id);
  if (member === undefined || member.unreached) return { mock, effects: [] };
  const after = withMember(mock, member, { unreached: true });
  const group = groupOf(after, id);
  return { mock: after, effects: group === undefined ? [] : [saidIn(after, group, id)] };
}

/** Those of a group who cannot be written to are told in its place how they see what is theirs. */
export function unreachedIn(mock: Mock, group: Group): MockEffect[] {
  return peopleOf(group)
    .filter((id) => memberOf(mock, id)?.unreached)
    .map((id) => saidIn(mock, group, id));
}

function saidIn(mock: Mock, { no }: Group, id: string): MockEffect {
  return { type: 'sayIn', group: no, card: unreachedCard(mock, id) };
}
