import type pg from 'pg';
import { type Mock, parseMock } from '../../mocks/mock.ts';
import type { PersonRef } from '../../who/person.ts';
import { teamIdOf } from '../../who/team.ts';
import { type Keyring, open } from '../keyring.ts';
import { teamSessionSeal } from '../names.ts';
import { type OwnerRow, ownerOf } from './row-owner.ts';
import { withWords } from './session-words.ts';

/** The sessions of a team that are over, which its turns do not carry along, with what was written in them. */
export async function endedSessions(
  on: Pick<pg.PoolClient, 'query'>,
  ring: Keyring,
  ref: PersonRef,
): Promise<Mock[]> {
  const { rows } = await on.query<OwnerRow & { session_id: string; state: Buffer }>(
    `SELECT p.id, p.installation_id, p.ring_key, p.wrapped_key, s.id AS session_id, s.state
     FROM team_sessions s JOIN people p ON p.id = s.person_id
     WHERE p.platform = $1 AND p.scope = $2 AND p.user_id = $3 AND s.team_id = $4 AND s.over ORDER BY s.id`,
    [ref.platform, ref.scope, ref.userId, teamIdOf(ref)],
  );
  const [first] = rows;
  if (first === undefined) return [];
  const { dataKey } = ownerOf(first, ref, ring);
  const mocks = rows.map(({ session_id: id, state }) =>
    parseMock(JSON.parse(open(dataKey, state, teamSessionSeal(id)))),
  );
  return withWords(on, ring, mocks);
}
