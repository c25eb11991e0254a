import type pg from 'pg';
import { parseSession } from '../conversation/session.ts';
import type { Plan } from '../reminders/plan.ts';
import type { PersonRef } from '../who/person.ts';
import type { Keyring } from './keyring.ts';
import { open } from './keyring.ts';
import { mannerOf } from './manner.ts';
import { sessionSeal } from './names.ts';
import type { OutboxRow } from './outbox.ts';
import { allSettledThenAll } from './pipelined.ts';
import type { StoredSession, TurnPerson } from './turn-person.ts';
import { hoursOf, planOf } from './turn-plan.ts';
import { type TurnWrites, writeTurn } from './turn-writes.ts';

/**
 * One turn in two round trips: everything up to the decision goes in one, everything after it in the other.
 * Hand-written SQL on a pool with `pipeline: true`; all other queries go through drizzle.
 */

/** Which practice the event is for, beside the one in the place. */
export interface Wanted {
  readonly place: string;
  /** The practice may stand anywhere: the one in the place comes first, then the one touched last. `ifNone`: only where the place holds none, ended ones neither. */
  readonly anywhere?: boolean | 'ifNone' | undefined;
  readonly sessionId?: string | undefined;
  readonly number?: number | undefined;
  /** The wake that rang: the turn is its only while it stands with that very instant. */
  readonly wake?: { readonly key: string; readonly dueAt: string } | undefined;
}

export interface OpenTurn {
  /** Looks things up on the turn's own connection: turns that waited for a second one would wait for each other. */
  readonly looks: Pick<pg.PoolClient, 'query'>;
  readonly person: TurnPerson;
  /** The practice in the place: the active one, else the one paused last. */
  readonly current: StoredSession | undefined;
  /** Asked with `ifNone`: the place holds no practice of the person. */
  readonly holdsNone: boolean;
  /** The practice the event names. */
  readonly target: StoredSession | undefined;
  /** Their plan of reminders, where they have one. */
  readonly plan: Plan | undefined;
  /** Another practice that is open in the place of the one the event names. */
  readonly inItsWay: StoredSession | undefined;
  /** Writes and commits; resolves when it is durable, with the rows this process performs at once. */
  commit(writes: TurnWrites): Promise<readonly OutboxRow[]>;
  abort(): Promise<void>;
}

export type Opened =
  | { readonly found: 'turn'; readonly turn: OpenTurn }
  /** With the practice as it stands in the place by now. */
  | { readonly found: 'seen'; readonly current: StoredSession | undefined }
  /** `moved`: the wake that rang was moved, called off or done since. */
  | { readonly found: 'nobody' | 'moved' };

/** The lock first, then the event's id. What the turn decides on is read by later statements: they see what the lock waited for. */
const PERSON = `WITH who AS MATERIALIZED (
    SELECT id, installation_id, ring_key, wrapped_key, last_active_at, tone, show_numbers, words_per_minute, takes_shares, seniority, critic, notice_of, zone, zone_source, quiet_hours, paused_until FROM people
    WHERE platform = $1 AND scope = $2 AND user_id = $3 FOR UPDATE
  ), noted AS (INSERT INTO seen_events (person_id, event_id, session_id) SELECT id, $4, $5::uuid FROM who ON CONFLICT DO NOTHING RETURNING 1)
  SELECT who.*, EXISTS (SELECT 1 FROM noted) AS is_new FROM who`;
const COLUMNS = 's.id, s.place, s.number, s.state, s.active';
/** One row always, for a person we know: with or without a practice in the place, it says whether they had a critique. */
const current = (where: string, first: string, more = '') =>
  `SELECT c.*, EXISTS (SELECT 1 FROM scorecards k WHERE k.person_id = p.id AND k.by = 'coach') AS practised, n.state AS plan${more}
  FROM people p LEFT JOIN plans n ON n.person_id = p.id LEFT JOIN LATERAL (
    SELECT ${COLUMNS} FROM sessions s WHERE s.person_id = p.id ${where} AND (s.active OR s.stage = 'paused')
    ORDER BY ${first} s.active DESC, s.updated_at DESC LIMIT 1) c ON true
  WHERE p.platform = $1 AND p.scope = $2 AND p.user_id = $3`;
const CURRENT = current('AND s.place = $4', '');
const CURRENT_ANYWHERE = current('', '(s.place = $4) DESC,');
const NONE_HERE = 'NOT EXISTS (SELECT 1 FROM sessions h WHERE h.person_id = p.id AND h.place = $4)';
const CURRENT_IF_NONE = current(`AND (s.place = $4 OR ${NONE_HERE})`, '', `, ${NONE_HERE} AS none_here`);
const CURRENTS = {
  here: { name: 'turn-current', text: CURRENT },
  anywhere: { name: 'turn-current-anywhere', text: CURRENT_ANYWHERE },
  ifNone: { name: 'turn-current-if-none', text: CURRENT_IF_NONE },
};
/** The practice that is named comes first, then the one that is open in its place. */
const named = (which: string) =>
  `SELECT ${COLUMNS} FROM people p JOIN sessions t ON t.person_id = p.id
   JOIN sessions s ON s.person_id = p.id AND (s.id = t.id OR (s.place = t.place AND s.active))
   WHERE p.platform = $1 AND p.scope = $2 AND p.user_id = $3 AND ${which} ORDER BY s.id <> t.id`;
