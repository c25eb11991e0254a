import { partsIn } from '../conversation/parts-in.ts';
import type { Session } from '../conversation/session.ts';
import type { Drizzle } from '../store/drizzle.ts';
import type { Keyring } from '../store/keyring.ts';
import { openSince } from '../store/practices.ts';
import type { PersonRef } from '../who/person.ts';
import { type Place, parsePlaceKey } from '../who/place.ts';
import { stampedAt } from '../who/stamp.ts';

/** An open practice and where it is: what is read back after an outage. */
export interface OpenPlace {
  readonly person: PersonRef;
  readonly installation: string;
  readonly place: Place;
  /** When the newest message we have of the person was written; where we have none, when the practice began. */
  readonly since: Date;
  /** Nothing older is read back: it was deleted with the person, or never ours. */
  readonly knownSince: Date;
  /** The person's messages that the practice holds, by their ids on the platform. */
  readonly messages: readonly string[];
}

/** Open practices of a platform that were touched since, the latest written to first. */
export async function openPlaces(
  db: Drizzle,
  ring: Keyring,
  platform: PersonRef['platform'],
  since: Date,
): Promise<readonly OpenPlace[]> {
  const found = (await openSince(db, ring, platform, since)).map((one) => ({
    person: one.ref,
    installation: one.installation,
    place: parsePlaceKey(one.place),
    knownSince: one.knownSince,
    messages: [...new Set(partsIn(one.session).map(({ id }) => id))],
    since: new Date(Math.max(since.getTime(), lastWrittenAt(one.session) ?? one.createdAt.getTime())),
  }));
  return found.sort((a, b) => b.since.getTime() - a.since.getTime());
}

/**
 * When the newest message of the person that is kept was written, by the platform's own stamp (ms since 1970). A turn of ours
 * says nothing of what was heard: a bell may ring while messages wait to be read back. A form is stamped by us.
 */
function lastWrittenAt(session: Session): number | undefined {
  const stamps = partsIn(session)
    .filter(({ id }) => !id.startsWith('form-'))
    .flatMap(({ stamp }) => stampedAt(stamp) ?? []);
  return stamps.length === 0 ? undefined : Math.max(...stamps);
}
