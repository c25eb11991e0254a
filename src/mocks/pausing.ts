import { announced } from './announced.ts';
import { isBy } from './instants.ts';
import type { Mock } from './mock.ts';
import type { MockGrounds, MockTurn } from './mock-event.ts';
import { followedBy, memberOf } from './people.ts';
import { changedForOne } from './taken-from-calendars.ts';

/**
 * Somebody pauses until an instant: of what begins before that they are out, without a word to anybody. What has begun goes on,
 * and whoever presses Join after this is in it: that is their word.
 */
export function paused(
  mock: Mock,
  { id, until }: { readonly id: string; readonly until: string },
  grounds: MockGrounds,
): MockTurn {
  const member = memberOf(mock, id);
  const isAhead = mock.stage === 'planned' || mock.stage === 'invited';
  const isComing = member?.answer === 'joined' || member?.answer === 'observes';
  if (!isAhead || !isComing || isBy(until, mock.startsAt)) return { mock, effects: [] };
  const { here: _, ...out } = member;
  const members = mock.members.map((one) => (one.id === id ? ({ ...out, answer: 'notThis' } as const) : one));
  return followedBy({ mock: { ...mock, members }, effects: [] }, (next) =>
    followedBy(changedForOne(next, id, grounds.at), (gone) => ({ mock: gone, effects: announced(gone) })),
  );
}
