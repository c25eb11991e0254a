import { announced } from './announced.ts';
import { later } from './instants.ts';
import type { Mock } from './mock.ts';
import type { MockEvent, MockGrounds, MockTurn } from './mock-event.ts';
import { lengthMs } from './new-mock.ts';
import { followedBy } from './people.ts';
import { movedInCalendars, retoldInCalendars } from './taken-from-calendars.ts';

type Changed = Extract<MockEvent, { type: 'changed' }>;

/** Its series was edited: before it begins all of that is its own, later only what its recap says of the next. */
export function retold(mock: Mock, { to }: Changed, grounds: MockGrounds): MockTurn {
  const next = withNext(mock, to.nextAt);
  if (mock.stage !== 'planned' && mock.stage !== 'invited') return { mock: next, effects: [] };
  const {
    title = mock.title,
    zone = mock.zone,
    mode = mock.mode,
    rounds = mock.rounds,
    pairs = mock.pairs,
  } = to;
  const after: Mock = {
    ...next,
    title,
    zone,
    mode,
    rounds,
    ...(pairs === undefined ? {} : { pairs }),
    endsAt: later(mock.startsAt, lengthMs(mode, rounds)),
  };
  const moved = followedBy({ mock: after, effects: announced(after) }, (told) =>
    movedInCalendars(told, grounds.at),
  );
  // Its title stands in the entry as well.
  const isMoved = moved.mock.entry !== mock.entry;
  return title === mock.title || isMoved
    ? moved
    : followedBy(moved, (told) => retoldInCalendars(told, grounds.at));
}

/** `nextAt`: null where the recap is to say nothing of a next one. */
function withNext(mock: Mock, nextAt: string | null | undefined): Mock {
  if (nextAt === undefined) return mock;
  const { nextAt: _, ...rest } = mock;
  return nextAt === null ? rest : { ...rest, nextAt };
}
