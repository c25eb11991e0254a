import type pg from 'pg';
import type { PersonRef } from '../../who/person.ts';

/** The teams, by their ids, in which somebody's name is kept. `channel`: those alone that are announced there. */
export async function teamsOf(
  on: Pick<pg.Pool, 'query'>,
  { platform, scope, userId }: PersonRef,
  channel?: string,
): Promise<string[]> {
  const { rows } = await on.query<{ id: string }>(
    `SELECT m.team_id AS id FROM team_members m JOIN people p ON p.id = m.person_id JOIN teams t ON t.id = m.team_id
     WHERE p.platform = $1 AND p.scope = $2 AND p.user_id = $3 AND ($4::text IS NULL OR t.channel = $4) ORDER BY m.team_id`,
    [platform, scope, userId, channel ?? null],
  );
  return rows.map(({ id }) => id);
}
