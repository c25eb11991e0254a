import type pg from 'pg';
import { parseMock } from '../../mocks/mock.ts';
import { parseSeries } from '../../mocks/series/series.ts';
import type { Team } from '../../mocks/team/team.ts';
import type { PersonRef } from '../../who/person.ts';
import { teamIdOf } from '../../who/team.ts';
import { type Keyring, open } from '../keyring.ts';
import { teamSeal, teamSessionSeal } from '../names.ts';
import { type OwnerRow, ownerOf, type RowOwner } from './row-owner.ts';
import { withWords } from './session-words.ts';

type Looks = Pick<pg.PoolClient, 'query'>;

interface TeamRow extends OwnerRow {
  readonly team_id: string;
  readonly user_id: string;
  readonly state: Buffer;
}

const TEAM = `SELECT p.id, p.installation_id, p.ring_key, p.wrapped_key, p.user_id, t.id AS team_id, t.state
  FROM teams t JOIN people p ON p.id = t.person_id`;

/** A team as it stands, with its sessions that are not over; undefined where there is none of that name. */
export async function readTeam(on: Looks, ring: Keyring, ref: PersonRef): Promise<Team | undefined> {
  const { rows } = await on.query<TeamRow>(
    `${TEAM} WHERE p.platform = $1 AND p.scope = $2 AND p.user_id = $3 AND t.id = $4`,
    [ref.platform, ref.scope, ref.userId, teamIdOf(ref)],
  );
  const [row] = rows;
  return row === undefined ? undefined : openedTeam(on, ring, row, ownerOf(row, ref, ring));
}

/** The teams whose sessions are announced in a channel, and of which something is still to come. */
export async function teamsInChannel(
  on: Looks,
  ring: Keyring,
  scope: Pick<PersonRef, 'platform' | 'scope'>,
  channel: string,
): Promise<Team[]> {
  const { rows } = await on.query<TeamRow>(
    `${TEAM} WHERE p.platform = $1 AND p.scope = $2 AND t.channel = $3 AND NOT t.over ORDER BY t.id`,
    [scope.platform, scope.scope, channel],
  );
  const teams: Team[] = [];
  for (const row of rows)
    teams.push(await openedTeam(on, ring, row, ownerOf(row, { ...scope, userId: row.user_id }, ring)));
  return teams;
}

/** The team of a channel that ended last; undefined where none has. */
export async function lastEndedIn(
  on: Looks,
  ring: Keyring,
  scope: Pick<PersonRef, 'platform' | 'scope'>,
  channel: string,
): Promise<Team | undefined> {
  const { rows } = await on.query<TeamRow>(
    `${TEAM} WHERE p.platform = $1 AND p.scope = $2 AND t.channel = $3 AND t.over
     ORDER BY t.updated_at DESC, t.id LIMIT 1`,
    [scope.platform, scope.scope, channel],
  );
  const [row] = rows;
  if (row === undefined) return undefined;
  return openedTeam(on, ring, row, ownerOf(row, { ...scope, userId: row.user_id }, ring));
}

async function openedTeam(
  on: Looks,
  ring: Keyring,
  { team_id: id, state }: Pick<TeamRow, 'team_id' | 'state'>,
  owner: RowOwner,
): Promise<Team> {
  const { rows } = await on.query<{ id: string; state: Buffer }>(
    'SELECT id, state FROM team_sessions WHERE team_id = $1 AND NOT over ORDER BY id',
    [id],
  );
  const mocks = rows.map((session) =>
    parseMock(JSON.parse(open(owner.dataKey, session.state, teamSessionSeal(session.id)))),
  );
  return {
    series: parseSeries(JSON.parse(open(owner.dataKey, state, teamSeal(id)))),
    mocks: await withWords(on, ring, mocks),
  };
}
