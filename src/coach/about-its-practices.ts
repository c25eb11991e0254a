import { partsIn } from '../conversation/parts-in.ts';
import type { Session } from '../conversation/session.ts';
import type { Drizzle } from '../store/drizzle.ts';
import type { Keyring } from '../store/keyring.ts';
import { findPerson } from '../store/people.ts';
import { practicesOf } from '../store/practices.ts';
import type { Incoming } from './incoming.ts';

/**
 * An edit or a deletion names a message, and that may belong to any practice of the person, the ended ones too, and to
 * more than one: the event once for each that holds it, the newest last. As it is where none does: it may be ahead of its
 * message.
 */
export async function aboutItsPractices(
  db: Drizzle,
  ring: Keyring,
  incoming: Incoming,
): Promise<readonly [...before: Incoming[], last: Incoming]> {
  const { what, person, id } = incoming;
  if (what.type !== 'edited' && what.type !== 'deleted') return [incoming];
  const found = await findPerson(db, ring, person);
  if (found === undefined) return [incoming];
  const practices = await practicesOf(db, found, { as: 'owner', personId: found.id });
  const holders = practices
    .map(({ session }) => session)
    .filter((session) => holds(session, what.messageId))
    .map(({ id: sessionId }): Incoming => ({ ...incoming, what: { ...what, sessionId } }));
  const last = holders.pop();
  if (last === undefined) return [incoming];
  return [...holders.map((one, index) => ({ ...one, id: `${id}-${index + 1}` })), last];
}

/** Itself, or a sentence that was taken out of it. */
function holds(session: Session, messageId: string): boolean {
  return partsIn(session).some(({ id }) => id === messageId || id.startsWith(`${messageId}.`));
}