const BY_ID = named('t.id = $4');
/** By its key alone, whatever the table's statistics say: of one instant there may be ten thousand. */
const WAKE =
  'SELECT 1 FROM (SELECT due_at, done_at FROM wakes WHERE key = $1 OFFSET 0) w WHERE due_at = $2 AND done_at IS NULL';
const BY_NUMBER = named('t.number = $4');

interface SessionRow {
  id: string;
  place: string;
  number: number;
  state: Buffer;
  active: boolean;
}

/** Nothing of a practice: what a join gives where there is none. */
type NoSession = { readonly [column in keyof SessionRow]: null };
type CurrentRow = (SessionRow | NoSession) & { practised: boolean; plan: Buffer | null; none_here?: boolean };

/**
 * Opens the turn of an event: locks the person, notes a keyed hash of the event's id, loads the practice. `seen`: the event had
 * its turn already; `nobody`: the person is not known. Rejects where the database cannot be reached.
 */
export async function openTurn(
  pool: pg.Pool,
  ring: Keyring,
  ref: PersonRef,
  eventId: string,
  wanted: Wanted,
): Promise<Opened> {
  const client = await pool.connect();
  try {
    const who = [ref.platform, ref.scope, ref.userId];
    const byName =
      wanted.sessionId !== undefined
        ? ([BY_ID, wanted.sessionId, 'turn-by-id'] as const)
        : wanted.number !== undefined
          ? ([BY_NUMBER, wanted.number, 'turn-by-number'] as const)
          : undefined;
    const { wake } = wanted;
    const noted = ring.hash(`event:${eventId}`);
    const named =
      wanted.sessionId !== undefined && eventId.includes(wanted.sessionId) ? wanted.sessionId : null;
    const [, people, here, ...more] = await allSettledThenAll([
      client.query('BEGIN'),
      client.query({ name: 'turn-person', text: PERSON, values: [...who, noted, named] }),
      client.query<CurrentRow>({
        ...CURRENTS[wanted.anywhere === 'ifNone' ? 'ifNone' : wanted.anywhere === true ? 'anywhere' : 'here'],
        values: [...who, wanted.place],
      }),
      ...(byName === undefined
        ? []
        : [client.query<SessionRow>({ name: byName[2], text: byName[0], values: [...who, byName[1]] })]),
      ...(wake === undefined
        ? []
        : [client.query({ name: 'turn-wake-stands', text: WAKE, values: [wake.key, new Date(wake.dueAt)] })]),
    ]);
    const target = byName === undefined ? undefined : more[0];
    const stands = wake === undefined || more.at(-1)?.rowCount === 1;
    const row = people?.rows[0];
    const current = here?.rows[0];
    if (row === undefined) {
      await client.query('ROLLBACK');
      client.release();
      return { found: 'nobody' };
    }
    const person: TurnPerson = {
      id: row.id,
      ref,
      installationId: row.installation_id,
      dataKey: ring.unwrap(row.id, row.ring_key, row.wrapped_key),
      lastActiveAt: row.last_active_at,
      manner: mannerOf(row.tone, row.show_numbers, row.words_per_minute, row.takes_shares, row.seniority),
      reader: { critic: row.critic, noticeOf: row.notice_of },
      practised: current?.practised === true,
      hours: hoursOf(row),
    };
    const standing = storedOf(current, person);
    if (row.is_new !== true) {
      await client.query('ROLLBACK');
      client.release();
      return { found: 'seen', current: standing };
    }
    if (!stands) {
      await client.query('ROLLBACK');
      client.release();
      return { found: 'moved' };
    }
    const wantedOne = storedOf(target?.rows[0], person);
    const gone = wanted.sessionId !== undefined && wantedOne === undefined;
    const loaded = { current: standing, target: wantedOne, inItsWay: storedOf(target?.rows[1], person) };
    const plan = planOf(person, current?.plan ?? null);
    const turn = turnOn(client, person, loaded, gone);
    return { found: 'turn', turn: { ...turn, plan, holdsNone: current?.none_here === true } };
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    client.release(true);
    throw error;
  }
}

function turnOn(
  client: pg.PoolClient,
  person: TurnPerson,
  loaded: Pick<OpenTurn, 'current' | 'target' | 'inItsWay'>,
  /** The practice the event names was forgotten. An event that does nothing then is not noted either: its id may name it. */
  gone: boolean,
): Omit<OpenTurn, 'holdsNone' | 'plan'> {
  let ended = false;
  const end = (broken: boolean) => {
    if (!ended) client.release(broken);
    ended = true;
  };
  const abort = async () => {
    await client.query('ROLLBACK').catch(() => end(true));
    end(false);
  };
  return {
    looks: client,
    person,
    ...loaded,
    async commit(writes) {
      if (gone && writes.sessions.length === 0 && writes.effects.length === 0 && writes.plan === undefined) {
        await abort();
        return [];
      }
      try {
        const sent = await writeTurn(client, person, Object.values(loaded), writes);
        end(false);
        return sent;
      } catch (error) {
        await client.query('ROLLBACK').catch(() => undefined);
        end(true);
        throw error;
      }
    },
    abort,
  };
}

function storedOf(row: SessionRow | NoSession | undefined, person: TurnPerson): StoredSession | undefined {
  if (row === undefined || row.id === null) return undefined;
  const session = parseSession(JSON.parse(open(person.dataKey, row.state, sessionSeal(row.id))));
  return { session, place: row.place, number: row.number };
}
