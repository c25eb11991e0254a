import { text } from '../../card/card.ts';
import type { Guide } from '../../guide/guide.ts';
import type { Effect } from '../effect.ts';
import type { Ends } from '../event.ts';
import type { Session } from '../session.ts';
import { standingCard } from '../standing.ts';
import { say, type Turn, turn } from '../turn.ts';

/** How long after the last message an answer in a chat is over. */
export const QUIET_AFTER_MS = 4_000;

/** The wake that closes an answer after a pause. */
export function quietKey(session: Session): string {
  return `quiet-${session.id}`;
}

/** A message came and the answer stays open: in a chat a pause or Next ends it, in a terminal only Next. */
export function staysOpen(
  session: Session,
  ends: Ends,
  isFirst: boolean,
  context: { at: string; guide: Guide },
): Turn {
  if (ends !== 'quiet') return turn(session);
  const wake: Effect = {
    type: 'wakeAt',
    key: quietKey(session),
    at: new Date(Date.parse(context.at) + QUIET_AFTER_MS).toISOString(),
  };
  const waiting: Session = { ...session, awaitsQuiet: true };
  if (!isFirst) return turn(waiting, wake);
  const { buttons, asks } = standingCard(waiting, context.guide);
  return turn(
    waiting,
    wake,
    say(waiting, { blocks: [text('Send another message to add, or press Next.')], buttons, asks }),
  );
}

/** The answer is over by other means, or the talk moved on: the wake is called off. */
export function withoutQuiet(session: Session): { session: Session; effects: Effect[] } {
  if (session.awaitsQuiet === undefined) return { session, effects: [] };
  const { awaitsQuiet: _, ...rest } = session;
  return { session: rest, effects: [{ type: 'cancelWake', key: quietKey(session) }] };
}
