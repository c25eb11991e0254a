import type pg from 'pg';
import type { PersonRef } from '../who/person.ts';
import { type Keyring, open } from './keyring.ts';
import { outboxSeal } from './names.ts';

/** A row as its performer gets it. `body` is the opened JSON. */
export interface OutboxRow {
  readonly id: number;
  readonly key: string;
  readonly lane: string;
  readonly performer: string;
  readonly place: string;
  readonly kind: string;
  readonly body: string;
  readonly deliveryId: string;
  readonly installationId: string;
  readonly person: PersonRef;
  readonly attempts: number;
  readonly createdAt: Date;
  /** It was being sent when its process died, or the answer was lost. */
  readonly inDoubt: boolean;
}

interface Raw {
  id: string;
  key: string;
  lane: string;
  performer: string;
  place: string;
  kind: string;
  body: Buffer;
  delivery_id: string;
  installation_id: string;
  person_id: string;
  attempts: number;
  created_at: Date;
  was: string;
  platform: string;
  scope: string;
  user_id: string;
  ring_key: string;
  wrapped_key: Buffer;
}

/** The lock class under which a process shows that it lives; the object is the hash of its name. */
export const HOLDER_LOCK = 7041;

const HOLDER_LIVES = `EXISTS (SELECT 1 FROM pg_locks l WHERE l.locktype = 'advisory' AND l.granted AND l.classid = ${HOLDER_LOCK}
  AND l.objid = ((hashtext(o.holder)::bigint & 4294967295))::oid)`;

/**
 * Claims the first row of a lane, if it is this process's turn: nobody else is sending from the lane, and the
 * row's time has come. A row whose sender died, or which this process lost sight of, is claimed in doubt.
 */
export async function claimNext(
  pool: pg.Pool,
  ring: Keyring,
  lane: string,
  holder: string,
  now: Date,
): Promise<OutboxRow | undefined> {
  const { rows } = await pool.query<Raw>({
    name: 'outbox-claim',
    text: `WITH head AS (
        SELECT o.id, o.state AS was FROM outbox o WHERE o.lane = $1 AND o.state IN ('waiting', 'sending') ORDER BY o.id LIMIT 1 FOR UPDATE
      ), taken AS (
        UPDATE outbox o SET state = 'sending', holder = $2, sending_since = $3, attempts = attempts + 1
        FROM head WHERE o.id = head.id AND o.next_at <= $3
          AND (head.was = 'waiting' OR o.holder = $2 OR NOT ${HOLDER_LIVES})
        RETURNING o.*, head.was
      ) SELECT taken.*, p.platform, p.scope, p.user_id, p.ring_key, p.wrapped_key FROM taken JOIN people p ON p.id = taken.person_id`,
    values: [lane, holder, now],
  });
  return rows[0] === undefined ? undefined : rowOf(rows[0], ring);
}

/** Performed. `ref` is what the platform called it. */
export async function markDone(pool: pg.Pool, id: number, ref: string | undefined): Promise<void> {
  await pool.query({
    name: 'outbox-done',
    text: `UPDATE outbox SET state = 'done', ref = coalesce($2, ref), holder = NULL WHERE id = $1`,
    values: [id, ref ?? null],
  });
}

/** Not now: the lane waits until `nextAt`, other lanes do not. */
export async function markLater(pool: pg.Pool, id: number, nextAt: Date): Promise<void> {
  await pool.query({
    name: 'outbox-later',
    text: `UPDATE outbox SET state = 'waiting', next_at = $2, holder = NULL WHERE id = $1`,
    values: [id, nextAt],
  });
}

/** Never: the lane goes on without it. */
export async function markDead(pool: pg.Pool, id: number, reason: string): Promise<void> {
  await pool.query({
    name: 'outbox-dead',
    text: `UPDATE outbox SET state = 'dead', ref = $2, holder = NULL WHERE id = $1`,
    values: [id, reason],
  });
}

/** What the platform called the message of an effect; undefined where it was never shown. */
export async function refOf(pool: pg.Pool, key: string): Promise<string | undefined> {
  const { rows } = await pool.query<{ ref: string | null }>(
    `SELECT ref FROM outbox WHERE key = $1 AND state = 'done'`,
    [key],
  );
  return rows[0]?.ref ?? undefined;
}

/** Lanes of these performers with a row whose time has come and whom nobody living is sending. Oldest first. */
export async function dueLanes(
  pool: pg.Pool,
  performers: readonly string[],
  holder: string,
  now: Date,
  limit: number,
): Promise<string[]> {
  const { rows } = await pool.query<{ lane: string }>(
    `SELECT o.lane FROM outbox o WHERE o.performer = ANY($1) AND o.next_at <= $2 AND o.state IN ('waiting', 'sending')
       AND (o.state = 'waiting' OR (o.holder = $3 AND o.sending_since < $2::timestamptz - interval '30 seconds') OR (o.holder <> $3 AND NOT ${HOLDER_LIVES}))
     GROUP BY o.lane ORDER BY min(o.id) LIMIT $4`,
    [performers, now, holder, limit],
  );
  return rows.map((row) => row.lane);
}

/** When the next waiting row of these performers is due; undefined where none waits. */
export async function nextDue(pool: pg.Pool, performers: readonly string[]): Promise<Date | undefined> {
  const { rows } = await pool.query<{ next_at: Date | null }>(
    `SELECT min(next_at) AS next_at FROM outbox WHERE performer = ANY($1) AND state = 'waiting'`,
    [performers],
  );
  return rows[0]?.next_at ?? undefined;
}

/** Finished rows are kept a day, so that the bot's own messages can be found and deleted. */
export async function sweepOutbox(pool: pg.Pool, before: Date): Promise<number> {
  const { rowCount } = await pool.query(
    `DELETE FROM outbox WHERE state IN ('done', 'dead') AND created_at < $1`,
    [before],
  );
  return rowCount ?? 0;
}

function rowOf(raw: Raw, ring: Keyring): OutboxRow {
  const dataKey = ring.unwrap(raw.person_id, raw.ring_key, raw.wrapped_key);
  return {
    id: Number(raw.id),
    key: raw.key,
    lane: raw.lane,
    performer: raw.performer,
    place: raw.place,
    kind: raw.kind,
    body: open(dataKey, raw.body, outboxSeal(raw.key)),
    deliveryId: raw.delivery_id,
    installationId: raw.installation_id,
    person: { platform: raw.platform as PersonRef['platform'], scope: raw.scope, userId: raw.user_id },
    attempts: raw.attempts,
    createdAt: raw.created_at,
    inDoubt: raw.was === 'sending',
  };
}
