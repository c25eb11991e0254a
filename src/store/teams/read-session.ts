import type pg from 'pg';
import { type Mock, parseMock } from '../../mocks/mock.ts';
import type { PersonRef } from '../../who/person.ts';
import { teamIdOf } from '../../who/team.ts';
import { type Keyring, open } from '../keyring.ts';
import { teamSessionSeal } from '../names.ts';
import { type OwnerRow, ownerOf } from './row-owner.ts';
import { withWords } from './session-words.ts';

/** One session of a team with what was written in it, whether it is over or not; undefined where there is none of that id. */
export async function readSession(
  on: Pick<pg.PoolClient, 'query'>,
  ring: Keyring,
  ref: PersonRef,
  id: string,
): Promise<Mock | undefined> {
  const { rows } = await on.query<OwnerRow & { state: Buffer }>(
    `SELECT p.id, p.installation_id, p.ring_key, p.wrapped_key, s.state
     FROM team_sessions s JOIN people p ON p.id = s.person_id
     WHERE p.platform = $1 AND p.scope = $2 AND p.user_id = $3 AND s.team_id = $4 AND s.id = $5`,
    [ref.platform, ref.scope, ref.userId, teamIdOf(ref), id],
  );
  const [row] = rows;
  if (row === undefined) return undefined;
  const { dataKey } = ownerOf(row, ref, ring);
  const mock = parseMock(JSON.parse(open(dataKey, row.state, teamSessionSeal(id))));
  return (await withWords(on, ring, [mock]))[0];
}
