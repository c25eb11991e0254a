import type pg from 'pg';
import type { PersonRef } from '../../who/person.ts';
import { teamRef } from '../../who/team.ts';
import type { Keyring } from '../keyring.ts';
import { endedSessions } from './ended-sessions.ts';
import { readTeam } from './read-teams.ts';

/**
 * The teams, by their ids, that name somebody, as far as `teamsOf` does not know it: who was asked by name and never answered
 * is in no list of ours. A workspace has few teams, and few people ask for this.
 */
export async function teamsNaming(
  on: Pick<pg.PoolClient, 'query'>,
  ring: Keyring,
  person: PersonRef,
  known: readonly string[],
): Promise<string[]> {
  const { rows } = await on.query<{ id: string }>(
    `SELECT t.id FROM teams t JOIN people p ON p.id = t.person_id
     WHERE p.platform = $1 AND p.scope = $2 AND t.id <> ALL($3) ORDER BY t.id`,
    [person.platform, person.scope, known],
  );
  const naming: string[] = [];
  for (const { id } of rows) {
    const ref = teamRef(person, id);
    const kept = [await readTeam(on, ring, ref), await endedSessions(on, ring, ref)];
    if (JSON.stringify(kept).includes(JSON.stringify(person.userId))) naming.push(id);
  }
  return naming;
}
