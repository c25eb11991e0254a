import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { advancePlan } from '../../src/reminders/advance-plan.ts';
import type { Plan } from '../../src/reminders/plan.ts';
import type { PlanGrounds } from '../../src/reminders/plan-event.ts';
import type { Keyring } from '../../src/store/keyring.ts';
import { idFromName } from '../../src/store/names.ts';
import { openTurn } from '../../src/store/turn.ts';
import { type PersonRef, personKey } from '../../src/who/person.ts';
import { ownPlace, placeKey } from '../../src/who/place.ts';

/** Persons a statement. */
const BATCH = 1_000;

/** Somebody who is to be reminded: where they are, and what they said, when and in which zone. */
export interface Reminded {
  readonly ref: PersonRef;
  readonly words: string;
  readonly zone: string;
  readonly at: Date;
}

/** The row of a workspace, or of an app. */
export function installationOf({ platform, scope }: PersonRef): string {
  return idFromName(`installation:${platform}:${scope}`);
}

/** Puts people and their workspaces in as `createPerson` does, by bulk inserts. */
export async function addPeople(pool: pg.Pool, ring: Keyring, refs: readonly PersonRef[]): Promise<void> {
  const scopes = new Map(refs.map((ref) => [installationOf(ref), ref]));
  await pool.query(
    `INSERT INTO installations (id, platform, external_id)
     SELECT i, p, e FROM unnest($1::uuid[], $2::text[], $3::text[]) AS t(i, p, e) ON CONFLICT DO NOTHING`,
    [
      [...scopes.keys()],
      [...scopes.values()].map(({ platform }) => platform),
      [...scopes.values()].map(({ scope }) => scope),
    ],
  );
  for (let done = 0; done < refs.length; done += BATCH) {
    const made = refs.slice(done, done + BATCH).map((ref) => {
      const id = randomUUID();
      return { id, ref, ...ring.newDataKey(id) };
    });
    await pool.query(
      `INSERT INTO people (id, installation_id, platform, scope, user_id, ring_key, wrapped_key)
       SELECT p, i, pl, s, u, r, w
       FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::bytea[]) AS t(p, i, pl, s, u, r, w)`,
      [
        made.map(({ id }) => id),
        made.map(({ ref }) => installationOf(ref)),
        made.map(({ ref }) => ref.platform),
        made.map(({ ref }) => ref.scope),
        made.map(({ ref }) => ref.userId),
        made.map(({ ringKey }) => ringKey),
        made.map(({ wrappedKey }) => wrappedKey),
      ],
    );
  }
}

/** The plan that the pure machine makes of the words and of the yes to what it repeats. */
export function planOf({ ref, words, zone, at }: Reminded): Plan {
  const instant = at.toISOString();
  const home = placeKey(ownPlace(ref));
  const grounds: PlanGrounds = {
    at: instant,
    hours: { zone, source: 'asked' },
    personKey: personKey(ref),
    here: home,
    home,
    isBeside: false,
    lastActiveAt: instant,
    about: { hasPractice: false, sheltered: false },
  };
  const { plan: proposed } = advancePlan(undefined, { type: 'asked', words }, grounds);
  const { plan } = advancePlan(proposed, { type: 'asked', words: 'yes' }, grounds);
  if (plan?.next === undefined) throw new Error(`nothing was armed by "${words}" in ${zone}`);
  return plan;
}

/** Makes a person's plan and commits it with its wake, in a turn of their own, as the coach commits a yes. */
export async function arm(pool: pg.Pool, ring: Keyring, one: Reminded): Promise<void> {
  const { ref, zone, at } = one;
  const place = placeKey(ownPlace(ref));
  const opened = await openTurn(pool, ring, ref, `armed-${ref.userId}`, { place, anywhere: true });
  if (opened.found !== 'turn') throw new Error(`${ref.userId} has no turn: ${opened.found}`);
  await opened.turn.commit({
    place,
    sessions: [],
    effects: [],
    now: at,
    // A bell of the next minutes waits for the process that has the queue.
    local: new Set(),
    holder: randomUUID(),
    supersede: false,
    plan: { plan: planOf(one), hours: { zone, source: 'asked' }, bellKey: `p-${randomUUID()}` },
  });
}

/** Each in turn, so many side by side. Milliseconds in all. */
export async function sideBySide<T>(all: readonly T[], width: number, work: (one: T) => Promise<unknown>) {
  const began = performance.now();
  let next = 0;
  const worker = async () => {
    for (;;) {
      const one = all[next];
      next += 1;
      if (one === undefined) return;
      await work(one);
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
  return performance.now() - began;
}
