import { announced } from './announced.ts';
import { recapCard, thanksCard } from './cards/closing-cards.ts';
import { grouped } from './grouping.ts';
import { later } from './instants.ts';
import type { Mock } from './mock.ts';
import type { MockEffect, MockGrounds, MockTurn } from './mock-event.ts';
import { followedBy, isIn, unpaired } from './people.ts';
import { RECAP_AFTER_MS } from './script.ts';

/** Where all groups have ended: the next round, or the thanks. Otherwise nothing. */
export function closedIfDone(mock: Mock, grounds: MockGrounds): MockTurn {
  const isDone =
    mock.stage === 'running' &&
    mock.graceUntil === undefined &&
    mock.groups.every(({ phase }) => phase === 'over');
  if (!isDone) return { mock, effects: [] };
  const there = unpaired(mock);
  if (mock.round < mock.rounds && there.length > 1)
    return followedBy(grouped({ ...mock, round: mock.round + 1 }, there, grounds, { trios: true }), (next) =>
      closedIfDone(next, grounds),
    );
  const closing: Mock = { ...mock, stage: 'closing', recapAt: later(grounds.at, RECAP_AFTER_MS) };
  const thanks = closing.members
    .filter(({ id }) => closing.groups.some((group) => isIn(group, id)))
    .map((one): MockEffect => ({ type: 'tell', to: one.id, card: thanksCard(closing, one) }));
  return { mock: closing, effects: [...thanks, ...announced(closing)] };
}

/** What the channel hears: how many took part, and when the next is. */
export function recapped(mock: Mock): MockTurn {
  const { recapAt: _, ...rest } = mock;
  const over: Mock = { ...rest, stage: 'over', ended: 'held' };
  return { mock: over, effects: [{ type: 'post', card: recapCard(over) }, ...announced(over)] };
}
