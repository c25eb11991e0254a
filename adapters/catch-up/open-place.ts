import type { PersonRef } from '../../src/who/person.ts';
import type { Place } from '../../src/who/place.ts';

/** Where a practice is open, and when the newest message known of it was written. */
export interface OpenPlace {
  readonly person: PersonRef;
  readonly place: Place;
  readonly since: Date;
  /** Nothing older is read back: what a person wrote before was deleted with them. */
  readonly knownSince?: Date;
  /** The person's messages that the practice holds, by their ids. */
  readonly messages?: readonly string[];
}

/** The most recently active first: who waits for an answer now is read before who left a week ago. */
export function latestFirst<Open extends OpenPlace>(places: readonly Open[]): Open[] {
  return [...places].sort((a, b) => b.since.getTime() - a.since.getTime());
}
