import type pg from 'pg';
import type { OutboxRow } from './outbox.ts';

/** What was found at the end of a row. */
export interface Ended {
  /** It was deleted while it was performed, with its person or its practice. */
  readonly wasDeleted: boolean;
  /** More of its lane waits, put in by another process meanwhile. */
  readonly more: boolean;
}

/** Performed. `ref` is what the platform called it. */
export async function markDone(pool: pg.Pool, id: number, ref: string | undefined): Promise<Ended> {
  return marked(pool, {
    name: 'outbox-done',
    text: followedBy(
      `UPDATE outbox SET state = 'done', ref = coalesce($2, ref), holder = NULL WHERE id = $1`,
    ),
    values: [id, ref ?? null],
  });
}

/**
 * Not now: the lane waits until `nextAt`, other lanes do not. `inDoubt`: it was accepted perhaps, and whoever claims it
 * then claims it in doubt. `ref`: what of it is shown already. False where it was deleted. A row that was superseded or
 * taken over stays as it is.
 */
export async function markLater(
  pool: pg.Pool,
  {
    id,
    holder,
    nextAt,
    inDoubt,
    ref,
  }: {
    readonly id: number;
    readonly holder: string;
    readonly nextAt: Date;
    readonly inDoubt: boolean;
    readonly ref: string | undefined;
  },
): Promise<boolean> {
  const { rows } = await pool.query({
    name: 'outbox-later',
    text: `WITH marked AS (
        UPDATE outbox SET state = $3, next_at = $4, ref = coalesce($5, ref), holder = NULL
        WHERE id = $1 AND holder = $2 AND state = 'sending'
      ) SELECT 1 FROM outbox WHERE id = $1`,
    values: [id, holder, inDoubt ? 'sending' : 'waiting', nextAt, ref ?? null],
  });
  return rows.length > 0;
}

/** Whether a row in hand was not deleted meanwhile, with its person or its practice. */
export async function isInOutbox(pool: pg.Pool, id: number): Promise<boolean> {
  const { rows } = await pool.query({
    name: 'outbox-there',
    text: 'SELECT 1 FROM outbox WHERE id = $1',
    values: [id],
  });
  return rows.length > 0;
}

/** These were never sent, because a row before them has to wait: they wait behind it. */
export async function putBack(pool: pg.Pool, ids: readonly number[], holder: string): Promise<void> {
  await pool.query({
    name: 'outbox-put-back',
    text: `UPDATE outbox SET state = 'waiting', attempts = 0, holder = NULL WHERE id = ANY($1) AND holder = $2 AND state = 'sending'`,
    values: [ids, holder],
  });
}

/** Never: the lane goes on without it. */
export async function markDead(pool: pg.Pool, id: number, reason: string): Promise<Ended> {
  return marked(pool, {
    name: 'outbox-dead',
    text: followedBy(`UPDATE outbox SET state = 'dead', ref = $2, holder = NULL WHERE id = $1`),
    values: [id, reason],
  });
}

/** A place was opened: the practice that waits for it stands there now, and so does all that is on its way to it. */
export async function markOpened(pool: pg.Pool, row: OutboxRow, place: string): Promise<Ended> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    // The person's lock: a turn that is under way has either put its rows in by now, or finds the new place.
    await client.query(
      'SELECT 1 FROM people p JOIN outbox o ON o.person_id = p.id WHERE o.id = $1 FOR UPDATE OF p',
      [row.id],
    );
    await client.query(
      'UPDATE sessions s SET place = $2 FROM outbox o WHERE o.id = $1 AND s.person_id = o.person_id AND s.place = $3',
      [row.id, place, row.place],
    );
    await client.query(
      `UPDATE outbox SET place = $2 WHERE lane = $1 AND place = $3 AND state IN ('waiting', 'sending')`,
      [row.lane, place, row.place],
    );
    const { rows } = await client.query<FoundAtEnd>(
      followedBy(`UPDATE outbox SET state = 'done', ref = coalesce($2, ref), holder = NULL WHERE id = $1`),
      [row.id, place],
    );
    await client.query('COMMIT');
    client.release();
    return endedOf(rows);
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    client.release(true);
    throw error;
  }
}

async function marked(
  pool: pg.Pool,
  query: { name: string; text: string; values: unknown[] },
): Promise<Ended> {
  const { rows } = await pool.query<FoundAtEnd>(query);
  return endedOf(rows);
}

interface FoundAtEnd {
  readonly known: boolean;
  readonly more: boolean;
}

function endedOf([found]: readonly FoundAtEnd[]): Ended {
  return { wasDeleted: found?.known !== true, more: found?.more === true };
}

/** Ends a row and tells whether it was still there, and whether another of its lane waits behind it. */
function followedBy(update: string): string {
  return `WITH ended AS (${update} RETURNING id, lane)
    SELECT EXISTS (SELECT 1 FROM ended) AS known, EXISTS (SELECT 1 FROM outbox o JOIN ended ON o.lane = ended.lane WHERE o.state = 'waiting' AND o.id > ended.id) AS more`;
}
