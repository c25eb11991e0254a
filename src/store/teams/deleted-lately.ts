import type pg from 'pg';
import { type PersonRef, personKey } from '../../who/person.ts';
import type { Keyring } from '../keyring.ts';

/** Those of these people (ids on their platform) who had all that was held about them deleted, and have not come back since. */
export async function deletedLately(
  on: Pick<pg.PoolClient, 'query'>,
  ring: Pick<Keyring, 'hash'>,
  { platform, scope }: Pick<PersonRef, 'platform' | 'scope'>,
  ids: readonly string[],
  now: Date,
): Promise<ReadonlySet<string>> {
  const byHash = new Map(ids.map((userId) => [ring.hash(personKey({ platform, scope, userId })), userId]));
  const { rows } = await on.query<{ hash: string }>(
    'SELECT hash FROM tombstones WHERE hash = ANY($1) AND until > $2',
    [[...byHash.keys()], now],
  );
  return new Set(rows.flatMap(({ hash }) => byHash.get(hash) ?? []));
}
