import { gatheredCard } from './cards/group-cards.ts';
import { partnerUnreachedCard } from './cards/no-place-cards.ts';
import { leftGroup } from './leaving.ts';
import type { Group, Mock } from './mock.ts';
import type { MockEffect, MockGrounds, MockTurn } from './mock-event.ts';
import { followedBy, knownMember, peopleOf, withGroup, withMember } from './people.ts';
import { withoutPlace } from './placed.ts';

/**
 * Some of a group can be written to nowhere, an account that ended for example: the others are not left with nobody for days.
 * They hear it alone, and go on as where somebody leaves; who is left of three get a place of their own.
 */
export function goesOnWithout(
  mock: Mock,
  group: Group,
  gone: readonly string[],
  grounds: MockGrounds,
): MockTurn {
  const others = peopleOf(group).filter((id) => !gone.includes(id));
  const told = others.map((to): MockEffect => ({ type: 'tell', to, card: partnerUnreachedCard(mock, gone) }));
  // None of them takes the place of another, or is put beside another pair.
  const without = gone.reduce((next, id) => withMember(next, knownMember(next, id), { left: true }), mock);
  const left = gone
    .toSorted((one, other) => placeIn(group, one) - placeIn(group, other))
    .reduce<MockTurn>((turn, id) => followedBy(turn, (next) => leftGroup(next, id, grounds)), {
      mock: without,
      effects: told,
    });
  // What is said in a place that nobody has is said to nobody.
  const effects = left.effects.filter((one) => one.type !== 'sayIn' || one.group !== group.no);
  return followedBy({ mock: left.mock, effects }, (next) => gatheredAnew(next, group.no, grounds));
}

/** Who observes goes first: nobody takes their place. */
function placeIn({ observer }: Group, id: string): number {
  return id === observer ? 0 : 1;
}

function gatheredAnew(mock: Mock, no: number, grounds: MockGrounds): MockTurn {
  const group = mock.groups.find((one) => one.no === no);
  if (group === undefined || group.phase === 'over') return { mock, effects: [] };
  const fresh = withoutPlace(group);
  const after = withGroup(mock, fresh);
  const people = peopleOf(fresh);
  const card = gatheredCard(after, fresh, grounds.guide);
  return { mock: after, effects: [{ type: 'gather', group: no, people, card }] };
}
