import { text } from '../../card/card.ts';
import type { Effect } from '../effect.ts';
import type { Said } from '../event.ts';
import type { Session } from '../session.ts';
import { besides, standingCard } from '../standing.ts';
import { say, type Turn, turn } from '../turn.ts';
import { ask, type StageContext } from './context.ts';
import { quietAfter, quietKey } from './quiet.ts';

/** A message came and the answer stays open: in a chat a pause or Next ends it, in a terminal only Next. */
export function staysOpen(
  session: Session,
  { ends, part }: Said,
  isFirst: boolean,
  context: StageContext,
): Turn {
  if (ends !== 'quiet') return turn(session);
  const wake: Effect = {
    type: 'wakeAt',
    key: quietKey(session),
    at: new Date(Date.parse(context.at) + quietAfter(part.text)).toISOString(),
  };
  const waiting: Session = { ...session, awaitsQuiet: true };
  // Said once a practice: whoever has seen the next question come by itself knows.
  if (!isFirst || session.hinted === true) return turn(waiting, wake);
  const { buttons, asks } = standingCard(waiting, context.guide);
  // The button that ends an answer bears other words where something was told before.
  const next = buttons.find(({ action }) => action === 'next')?.label ?? 'Next';
  return turn(
    { ...waiting, hinted: true },
    wake,
    say(waiting, {
      blocks: [text(`Send another message to add, or press ${next}. ${GOES_ON}`)],
      buttons,
      asks,
    }),
  );
}

const GOES_ON = 'After a short pause I go on by myself.';

/** Whoever reads tips or an example in the middle of an answer is still at it: the pause begins anew, and is longer. */
export function staysOpenFor(session: Session, ms: number, { at }: StageContext): Effect[] {
  if (session.awaitsQuiet !== true) return [];
  return [{ type: 'wakeAt', key: quietKey(session), at: new Date(Date.parse(at) + ms).toISOString() }];
}

/** A message without text: what was written before it stays, and the answer stays open. */
export function arrivedEmpty(session: Session, hasBefore: boolean, context: StageContext): Turn {
  if (!hasBefore)
    return ask(session, context, [
      text('That arrived empty. Write it again, or ', { typed: 'type skip.', pressed: 'skip it.' }),
    ]);
  const line = 'That one arrived empty. What you wrote before it is kept.';
  return turn(session, say(session, besides(session, context.guide, { blocks: [text(line)] })));
}
