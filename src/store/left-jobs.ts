import { and, eq, gt, isNull, or } from 'drizzle-orm';
import type pg from 'pg';
import { bellName, critiqueName, type JobName } from './job-names.ts';
import { leftovers, sessions, wakes } from './schema.ts';
import type { Transaction } from './transaction.ts';

/** Jobs of somebody who was deleted, which may still be in the queue. */
export interface LeftJobs {
  readonly id: number;
  readonly name: JobName;
}

/** Among the leftovers they stand where a platform's name stands. */
const PLATFORM = 'jobs';
/** What has been over for longer has no job left: failed ones are kept a day. */
const RECENT_MS = 2 * 24 * 60 * 60_000;
/** A job that was being put in, or run, at the first look is met by a second one. */
const AGAIN_MS = 60_000;

/** Before a person's rows go: the names of their jobs are left, which hold nothing of theirs, to be taken out of the queue. */
export async function leaveJobs(
  tx: Transaction,
  person: { readonly id: string; readonly installationId: string },
  now: Date,
): Promise<void> {
  const recent = new Date(now.getTime() - RECENT_MS);
  const ringing = await tx
    .select({ key: wakes.key })
    .from(wakes)
    .where(and(eq(wakes.personId, person.id), or(isNull(wakes.doneAt), gt(wakes.dueAt, recent))));
  const judged = await tx
    .select({ id: sessions.id })
    .from(sessions)
    .where(
      and(
        eq(sessions.personId, person.id),
        or(eq(sessions.stage, 'critiquing'), gt(sessions.updatedAt, recent)),
      ),
    );
  const names = [...ringing.map(({ key }) => bellName(key)), ...judged.map(({ id }) => critiqueName(id))];
  if (names.length === 0) return;
  await tx.insert(leftovers).values(
    names.map((ref) => ({
      installationId: person.installationId,
      platform: PLATFORM,
      channel: '',
      ref,
      kind: 'jobs',
      nextAt: now,
    })),
  );
}

/** The next that are due, the oldest first; each is held from others for a minute. */
export async function takeLeftJobs(pool: pg.Pool, now: Date, limit: number): Promise<LeftJobs[]> {
  const { rows } = await pool.query<{ id: string; ref: JobName }>(
    `UPDATE leftovers SET next_at = $2 WHERE id IN (
       SELECT id FROM leftovers WHERE platform = $4 AND next_at <= $1 ORDER BY id LIMIT $3 FOR UPDATE SKIP LOCKED)
     RETURNING id, ref`,
    [now, new Date(now.getTime() + AGAIN_MS), limit, PLATFORM],
  );
  return rows.map(({ id, ref }) => ({ id: Number(id), name: ref }));
}

/** They were taken out. After the second time they are forgotten. */
export async function forgetLeftJobs(pool: pg.Pool, ids: readonly number[]): Promise<void> {
  await pool.query('DELETE FROM leftovers WHERE id = ANY($1) AND attempts > 0', [ids]);
  await pool.query('UPDATE leftovers SET attempts = 1 WHERE id = ANY($1)', [ids]);
}
