import { text } from '../card/card.ts';
import type { SessionEvent } from './event.ts';
import { isActive, type Session } from './session.ts';
import { notShared } from './shared.ts';
import type { StageContext } from './stages/context.ts';
import { standingCard } from './standing.ts';
import { say, type Turn, turn } from './turn.ts';

/** What a performer says where the place itself is gone: the talk goes on in another. */
export const PLACE_GONE = 'place-';
/** What a performer says where somebody else could not be shown a card. */
export const SHARE_FAILED = 'share-';

/**
 * Something could not be delivered, and never will be. Where its place is gone the practice moves to a new one, once:
 * what failed before the move, or in it, moves nothing again.
 */
export function undelivered(
  before: Session,
  session: Session,
  event: Extract<SessionEvent, { type: 'deliveryFailed' }>,
  { guide }: StageContext,
): Turn {
  if (event.reason.startsWith(SHARE_FAILED)) return notShared(session, guide);
  const failed = turnIn(event.key);
  const isOld = failed === undefined || failed <= (before.reopened ?? -1);
  if (!event.reason.startsWith(PLACE_GONE) || isOld || !isActive(session)) return turn(session);
  const moved: Session = { ...session, reopened: session.turn };
  const card = standingCard(moved, guide);
  const line = text('I could not write in the old place, so we go on here. Nothing is lost.');
  return turn(moved, { type: 'open' }, say(moved, { ...card, blocks: [line, ...card.blocks] }));
}

/** The turn an effect came from: see `effectKey`. */
function turnIn(key: string): number | undefined {
  const match = /-(\d+)-\d+$/.exec(key)?.[1];
  return match === undefined ? undefined : Number(match);
}
