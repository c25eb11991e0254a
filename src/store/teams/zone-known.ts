import type pg from 'pg';
import type { PersonRef } from '../../who/person.ts';

/** The zone (IANA) that somebody told of, or that their platform did; undefined where none is known. */
export async function zoneKnown(
  on: Pick<pg.Pool, 'query'>,
  { platform, scope, userId }: PersonRef,
): Promise<string | undefined> {
  const { rows } = await on.query<{ zone: string | null }>(
    'SELECT zone FROM people WHERE platform = $1 AND scope = $2 AND user_id = $3',
    [platform, scope, userId],
  );
  return rows[0]?.zone ?? undefined;
}
