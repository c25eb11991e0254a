import { A_COLLEAGUE } from './cards/names.ts';
import { leftGroup } from './leaving.ts';
import type { Member, Mock } from './mock.ts';
import type { MockGrounds, MockTurn } from './mock-event.ts';
import { nobodyBeside } from './nobody.ts';
import { followedBy, memberOf, withMember } from './people.ts';

/**
 * Everything held about somebody goes: their words, the cards of their answers, their name and their id. A group that they
 * were in keeps a place for nobody in particular, since the other's own cards hang on it.
 */
export function forgotten(mock: Mock, id: string, grounds: MockGrounds): MockTurn {
  const member = memberOf(mock, id);
  // What the others read of it names nobody any more.
  const unnamed = member === undefined ? mock : withMember(mock, { ...member, name: A_COLLEAGUE }, {});
  return followedBy(leftGroup(unnamed, id, grounds), (gone) => {
    const isInGroup = gone.groups.some((group) => isNamed(group, id));
    const nobody = nobodyBeside([gone.organizer.id, ...gone.members.map((one) => one.id)]);
    const without: Mock = {
      ...gone,
      // Whoever organised it, and is gone, changes it no more: an admin can.
      organizer: gone.organizer.id === id ? { id, name: A_COLLEAGUE } : gone.organizer,
      members: gone.members.flatMap((one): Member[] =>
        one.id !== id ? [one] : isInGroup ? [{ id, name: A_COLLEAGUE, practised: 0, left: true }] : [],
      ),
      cards: gone.cards.filter(({ candidate }) => candidate !== id),
      words: gone.words.filter(({ candidate }) => candidate !== id),
    };
    return { mock: renamed(without, id, nobody), effects: [] };
  });
}

function isNamed(held: unknown, id: string): boolean {
  if (typeof held !== 'object' || held === null) return held === id;
  return Object.values(held).some((part) => isNamed(part, id));
}

/** Wherever the state names somebody, it names nobody: whatever is added to it later, too. */
function renamed<Held>(held: Held, id: string, to: string): Held;
function renamed(held: unknown, id: string, to: string): unknown {
  if (Array.isArray(held)) return held.map((part) => renamed(part, id, to));
  if (typeof held !== 'object' || held === null) return held === id ? to : held;
  return Object.fromEntries(Object.entries(held).map(([key, part]) => [key, renamed(part, id, to)]));
}
