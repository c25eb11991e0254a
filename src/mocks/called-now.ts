import { moved } from './changing.ts';
import { isBy, later, latest, msFrom } from './instants.ts';
import type { Mock } from './mock.ts';
import type { MockGrounds, MockTurn } from './mock-event.ts';
import { followedBy, joined } from './people.ts';
import { withFilesLater } from './taken-from-calendars.ts';
import { woke } from './woke.ts';

/** `team now`, where nobody or one has joined yet: a pair takes two. */
const TIME_TO_JOIN_MS = 10 * 60_000;

/** It begins now; where too few have joined, in a moment, so that others can. */
export function calledNow(mock: Mock, grounds: MockGrounds): MockTurn {
  if (mock.stage !== 'planned' && mock.stage !== 'invited') return { mock, effects: [] };
  if (joined(mock).length > 1) return begunNow(mock, grounds);
  const soon = later(grounds.at, TIME_TO_JOIN_MS);
  // What begins sooner than that anyway is not put off by it.
  const startsAt = isBy(mock.startsAt, soon) ? mock.startsAt : soon;
  // The time first: who is invited only now reads no other one before it.
  return followedBy(moved(mock, startsAt, undefined, grounds), (next) =>
    woke(next.stage === 'planned' ? { ...next, announceAt: grounds.at } : next, grounds),
  );
}

/**
 * Enough have joined: each hears it once, in the message that asks whether they are there. A word about another time, and a
 * calendar file, would be two more at the moment in which somebody is called. Whoever has just said that they are there is.
 */
function begunNow(mock: Mock, grounds: MockGrounds): MockTurn {
  const startsAt = grounds.at;
  if (isBy(mock.startsAt, startsAt)) return woke(mock, grounds);
  const called: Mock = {
    ...mock,
    startsAt,
    endsAt: later(startsAt, msFrom(mock.startsAt, mock.endsAt)),
    announceAt: isBy(mock.announceAt, startsAt) ? mock.announceAt : startsAt,
    sequence: mock.stage === 'planned' ? mock.sequence : mock.sequence + 1,
    since: latest(mock.since, grounds.at),
  };
  return followedBy(withFilesLater(called), (next) => woke(next, grounds));
}
