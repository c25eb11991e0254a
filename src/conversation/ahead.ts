import type { Said } from './event.ts';
import type { Session } from './session.ts';

/**
 * Edits and deletions may overtake the message they are about (a platform sends what was not acknowledged again,
 * later), and a deletion may be followed by an older edit. They are kept by the message's id, so that any order of
 * arrival ends in the same answer. Two edits of one message have no order of their own: the last to arrive holds.
 */
export type Ahead = NonNullable<Session['ahead']>[number];

/** Most of them are about messages that were never an answer: only the newest are kept. */
const KEPT = 50;

/** Keeps an edit or a deletion for a message that may still come. A deletion is final. */
export function withAhead(session: Session, entry: Ahead): Session {
  const ahead = session.ahead ?? [];
  const known = ahead.find((other) => other.id === entry.id);
  if (known !== undefined && known.text === undefined) return session;
  return { ...session, ahead: [...ahead.filter((other) => other !== known), entry].slice(-KEPT) };
}

/** The message as it stands by now: edited, or undefined where it was deleted before it came. */
export function asItStands(session: Session, said: Said): Said | undefined {
  const entry = session.ahead?.find((other) => other.id === said.part.id);
  if (entry === undefined) return said;
  return entry.text === undefined ? undefined : { ...said, part: { ...said.part, text: entry.text } };
}
