import type { Effect } from '../effect.ts';
import type { Session } from '../session.ts';

/** How long after the last message an answer in a chat is over. */
export const QUIET_AFTER_MS = 4_000;

/** The wake that closes an answer after a pause. */
export function quietKey(session: Session): string {
  return `quiet-${session.id}`;
}

/** The answer is over by other means, or the talk moved on: the wake is called off. */
export function withoutQuiet(session: Session): { session: Session; effects: Effect[] } {
  if (session.awaitsQuiet === undefined) return { session, effects: [] };
  const { awaitsQuiet: _, ...rest } = session;
  return { session: rest, effects: [{ type: 'cancelWake', key: quietKey(session) }] };
}
