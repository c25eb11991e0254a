import { unreachedCard } from './cards/unreached-card.ts';
import type { Group, Mock } from './mock.ts';
import type { MockEffect } from './mock-event.ts';
import { memberOf, peopleOf } from './people.ts';

/** Those of a group who cannot be written to are told in its place how they see what is theirs. */
export function unreachedIn(mock: Mock, group: Group): MockEffect[] {
  return peopleOf(group)
    .filter((id) => memberOf(mock, id)?.unreached)
    .map((id) => unreachedTold(mock, group, id));
}

export function unreachedTold(mock: Mock, { no }: Group, id: string): MockEffect {
  return { type: 'sayIn', group: no, card: unreachedCard(mock, id) };
}
