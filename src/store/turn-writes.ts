import type pg from 'pg';
import type { Effect } from '../conversation/effect.ts';
import type { Session } from '../conversation/session.ts';
import { unreachable } from '../errors.ts';
import { parsePlaceKey } from '../who/place.ts';
import { leaveBehind } from './leftovers.ts';
import type { OutboxRow } from './outbox.ts';
import { allSettledThenAll, type Run } from './pipelined.ts';
import { forget } from './turn-forget.ts';
import {
  moveOwed,
  type Outgoing,
  putInOutbox,
  type Sender,
  supersede,
  supersedeReminder,
} from './turn-outbox.ts';
import type { StoredSession, TurnPerson } from './turn-person.ts';
import { type PlanWrites, planWakeKey, writePlan } from './turn-plan.ts';
import { isRecord, writeRecord } from './turn-records.ts';
import { insertSession, updateSession } from './turn-sessions.ts';

/** An effect with its name and who is to perform it. */
export interface NamedEffect {
  readonly key: string;
  readonly effect: Effect;
  /** None: the effect is a record only. */
  readonly performer: string | undefined;
}

export interface TurnWrites extends Sender {
  readonly sessions: readonly Session[];
  readonly effects: readonly NamedEffect[];
  /** The person's plan, where the turn changed it, and the name of what rings for its next wake. */
  readonly plan?: (PlanWrites & { readonly bellKey: string }) | undefined;
  /** A job or a clock did it, not the person: their last activity stays what it was. */
  readonly notTheirs?: boolean;
  /** When they were reminded last, in ms: what they do after it is noted at once. */
  readonly sentAt?: number | undefined;
  /** A wake of this turn rang: it is done. */
  readonly wokeKey?: string | undefined;
  /** What stands in the lane and only showed where the talk stood is replaced by this turn's card. */
  readonly supersede: boolean;
  /** The last practice of the turn moves to this turn's place; what waits for its old one is not shown there. */
  readonly movesFrom?: string | undefined;
}

/** A wake due within this time is rung by an effect of its own transaction; later ones by the sweep. */
export const RING_AT_ONCE_MS = 10 * 60_000;

/** The person's last activity is written at most this often. */
const ACTIVITY_EVERY_MS = 60 * 60_000;

/**
 * The second round trip: what is forgotten, then state, records, wakes, outbox and the commit. Returns the rows
 * this process performs at once.
 */
export async function writeTurn(
  client: pg.PoolClient,
  person: TurnPerson,
  loaded: readonly (StoredSession | undefined)[],
  writes: TurnWrites,
): Promise<readonly OutboxRow[]> {
  const { effects, now } = writes;
  const queries: Promise<pg.QueryResult>[] = [];
  const run: Run = (name, text, values) => queries.push(client.query({ name, text, values }));

  const forgotten = forgottenBy(effects);
  for (const id of forgotten) {
    const place = loaded.find((stored) => stored?.session.id === id)?.place;
    forget(run, person, id, { place, now });
  }
  const known = new Set(loaded.map((stored) => stored?.session.id));
  for (const session of writes.sessions.filter(({ id }) => !forgotten.has(id))) {
    if (known.has(session.id)) updateSession(run, person, session, now);
    else insertSession(run, person, session, writes.place, now);
  }
  const moved = writes.sessions.at(-1);
  if (writes.movesFrom !== undefined && moved !== undefined) moveSession(run, person, moved, writes);
  if (writes.wokeKey !== undefined)
    run('turn-woke', 'UPDATE wakes SET done_at = $2 WHERE key = $1', [writes.wokeKey, now]);
  const sentAt = writes.sentAt ?? 0;
  const idleMs = now.getTime() - person.lastActiveAt.getTime();
  if (writes.notTheirs !== true && (idleMs > ACTIVITY_EVERY_MS || person.lastActiveAt.getTime() < sentAt))
    run('turn-active', 'UPDATE people SET last_active_at = $2 WHERE id = $1', [person.id, now]);

  if (writes.plan !== undefined) writePlan(run, person, writes.plan, now);

  // Records and wakes belong to the last practice of the turn; where that is forgotten, they go with it.
  const last = writes.sessions.at(-1);
  const session = last === undefined || forgotten.has(last.id) ? undefined : last;
  const put: { index: number; row: OutboxRow }[] = [];
  const bell = writes.plan === undefined ? undefined : bellOf(person, writes.plan, now);
  if (bell !== undefined) {
    const row = putInOutbox(run, person, writes, bell);
    put.push({ index: queries.length - 1, row });
  }
  for (const named of draftsFirst(effects)) {
    writeDown(run, person, session, named.effect, now);
    const order = orderIn(named, now, session, forgotten);
    if (order === undefined) continue;
    if (named.effect.type === 'say' && writes.supersede)
      supersede(run, person, order.performer, writes.place);
    if (named.effect.type === 'remind') supersedeReminder(run, person, order.performer);
    const to = named.effect.type === 'remind' ? { ...writes, place: named.effect.to } : writes;
    const row = putInOutbox(run, person, to, { key: named.key, ...order });
    put.push({ index: queries.length - 1, row });
  }

  queries.push(client.query('COMMIT'));
  const results = await allSettledThenAll(queries);
  if (results.at(-1)?.command !== 'COMMIT') throw new Error('the turn was rolled back');
  return put.flatMap(({ index, row }) => {
    const stored = results[index]?.rows[0];
    return stored?.state === 'sending' ? [{ ...row, id: Number(stored.id) }] : [];
  });
}

