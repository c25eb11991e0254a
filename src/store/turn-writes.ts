import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { Effect } from '../conversation/effect.ts';
import { isActive, type Session } from '../conversation/session.ts';
import { seal } from './keyring.ts';
import { attemptSeal, idFromName, outboxSeal, scorecardSeal, sessionSeal } from './names.ts';
import type { OutboxRow } from './outbox.ts';
import { allSettledThenAll } from './pipelined.ts';
import type { StoredSession, TurnPerson } from './turn-person.ts';

/** An effect with its name and who is to perform it. */
export interface NamedEffect {
  readonly key: string;
  readonly effect: Effect;
  /** None: the effect is a record only. */
  readonly performer: string | undefined;
}

export interface TurnWrites {
  readonly place: string;
  readonly sessions: readonly Session[];
  readonly effects: readonly NamedEffect[];
  readonly now: Date;
  /** Performers of this process, and its name as a holder. */
  readonly local: ReadonlySet<string>;
  readonly holder: string;
  /** A wake of this turn rang: it is done. */
  readonly wokeKey?: string | undefined;
  /** What stands in the lane and only showed where the talk stood is replaced by this turn's card. */
  readonly supersede: boolean;
}

/** A wake due within this time is rung by an effect of its own transaction; later ones by the sweep. */
export const RING_AT_ONCE_MS = 10 * 60_000;

/** The person's last activity is written at most this often. */
const ACTIVITY_EVERY_MS = 60 * 60_000;

/** The second round trip: state, records, wakes, outbox and the commit. Returns the rows this process performs at once. */
export async function writeTurn(
  client: pg.PoolClient,
  person: TurnPerson,
  loaded: readonly (StoredSession | undefined)[],
  writes: TurnWrites,
): Promise<readonly OutboxRow[]> {
  const queries: Promise<pg.QueryResult>[] = [];
  const run = (name: string, text: string, values: unknown[]) =>
    queries.push(client.query({ name, text, values }));
  const known = new Set(loaded.map((stored) => stored?.session.id));
  for (const session of writes.sessions) {
    if (known.has(session.id)) updateSession(run, person, session, writes);
    else insertSession(run, person, session, writes);
  }
  if (writes.wokeKey !== undefined)
    run('turn-woke', 'UPDATE wakes SET done_at = $2 WHERE key = $1', [writes.wokeKey, writes.now]);
  if (writes.now.getTime() - person.lastActiveAt.getTime() > ACTIVITY_EVERY_MS) {
    run('turn-active', 'UPDATE people SET last_active_at = $2 WHERE id = $1', [person.id, writes.now]);
  }
  const put: { index: number; row: OutboxRow }[] = [];
  for (const named of writes.effects) {
    const row = writeEffect(run, person, named, writes);
    if (row !== undefined) put.push({ index: queries.length - 1, row });
  }
  queries.push(client.query('COMMIT'));
  const results = await allSettledThenAll(queries);
  if (results.at(-1)?.command !== 'COMMIT') throw new Error('the turn was rolled back');
  return put.flatMap(({ index, row }) => {
    const stored = results[index]?.rows[0];
    return stored?.state === 'sending' ? [{ ...row, id: Number(stored.id) }] : [];
  });
}

type Run = (name: string, text: string, values: unknown[]) => void;

function sessionValues(person: TurnPerson, session: Session, writes: TurnWrites): unknown[] {
  const state = seal(person.dataKey, JSON.stringify(session), sessionSeal(session.id));
  return [session.id, session.stage.at, isActive(session), session.v, state, session.turn, writes.now];
}

function updateSession(run: Run, person: TurnPerson, session: Session, writes: TurnWrites): void {
  run(
    'turn-session-update',
    'UPDATE sessions SET stage = $2, active = $3, v = $4, state = $5, turn = $6, updated_at = $7 WHERE id = $1',
    sessionValues(person, session, writes),
  );
}

function insertSession(run: Run, person: TurnPerson, session: Session, writes: TurnWrites): void {
  run(
    'turn-story-insert',
    'INSERT INTO stories (id, installation_id, person_id, guide_id, guide_version) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING',
    [session.storyId, person.installationId, person.id, session.guide.id, session.guide.version],
  );
  run(
    'turn-session-insert',
    `INSERT INTO sessions (id, stage, active, v, state, turn, created_at, updated_at, installation_id, person_id, story_id, place, number)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $7, $8, $9, $10, $11,
       (SELECT coalesce(max(number), 0) + 1 FROM sessions WHERE person_id = $9))`,
    [
      ...sessionValues(person, session, writes),
      person.installationId,
      person.id,
      session.storyId,
      writes.place,
    ],
  );
}

