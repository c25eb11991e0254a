import type pg from 'pg';
import type { RowOwner } from './row-owner.ts';

/** The one wake of a team: of its series and all of its sessions. */
export function teamWakeKey(teamId: string): string {
  return `team-${teamId}`;
}

/** The wake stands at `dueAt` from now on; none: nothing comes by itself any more. */
export async function writeTeamWake(
  on: Pick<pg.PoolClient, 'query'>,
  owner: RowOwner,
  teamId: string,
  dueAt: string | undefined,
  now: Date,
): Promise<void> {
  const key = teamWakeKey(teamId);
  if (dueAt === undefined) {
    await on.query('UPDATE wakes SET done_at = $2 WHERE key = $1 AND done_at IS NULL', [key, now]);
    return;
  }
  await on.query(
    `INSERT INTO wakes (key, installation_id, person_id, aggregate, kind, due_at, v)
     VALUES ($1, $2, $3, $4, 'team', $5, 1)
     ON CONFLICT (key) DO UPDATE SET
       armed_for = CASE WHEN wakes.due_at = excluded.due_at AND wakes.done_at IS NULL THEN wakes.armed_for END,
       due_at = excluded.due_at, done_at = NULL`,
    [key, owner.installationId, owner.id, teamId, new Date(dueAt)],
  );
}
