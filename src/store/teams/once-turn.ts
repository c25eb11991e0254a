import type pg from 'pg';
import type { Once, OncePerson } from '../../mocks/stats/once.ts';
import { nextOnceWake } from '../../mocks/stats/once-by.ts';
import type { PersonRef } from '../../who/person.ts';
import { type Keyring, seal } from '../keyring.ts';
import { oncePersonSeal, onceSeal } from '../names.ts';
import type { OutboxRow } from '../outbox.ts';
import { type LockedTeam, lockTeam } from './locked-team.ts';
import { readOnce } from './onces.ts';
import { bellOf, type Putting, putEffects, type TeamOutgoing } from './put-effects.ts';
import { ownersIn, type RowOwner } from './row-owner.ts';
import { writeTeamWake } from './team-wake.ts';

export interface OnceWrites extends Putting {
  readonly once: Once;
  readonly effects: readonly TeamOutgoing[];
}

export interface OpenOnceTurn {
  /** Looks things up on the turn's own connection. */
  readonly looks: Pick<pg.PoolClient, 'query'>;
  /** None where nobody was invited yet. */
  readonly once: Once | undefined;
  /** The number of this turn: names its effects. */
  readonly turn: number;
  /** Writes and commits; resolves when it is durable, with the rows this process performs at once. */
  commit(writes: OnceWrites): Promise<readonly OutboxRow[]>;
  abort(): Promise<void>;
}

/** Opens the turn of an event of an invitation, as that of a team is opened. */
export async function openOnceTurn(
  pool: pg.Pool,
  ring: Keyring,
  ref: PersonRef,
  eventId: string,
  wokeAt?: string,
): Promise<
  { readonly found: 'turn'; readonly turn: OpenOnceTurn } | { readonly found: 'seen' | 'nobody' | 'moved' }
> {
  const locking = await lockTeam(pool, ring, ref, eventId, wokeAt);
  if (locking.found !== 'locked') return locking;
  const { locked } = locking;
  try {
    const once = await readOnce(locked.client, ring, ref);
    const turn = (await turnsOf(locked)) + 1;
    return {
      found: 'turn',
      turn: {
        looks: locked.client,
        once,
        turn,
        commit: (writes) =>
          locked.commit(() => write(ring, locked, { turn, before: once?.people ?? [] }, writes)),
        abort: locked.abort,
      },
    };
  } catch (error) {
    await locked.abort();
    throw error;
  }
}

async function turnsOf({ client, id }: LockedTeam): Promise<number> {
  const { rows } = await client.query<{ turn: number }>('SELECT turn FROM onces WHERE id = $1', [id]);
  return rows[0]?.turn ?? 0;
}

async function write(
  ring: Keyring,
  { client, owner, id }: LockedTeam,
  { turn, before }: { readonly turn: number; readonly before: readonly OncePerson[] },
  { once, effects, ...from }: OnceWrites,
): Promise<readonly OutboxRow[]> {
  const { now } = from;
  const ids = [once.organizer.id, ...once.people.map((one) => one.id)];
  const known = await ownersIn(client, ring, owner.ref, [...new Set(ids)]);
  const organizer = known.get(once.organizer.id);
  // Whoever invited was deleted in the same moment: it went with them.
  if (organizer === undefined) return [];
  await client.query(
    `INSERT INTO onces (id, installation_id, person_id, organizer_id, channel, over, turn, v, state, updated_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     ON CONFLICT (id) DO UPDATE SET over = excluded.over, turn = excluded.turn, v = excluded.v, state = excluded.state,
       updated_at = excluded.updated_at`,
    [
      id,
      owner.installationId,
      owner.id,
      organizer.id,
      once.channel,
      once.stage === 'over',
      turn,
      once.v,
      seal(owner.dataKey, JSON.stringify({ ...once, people: [] }), onceSeal(id)),
      now,
    ],
  );
  await client.query('UPDATE people SET last_active_at = $2 WHERE id = $1', [owner.id, now]);
  await writePeople(client, once, before, known);
  const wake = nextOnceWake(once);
  await writeTeamWake(client, owner, id, wake, now);
  const bell = bellOf({ id, place: once.channel, turn }, wake, now);
  return putEffects(client, owner, known, [...effects, ...bell], from);
}

/** Each under their own key, where something of them changed. Of somebody who is not known to us nothing is kept. */
async function writePeople(
  client: pg.PoolClient,
  once: Once,
  before: readonly OncePerson[],
  known: ReadonlyMap<string, RowOwner>,
): Promise<void> {
  const stored = new Set(before.map((one) => JSON.stringify(one)));
  for (const person of once.people) {
    const whose = known.get(person.id);
    if (whose === undefined || stored.has(JSON.stringify(person))) continue;
    await client.query(
      `INSERT INTO once_people (once_id, installation_id, person_id, body) VALUES ($1, $2, $3, $4)
       ON CONFLICT (once_id, person_id) DO UPDATE SET body = excluded.body`,
      [
        once.id,
        whose.installationId,
        whose.id,
        seal(whose.dataKey, JSON.stringify(person), oncePersonSeal(once.id, whose.id)),
      ],
    );
  }
}
