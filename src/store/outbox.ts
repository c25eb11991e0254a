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

/** A row of one's own that has been `sending` for so long is one that this process lost sight of. */
const LOST_AFTER_MS = 30_000;

/** What a process can perform: a performer's rows, all of them or those of one place. */
export interface Reach {
  readonly performer: string;
  readonly place: string | undefined;
}

/** The first row of each lane: what follows it in its lane waits for it, whatever its own time. */
const HEADS = `SELECT DISTINCT ON (o.lane) o.id, o.lane, o.state, o.holder, o.next_at, o.sending_since FROM outbox o
  JOIN unnest($1::text[], $2::text[]) AS r(performer, place) ON o.performer = r.performer AND (r.place IS NULL OR o.place = r.place)
  WHERE o.state IN ('waiting', 'sending') ORDER BY o.lane, o.id`;

/**
 * Claims the first row of a lane, if it is this process's turn: nobody else is sending from the lane, and the
 * row's time has come. A row whose sender died, or whose answer was lost, is claimed in doubt; one of this
 * process's own only if it is `sending` since before `lostBefore`: a younger one is in good hands.
 */
export async function claimNext(
  pool: pg.Pool,
  ring: Keyring,
  lane: string,
  holder: string,
  now: Date,
  lostBefore = new Date(now.getTime() - LOST_AFTER_MS),
): Promise<OutboxRow | undefined> {
  const { rows } = await pool.query<Raw>({
    name: 'outbox-claim',
    text: `WITH head AS (
        SELECT o.id, o.state AS was FROM outbox o WHERE o.lane = $1 AND o.state IN ('waiting', 'sending') ORDER BY o.id LIMIT 1 FOR UPDATE
      ), taken AS (
        UPDATE outbox o SET state = 'sending', holder = $2, sending_since = $3,
          -- A try that its process did not outlive says nothing of the platform: nobody waits longer for it.
          attempts = attempts + CASE WHEN head.was = 'sending' AND o.holder IS NOT NULL THEN 0 ELSE 1 END
        FROM head WHERE o.id = head.id AND o.next_at <= $3 AND (head.was = 'waiting' OR o.holder IS NULL
          OR (o.holder = $2 AND o.sending_since < $4) OR (o.holder <> $2 AND NOT ${HOLDER_LIVES}))
        RETURNING o.*, head.was
      ) SELECT taken.*, p.platform, p.scope, p.user_id, p.ring_key, p.wrapped_key FROM taken JOIN people p ON p.id = taken.person_id`,
    values: [lane, holder, now, lostBefore],
  });
  return rows[0] === undefined ? undefined : rowOf(rows[0], ring);
}

/** The lanes in which this process is sending something of a person. */
export async function lanesSending(pool: pg.Pool, person: PersonRef, holder: string): Promise<string[]> {
  const { rows } = await pool.query<{ lane: string }>(
    `SELECT DISTINCT o.lane FROM outbox o JOIN people p ON p.id = o.person_id
     WHERE p.platform = $1 AND p.scope = $2 AND p.user_id = $3 AND o.state = 'sending' AND o.holder = $4`,
    [person.platform, person.scope, person.userId, holder],
  );
  return rows.map((row) => row.lane);
}

/** What the platform called the message of an effect; undefined where it was never shown. */
export async function refOf(pool: pg.Pool, key: string): Promise<string | undefined> {
  const { rows } = await pool.query<{ ref: string | null }>(
    `SELECT ref FROM outbox WHERE key = $1 AND state = 'done'`,
    [key],
  );
  return rows[0]?.ref ?? undefined;
}

/**
 * The stamp of a question as the platform showed it, found by the names its effect may have. `waiting`: it was not shown
 * yet; `sending`: it is on its way, or perhaps there already; undefined where it was let go of, or has no stamp.
 */
export async function shownAs(
  on: Pick<pg.PoolClient, 'query'>,
  keys: readonly string[],
): Promise<'waiting' | 'sending' | { ref: string } | undefined> {
  const { rows } = await on.query<{ state: string; ref: string | null }>({
    name: 'outbox-shown-as',
    text: `SELECT state, ref FROM outbox WHERE key = ANY($1) AND kind = 'say' ORDER BY id DESC LIMIT 1`,
    values: [keys],
  });
  const [row] = rows;
  if (row === undefined || row.state === 'dead') return undefined;
  if (row.state === 'waiting' || row.state === 'sending') return row.state;
  return row.ref === null ? undefined : { ref: row.ref };
}

/** Lanes of these performers whose first row's time has come and which nobody living is sending. Oldest first. */
export async function dueLanes(
  pool: pg.Pool,
  reach: readonly Reach[],
  holder: string,
  now: Date,
  limit: number,
): Promise<string[]> {
  const { rows } = await pool.query<{ lane: string }>(
    `SELECT o.lane FROM (${HEADS}) o WHERE o.next_at <= $3 AND (o.state = 'waiting' OR o.holder IS NULL
       OR (o.holder = $4 AND o.sending_since < $5) OR (o.holder <> $4 AND NOT ${HOLDER_LIVES})) ORDER BY o.id LIMIT $6`,
    [...columnsOf(reach), now, holder, new Date(now.getTime() - LOST_AFTER_MS), limit],
  );
  return rows.map((row) => row.lane);
}

/** When the first row of a lane of these performers is due; undefined where none waits. */
export async function nextDue(pool: pg.Pool, reach: readonly Reach[]): Promise<Date | undefined> {
  const { rows } = await pool.query<{ next_at: Date | null }>(
    `SELECT min(next_at) AS next_at FROM (${HEADS}) o WHERE o.state = 'waiting' OR o.holder IS NULL`,
    columnsOf(reach),
  );
  return rows[0]?.next_at ?? undefined;
}

function columnsOf(reach: readonly Reach[]): [string[], (string | null)[]] {
  return [reach.map((one) => one.performer), reach.map((one) => one.place ?? null)];
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
