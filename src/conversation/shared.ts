import { quote, type Run, text } from '../card/card.ts';
import type { Guide } from '../guide/guide.ts';
import { shareCard } from './cards/share-card.ts';
import { turnOfKey } from './effect.ts';
import type { SessionEvent } from './event.ts';
import type { Session, Share } from './session.ts';
import { besides } from './standing.ts';
import { say, type Turn, turn } from './turn.ts';

/** What the deliverer says where whoever it was for takes no answers of others. */
export const SHARE_DECLINED = 'share-declined';

/** Who was shown a practice is remembered for as many. */
const REMEMBERED = 10;

/**
 * The person confirmed what they saw: exactly that is sent, and they read of it once it is there or cannot be. Where the
 * practice moved on since, nothing is sent. The same preview sent again goes out once.
 */
export function shared(
  before: Session,
  session: Session,
  event: Extract<SessionEvent, { type: 'shared' }>,
  guide: Guide,
): Turn {
  const { to, toName } = event;
  const shares = before.shares ?? [];
  const since = seenSince(before);
  const again = shares.find((one) => one.to === to && one.seen === event.turn && one.now !== 'failed');
  if (again !== undefined) return sentAlready(withQuietTurn(session, since), again, guide);
  const card =
    event.turn >= since && event.turn <= before.turn ? shareCard(before, guide, event.fromName) : undefined;
  if (card === undefined)
    return told(session, guide, [
      'Your practice moved on since you looked, so nothing was sent. Look again, then send.',
    ]);
  const sent: Share = { to, toName, seen: event.turn, turn: session.turn, now: 'sent' };
  const next: Session = { ...withQuietTurn(session, since), shares: [...shares, sent].slice(-REMEMBERED) };
  return turn(next, { type: 'share', card: { v: 1, ...card }, to });
}

/** It was shown to them: the person reads that it is there. */
export function shareArrived(before: Session, session: Session, key: string, guide: Guide): Turn {
  const share = shareOf(before, key);
  const next = withOutcome(before, session, share, 'arrived');
  if (share === undefined) return turn(next);
  return told(next, guide, ['Your answer is with ', quote(share.toName), ' now. They alone are shown it.']);
}

/** A share could not be delivered: the person alone is told, and what they can do. */
export function notShared(
  before: Session,
  session: Session,
  event: Extract<SessionEvent, { type: 'deliveryFailed' }>,
  guide: Guide,
): Turn {
  const share = shareOf(before, event.key);
  const next = withOutcome(before, session, share, 'failed');
  if (event.reason === SHARE_DECLINED)
    return told(next, guide, [
      share === undefined ? 'The person you picked' : quote(share.toName),
      ' takes no shared answers here, so nothing was shown. You can pick somebody else under More.',
    ]);
  return told(next, guide, [
    'That did not reach ',
    share === undefined ? 'them' : quote(share.toName),
    ', and nothing was shown: they may take no messages from me. Ask them to write to me once and send it again, or pick somebody else under More.',
  ]);
}

/** Send was pressed once more under the same preview. */
function sentAlready(session: Session, { now, toName }: Share, guide: Guide): Turn {
  const lead = now === 'arrived' ? 'It was sent to ' : 'It is on its way to ';
  return told(session, guide, [lead, quote(toName), ' already, once.']);
}

/** The first turn whose preview shows what would be sent now. */
function seenSince({ shareable, turn }: Session): number {
  return shareable?.turn === turn ? shareable.since : turn;
}

/** This turn changes nothing of what would be sent. */
function withQuietTurn(session: Session, since: number): Session {
  return { ...session, shareable: { since, turn: session.turn } };
}

function shareOf({ shares = [] }: Session, key: string): Share | undefined {
  return shares.find((one) => one.turn === turnOfKey(key));
}

/** What became of a share says nothing about the practice: what was offered is still offered. */
function withOutcome(
  before: Session,
  session: Session,
  share: Share | undefined,
  now: Share['now'],
): Session {
  const shares = before.shares?.map((one) => (one === share ? { ...one, now } : one));
  return {
    ...withQuietTurn(session, seenSince(before)),
    ...(shares === undefined ? {} : { shares }),
    ...(before.offer === undefined ? {} : { offer: before.offer }),
  };
}

function told(session: Session, guide: Guide, runs: readonly Run[]): Turn {
  return turn(session, say(session, besides(session, guide, { blocks: [text(...runs)] })));
}
