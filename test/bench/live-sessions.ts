import { randomUUID } from 'node:crypto';
import type { Session } from '../../src/conversation/session.ts';
import { isActive } from '../../src/conversation/session.ts';
import { seal } from '../../src/store/keyring.ts';
import { outboxSeal, sessionSeal } from '../../src/store/names.ts';
import type { BenchWorld } from './world.ts';

/** Persons a statement. */
const BATCH = 1_000;
/** What every live practice has behind it: events seen, and a card that was shown. */
const EVENTS_BEHIND = 5;

/**
 * Puts in persons with one live practice each, copies of a real one under ids and keys of their own, by bulk
 * inserts. Returns the user ids. A turn finds them as if the coach had led them there.
 */
export async function addLiveSessions(world: BenchWorld, model: Session, count: number): Promise<string[]> {
  const { rows } = await world.pool.query<{ id: string; card: Buffer }>(
    `SELECT i.id, (SELECT body FROM outbox ORDER BY id DESC LIMIT 1) AS card FROM installations i LIMIT 1`,
  );
  const [found] = rows;
  if (found === undefined) throw new Error('no installation: lead one practice first');
  const users: string[] = [];
  for (let done = 0; done < count; done += BATCH) {
    const made = Array.from({ length: Math.min(BATCH, count - done) }, () =>
      copyOf(world, model, found.card.length),
    );
    users.push(...made.map((one) => one.userId));
    await insert(world, found.id, model, made);
  }
  return users;
}

interface Copy {
  readonly personId: string;
  readonly userId: string;
  readonly ringKey: string;
  readonly wrappedKey: Buffer;
  readonly storyId: string;
  readonly sessionId: string;
  readonly state: Buffer;
  readonly key: string;
  readonly card: Buffer;
}

function copyOf(world: BenchWorld, model: Session, cardBytes: number): Copy {
  const personId = randomUUID();
  const sessionId = randomUUID();
  const storyId = randomUUID();
  const { dataKey, ringKey, wrappedKey } = world.ring.newDataKey(personId);
  const state = seal(dataKey, JSON.stringify({ ...model, id: sessionId, storyId }), sessionSeal(sessionId));
  const key = `e-${sessionId}-${model.turn}-0`;
  const card = seal(dataKey, ' '.repeat(Math.max(1, cardBytes - 29)), outboxSeal(key));
  return { personId, userId: `live-${personId}`, ringKey, wrappedKey, storyId, sessionId, state, key, card };
}

async function insert(world: BenchWorld, installationId: string, model: Session, made: readonly Copy[]) {
  const column = <K extends keyof Copy>(name: K) => made.map((one) => one[name]);
  await world.pool.query(
    `INSERT INTO people (id, installation_id, platform, scope, user_id, ring_key, wrapped_key)
     SELECT p, $1, 'terminal', 'local', u, r, w FROM unnest($2::uuid[], $3::text[], $4::text[], $5::bytea[]) AS t(p, u, r, w)`,
    [installationId, column('personId'), column('userId'), column('ringKey'), column('wrappedKey')],
  );
  await world.pool.query(
    `INSERT INTO stories (id, installation_id, person_id, guide_id, guide_version)
     SELECT s, $1, p, $4, $5 FROM unnest($2::uuid[], $3::uuid[]) AS t(s, p)`,
    [installationId, column('storyId'), column('personId'), model.guide.id, model.guide.version],
  );
  await world.pool.query(
    `INSERT INTO sessions (id, installation_id, person_id, story_id, place, number, stage, active, v, state, turn)
     SELECT s, $1, p, st, 'terminal/' || u, 1, $7, $8, $9, b, $10
     FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::bytea[]) AS t(s, p, st, u, b)`,
    [
      installationId,
      column('sessionId'),
      column('personId'),
      column('storyId'),
      column('userId'),
      column('state'),
      model.stage.at,
      isActive(model),
      model.v,
      model.turn,
    ],
  );
  await world.pool.query(
    `INSERT INTO seen_events (person_id, event_id)
     SELECT p, 'said-' || gen_random_uuid() FROM unnest($1::uuid[]) AS t(p), generate_series(1, ${EVENTS_BEHIND})`,
    [column('personId')],
  );
  await world.pool.query(
    `INSERT INTO outbox (key, installation_id, person_id, lane, performer, place, kind, body, delivery_id, state, next_at)
     SELECT k, $1, p, 'terminal.' || p, 'terminal', 'terminal/' || u, 'say', c, left(k, 22), 'done', now()
     FROM unnest($2::text[], $3::uuid[], $4::text[], $5::bytea[]) AS t(k, p, u, c)`,
    [installationId, column('key'), column('personId'), column('userId'), column('card')],
  );
}

/** Statistics as after a night, and no dirty pages left to be written during a measurement. */
export async function settle(world: Pick<BenchWorld, 'pool'>): Promise<void> {
  await world.pool.query('VACUUM ANALYZE');
  // Our role may not say CHECKPOINT; a database copied by files begins and ends with one.
  await world.pool.query('CREATE DATABASE bench_checkpoint STRATEGY file_copy');
  await world.pool.query('DROP DATABASE bench_checkpoint');
}
