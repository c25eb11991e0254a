import type pg from 'pg';
import type { PersonRef } from '../../who/person.ts';
import type { Keyring } from '../keyring.ts';
import { noteDirect } from '../mentions.ts';
import { ownersIn } from './row-owner.ts';

/** Somebody is in no invitation to practise once any more. What the coach wrote to them of it is theirs to have removed. */
export async function leaveOnces(
  on: Pick<pg.Pool, 'query'>,
  ring: Keyring,
  person: PersonRef,
): Promise<void> {
  const gone = (await ownersIn(on, ring, person, [person.userId])).get(person.userId);
  if (gone === undefined) return;
  const { rowCount: left } = await on.query('DELETE FROM once_people WHERE person_id = $1', [gone.id]);
  const { rowCount: begun } = await on.query('SELECT 1 FROM onces WHERE organizer_id = $1 LIMIT 1', [
    gone.id,
  ]);
  if ((left ?? 0) + (begun ?? 0) > 0) await noteDirect(on, gone);
}
