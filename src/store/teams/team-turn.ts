import type pg from 'pg';
import { nextTeamWake, type Team } from '../../mocks/team/team.ts';
import type { PersonRef } from '../../who/person.ts';
import { type Keyring, seal } from '../keyring.ts';
import { teamSeal, teamSessionSeal } from '../names.ts';
import type { OutboxRow } from '../outbox.ts';
import { type LockedTeam, lockTeam } from './locked-team.ts';
import { leaveTeam, nobodyGone, writeMembers } from './members.ts';
import { bellOf, type Putting, putEffects, type TeamOutgoing } from './put-effects.ts';
import { readTeam } from './read-teams.ts';
import { ownersIn } from './row-owner.ts';
import { withoutWords, writeWords } from './session-words.ts';
import { writeTeamWake } from './team-wake.ts';

export interface TeamWrites extends Putting {
  readonly team: Team;
  readonly effects: readonly TeamOutgoing[];
  /** Whom it did not name before this turn, by their ids on the platform. */
  readonly fresh: readonly string[];
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
  const locking = await lockTeam(pool, ring, ref, eventId, wokeAt);
  if (locking.found !== 'locked') return locking;
  const { locked } = locking;
  try {
    return { found: 'turn', turn: turnOn(ring, locked, await teamIn(ring, locked)) };
  } catch (error) {
    await locked.abort();
    throw error;
  }
}

interface Loaded {
  readonly team: Team | undefined;
  readonly turn: number;
}

async function teamIn(ring: Keyring, { client, owner, id }: LockedTeam): Promise<Loaded> {
  const { rows } = await client.query<{ turn: number }>('SELECT turn FROM teams WHERE id = $1', [id]);
  const [row] = rows;
  if (row === undefined) return { team: undefined, turn: 0 };
  return { team: await readTeam(client, ring, owner.ref), turn: row.turn };
}

function turnOn(ring: Keyring, locked: LockedTeam, { team, turn }: Loaded): OpenTeamTurn {
  return {
    looks: locked.client,
    team,
    turn: turn + 1,
    commit: (writes) => locked.commit(() => write(ring, locked, turn + 1, writes)),
    abort: locked.abort,
  };
}

async function write(
  ring: Keyring,
  { client, owner, id }: LockedTeam,
  turn: number,
  { team, effects, fresh, forgets, ...from }: TeamWrites,
): Promise<readonly OutboxRow[]> {
  const { now } = from;
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
  const about = effects.flatMap((one) => one.about ?? []).filter((one) => !known.has(one));
  const mentioned = await ownersIn(client, ring, owner.ref, about);
  await nobodyGone(
    client,
    ring,
    owner,
    fresh.filter((one) => !known.has(one)),
    now,
  );
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
  const bell = bellOf({ id, place: team.series.channel, turn }, wake, now);
  return putEffects(client, owner, new Map([...mentioned, ...known]), [...effects, ...bell], from);
}
