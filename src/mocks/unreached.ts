import type { Mock } from './mock.ts';
import type { MockGrounds, MockTurn } from './mock-event.ts';
import { groupOf, memberOf, withMember } from './people.ts';
import { unreachedTold } from './unreached-words.ts';
import { goesOnWithout } from './without-unreached.ts';

/** They cannot be written to: it is noted, and what comes for all the others comes. Where they are in a group it is said there, once. */
export function unreached(mock: Mock, id: string, grounds: MockGrounds): MockTurn {
  const member = memberOf(mock, id);
  if (member === undefined || member.unreached) return { mock, effects: [] };
  const after = withMember(mock, member, { unreached: true });
  const group = groupOf(after, id);
  if (group?.placeless === true) return goesOnWithout(after, group, [id], grounds);
  return { mock: after, effects: group === undefined ? [] : [unreachedTold(after, group, id)] };
}
