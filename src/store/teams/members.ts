import type pg from 'pg';
import { codeOf } from '../../errors.ts';
import type { Keyring } from '../keyring.ts';
import { noteDirect } from '../mentions.ts';
import { deletedLately } from './deleted-lately.ts';
import { ownersIn, type RowOwner } from './row-owner.ts';

/** Who is named in a team. Nobody is deleted while a team still names them: see `deletePerson`. */

const FOREIGN_KEY_VIOLATION = '23503';

/** Somebody whom this turn would name was deleted in the same moment. Read as what it is, a turn to be run again: `isPassing`. */
class DeletedMeanwhile extends Error {
  override readonly name = 'DeletedMeanwhile';
  readonly code = '40001';
}

/** None of these, whom the team is to name and who are not known to us, was deleted since the turn's event came. */
export async function nobodyGone(
  on: Pick<pg.PoolClient, 'query'>,
  ring: Keyring,
  { ref }: RowOwner,
  unknown: readonly string[],
  now: Date,
): Promise<void> {
  if (unknown.length === 0) return;
  const gone = await deletedLately(on, ring, ref, unknown, now);
  if (gone.size > 0) throw new DeletedMeanwhile('somebody was deleted');
}

/**
 * Notes who is in the team, before anything of the turn names them. Who is new is held until the turn has ended: they are
 * deleted before it, which ends it here, or find themselves in this team when they are.
 */
export async function writeMembers(
  on: Pick<pg.PoolClient, 'query'>,
  owner: RowOwner,
  teamId: string,
  known: ReadonlyMap<string, RowOwner>,
): Promise<void> {
  try {
    await on.query(
      `INSERT INTO team_members (team_id, installation_id, person_id) SELECT $1, $2, unnest($3::uuid[]) ON CONFLICT DO NOTHING`,
      [teamId, owner.installationId, [...known.values()].map((one) => one.id)],
    );
  } catch (error) {
    if (codeOf(error) !== FOREIGN_KEY_VIOLATION) throw error;
    throw new DeletedMeanwhile('a member was deleted', { cause: error });
  }
}

/** Nothing of the team names them any more. What the coach wrote to them in direct messages is theirs to have removed. */
export async function leaveTeam(
  on: Pick<pg.PoolClient, 'query'>,
  ring: Keyring,
  { ref }: RowOwner,
  teamId: string,
  userId: string,
): Promise<void> {
  const gone = (await ownersIn(on, ring, ref, [userId])).get(userId);
  if (gone === undefined) return;
  await on.query('DELETE FROM team_members WHERE team_id = $1 AND person_id = $2', [teamId, gone.id]);
  await noteDirect(on, gone);
}
