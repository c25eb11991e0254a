import type pg from 'pg';
import type { PersonRef } from '../../who/person.ts';

/** How many practices each of these people (ids on their platform) has with a scorecard of the coach's. */
export async function practisedBy(
  on: Pick<pg.PoolClient, 'query'>,
  { platform, scope }: Pick<PersonRef, 'platform' | 'scope'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await on.query<{ user_id: string; practised: number }>(
    `SELECT p.user_id, count(DISTINCT a.session_id)::int AS practised FROM people p
     JOIN scorecards k ON k.person_id = p.id AND k.by = 'coach' JOIN attempts a ON a.id = k.attempt_id
     WHERE p.platform = $1 AND p.scope = $2 AND p.user_id = ANY($3) GROUP BY p.user_id`,
    [platform, scope, ids],
  );
  return new Map(rows.map((row) => [row.user_id, row.practised]));
}
