import type pg from 'pg';
import { z } from 'zod';
import type { Pair } from '../../mocks/meeting.ts';
import type { PersonRef } from '../../who/person.ts';
import { type Keyring, open, seal } from '../keyring.ts';
import { apartSeal } from '../names.ts';
import { ownersIn, type RowOwner } from './row-owner.ts';

/** With whom people are not to be paired: kept under the key of who said so, and told to nobody. */

const BodySchema = z.array(z.string());

/** The pairs of these people (ids on their platform) of whom one keeps away from the other. */
export async function apartIn(
  on: Pick<pg.PoolClient, 'query'>,
  ring: Keyring,
  scope: Pick<PersonRef, 'platform' | 'scope'>,
  ids: readonly string[],
): Promise<Pair[]> {
  const owners = await ownersIn(on, ring, scope, [...new Set(ids)]);
  if (owners.size === 0) return [];
  const { rows } = await on.query<{ person_id: string; body: Buffer }>(
    'SELECT person_id, body FROM aparts WHERE person_id = ANY($1)',
    [[...owners.values()].map(({ id }) => id)],
  );
  return rows.flatMap(({ person_id, body }): Pair[] => {
    const owner = [...owners.values()].find(({ id }) => id === person_id);
    if (owner === undefined) return [];
    return openedApart(owner, body).map((other): Pair => [owner.ref.userId, other]);
  });
}

/** Whom somebody keeps away from so far. */
export async function apartOf(on: Pick<pg.PoolClient, 'query'>, owner: RowOwner): Promise<readonly string[]> {
  const { rows } = await on.query<{ body: Buffer }>('SELECT body FROM aparts WHERE person_id = $1', [
    owner.id,
  ]);
  return rows[0] === undefined ? [] : openedApart(owner, rows[0].body);
}

/** Keeps whom they are not to be paired with, as ids on their platform, in the place of what was kept. */
export async function keepApart(
  on: Pick<pg.PoolClient, 'query'>,
  owner: RowOwner,
  ids: readonly string[],
): Promise<void> {
  await on.query(
    `INSERT INTO aparts (person_id, installation_id, body) VALUES ($1, $2, $3)
     ON CONFLICT (person_id) DO UPDATE SET body = excluded.body`,
    [owner.id, owner.installationId, seal(owner.dataKey, JSON.stringify(ids), apartSeal(owner.id))],
  );
}

/** Whom somebody keeps away from, opened with their key. */
export function openedApart(
  { id, dataKey }: Pick<RowOwner, 'id' | 'dataKey'>,
  body: Buffer,
): readonly string[] {
  return BodySchema.parse(JSON.parse(open(dataKey, body, apartSeal(id))));
}
