import type pg from 'pg';
import type { PersonRef } from '../who/person.ts';

/** Whose plans were written later than `limit`, by a clock that ran ahead. `after`: a person's id; in the order of ids. */
export async function plansAhead(
  pool: pg.Pool,
  limit: Date,
  after: string,
  most: number,
): Promise<readonly { readonly personId: string; readonly person: PersonRef }[]> {
  const { rows } = await pool.query(
    `SELECT p.id, p.platform, p.scope, p.user_id FROM plans JOIN people p ON p.id = plans.person_id
     WHERE plans.updated_at > $1 AND p.id::text > $2 ORDER BY p.id::text LIMIT $3`,
    [limit, after, most],
  );
  return rows.map((row) => ({
    personId: row.id,
    person: { platform: row.platform, scope: row.scope, userId: row.user_id },
  }));
}
