import type pg from 'pg';
import { nextTeamWake, type Team } from '../../mocks/team/team.ts';
import type { PersonRef } from '../../who/person.ts';
import { teamIdOf } from '../../who/team.ts';
import { type Keyring, seal } from '../keyring.ts';
import { noteMention } from '../mentions.ts';
import { teamSeal, teamSessionSeal } from '../names.ts';
import type { OutboxRow } from '../outbox.ts';
import { type Outgoing, putInOutbox } from '../turn-outbox.ts';
import { RING_AT_ONCE_MS } from '../turn-writes.ts';
import { leaveTeam, writeMembers } from './members.ts';
import { readTeam } from './read-teams.ts';
import { type OwnerRow, ownerOf, ownersIn, type RowOwner } from './row-owner.ts';
import { withoutWords, writeWords } from './session-words.ts';
import { teamWakeKey, writeTeamWake } from './team-wake.ts';

/** An effect with where it goes, in which lane, and whose words are in it (their id on the platform; none: the team's). */
export interface TeamOutgoing extends Outgoing {
  readonly place: string;
  readonly lane: string;
  readonly of?: string;
  /** Who else stands in it, by their ids on the platform: it is theirs to take away (see `mentions.ts`). */
  readonly about?: readonly string[];
  /** Lent to whoever reads it until then, by `of`. */
  readonly until?: string;
}

export interface TeamWrites {
  readonly team: Team;
  readonly effects: readonly TeamOutgoing[];
  readonly now: Date;
  readonly local: ReadonlySet<string>;
  readonly holder: string;
  /** Who is in the team no more, by their id on the platform: nothing of it names them from this turn on. */
  readonly forgets?: string | undefined;
}

export interface OpenTeamTurn {
  /** Looks things up on the turn's own connection. */
  readonly looks: Pick<pg.PoolClient, 'query'>;
  /** None where nothing is scheduled yet. */
  readonly team: Team | undefined;
  /** The number of this turn: names its effects. */
  readonly turn: number;
  /** Writes and commits; resolves when it is durable, with the rows this process performs at once. */
  commit(writes: TeamWrites): Promise<readonly OutboxRow[]>;
  abort(): Promise<void>;
}

export type OpenedTeam =
  | { readonly found: 'turn'; readonly turn: OpenTeamTurn }
  /** `moved`: the wake that rang stands at another instant. */
  | { readonly found: 'seen' | 'nobody' | 'moved' };

/**
 * Opens the turn of an event of a team: locks it, notes a keyed hash of the event's id, loads the series and the sessions that
 * are not over, with what was written in them. `wokeAt`: the instant of the wake that rang.
 */
export async function openTeamTurn(
  pool: pg.Pool,
  ring: Keyring,
  ref: PersonRef,
  eventId: string,
  wokeAt?: string,
): Promise<OpenedTeam> {
  const client = await pool.connect();
  const end = async (found: 'seen' | 'nobody' | 'moved'): Promise<OpenedTeam> => {
    await client.query('ROLLBACK');
    client.release();
    return { found };
  };
  try {
    await client.query('BEGIN');
    const { rows } = await client.query<OwnerRow>(
      `SELECT id, installation_id, ring_key, wrapped_key FROM people
       WHERE platform = $1 AND scope = $2 AND user_id = $3 FOR UPDATE`,
      [ref.platform, ref.scope, ref.userId],
    );
    const [row] = rows;
    const id = teamIdOf(ref);
    if (row === undefined || id === undefined) return await end('nobody');
    const owner = ownerOf(row, ref, ring);
    const noted = await client.query(
      'INSERT INTO seen_events (person_id, event_id) VALUES ($1, $2) ON CONFLICT DO NOTHING',
      [owner.id, ring.hash(`event:${eventId}`)],
    );
    if (noted.rowCount === 0) return await end('seen');
    if (wokeAt !== undefined && !(await stands(client, teamWakeKey(id), wokeAt))) return await end('moved');
    const loaded = await teamIn(client, ring, owner, id);
    return { found: 'turn', turn: turnOn(client, ring, owner, id, loaded) };
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    client.release(true);
    throw error;
  }
}

async function stands(client: pg.PoolClient, key: string, dueAt: string): Promise<boolean> {
  const { rowCount } = await client.query(
    'SELECT 1 FROM wakes WHERE key = $1 AND due_at = $2 AND done_at IS NULL',
    [key, new Date(dueAt)],
  );
  return rowCount === 1;
}

interface Loaded {
  readonly team: Team | undefined;
  readonly turn: number;
}

async function teamIn(client: pg.PoolClient, ring: Keyring, owner: RowOwner, id: string): Promise<Loaded> {
  const { rows } = await client.query<{ turn: number }>('SELECT turn FROM teams WHERE id = $1', [id]);
  const [row] = rows;
  if (row === undefined) return { team: undefined, turn: 0 };
  return { team: await readTeam(client, ring, owner.ref), turn: row.turn };
}

