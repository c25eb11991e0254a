import { type Block, text } from '../card/card.ts';
import { type Guide, stepOf } from '../guide/guide.ts';
import { turnOfKey } from './effect.ts';
import type { SessionEvent } from './event.ts';
import { activeStage, isActive, type Session } from './session.ts';
import { notShared } from './shared.ts';
import type { StageContext } from './stages/context.ts';
import { besides, placeInWords, standingCard } from './standing.ts';
import { headed, say, type Turn, turn } from './turn.ts';

/** What a performer says where the place itself is gone: the talk goes on in another. */
export const PLACE_GONE = 'place-';
/** The practice was where only answers are shown, and now the person can be written to. */
export const OPEN_AGAIN = `${PLACE_GONE}open-again`;
/** What a performer says where somebody else could not be shown a card. */
export const SHARE_FAILED = 'share-';
/** What the deliverer says of what it tried for a day. */
export const TOO_OLD = 'too-old';

type Failed = Extract<SessionEvent, { type: 'deliveryFailed' }>;

/**
 * Something could not be delivered, and never will be. Where its place is gone the practice moves to a new one, once:
 * what failed before the move, or in it, moves nothing again.
 */
export function undelivered(before: Session, session: Session, event: Failed, { guide }: StageContext): Turn {
  if (event.kind === 'share' || event.reason.startsWith(SHARE_FAILED))
    return notShared(before, session, event, guide);
  const failed = turnOfKey(event.key);
  const isOld = failed === undefined || failed <= (before.reopened ?? -1);
  if (!event.reason.startsWith(PLACE_GONE)) return notShown(before, session, event, guide);
  if (isOld || !isActive(session)) return turn(session);
  const moved: Session = { ...session, reopened: session.turn };
  const card = standingCard(moved, guide);
  const why =
    event.reason === OPEN_AGAIN
      ? 'Here I can write to you again, so we go on here.'
      : 'I could not write in the old place, so we go on here.';
  const line = text(`${why} Nothing is lost.`);
  return turn(moved, { type: 'open' }, say(moved, { ...card, blocks: [line, ...card.blocks] }));
}

/**
 * A card that nobody ever sees: nobody waits for what is never said, so it is said once more where the talk stands. Once:
 * of what fails before that, or in it, nothing more is said.
 */
function notShown(before: Session, session: Session, event: Failed, guide: Guide): Turn {
  const failed = turnOfKey(event.key) ?? -1;
  const isPast = failed < before.askedTurn || failed <= (before.retold ?? -1);
  if (event.kind !== 'say' || isPast || !isActive(session)) return turn(session);
  const told: Session = {
    ...session,
    retold: session.turn,
    // The question itself was never seen: it is put now.
    ...(failed === before.askedTurn ? { askedTurn: session.turn } : {}),
  };
  if (event.reason === TOO_OLD) {
    const line = 'I could not write here for a while. This is where we stand; nothing is lost.';
    return turn(told, say(told, headed(standingCard(told, guide), line)));
  }
  // The whole card may be what cannot be shown: a line, and the question, can.
  return turn(told, say(told, besides(told, guide, { blocks: shortly(told, guide) })));
}

function shortly(session: Session, guide: Guide): Block[] {
  const stage = activeStage(session);
  const where = stage === undefined ? '' : ` You are ${placeInWords(stage, guide)}.`;
  const line = text(`One message of mine could not be shown here. Nothing you wrote is lost.${where}`);
  return stage?.at === 'asking' ? [line, text(stepOf(guide, stage.step).prompt)] : [line];
}
