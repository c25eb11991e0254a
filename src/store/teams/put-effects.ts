import type pg from 'pg';
import { noteMention } from '../mentions.ts';
import type { OutboxRow } from '../outbox.ts';
import { type Outgoing, putInOutbox } from '../turn-outbox.ts';
import { RING_AT_ONCE_MS } from '../turn-writes.ts';
import type { RowOwner } from './row-owner.ts';
import { teamWakeKey } from './team-wake.ts';

/** An effect with where it goes, in which lane, and whose words are in it (their id on the platform; none: the team's). */
export interface TeamOutgoing extends Outgoing {
  readonly place: string;
  readonly lane: string;
  readonly of?: string;
  /** Who else stands in it, by their ids on the platform: it is theirs to take away (see `mentions.ts`). */
  readonly about?: readonly string[];
  /** Lent to whoever reads it until then, by `of`. */
  readonly until?: string;
}

/** When, and by which process. */
export interface Putting {
  readonly now: Date;
  /** Performers of this process. */
  readonly local: ReadonlySet<string>;
  /** Its name. */
  readonly holder: string;
}

/** Puts a turn's effects into the outbox, in their order. Returns those that this process performs at once. */
export async function putEffects(
  client: pg.PoolClient,
  owner: RowOwner,
  known: ReadonlyMap<string, RowOwner>,
  effects: readonly TeamOutgoing[],
  from: Putting,
): Promise<readonly OutboxRow[]> {
  const rows: OutboxRow[] = [];
  for (const outgoing of effects) rows.push(...(await put(client, owner, known, outgoing, from)));
  return rows;
}

/** A wake that is due soon is rung by its own transaction. `place`: the channel. */
export function bellOf(
  { id, place, turn }: { readonly id: string; readonly place: string; readonly turn: number },
  wake: string | undefined,
  now: Date,
): TeamOutgoing[] {
  if (wake === undefined || Date.parse(wake) - now.getTime() > RING_AT_ONCE_MS) return [];
  const body = JSON.stringify({ key: teamWakeKey(id), dueAt: wake });
  return [{ key: `t-${id}-${turn}-bell`, performer: 'jobs', kind: 'bell', body, place, lane: 'bell' }];
}

async function put(
  client: pg.PoolClient,
  owner: RowOwner,
  known: ReadonlyMap<string, RowOwner>,
  { place, lane, of, about = [], until, ...outgoing }: TeamOutgoing,
  from: Putting,
): Promise<OutboxRow[]> {
  const whose = of === undefined ? owner : known.get(of);
  // Whose words were in it is gone, and so is what they said.
  if (whose === undefined) return [];
  for (const id of about) {
    const mentioned = known.get(id);
    if (mentioned !== undefined)
      await noteMention(client, mentioned, outgoing.key, id === of ? until : undefined);
  }
  const queries: Promise<pg.QueryResult>[] = [];
  const row = putInOutbox(
    (name, text, values) => queries.push(client.query({ name, text, values })),
    whose,
    { ...from, place, lane: `${outgoing.performer}.${owner.id}.${lane}` },
    outgoing,
  );
  const [result] = await Promise.all(queries);
  const stored = result?.rows[0];
  return stored?.state === 'sending' ? [{ ...row, id: Number(stored.id) }] : [];
}
