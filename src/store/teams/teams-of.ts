import type pg from 'pg';
import type { PersonRef } from '../../who/person.ts';

/** The teams, by their ids, in which somebody's name is kept. */
export async function teamsOf(
  on: Pick<pg.Pool, 'query'>,
  { platform, scope, userId }: PersonRef,
): Promise<string[]> {
  const { rows } = await on.query<{ id: string }>(
    `SELECT m.team_id AS id FROM team_members m JOIN people p ON p.id = m.person_id
     WHERE p.platform = $1 AND p.scope = $2 AND p.user_id = $3 ORDER BY m.team_id`,
    [platform, scope, userId],
  );
  return rows.map(({ id }) => id);
}
