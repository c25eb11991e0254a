import type pg from 'pg';
import type { PersonRef } from '../../who/person.ts';

/**
 * Who of these people (ids on their platform) finished a practice between two instants (ISO 8601), both included: the coach
 * gave its scorecard of it then.
 */
export async function practisedBetween(
  on: Pick<pg.PoolClient, 'query'>,
  { platform, scope }: Pick<PersonRef, 'platform' | 'scope'>,
  ids: readonly string[],
  { from, to }: { readonly from: string; readonly to: string },
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const { rows } = await on.query<{ user_id: string }>(
    `SELECT DISTINCT p.user_id FROM people p JOIN scorecards k ON k.person_id = p.id AND k.by = 'coach'
     WHERE p.platform = $1 AND p.scope = $2 AND p.user_id = ANY($3) AND k.created_at BETWEEN $4 AND $5`,
    [platform, scope, ids, new Date(from), new Date(to)],
  );
  return new Set(rows.map(({ user_id }) => user_id));
}
