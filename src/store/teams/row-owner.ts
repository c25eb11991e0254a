import type pg from 'pg';
import type { PersonRef } from '../../who/person.ts';
import type { Keyring } from '../keyring.ts';

/** A row of `people`, a person's or a team's: whose key, lane and rows they are. */
export interface RowOwner {
  readonly id: string;
  readonly installationId: string;
  readonly ref: PersonRef;
  readonly dataKey: Buffer;
}

export interface OwnerRow {
  readonly id: string;
  readonly installation_id: string;
  readonly ring_key: string;
  readonly wrapped_key: Buffer;
}

export function ownerOf(row: OwnerRow, ref: PersonRef, ring: Keyring): RowOwner {
  return {
    id: row.id,
    installationId: row.installation_id,
    ref,
    dataKey: ring.unwrap(row.id, row.ring_key, row.wrapped_key),
  };
}

/** Those of a scope who are known to us, by their ids on the platform. */
export async function ownersIn(
  on: Pick<pg.PoolClient, 'query'>,
  ring: Keyring,
  scope: Pick<PersonRef, 'platform' | 'scope'>,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, RowOwner>> {
  if (userIds.length === 0) return new Map();
  const { rows } = await on.query<OwnerRow & { user_id: string }>(
    `SELECT id, installation_id, user_id, ring_key, wrapped_key FROM people
     WHERE platform = $1 AND scope = $2 AND user_id = ANY($3)`,
    [scope.platform, scope.scope, userIds],
  );
  return new Map(
    rows.map((row) => [
      row.user_id,
      ownerOf(row, { platform: scope.platform, scope: scope.scope, userId: row.user_id }, ring),
    ]),
  );
}
