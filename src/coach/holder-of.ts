import { partsIn } from '../conversation/parts-in.ts';
import type { Session } from '../conversation/session.ts';
import type { Drizzle } from '../store/drizzle.ts';
import type { Keyring } from '../store/keyring.ts';
import { findPerson } from '../store/people.ts';
import { practicesOf } from '../store/practices.ts';
import type { Happening, Incoming } from './incoming.ts';

/**
 * An edit or a deletion names a message, and that may belong to any practice of the person, the ended ones too: the event
 * with the practice that holds it. As it is where none does: it may be ahead
 * of its message.
 */
export async function aboutItsPractice(db: Drizzle, ring: Keyring, incoming: Incoming): Promise<Incoming> {
  const { what, person } = incoming;
  if (what.type !== 'edited' && what.type !== 'deleted') return incoming;
  const found = await findPerson(db, ring, person);
  if (found === undefined) return incoming;
  const practices = await practicesOf(db, found, { as: 'owner', personId: found.id });
  const holder = practices
    .map(({ session }) => session)
    .findLast((session) => holds(session, what.messageId));
  if (holder === undefined) return incoming;
  const named: Happening = { ...what, sessionId: holder.id };
  return { ...incoming, what: named };
}

/** Itself, or a sentence that was taken out of it. */
function holds(session: Session, messageId: string): boolean {
  return partsIn(session).some(({ id }) => id === messageId || id.startsWith(`${messageId}.`));
}