/** Writes one effect; returns the outbox row where its last query put one in. */
function writeEffect(
  run: Run,
  person: TurnPerson,
  named: NamedEffect,
  writes: TurnWrites,
): OutboxRow | undefined {
  const { effect } = named;
  const session = writes.sessions.at(-1);
  switch (effect.type) {
    case 'freezeDraft': {
      if (session === undefined) return undefined;
      const id = idFromName(`attempt:${session.id}:written:${effect.draftNo}`);
      run(
        'turn-attempt',
        `INSERT INTO attempts (id, installation_id, person_id, session_id, kind, draft_no, body, created_at)
         VALUES ($1, $2, $3, $4, 'written', $5, $6, $7) ON CONFLICT DO NOTHING`,
        [
          id,
          person.installationId,
          person.id,
          session.id,
          effect.draftNo,
          seal(person.dataKey, JSON.stringify(effect.draft), attemptSeal(id)),
          writes.now,
        ],
      );
      return undefined;
    }
    case 'storeCritique': {
      if (session === undefined) return undefined;
      const attempt = idFromName(`attempt:${session.id}:written:${effect.draftNo}`);
      const { critic, version } = effect.critique;
      const id = idFromName(`scorecard:${attempt}:coach:${critic}:${version}`);
      run(
        'turn-scorecard',
        `INSERT INTO scorecards (id, installation_id, person_id, attempt_id, by, critic, critic_version, body, created_at)
         VALUES ($1, $2, $3, $4, 'coach', $5, $6, $7, $8) ON CONFLICT DO NOTHING`,
        [
          id,
          person.installationId,
          person.id,
          attempt,
          critic,
          version,
          seal(person.dataKey, JSON.stringify(effect.critique), scorecardSeal(id)),
          writes.now,
        ],
      );
      return undefined;
    }
    case 'wakeAt': {
      run(
        'turn-wake',
        `INSERT INTO wakes (key, installation_id, person_id, aggregate, kind, due_at, v)
         VALUES ($1, $2, $3, $4, 'session', $5, 1)
         ON CONFLICT (key) DO UPDATE SET due_at = excluded.due_at, done_at = NULL, armed_for = NULL`,
        [effect.key, person.installationId, person.id, session?.id ?? '', new Date(effect.at)],
      );
      if (Date.parse(effect.at) - writes.now.getTime() > RING_AT_ONCE_MS) return undefined;
      return insertOutbox(
        run,
        person,
        { ...named, performer: 'jobs' },
        writes,
        'bell',
        JSON.stringify({ key: effect.key, dueAt: effect.at }),
      );
    }
    case 'cancelWake':
      run('turn-wake-cancel', 'UPDATE wakes SET done_at = $2 WHERE key = $1 AND done_at IS NULL', [
        effect.key,
        writes.now,
      ]);
      return undefined;
    case 'requestCritique':
      return insertOutbox(
        run,
        person,
        named,
        writes,
        'critique',
        JSON.stringify({ sessionId: effect.sessionId, draftNo: effect.draftNo, ring: 0 }),
      );
    case 'say':
      if (writes.supersede) supersede(run, person, named, writes);
      return insertOutbox(run, person, named, writes, 'say', JSON.stringify(effect.card));
    case 'revise':
      return insertOutbox(
        run,
        person,
        named,
        writes,
        'revise',
        JSON.stringify({ card: effect.card, of: effect.of }),
      );
    case 'close':
      return insertOutbox(run, person, named, writes, 'close', '{}');
  }
}

/** A lane: what one performer does for one person, in order. */
export function laneOf(performer: string, personId: string): string {
  return `${performer}.${personId}`;
}

/** Opaque to others, at most 22 characters (Discord's nonce holds 25). */
export function deliveryIdOf(key: string): string {
  return createHash('sha256').update(key).digest('base64url').slice(0, 22);
}

/**
 * A row goes in as `sending` in this process's name when nothing of its lane waits elsewhere: then it is performed
 * right after the commit without another trip. Otherwise it waits, and a process with that role is woken.
 * MATERIALIZED: else the planner looks through the lane once for every column that depends on it.
 */
const OUTBOX = `WITH lane AS MATERIALIZED (
    SELECT $11::boolean AND NOT EXISTS (
      SELECT 1 FROM outbox WHERE lane = $4 AND (state = 'waiting' OR (state = 'sending' AND holder IS DISTINCT FROM $12))
    ) AS mine)
  INSERT INTO outbox (key, installation_id, person_id, lane, performer, place, kind, body, delivery_id, next_at, created_at, state, attempts, holder, sending_since)
  SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10,
    CASE WHEN mine THEN 'sending' ELSE 'waiting' END, CASE WHEN mine THEN 1 ELSE 0 END, CASE WHEN mine THEN $12 END, CASE WHEN mine THEN $10::timestamptz END
  FROM lane ON CONFLICT (key) DO NOTHING
  RETURNING id, state, CASE WHEN state = 'waiting' THEN pg_notify('outbox', performer) END`;

function insertOutbox(
  run: Run,
  person: TurnPerson,
  named: NamedEffect,
  writes: TurnWrites,
  kind: string,
  body: string,
): OutboxRow {
  const performer = named.performer ?? 'jobs';
  const { key } = named;
  const lane = laneOf(performer, person.id);
  const deliveryId = deliveryIdOf(key);
  run('turn-outbox', OUTBOX, [
    key,
    person.installationId,
    person.id,
    lane,
    performer,
    writes.place,
    kind,
    seal(person.dataKey, body, outboxSeal(key)),
    deliveryId,
    writes.now,
    writes.local.has(performer),
    writes.holder,
  ]);
  const { installationId, ref } = person;
  return {
    id: 0,
    key,
    lane,
    performer,
    place: writes.place,
    kind,
    body,
    deliveryId,
    installationId,
    person: ref,
    attempts: 1,
    createdAt: writes.now,
    inDoubt: false,
  };
}

/** What still waits to be shown in this lane is replaced: the card that follows shows where the talk stands now. */
function supersede(run: Run, person: TurnPerson, named: NamedEffect, writes: TurnWrites): void {
  run(
    'turn-supersede',
    `UPDATE outbox SET state = 'done', ref = 'superseded' WHERE lane = $1 AND state IN ('waiting', 'sending') AND place = $2`,
    [laneOf(named.performer ?? '', person.id), writes.place],
  );
}
