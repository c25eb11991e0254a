import type pg from 'pg';
import type { PersonRef } from '../../who/person.ts';
import { ownPlace, placeKey } from '../../who/place.ts';
import { teamIdOf } from '../../who/team.ts';
import { type Keyring, open } from '../keyring.ts';
import { outboxSeal } from '../names.ts';
import { type OwnerRow, ownerOf } from './row-owner.ts';

interface Unread extends OwnerRow {
  readonly key: string;
  readonly body: Buffer;
  readonly user_id: string;
}

/**
 * What a team had for somebody alone when they could not be written to: bodies of effects, the oldest first. `since`: only
 * from when something last came through, or all that the outbox keeps, which is a day. What others wrote in it goes with those.
 */
export async function unreadBy(
  on: Pick<pg.Pool, 'query'>,
  ring: Keyring,
  team: PersonRef,
  userId: string,
  since: 'last-shown' | 'a-day',
): Promise<string[]> {
  const { rows } = await on.query<Unread>(
    `WITH told AS (
       SELECT o.* FROM outbox o WHERE o.kind = 'remind' AND o.place = $2 AND starts_with(o.key, 't-' || $1 || '-')
         AND o.person_id IN (SELECT person_id FROM teams WHERE id = $1
           UNION SELECT person_id FROM team_members WHERE team_id = $1))
     SELECT t.key, t.body, p.id, p.installation_id, p.ring_key, p.wrapped_key, p.user_id
     FROM told t JOIN people p ON p.id = t.person_id
     WHERE t.state = 'dead' AND ($3 OR t.id > coalesce((SELECT max(id) FROM told WHERE state = 'done'), 0)) ORDER BY t.id`,
    [teamIdOf(team), placeKey(ownPlace({ ...team, userId })), since === 'a-day'],
  );
  return rows.map((row) =>
    open(ownerOf(row, { ...team, userId: row.user_id }, ring).dataKey, row.body, outboxSeal(row.key)),
  );
}
