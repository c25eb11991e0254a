import type { Effect } from '../effect.ts';
import type { Session } from '../session.ts';

/** How long after the last message an answer in a chat is over. */
export const QUIET_AFTER_MS = 4_000;
/** Who types in pieces is given longer: a message that stops in the middle of a sentence, and one without an end mark. */
const UNENDED_AFTER_MS = 10_000;
const UNFINISHED_AFTER_MS = 30_000;

const END_MARK = /[.!?…)"'”’\p{Extended_Pictographic}]\s*$/u;
const GOES_ON =
  /(?:[,:;–—-]|\b(?:and|but|or|so|because|since|that|which|who|then|when|while|if|the|a|an|to|of|for|with|in|on|at|my|i|we|it))\s*$/iu;

/** How long to wait for more after a message, in milliseconds: longer where it does not sound over. */
export function quietAfter(message: string): number {
  if (GOES_ON.test(message)) return UNFINISHED_AFTER_MS;
  return END_MARK.test(message) ? QUIET_AFTER_MS : UNENDED_AFTER_MS;
}

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
