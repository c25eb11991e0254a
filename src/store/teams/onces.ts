import type pg from 'pg';
import { type Once, type OncePerson, OncePersonSchema, parseOnce } from '../../mocks/stats/once.ts';
import type { PersonRef } from '../../who/person.ts';
import { teamIdOf } from '../../who/team.ts';
import { type Keyring, open } from '../keyring.ts';
import { oncePersonSeal, onceSeal } from '../names.ts';
import { type OwnerRow, ownerOf, type RowOwner } from './row-owner.ts';

/** Invitations to practise once, as they are stored: who takes part stands apart, each under their own key. */

type Looks = Pick<pg.PoolClient, 'query'>;
type Scope = Pick<PersonRef, 'platform' | 'scope'>;

interface OnceRow extends OwnerRow {
  readonly once_id: string;
  readonly user_id: string;
  readonly state: Buffer;
}

const ONCE = `SELECT p.id, p.installation_id, p.ring_key, p.wrapped_key, p.user_id, o.id AS once_id, o.state
  FROM onces o JOIN people p ON p.id = o.person_id`;

/** With those who take part; undefined where there is none of that name. */
export async function readOnce(on: Looks, ring: Keyring, ref: PersonRef): Promise<Once | undefined> {
  const { rows } = await on.query<OnceRow>(
    `${ONCE} WHERE p.platform = $1 AND p.scope = $2 AND p.user_id = $3 AND o.id = $4`,
    [ref.platform, ref.scope, ref.userId, teamIdOf(ref)],
  );
  return rows[0] === undefined ? undefined : opened(on, ring, rows[0], ref);
}

/** The one of a channel that was said last; undefined where none was. */
export async function latestOnceIn(
  on: Looks,
  ring: Keyring,
  scope: Scope,
  channel: string,
): Promise<Once | undefined> {
  const { rows } = await on.query<OnceRow>(
    `${ONCE} WHERE p.platform = $1 AND p.scope = $2 AND o.channel = $3 ORDER BY o.over, o.updated_at DESC, o.id LIMIT 1`,
    [scope.platform, scope.scope, channel],
  );
  return rows[0] === undefined ? undefined : opened(on, ring, rows[0], scope);
}

/** Those that somebody began and that are not over, by their ids. */
export async function oncesBy(on: Looks, { platform, scope, userId }: PersonRef): Promise<string[]> {
  const { rows } = await on.query<{ id: string }>(
    `SELECT o.id FROM onces o JOIN people p ON p.id = o.organizer_id
     WHERE p.platform = $1 AND p.scope = $2 AND p.user_id = $3 AND NOT o.over ORDER BY o.id`,
    [platform, scope, userId],
  );
  return rows.map(({ id }) => id);
}

/** What somebody said to an invitation, opened with their key. */
export function openedOncePerson(
  { id, dataKey }: Pick<RowOwner, 'id' | 'dataKey'>,
  onceId: string,
  body: Buffer,
): OncePerson {
  return OncePersonSchema.parse(JSON.parse(open(dataKey, body, oncePersonSeal(onceId, id))));
}

async function opened(on: Looks, ring: Keyring, row: OnceRow, { platform, scope }: Scope): Promise<Once> {
  const { once_id: id, user_id: userId, state } = row;
  const owner = ownerOf(row, { platform, scope, userId }, ring);
  const once = parseOnce(JSON.parse(open(owner.dataKey, state, onceSeal(id))));
  const { rows } = await on.query<OwnerRow & { body: Buffer }>(
    `SELECT w.body, p.id, p.installation_id, p.ring_key, p.wrapped_key
     FROM once_people w JOIN people p ON p.id = w.person_id WHERE w.once_id = $1 ORDER BY p.id`,
    [id],
  );
  const people = rows.map((one) =>
    openedOncePerson(
      { id: one.id, dataKey: ring.unwrap(one.id, one.ring_key, one.wrapped_key) },
      id,
      one.body,
    ),
  );
  return { ...once, people };
}
