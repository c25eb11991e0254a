import type pg from 'pg';
import type { PersonRef } from '../who/person.ts';

/** A wake that is to be rung, with whom and what it is for. */
export interface DueWake {
  readonly key: string;
  readonly dueAt: Date;
}

/** What a wake is for: a practice, where that stands, or the person's plan of reminders. */
export type WakeOf = DueWake & { readonly person: PersonRef } & (
    | { readonly kind: 'session'; readonly sessionId: string; readonly place: string }
    | { readonly kind: 'plan' }
    /** `person` is the team's own row. */
    | { readonly kind: 'team' }
  );

/** The wakes due before `until` that were not put in for their instant yet. Earliest first. */
export async function wakesToArm(pool: pg.Pool, until: Date, limit: number): Promise<DueWake[]> {
  const { rows } = await pool.query<{ key: string; due_at: Date }>(
    `SELECT key, due_at FROM wakes WHERE done_at IS NULL AND due_at <= $1 AND armed_for IS DISTINCT FROM due_at
     ORDER BY due_at LIMIT $2`,
    [until, limit],
  );
  return rows.map((row) => ({ key: row.key, dueAt: row.due_at }));
}

/** The wakes that were put in and are still not done at `before`: their bell was lost, or their turn failed. */
export async function overdueWakes(pool: pg.Pool, before: Date, limit: number): Promise<DueWake[]> {
  const { rows } = await pool.query<{ key: string; due_at: Date }>(
    `SELECT key, due_at FROM wakes WHERE done_at IS NULL AND due_at <= $1 AND armed_for = due_at ORDER BY due_at LIMIT $2`,
    [before, limit],
  );
  return rows.map((row) => ({ key: row.key, dueAt: row.due_at }));
}

/** Notes what was put in, after it was: a process that dies in between puts it in again, which adds nothing. */
export async function markArmed(pool: pg.Pool, wakes: readonly DueWake[]): Promise<void> {
  await pool.query(
    `UPDATE wakes w SET armed_for = w.due_at FROM unnest($1::text[], $2::timestamptz[]) AS put(key, due_at)
     WHERE w.key = put.key AND w.due_at = put.due_at AND w.armed_for IS DISTINCT FROM w.due_at`,
    [wakes.map(({ key }) => key), wakes.map(({ dueAt }) => dueAt)],
  );
}

/** Forgets what was put in: after the queue was lost, or at a start. Wakes further away are untouched anyway. */
export async function disarmWakes(pool: pg.Pool): Promise<void> {
  await pool.query('UPDATE wakes SET armed_for = NULL WHERE done_at IS NULL AND armed_for IS NOT NULL');
}

/**
 * Found by its key first, whatever the planner thinks of instants: where thousands are due at the same one, its index over
 * them looks as good as the key's and reads them all. The practice is compared as the id that it is: as text it is in no index.
 */
const RUNG = `WITH w AS MATERIALIZED (SELECT key, due_at, done_at, kind, aggregate, person_id FROM wakes WHERE key = $1)
  SELECT w.key, w.due_at, w.kind, w.aggregate, s.place, p.platform, p.scope, p.user_id FROM w
    JOIN people p ON p.id = w.person_id LEFT JOIN sessions s ON s.id = CASE WHEN w.kind = 'session' THEN w.aggregate::uuid END
  WHERE w.done_at IS NULL AND w.due_at = $2 AND (w.kind IN ('plan', 'team') OR s.id IS NOT NULL)`;

/** The wake a bell rang for, if it still stands with that very instant. */
export async function readWake(pool: pg.Pool, key: string, dueAt: Date): Promise<WakeOf | undefined> {
  const { rows } = await pool.query(RUNG, [key, dueAt]);
  const [row] = rows;
  if (row === undefined) return undefined;
  const person = { platform: row.platform, scope: row.scope, userId: row.user_id };
  const due = { key: row.key, dueAt: row.due_at, person };
  return row.kind === 'plan' || row.kind === 'team'
    ? { ...due, kind: row.kind }
    : { ...due, kind: 'session', sessionId: row.aggregate, place: row.place };
}

/** A wake of a plan: the wall and the zone it was found with, and the zone its person is in now. */
export interface PlannedWake extends DueWake {
  readonly person: PersonRef;
  readonly wall: string;
  readonly zone: string | undefined;
  readonly theirZone: string | undefined;
}

/** The wakes of plans due from after `after` to `until`, the earliest first. */
export async function plannedWakes(
  pool: pg.Pool,
  after: DueWake,
  until: Date,
  limit: number,
): Promise<PlannedWake[]> {
  const { rows } = await pool.query(
    `SELECT w.key, w.due_at, w.wall_time, w.zone, p.zone AS their_zone, p.platform, p.scope, p.user_id
     FROM wakes w JOIN people p ON p.id = w.person_id
     WHERE w.done_at IS NULL AND w.kind = 'plan' AND w.due_at <= $3 AND (w.due_at, w.key) > ($1, $2)
     ORDER BY w.due_at, w.key LIMIT $4`,
    [after.dueAt, after.key, until, limit],
  );
  return rows.map((row) => ({
    key: row.key,
    dueAt: row.due_at,
    person: { platform: row.platform, scope: row.scope, userId: row.user_id },
    wall: row.wall_time ?? '',
    zone: row.zone ?? undefined,
    theirZone: row.their_zone ?? undefined,
  }));
}
