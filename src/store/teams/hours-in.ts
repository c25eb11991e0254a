import type pg from 'pg';
import type { Hours } from '../../reminders/plan.ts';
import type { PersonRef } from '../../who/person.ts';
import { type HoursRow, hoursOf } from '../turn-plan.ts';

/** The hours of those of these people (ids on their platform) who are known to us: zone, quiet hours, pause. */
export async function hoursIn(
  on: Pick<pg.PoolClient, 'query'>,
  { platform, scope }: Pick<PersonRef, 'platform' | 'scope'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Hours>> {
  const { rows } = await on.query<HoursRow & { user_id: string }>(
    `SELECT user_id, zone, zone_source, quiet_hours, paused_until FROM people
     WHERE platform = $1 AND scope = $2 AND user_id = ANY($3)`,
    [platform, scope, ids],
  );
  return new Map(rows.map((row) => [row.user_id, hoursOf(row)]));
}
