import type pg from 'pg';
import type { PersonRef } from '../who/person.ts';

/** A wake that is to be rung, with whom and what it is for. */
export interface DueWake {
  readonly key: string;
  readonly dueAt: Date;
}

export interface WakeOf extends DueWake {
  readonly person: PersonRef;
  readonly sessionId: string;
  readonly place: string;
}

/**
 * Claims the wakes due before `until` that were not put in for their instant yet, and notes that they are now.
 * A wake whose instant changed is claimed again.
 */
export async function claimDueWakes(pool: pg.Pool, until: Date, limit: number): Promise<DueWake[]> {
  const { rows } = await pool.query<{ key: string; due_at: Date }>(
    `UPDATE wakes SET armed_for = due_at WHERE key IN (
       SELECT key FROM wakes WHERE done_at IS NULL AND due_at <= $1 AND armed_for IS DISTINCT FROM due_at
       ORDER BY due_at LIMIT $2 FOR UPDATE SKIP LOCKED)
     RETURNING key, due_at`,
    [until, limit],
  );
  return rows.map((row) => ({ key: row.key, dueAt: row.due_at }));
}

/** Forgets what was put in: after the queue was lost, or at a start. Wakes further away are untouched anyway. */
export async function disarmWakes(pool: pg.Pool): Promise<void> {
  await pool.query('UPDATE wakes SET armed_for = NULL WHERE done_at IS NULL AND armed_for IS NOT NULL');
}

/** The wake a bell rang for, if it still stands with that very instant. */
export async function readWake(pool: pg.Pool, key: string, dueAt: Date): Promise<WakeOf | undefined> {
  const { rows } = await pool.query(
    `SELECT w.key, w.due_at, w.aggregate, s.place, p.platform, p.scope, p.user_id FROM wakes w
       JOIN people p ON p.id = w.person_id JOIN sessions s ON s.id::text = w.aggregate
     WHERE w.key = $1 AND w.done_at IS NULL AND w.due_at = $2`,
    [key, dueAt],
  );
  const [row] = rows;
  if (row === undefined) return undefined;
  return {
    key: row.key,
    dueAt: row.due_at,
    sessionId: row.aggregate,
    place: row.place,
    person: { platform: row.platform, scope: row.scope, userId: row.user_id },
  };
}