function turnOn(
  client: pg.PoolClient,
  ring: Keyring,
  owner: RowOwner,
  id: string,
  { team, turn }: Loaded,
): OpenTeamTurn {
  let ended = false;
  const end = (isBroken: boolean) => {
    if (!ended) client.release(isBroken);
    ended = true;
  };
  return {
    looks: client,
    team,
    turn: turn + 1,
    async commit(writes) {
      try {
        const sent = await write(client, ring, owner, id, turn + 1, writes);
        await client.query('COMMIT');
        end(false);
        return sent;
      } catch (error) {
        await client.query('ROLLBACK').catch(() => undefined);
        end(true);
        throw error;
      }
    },
    async abort() {
      if (ended) return;
      await client.query('ROLLBACK').catch(() => end(true));
      end(false);
    },
  };
}

async function write(
  client: pg.PoolClient,
  ring: Keyring,
  owner: RowOwner,
  id: string,
  turn: number,
  { team, effects, now, local, holder, forgets }: TeamWrites,
): Promise<readonly OutboxRow[]> {
  const wake = nextTeamWake(team);
  const isOver = wake === undefined && team.series.stage.at === 'ended';
  await client.query(
    `INSERT INTO teams (id, installation_id, person_id, channel, over, turn, v, state, updated_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     ON CONFLICT (id) DO UPDATE SET over = excluded.over, turn = excluded.turn, v = excluded.v, state = excluded.state,
       updated_at = excluded.updated_at`,
    [
      id,
      owner.installationId,
      owner.id,
      team.series.channel,
      isOver,
      turn,
      team.series.v,
      seal(owner.dataKey, JSON.stringify(team.series), teamSeal(id)),
      now,
    ],
  );
  await client.query('UPDATE people SET last_active_at = $2 WHERE id = $1', [owner.id, now]);
  const people = team.mocks.flatMap(({ members }) => members.map((member) => member.id));
  const known = await ownersIn(client, ring, owner.ref, [...new Set([team.series.organizer.id, ...people])]);
  await writeMembers(client, owner, id, known);
  for (const mock of team.mocks) {
    await client.query(
      `INSERT INTO team_sessions (id, installation_id, person_id, team_id, over, v, state, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT (id) DO UPDATE SET over = excluded.over, v = excluded.v, state = excluded.state, updated_at = excluded.updated_at`,
      [
        mock.id,
        owner.installationId,
        owner.id,
        id,
        mock.stage === 'over',
        mock.v,
        seal(owner.dataKey, JSON.stringify(withoutWords(mock)), teamSessionSeal(mock.id)),
        now,
      ],
    );
    await writeWords(client, mock, known, now);
  }
  if (forgets !== undefined) await leaveTeam(client, ring, owner, id, forgets);
  await writeTeamWake(client, owner, id, wake, now);
  const rows: OutboxRow[] = [];
  for (const outgoing of [...effects, ...bellOf(team.series, turn, wake, now)])
    rows.push(...(await put(client, owner, known, outgoing, { now, local, holder })));
  return rows;
}

/** A wake that is due soon is rung by its own transaction. */
function bellOf(
  { id, channel }: Team['series'],
  turn: number,
  wake: string | undefined,
  now: Date,
): TeamOutgoing[] {
  if (wake === undefined || Date.parse(wake) - now.getTime() > RING_AT_ONCE_MS) return [];
  const body = JSON.stringify({ key: teamWakeKey(id), dueAt: wake });
  return [
    { key: `t-${id}-${turn}-bell`, performer: 'jobs', kind: 'bell', body, place: channel, lane: 'bell' },
  ];
}

async function put(
  client: pg.PoolClient,
  owner: RowOwner,
  known: ReadonlyMap<string, RowOwner>,
  { place, lane, of, about = [], until, ...outgoing }: TeamOutgoing,
  from: Pick<TeamWrites, 'now' | 'local' | 'holder'>,
): Promise<OutboxRow[]> {
  const whose = of === undefined ? owner : known.get(of);
  // Whose words were in it is gone, and so is what they said.
  if (whose === undefined) return [];
  for (const id of about) {
    const mentioned = known.get(id);
    if (mentioned !== undefined)
      await noteMention(client, mentioned, outgoing.key, id === of ? until : undefined);
  }
  const queries: Promise<pg.QueryResult>[] = [];
  const row = putInOutbox(
    (name, text, values) => queries.push(client.query({ name, text, values })),
    whose,
    { ...from, place, lane: `${outgoing.performer}.${owner.id}.${lane}` },
    outgoing,
  );
  const [result] = await Promise.all(queries);
  const stored = result?.rows[0];
  return stored?.state === 'sending' ? [{ ...row, id: Number(stored.id) }] : [];
}
