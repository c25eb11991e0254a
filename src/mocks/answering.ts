import { announced } from './announced.ts';
import { joinedCard, notThisCard, observesCard, tooLateCard } from './cards/answered-cards.ts';
import { waitingCard } from './cards/start-cards.ts';
import { observing } from './grouping.ts';
import { asksToLeave } from './leaving.ts';
import type { Member, Mock } from './mock.ts';
import type { Asked, MockEffect, MockGrounds, MockTurn } from './mock-event.ts';
import {
  followedBy,
  groupOf,
  isAwaiting,
  isIn,
  joined,
  knownMember,
  memberOf,
  unpaired,
  withMember,
} from './people.ts';
import { observerPlaced, pairedMeanwhile, soloFor } from './starting.ts';
import { changedForOne, inCalendarOf } from './taken-from-calendars.ts';

/** Join, or Observe. Once it has begun it says that they are there, too. */
export function came(mock: Mock, by: Asked, answer: 'joined' | 'observes', grounds: MockGrounds): MockTurn {
  const again = reopened(mock, by);
  if (again !== undefined) return arrived(again, by, answer, grounds);
  if (isOver(mock)) return tooLate(mock, by);
  if (mock.stage === 'running') return arrived(mock, by, answer, grounds);
  const before = memberOf(mock, by.id)?.answer;
  // Pressed twice: it is said and in their calendar.
  if (before === answer) return { mock: withMember(mock, by, {}), effects: [] };
  const hadEntry = before === 'joined' || before === 'observes';
  const after = withMember(mock, by, { answer });
  const member = knownMember(after, by.id);
  const said = tell(by, answer === 'joined' ? joinedCard(after, member) : observesCard(after, member));
  const told: MockTurn = { mock: after, effects: [said] };
  return hadEntry
    ? { mock: after, effects: [said, ...announced(after)] }
    : cameIn(told, by, before === 'notThis', grounds);
}

/** Not this time: nobody else is told, and nothing is said of it. */
export function declined(mock: Mock, by: Asked, grounds: MockGrounds): MockTurn {
  if (isOver(mock)) return tooLate(mock, by);
  const before = memberOf(mock, by.id)?.answer;
  if (before === 'notThis') return { mock, effects: [] };
  // Whoever has taken part already would leave: they took part all the same.
  if (mock.groups.some((group) => isIn(group, by.id))) return asksToLeave(mock, by);
  const { here: _, ...member } = { ...memberOf(mock, by.id), ...by };
  const after: Mock = withOnly(mock, { ...member, answer: 'notThis' });
  const told = tell(by, notThisCard(after, knownMember(after, by.id)));
  if (before === undefined) return { mock: after, effects: [told] };
  const out = followedBy({ mock: after, effects: [told] }, (next) => changedForOne(next, by.id, grounds.at));
  return followedBy(out, (next) => ({ mock: next, effects: announced(next) }));
}

/** "I am here." */
export function isHere(mock: Mock, by: Asked, grounds: MockGrounds): MockTurn {
  const before = memberOf(mock, by.id);
  const again = reopened(mock, by);
  if (again !== undefined) return arrived(again, by, 'joined', grounds);
  if (isOver(mock)) return tooLate(mock, by);
  if (mock.stage === 'running') return arrived(mock, by, before?.answer ?? 'joined', grounds);
  if (before?.here) return { mock, effects: [] };
  const answer = before?.answer === 'observes' ? 'observes' : 'joined';
  const after = withMember(mock, by, { answer, here: true });
  // On an old card also somebody says it who did not join, or who had gone out again.
  const isNew = before?.answer !== answer;
  const told: MockTurn = {
    mock: after,
    effects: [tell(by, waitingCard(after, knownMember(after, by.id)))],
  };
  return isNew ? cameIn(told, by, before?.answer === 'notThis', grounds) : told;
}

/** New among those who come: it is in their calendar, and the announcement counts them. */
function cameIn(told: MockTurn, by: Asked, cameBack: boolean, { at }: MockGrounds): MockTurn {
  const filed = followedBy(told, (next) => inCalendarOf(next, by.id, cameBack, at));
  return followedBy(filed, (next) => ({ mock: next, effects: announced(next) }));
}

/** Somebody comes while it runs: to be paired with who waits, else to observe, else to practise alone. */
function arrived(mock: Mock, by: Asked, answer: Member['answer'], grounds: MockGrounds): MockTurn {
  if (groupOf(mock, by.id) !== undefined) return { mock, effects: [] };
  const { left: _, ...again } = { ...memberOf(mock, by.id), ...by };
  const asked = answer === 'observes' ? 'observes' : 'joined';
  const after = withOnly(mock, { ...again, answer: asked, here: true });
  // Who comes late is counted in the channel too.
  const isNew = joined(after).length !== joined(mock).length;
  return followedBy({ mock: after, effects: isNew ? announced(after) : [] }, (next) =>
    foundPlace(next, by, asked, grounds),
  );
}

function foundPlace(after: Mock, by: Asked, asked: 'joined' | 'observes', grounds: MockGrounds): MockTurn {
  const member = knownMember(after, by.id);
  // The last who was waited for: nobody waits on, and what follows of that is for all.
  if (after.graceUntil !== undefined && !isAwaiting(after)) return { mock: after, effects: [] };
  if (asked === 'observes') {
    const placed = isAwaiting(after)
      ? observing(after, member, grounds)
      : observerPlaced(after, member, grounds);
    return placed ?? { mock: after, effects: [tell(by, waitingCard(after, member))] };
  }
  if (unpaired(after).length > 1) return pairedMeanwhile(after, grounds, { fresh: [by.id], why: 'late' });
  // Others are still waited for.
  if (isAwaiting(after)) return { mock: after, effects: [tell(by, waitingCard(after, member))] };
  return observing(after, member, grounds) ?? { mock: after, effects: [soloFor(after, member, 'late')] };
}

/** The last group ended because they left, and whoever stayed is still without a partner: they may come back. */
function reopened(mock: Mock, by: Asked): Mock | undefined {
  const member = memberOf(mock, by.id);
  if (mock.stage !== 'closing' || !member?.left || unpaired(mock).length === 0) return undefined;
  const { recapAt: _, ...rest } = mock;
  return { ...rest, stage: 'running' };
}

function tooLate(mock: Mock, by: Asked): MockTurn {
  const member: Member = { ...memberOf(mock, by.id), ...by };
  return { mock, effects: [tell(by, tooLateCard(mock, member))] };
}

function isOver({ stage }: Mock): boolean {
  return stage === 'closing' || stage === 'over';
}

function withOnly(mock: Mock, member: Member): Mock {
  const others = mock.members.some(({ id }) => id === member.id)
    ? mock.members.map((one) => (one.id === member.id ? member : one))
    : [...mock.members, member];
  return { ...mock, members: others };
}

function tell({ id }: Asked, card: Extract<MockEffect, { type: 'tell' }>['card']): MockEffect {
  return { type: 'tell', to: id, card };
}
