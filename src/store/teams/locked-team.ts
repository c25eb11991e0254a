import type pg from 'pg';
import type { PersonRef } from '../../who/person.ts';
import { teamIdOf } from '../../who/team.ts';
import type { Keyring } from '../keyring.ts';
import { type OwnerRow, ownerOf, type RowOwner } from './row-owner.ts';
import { teamWakeKey } from './team-wake.ts';

/** A team's row, or that of an invitation, held for one event: nothing else of it happens meanwhile. */
export interface LockedTeam {
  /** Its id. */
  readonly id: string;
  readonly owner: RowOwner;
  /** What it is held on. */
  readonly client: pg.PoolClient;
  /** Writes and commits; resolves when it is durable. */
  commit<Written>(write: () => Promise<Written>): Promise<Written>;
  abort(): Promise<void>;
}

export type Locking =
  | { readonly found: 'locked'; readonly locked: LockedTeam }
  /** `moved`: the wake that rang stands at another instant. */
  | { readonly found: 'seen' | 'nobody' | 'moved' };

/** Locks the row, and notes a keyed hash of the event's id. `wokeAt`: the instant of the wake that rang. Whoever got it ends it. */
export async function lockTeam(
  pool: pg.Pool,
  ring: Keyring,
  ref: PersonRef,
  eventId: string,
  wokeAt?: string,
): Promise<Locking> {
  const client = await pool.connect();
  const end = async (found: 'seen' | 'nobody' | 'moved'): Promise<Locking> => {
    await client.query('ROLLBACK');
    client.release();
    return { found };
  };
  try {
    await client.query('BEGIN');
    const { rows } = await client.query<OwnerRow>(
      `SELECT id, installation_id, ring_key, wrapped_key FROM people
       WHERE platform = $1 AND scope = $2 AND user_id = $3 FOR UPDATE`,
      [ref.platform, ref.scope, ref.userId],
    );
    const [row] = rows;
    const id = teamIdOf(ref);
    if (row === undefined || id === undefined) return await end('nobody');
    const owner = ownerOf(row, ref, ring);
    const noted = await client.query(
      'INSERT INTO seen_events (person_id, event_id) VALUES ($1, $2) ON CONFLICT DO NOTHING',
      [owner.id, ring.hash(`event:${eventId}`)],
    );
    if (noted.rowCount === 0) return await end('seen');
    if (wokeAt !== undefined && !(await stands(client, teamWakeKey(id), wokeAt))) return await end('moved');
    return { found: 'locked', locked: held(client, owner, id) };
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    client.release(true);
    throw error;
  }
}

function held(client: pg.PoolClient, owner: RowOwner, id: string): LockedTeam {
  let ended = false;
  const end = (isBroken: boolean) => {
    if (!ended) client.release(isBroken);
    ended = true;
  };
  return {
    id,
    owner,
    client,
    async commit(write) {
      try {
        const written = await write();
        await client.query('COMMIT');
        end(false);
        return written;
      } catch (error) {
        await client.query('ROLLBACK').catch(() => undefined);
        end(true);
        throw error;
      }
    },
    async abort() {
      if (ended) return;
      await client.query('ROLLBACK').catch(() => end(true));
      end(false);
    },
  };
}

async function stands(client: pg.PoolClient, key: string, dueAt: string): Promise<boolean> {
  const { rowCount } = await client.query(
    'SELECT 1 FROM wakes WHERE key = $1 AND due_at = $2 AND done_at IS NULL',
    [key, new Date(dueAt)],
  );
  return rowCount === 1;
}
