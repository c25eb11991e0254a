import { randomBytes, randomUUID } from 'node:crypto';
import type pg from 'pg';
import { ANSWERS, says } from './practice.ts';
import type { BenchWorld } from './world.ts';

/** How many bytes a turn writes. */
export interface Sizes {
  readonly state: number;
  readonly card: number;
}

/** Who a bare transaction is about: known beforehand, so that it looks nothing up that it need not. */
export interface BareSession {
  readonly userId: string;
  readonly personId: string;
  readonly installationId: string;
  readonly sessionId: string;
  readonly place: string;
}

/** What the coach wrote at each of the five answers: the bare transaction writes as much. */
export async function measuredSizes(world: BenchWorld, userId: string): Promise<Sizes[]> {
  const sizes: Sizes[] = [];
  for (const answer of ANSWERS) {
    const handled = await says(world, userId, answer);
    await handled.performed;
    const { rows } = await world.pool.query<Sizes>(
      `SELECT length(s.state) AS state, (SELECT length(o.body) FROM outbox o WHERE o.person_id = s.person_id ORDER BY o.id DESC LIMIT 1) AS card
       FROM sessions s WHERE s.id = $1`,
      [handled.sessionId],
    );
    if (rows[0] !== undefined) sizes.push(rows[0]);
  }
  return sizes;
}

export async function bareSessions(world: BenchWorld, users: readonly string[]): Promise<BareSession[]> {
  const { rows } = await world.pool.query<BareSession>(
    `SELECT p.user_id AS "userId", p.id AS "personId", p.installation_id AS "installationId", s.id AS "sessionId", s.place
     FROM people p JOIN sessions s ON s.person_id = p.id WHERE p.user_id = ANY($1)`,
    [users],
  );
  return rows;
}

/**
 * The least that one turn can cost: the same rows of the same tables, in two round trips, by prepared statements,
 * with nothing decided, sealed or checked.
 */
export async function bareTurn(pool: pg.Pool, session: BareSession, sizes: Sizes): Promise<void> {
  const client = await pool.connect();
  const now = new Date();
  const eventId = `said-${randomUUID()}`;
  const run = (name: string, text: string, values: unknown[]) => client.query({ name, text, values });
  await Promise.all([
    client.query('BEGIN'),
    run(
      'bare-person',
      `SELECT id, installation_id, ring_key, wrapped_key, last_active_at FROM people
       WHERE platform = 'terminal' AND scope = 'local' AND user_id = $1 FOR UPDATE`,
      [session.userId],
    ),
    run('bare-seen', 'INSERT INTO seen_events (person_id, event_id) VALUES ($1, $2)', [
      session.personId,
      eventId,
    ]),
    run(
      'bare-session',
      'SELECT id, place, number, state, active FROM sessions WHERE person_id = $1 AND place = $2 AND active',
      [session.personId, session.place],
    ),
  ]);
  await Promise.all([
    run(
      'bare-update',
      'UPDATE sessions SET stage = $2, active = true, v = 1, state = $3, turn = turn + 1, updated_at = $4 WHERE id = $1',
      [session.sessionId, 'asking', randomBytes(sizes.state), now],
    ),
    run(
      'bare-outbox',
      `INSERT INTO outbox (key, installation_id, person_id, lane, performer, place, kind, body, delivery_id, next_at, created_at, state, holder, sending_since)
       VALUES ($1, $2, $3, $4, 'bare', $5, 'say', $6, $7, $8, $8, 'sending', $9, $8)`,
      [
        `e-${randomUUID()}-1-0`,
        session.installationId,
        session.personId,
        `bare.${session.personId}`,
        session.place,
        randomBytes(sizes.card),
        eventId.slice(5, 27),
        now,
        eventId.slice(5),
      ],
    ),
    client.query('COMMIT'),
  ]);
  client.release();
}
