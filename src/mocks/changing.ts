import { announced } from './announced.ts';
import { calledOffCard, movedCard } from './cards/changed-cards.ts';
import { isBy, later, msFrom } from './instants.ts';
import type { Member, Mock } from './mock.ts';
import type { MockEffect, MockGrounds, MockTurn } from './mock-event.ts';
import { followedBy } from './people.ts';
import { movedInCalendars, takenFromCalendars } from './taken-from-calendars.ts';

/** The organiser moved it. It keeps its length where no other end is given; what has begun is not moved. */
export function moved(
  mock: Mock,
  startsAt: string,
  endsAt: string | undefined,
  grounds: MockGrounds,
): MockTurn {
  const isAhead = mock.stage === 'planned' || mock.stage === 'invited';
  if (!isAhead || msFrom(mock.startsAt, startsAt) === 0) return { mock, effects: [] };
  const was = mock.startsAt;
  const length = msFrom(mock.startsAt, mock.endsAt);
  const after: Mock = {
    ...mock,
    startsAt,
    endsAt: endsAt ?? later(startsAt, length),
    announceAt: isBy(startsAt, mock.announceAt) ? grounds.at : mock.announceAt,
    sequence: mock.sequence + 1,
    // Who said that they are there said it of another time.
    members: mock.members.map(({ here: _, ...member }) => member),
  };
  const told = coming(after).map(
    (one): MockEffect => ({
      type: 'tell',
      to: one.id,
      card: movedCard(after, one, was),
    }),
  );
  return followedBy({ mock: after, effects: [...told, ...announced(after)] }, (next) =>
    movedInCalendars(next, grounds.at),
  );
}

/** The organiser called it off, or leaves this one out. */
export function calledOff(mock: Mock, how: 'cancelled' | 'skipped', grounds: MockGrounds): MockTurn {
  if (mock.stage === 'closing' || mock.stage === 'over') return { mock, effects: [] };
  const { graceUntil: _, ...rest } = mock;
  const over: Mock = {
    ...rest,
    stage: 'over',
    ended: how,
    groups: mock.groups.map((group) => ({ ...group, phase: 'over' as const })),
  };
  const told = coming(over).map(
    (one): MockEffect => ({
      type: 'tell',
      to: one.id,
      card: calledOffCard(over, one),
    }),
  );
  return followedBy({ mock: over, effects: [...told, ...announced(over)] }, (next) =>
    takenFromCalendars(next, grounds.at),
  );
}

function coming({ members }: Mock): readonly Member[] {
  return members.filter(({ answer }) => answer === 'joined' || answer === 'observes');
}
