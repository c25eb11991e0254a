import { announced } from './announced.ts';
import { recapCard, thanksCard } from './cards/closing-cards.ts';
import { isBy, later } from './instants.ts';
import type { Mock } from './mock.ts';
import type { MockEffect, MockGrounds, MockTurn } from './mock-event.ts';
import { followedBy, tookPart, unpaired } from './people.ts';
import { EACH_ROUND_MS, LATEST_START_MS, RECAP_AFTER_MS } from './script.ts';
import { placedAll } from './starting.ts';
import { filedLater } from './taken-from-calendars.ts';

/** Where all groups have ended: the next round, or the thanks. Otherwise nothing. */
export function closedIfDone(mock: Mock, grounds: MockGrounds): MockTurn {
  const isDone =
    mock.stage === 'running' &&
    mock.graceUntil === undefined &&
    mock.groups.every(({ phase }) => phase === 'over');
  if (!isDone) return { mock, effects: [] };
  const anew: Mock = { ...mock, round: mock.round + 1, groupsBefore: mock.groups.length };
  if (mock.round < mock.rounds && unpaired(anew).length > 1 && hasTime(mock, grounds))
    return followedBy(placedAll(anew, grounds), (next) => closedIfDone(next, grounds));
  const closing: Mock = { ...mock, stage: 'closing', recapAt: later(grounds.at, RECAP_AFTER_MS) };
  const thanks = closing.members
    .filter(({ id, answer }) => answer !== undefined && tookPart(closing, id))
    .map((one): MockEffect => ({ type: 'tell', to: one.id, card: thanksCard(closing, one) }));
  return followedBy({ mock: closing, effects: [...thanks, ...announced(closing)] }, (next) =>
    filedLater(next, grounds.at),
  );
}

/** A coach that was away asks nobody to stay on for hours. */
function hasTime({ endsAt }: Mock, { at }: MockGrounds): boolean {
  return isBy(later(at, EACH_ROUND_MS - LATEST_START_MS), endsAt);
}

/** What the channel hears: how many took part, and when the next is. */
export function recapped(mock: Mock, { at }: MockGrounds): MockTurn {
  const { recapAt: _, nextAt, ...rest } = mock;
  // A recap that comes late calls nothing the next that has been.
  const next = nextAt === undefined || isBy(nextAt, at) ? {} : { nextAt };
  const over: Mock = { ...rest, ...next, stage: 'over', ended: 'held' };
  return { mock: over, effects: [{ type: 'post', card: recapCard(over) }, ...announced(over)] };
}
