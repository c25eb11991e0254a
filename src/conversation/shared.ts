import { quote, text } from '../card/card.ts';
import type { Guide } from '../guide/guide.ts';
import { shareCard } from './cards/share-card.ts';
import type { SessionEvent } from './event.ts';
import type { Session } from './session.ts';
import { besides } from './standing.ts';
import { say, type Turn, turn } from './turn.ts';

/** The person confirmed what they saw: exactly that is sent. Where the practice moved on since, nothing is. */
export function shared(
  before: Session,
  session: Session,
  event: Extract<SessionEvent, { type: 'shared' }>,
  guide: Guide,
): Turn {
  const beside = (...runs: Parameters<typeof text>) =>
    say(session, besides(session, guide, { blocks: [text(...runs)] }));
  const card = before.turn === event.turn ? shareCard(before, guide, event.fromName) : undefined;
  if (card === undefined)
    return turn(
      session,
      beside('Your practice moved on since you looked, so nothing was sent. Look again, then send.'),
    );
  const line = beside(
    'I send it to ',
    quote(event.toName),
    ' now. If it cannot reach them, I tell you here.',
  );
  return turn(session, { type: 'share', card: { v: 1, ...card }, to: event.to }, line);
}

/** A share could not be delivered: the person alone is told. */
export function notShared(session: Session, guide: Guide): Turn {
  const line = text('That did not reach them, and nothing was shown. You can pick somebody else under More.');
  return turn(session, say(session, besides(session, guide, { blocks: [line] })));
}
