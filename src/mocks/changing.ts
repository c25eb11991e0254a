import type { Card } from '../card/card.ts';
import { announced } from './announced.ts';
import { calledOffCard, invitationMovedCard, invitationOffCard, movedCard } from './cards/changed-cards.ts';
import { isBy, later, latest, msFrom } from './instants.ts';
import type { Member, Mock } from './mock.ts';
import type { MockEffect, MockGrounds, MockTurn } from './mock-event.ts';
import { followedBy } from './people.ts';
import { cutShort } from './phases.ts';
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
  // Nothing can be held in the past.
  if (msFrom(grounds.at, startsAt) < 0) return { mock, effects: [] };
  const was = mock.startsAt;
  const length = msFrom(mock.startsAt, mock.endsAt);
  const after: Mock = {
    ...mock,
    startsAt,
    endsAt: endsAt ?? later(startsAt, length),
    announceAt: isBy(startsAt, mock.announceAt) ? grounds.at : mock.announceAt,
    // Who is asked at the new time alone is told of no change.
    sequence: mock.stage === 'planned' ? mock.sequence : mock.sequence + 1,
    // They hear of the new time now: a reminder that would have come before is no other word.
    since: latest(mock.since, grounds.at),
    // Who said that they are there said it of another time.
    members: mock.members.map(({ here: _, ...member }) => member),
  };
  const told = [
    ...coming(after).map((one) => tell(one, movedCard(after, one, was))),
    ...silent(after, grounds).map((one) => tell(one, invitationMovedCard(after, one, was))),
  ];
  return followedBy({ mock: after, effects: [...told, ...announced(after)] }, (next) =>
    movedInCalendars(next, grounds.at),
  );
}

/** The organiser called it off, or leaves this one out. */
export function calledOff(mock: Mock, how: 'cancelled' | 'skipped', grounds: MockGrounds): MockTurn {
  if (mock.stage === 'closing' || mock.stage === 'over') return { mock, effects: [] };
  const cut = mock.groups.reduce<MockTurn>(
    (turn, group) => followedBy(turn, (next) => cutShort(next, group, grounds)),
    { mock, effects: [] },
  );
  return followedBy(cut, (next) => calledOffNow(next, how, grounds));
}

function calledOffNow(mock: Mock, how: 'cancelled' | 'skipped', grounds: MockGrounds): MockTurn {
  const out = takenFromCalendars(mock, grounds.at);
  const { graceUntil: _, ...rest } = out.mock;
  const over: Mock = { ...rest, stage: 'over', ended: how };
  const told = [
    ...coming(over).map((one) => tell(one, calledOffCard(over, one))),
    ...silent(mock, grounds).map((one) => tell(one, invitationOffCard(over, one))),
  ];
  // What was never announced is not taken back in the channel.
  const inChannel = mock.stage === 'planned' ? [] : announced(over);
  return { mock: over, effects: [...told, ...inChannel, ...out.effects] };
}

/**
 * They were invited by message and have not answered: what was said to them there holds no more. Once it runs they wait for
 * nothing, and whoever paused since is left in peace.
 */
function silent({ stage, members }: Mock, { paused }: MockGrounds): readonly Member[] {
  if (stage !== 'invited') return [];
  return members.filter(
    ({ id, answer, unreached }) => answer === undefined && !unreached && !paused?.has(id),
  );
}

function tell({ id }: Member, card: Card): MockEffect {
  return { type: 'tell', to: id, card };
}

function coming({ members }: Mock): readonly Member[] {
  return members.filter(({ answer }) => answer === 'joined' || answer === 'observes');
}
