import { eq } from 'drizzle-orm';
import type pg from 'pg';
import { z } from 'zod';
import type { Pair } from '../../mocks/meeting.ts';
import type { PersonRef } from '../../who/person.ts';
import type { Drizzle } from '../drizzle.ts';
import { type Keyring, open, seal } from '../keyring.ts';
import { apartSeal } from '../names.ts';
import { people } from '../schema.ts';
import { aparts } from '../schema-teams.ts';
import { inTransaction } from '../transaction.ts';
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

/** Keeps one more whom they are not to be paired with, an id on their platform. Of two at the same moment neither is lost. */
export async function keepApart(db: Drizzle, owner: RowOwner, other: string): Promise<void> {
  const personId = owner.id;
  await inTransaction(db, async (tx) => {
    await tx.select({ id: people.id }).from(people).where(eq(people.id, personId)).for('update');
    const [row] = await tx.select({ body: aparts.body }).from(aparts).where(eq(aparts.personId, personId));
    const before = row === undefined ? [] : openedApart(owner, row.body);
    const ids = [...new Set([...before, other])];
    const body = seal(owner.dataKey, JSON.stringify(ids), apartSeal(personId));
    await tx
      .insert(aparts)
      .values({ personId, installationId: owner.installationId, body })
      .onConflictDoUpdate({ target: aparts.personId, set: { body } });
  });
}

/** They may be paired with anybody again. */
export async function forgetApart(db: Drizzle, { id }: Pick<RowOwner, 'id'>): Promise<void> {
  await db.delete(aparts).where(eq(aparts.personId, id));
}

/** Whom somebody keeps away from, opened with their key. */
export function openedApart(
  { id, dataKey }: Pick<RowOwner, 'id' | 'dataKey'>,
  body: Buffer,
): readonly string[] {
  return BodySchema.parse(JSON.parse(open(dataKey, body, apartSeal(id))));
}
