import type pg from 'pg';
import { z } from 'zod';
import { type Paused, pausedUntil, type TeamPause, TeamPauseSchema } from '../../mocks/pause.ts';
import type { PersonRef } from '../../who/person.ts';
import { type Keyring, open, seal } from '../keyring.ts';
import { teamPauseSeal } from '../names.ts';
import { ownersIn, type RowOwner } from './row-owner.ts';

/** Who is left in peace by team sessions: kept under the key of who said so, and told to nobody. */

const BodySchema = z.array(TeamPauseSchema);

/** Whose pause (ids on their platform) holds for a channel's sessions, and until when. */
export async function pausedIn(
  on: Pick<pg.PoolClient, 'query'>,
  ring: Keyring,
  scope: Pick<PersonRef, 'platform' | 'scope'>,
  ids: readonly string[],
  { channel, at }: { readonly channel: string; readonly at: string },
): Promise<Paused> {
  const owners = [...(await ownersIn(on, ring, scope, [...new Set(ids)])).values()];
  if (owners.length === 0) return new Map();
  const { rows } = await on.query<{ person_id: string; body: Buffer }>(
    'SELECT person_id, body FROM team_pauses WHERE person_id = ANY($1)',
    [owners.map(({ id }) => id)],
  );
  return new Map(
    rows.flatMap(({ person_id, body }): [string, string][] => {
      const owner = owners.find(({ id }) => id === person_id);
      if (owner === undefined) return [];
      const until = pausedUntil(openedPauses(owner, body), channel, at);
      return until === undefined ? [] : [[owner.ref.userId, until]];
    }),
  );
}

export async function pausesOf(
  on: Pick<pg.PoolClient, 'query'>,
  owner: RowOwner,
): Promise<readonly TeamPause[]> {
  const { rows } = await on.query<{ body: Buffer }>('SELECT body FROM team_pauses WHERE person_id = $1', [
    owner.id,
  ]);
  return rows[0] === undefined ? [] : openedPauses(owner, rows[0].body);
}

/** Keeps these in the place of what was kept. */
export async function keepPauses(
  on: Pick<pg.PoolClient, 'query'>,
  owner: RowOwner,
  pauses: readonly TeamPause[],
): Promise<void> {
  if (pauses.length === 0) {
    await on.query('DELETE FROM team_pauses WHERE person_id = $1', [owner.id]);
    return;
  }
  await on.query(
    `INSERT INTO team_pauses (person_id, installation_id, body) VALUES ($1, $2, $3)
     ON CONFLICT (person_id) DO UPDATE SET body = excluded.body`,
    [owner.id, owner.installationId, seal(owner.dataKey, JSON.stringify(pauses), teamPauseSeal(owner.id))],
  );
}

/** Somebody's pauses, opened with their key. */
export function openedPauses(
  { id, dataKey }: Pick<RowOwner, 'id' | 'dataKey'>,
  body: Buffer,
): readonly TeamPause[] {
  return BodySchema.parse(JSON.parse(open(dataKey, body, teamPauseSeal(id))));
}
