import type { Said } from './event.ts';
import type { Part } from './part.ts';
import type { Session } from './session.ts';

/**
 * Edits and deletions may overtake the message they are about (a platform sends what was not acknowledged again,
 * later), and a deletion may be followed by an older edit. They are kept by the message's id, so that any order of
 * arrival ends in the same answer. Of two edits of one message the later holds; where the platform does not stamp
 * them, the last to arrive.
 */
export type Ahead = NonNullable<Session['ahead']>[number];

/** Most of them are about messages that were never an answer: only the newest are kept. */
const KEPT = 50;

/** Keeps an edit or a deletion for a message that may still come. A deletion is final. */
export function withAhead(session: Session, entry: Ahead): Session {
  const ahead = session.ahead ?? [];
  const known = ahead.find((other) => other.id === entry.id);
  if (known !== undefined && (known.text === undefined || isOlder(entry.edited, known.edited)))
    return session;
  return { ...session, ahead: [...ahead.filter((other) => other !== known), entry].slice(-KEPT) };
}

/** The message as it stands by now: edited, or undefined where it was deleted before it came. */
export function asItStands(session: Session, said: Said): Said | undefined {
  const entry = session.ahead?.find((other) => other.id === said.part.id);
  if (entry === undefined) return said;
  return entry.text === undefined
    ? undefined
    : { ...said, part: edited(said.part, entry.text, entry.edited) };
}

/** The message with the words of an edit, unless a newer edit is in it already. */
export function edited(part: Part, text: string, stamp: string | undefined): Part {
  if (isOlder(stamp, part.edited)) return part;
  return { ...part, text, ...(stamp === undefined ? {} : { edited: stamp }) };
}

function isOlder(stamp: string | undefined, other: string | undefined): boolean {
  return stamp !== undefined && other !== undefined && stamp < other;
}
