import type pg from 'pg';
import type { Guide } from '../../guide/guide.ts';
import type { Drizzle } from '../../store/drizzle.ts';
import type { Keyring } from '../../store/keyring.ts';
import { deletePerson } from '../../store/people.ts';
import type { PersonRef } from '../../who/person.ts';
import { createTeamCoach } from './team-coach.ts';

/** Each time somebody pressed Join in between: a person does so once, perhaps twice. */
const MOST_TIMES = 10;

/**
 * Takes somebody out of all of their teams, and then deletes everything else of theirs: whom a team would still name is not
 * deleted, so whoever joins one in between is taken out of it again. What their teams are told of it waits for a process that
 * speaks for them. Returns whether there was anybody.
 */
export async function deleteEverywhere(
  parts: { readonly pool: pg.Pool; readonly db: Drizzle; readonly ring: Keyring; readonly guide: Guide },
  person: PersonRef,
  now: () => Date,
): Promise<boolean> {
  const teams = createTeamCoach({
    ...parts,
    deliverer: { performSent: async () => undefined, takeBack: async () => undefined },
    localAt: () => new Set(),
    holder: '',
    now,
  });
  const outSince = now();
  for (let times = 0; times < MOST_TIMES; times += 1) {
    await teams.forget(person);
    const deletion = await deletePerson(parts.db, parts.ring, person, now(), outSince);
    if (deletion !== 'in-teams') return deletion === 'deleted';
  }
  throw new Error('a team names somebody again and again who is to be deleted');
}
