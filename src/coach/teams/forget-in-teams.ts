import type pg from 'pg';
import type { Guide } from '../../guide/guide.ts';
import type { Drizzle } from '../../store/drizzle.ts';
import type { Keyring } from '../../store/keyring.ts';
import type { PersonRef } from '../../who/person.ts';
import { createTeamCoach } from './team-coach.ts';

/**
 * Takes somebody out of all of their teams, before everything else of theirs goes: whom a team would still name is not
 * deleted. What their teams are told of it waits for a process that speaks for them.
 */
export async function forgetInTeams(
  parts: { readonly pool: pg.Pool; readonly db: Drizzle; readonly ring: Keyring; readonly guide: Guide },
  person: PersonRef,
  now: () => Date,
): Promise<void> {
  const teams = createTeamCoach({
    ...parts,
    deliverer: { performSent: async () => undefined, takeBack: async () => undefined },
    localAt: () => new Set(),
    holder: '',
    now,
  });
  await teams.forget(person);
}
