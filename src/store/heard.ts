import { and, eq, inArray } from 'drizzle-orm';
import type { PersonRef } from '../who/person.ts';
import type { Drizzle } from './drizzle.ts';
import type { Keyring } from './keyring.ts';
import { people, seenEvents } from './schema.ts';

/** Which of these events of a person had their turn, by their ids. They are known while the practice they came in is active. */
export async function heardOf(
  db: Drizzle,
  ring: Keyring,
  ref: PersonRef,
  eventIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (eventIds.length === 0) return new Set();
  const byNote = new Map(eventIds.map((id) => [ring.hash(`event:${id}`), id]));
  const rows = await db
    .select({ note: seenEvents.eventId })
    .from(seenEvents)
    .innerJoin(people, eq(people.id, seenEvents.personId))
    .where(
      and(
        eq(people.platform, ref.platform),
        eq(people.scope, ref.scope),
        eq(people.userId, ref.userId),
        inArray(seenEvents.eventId, [...byNote.keys()]),
      ),
    );
  return new Set(rows.flatMap(({ note }) => byNote.get(note) ?? []));
}