/** A plan's wake that is due soon is rung by its own transaction. */
function bellOf(
  { id }: TurnPerson,
  { plan, bellKey }: NonNullable<TurnWrites['plan']>,
  now: Date,
): Outgoing | undefined {
  const { next } = plan;
  if (next === undefined || Date.parse(next.at) - now.getTime() > RING_AT_ONCE_MS) return undefined;
  const body = JSON.stringify({ key: planWakeKey(id), dueAt: next.at });
  return { key: bellKey, performer: 'jobs', kind: 'bell', body };
}

/** A practice that was stored goes on in another place. */
function moveSession(
  run: Run,
  person: TurnPerson,
  { id }: Session,
  { place, movesFrom, effects }: TurnWrites,
): void {
  run('turn-session-move', 'UPDATE sessions SET place = $2 WHERE id = $1', [id, place]);
  if (movesFrom !== undefined) leaveBehind(run, person, id, parsePlaceKey(movesFrom));
  const performer = effects.find(({ effect }) => effect.type === 'say')?.performer;
  if (performer === undefined || movesFrom === undefined) return;
  supersede(run, person, performer, movesFrom);
  moveOwed(run, person, performer, movesFrom, place);
}

function forgottenBy(effects: readonly NamedEffect[]): ReadonlySet<string> {
  return new Set(effects.flatMap(({ effect }) => (effect.type === 'forget' ? [effect.sessionId] : [])));
}

/** A rating hangs on its draft, whichever of the two the conversation named first. */
function draftsFirst(effects: readonly NamedEffect[]): readonly NamedEffect[] {
  const isDraft = ({ effect }: NamedEffect) => effect.type === 'freezeDraft';
  return [...effects.filter(isDraft), ...effects.filter((named) => !isDraft(named))];
}

/** What of an effect is a row of the state: a record, a wake. */
function writeDown(
  run: Run,
  person: TurnPerson,
  session: Session | undefined,
  effect: Effect,
  now: Date,
): void {
  if (isRecord(effect)) writeRecord(run, person, session, effect, now);
  if (effect.type === 'cancelWake')
    run('turn-wake-cancel', 'UPDATE wakes SET done_at = $2 WHERE key = $1 AND done_at IS NULL', [
      effect.key,
      now,
    ]);
  if (effect.type === 'wakeAt' && session !== undefined)
    run(
      'turn-wake',
      `INSERT INTO wakes (key, installation_id, person_id, aggregate, kind, due_at, v)
       VALUES ($1, $2, $3, $4, 'session', $5, 1)
       ON CONFLICT (key) DO UPDATE SET due_at = excluded.due_at, done_at = NULL, armed_for = NULL`,
      [effect.key, person.installationId, person.id, session.id, new Date(effect.at)],
    );
}

/** What of an effect somebody performs; undefined where nobody has to. */
function orderIn(
  { effect, performer = 'jobs' }: NamedEffect,
  now: Date,
  session: Session | undefined,
  forgotten: ReadonlySet<string>,
): { readonly performer: string; readonly kind: string; readonly body: string } | undefined {
  switch (effect.type) {
    case 'say':
      return { performer, kind: 'say', body: JSON.stringify(effect.card) };
    case 'remind':
      return { performer, kind: 'remind', body: JSON.stringify(effect.card) };
    case 'revise':
      return { performer, kind: 'revise', body: JSON.stringify({ card: effect.card, of: effect.of }) };
    case 'open':
      return { performer, kind: 'open', body: JSON.stringify({ called: effect.called }) };
    case 'close':
    case 'export':
      return { performer, kind: effect.type, body: '{}' };
    case 'point':
      return { performer, kind: 'point', body: JSON.stringify({ at: effect.at, kept: effect.kept }) };
    case 'share':
      return { performer, kind: 'share', body: JSON.stringify({ card: effect.card, to: effect.to }) };
    case 'requestCritique': {
      const { sessionId, draftNo } = effect;
      if (forgotten.has(sessionId)) return undefined;
      return { performer, kind: 'critique', body: JSON.stringify({ sessionId, draftNo, ring: 0 }) };
    }
    case 'wakeAt':
      if (session === undefined || Date.parse(effect.at) - now.getTime() > RING_AT_ONCE_MS) return undefined;
      return {
        performer: 'jobs',
        kind: 'bell',
        body: JSON.stringify({ key: effect.key, dueAt: effect.at }),
      };
    case 'cancelWake':
    case 'forget':
      return undefined;
    default:
      return isRecord(effect) ? undefined : unreachable(effect);
  }
}
