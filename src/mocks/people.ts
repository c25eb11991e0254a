import type { Group, Member, Mock } from './mock.ts';
import type { Asked, MockTurn } from './mock-event.ts';

/** Who belongs to a session, and how they are looked up and changed. */

export function memberOf(mock: Mock, id: string): Member | undefined {
  return mock.members.find((one) => one.id === id);
}

/** The member, of whom it is known that they are there: groups hold members alone. */
export function knownMember(mock: Mock, id: string): Member {
  const member = memberOf(mock, id);
  if (member === undefined) throw new Error('a group holds somebody who was never asked');
  return member;
}

/** The session with what changed about one person; they are put in where they were not. */
export function withMember(mock: Mock, person: Asked, change: Partial<Member>): Mock {
  const known = memberOf(mock, person.id);
  // What their platform says now goes before what it said then.
  const member: Member = { ...known, ...person, ...change };
  return {
    ...mock,
    members:
      known === undefined
        ? [...mock.members, member]
        : mock.members.map((one) => (one.id === person.id ? member : one)),
  };
}

export function joined({ members }: Mock): readonly Member[] {
  return members.filter(({ answer }) => answer === 'joined');
}

/** Where somebody is now: the group that has not ended. */
export function groupOf({ groups }: Mock, id: string): Group | undefined {
  return groups.find((group) => group.phase !== 'over' && isIn(group, id));
}

/** What somebody would leave, as a button names it: their group by its number, or `0` between two. */
export function whereFrom(mock: Mock, id: string): string {
  return String(groupOf(mock, id)?.no ?? 0);
}

export function isIn({ pair, observer }: Group, id: string): boolean {
  return pair.includes(id) || observer === id;
}

/** All of a group, in the order in which they answer. */
export function peopleOf({ pair, observer }: Group): readonly string[] {
  return observer === undefined ? pair : [...pair, observer];
}

export function candidateOf({ pair, turn }: Pick<Group, 'pair' | 'turn'>): string {
  return pair[turn];
}

export function interviewerOf({ pair, turn }: Pick<Group, 'pair' | 'turn'>): string {
  return pair[turn === 0 ? 1 : 0];
}

export function withGroup(mock: Mock, group: Group): Mock {
  return { ...mock, groups: mock.groups.map((one) => (one.no === group.no ? group : one)) };
}

/** There, in no group, and not through with theirs: to be paired. */
export function unpaired(mock: Mock): readonly Member[] {
  return joined(mock).filter((one) => isThere(one) && isFree(mock, one.id));
}

export function isThere({ here, left }: Member): boolean {
  return here === true && !left;
}

export function isFree(mock: Mock, id: string): boolean {
  return groupOf(mock, id) === undefined && !isThrough(mock, id);
}

/** Both answers of their group are told, in this round: they are drawn into no other. */
export function isThrough({ groups, groupsBefore = 0 }: Mock, id: string): boolean {
  return groups.some(
    (group) =>
      group.no > groupsBefore && group.phase === 'over' && group.revealed.length > 1 && isIn(group, id),
  );
}

/**
 * Live, whoever said that they are there and was in a group. With days, whoever wrote something there, or was heard by
 * somebody: all who joined are paired then, and some never come.
 */
export function tookPart({ groups, cards, words, mode }: Mock, id: string): boolean {
  if (mode.kind === 'live') return groups.some((group) => isIn(group, id));
  return (
    cards.some(({ writer, candidate }) => writer === id || candidate === id) ||
    words.some(({ candidate }) => candidate === id)
  );
}

/** Whether anybody who joined may still come. */
export function isAwaiting(mock: Mock): boolean {
  return mock.graceUntil !== undefined && joined(mock).some(({ here }) => !here);
}

/** What follows on what was done: the effects of both, in their order. */
export function followedBy(turn: MockTurn, next: (mock: Mock) => MockTurn): MockTurn {
  const after = next(turn.mock);
  return { mock: after.mock, effects: [...turn.effects, ...after.effects] };
}
