import { and, eq, gt, inArray, isNull, lt, notExists } from 'drizzle-orm';
import type pg from 'pg';
import { type PersonRef, personKey } from '../who/person.ts';
import type { Drizzle } from './drizzle.ts';
import type { Keyring } from './keyring.ts';
import { leaveJobs } from './left-jobs.ts';
import { leaveToRemove } from './leftovers.ts';
import { idFromName } from './names.ts';
import { installations, people, tombstones, wakes } from './schema.ts';
import { teamMembers } from './schema-teams.ts';
import { inTransaction } from './transaction.ts';

/** How long late events of a deleted person are no-ops. */
const TOMBSTONE_MS = 30 * 24 * 60 * 60_000;

export interface PersonRow {
  readonly id: string;
  readonly installationId: string;
  readonly ref: PersonRef;
  readonly dataKey: Buffer;
  readonly reader: ReaderChoice;
  /** IANA; undefined where it is not known. */
  readonly zone: string | undefined;
  /** Figures beside words. */
  readonly showsNumbers: boolean;
}

/** Whether a language model may read a person's answers, and of which place they were told. */
export interface ReaderChoice {
  /** `llm`: they were told, and did not choose otherwise. */
  readonly critic: string;
  readonly noticeOf: string | null;
}

/** Creates the person and, where needed, the installation; a person who is there stays as they are. Clears a tombstone. */
export async function createPerson(
  db: Drizzle,
  ring: Keyring,
  ref: PersonRef,
  installation: { externalId: string },
): Promise<void> {
  const installationId = idFromName(`installation:${ref.platform}:${installation.externalId}`);
  await inTransaction(db, async (tx) => {
    await tx
      .insert(installations)
      .values({ id: installationId, platform: ref.platform, externalId: installation.externalId })
      .onConflictDoNothing();
    const id = crypto.randomUUID();
    const { ringKey, wrappedKey } = ring.newDataKey(id);
    await tx
      .insert(people)
      .values({
        id,
        installationId,
        platform: ref.platform,
        scope: ref.scope,
        userId: ref.userId,
        ringKey,
        wrappedKey,
      })
      .onConflictDoNothing();
    await tx.delete(tombstones).where(eq(tombstones.hash, ring.hash(personKey(ref))));
  });
}

/** Whether the person was deleted lately and has not started anew. */
export async function isTombstoned(db: Drizzle, ring: Keyring, ref: PersonRef, now: Date): Promise<boolean> {
  const rows = await db
    .select({ hash: tombstones.hash })
    .from(tombstones)
    .where(and(eq(tombstones.hash, ring.hash(personKey(ref))), gt(tombstones.until, now)));
  return rows.length > 0;
}

/** The person, with their data key opened; undefined where nobody is known by that name. */
export async function findPerson(db: Drizzle, ring: Keyring, ref: PersonRef): Promise<PersonRow | undefined> {
  const [row] = await db
    .select()
    .from(people)
    .where(
      and(eq(people.platform, ref.platform), eq(people.scope, ref.scope), eq(people.userId, ref.userId)),
    );
  if (row === undefined) return undefined;
  return {
    id: row.id,
    installationId: row.installationId,
    ref,
    dataKey: ring.unwrap(row.id, row.ringKey, row.wrappedKey),
    reader: { critic: row.critic, noticeOf: row.noticeOf },
    zone: row.zone ?? undefined,
    showsNumbers: row.showNumbers,
  };
}

/** Whether answers of others may be shown to somebody: anybody takes them who did not say otherwise. */
export async function takesShares(pool: Pick<pg.Pool, 'query'>, ref: PersonRef): Promise<boolean> {
  const { rows } = await pool.query<{ takes: boolean }>(
    'SELECT takes_shares AS takes FROM people WHERE platform = $1 AND scope = $2 AND user_id = $3',
    [ref.platform, ref.scope, ref.userId],
  );
  return rows[0]?.takes !== false;
}

/** `in-teams`: nothing was done, since a team still names them; they are taken out of it first. */
export type Deletion = 'deleted' | 'nobody' | 'in-teams';

/**
 * Delete means gone: one transaction removes the person and all that hangs on them, and leaves a tombstone. A team that
 * takes them in at the same moment either does so before, and is found here, or finds nobody. `outSince`: when they were taken
 * out of their teams; what was said since then where others are stays there.
 */
export async function deletePerson(
  db: Drizzle,
  ring: Keyring,
  ref: PersonRef,
  now: Date,
  outSince = now,
): Promise<Deletion> {
  return inTransaction(db, async (tx): Promise<Deletion> => {
    const isThem = and(
      eq(people.platform, ref.platform),
      eq(people.scope, ref.scope),
      eq(people.userId, ref.userId),
    );
    const [person] = await tx
      .select({ id: people.id, installationId: people.installationId })
      .from(people)
      .where(isThem)
      .for('update');
    if (person === undefined) return 'nobody';
    const named = await tx
      .select({ teamId: teamMembers.teamId })
      .from(teamMembers)
      .where(eq(teamMembers.personId, person.id))
      .limit(1);
    if (named.length > 0) return 'in-teams';
    await leaveToRemove(tx, person, ref.platform, now, outSince);
    await leaveJobs(tx, person, now);
    await tx.delete(people).where(eq(people.id, person.id));
    const until = new Date(now.getTime() + TOMBSTONE_MS);
    await tx
      .insert(tombstones)
      .values({ hash: ring.hash(personKey(ref)), until })
      .onConflictDoUpdate({ target: tombstones.hash, set: { until } });
    return 'deleted';
  });
}

/** Written at most once an hour. */
const ACTIVITY_EVERY_MS = 60 * 60_000;

/** They did something elsewhere than in a practice of their own. */
export async function noteActivity(
  pool: Pick<pg.Pool, 'query'>,
  { platform, scope, userId }: PersonRef,
  now: Date,
): Promise<void> {
  await pool.query(
    `UPDATE people SET last_active_at = $4 WHERE platform = $1 AND scope = $2 AND user_id = $3 AND last_active_at < $5`,
    [platform, scope, userId, now, new Date(now.getTime() - ACTIVITY_EVERY_MS)],
  );
}

/** People without any activity since `before`. */
export async function inactiveSince(db: Drizzle, before: Date, limit: number): Promise<PersonRef[]> {
  // Who asked to be reminded in a year is not forgotten before.
  const planned = db
    .select({ key: wakes.key })
    .from(wakes)
    .where(and(eq(wakes.personId, people.id), inArray(wakes.kind, ['plan', 'team']), isNull(wakes.doneAt)));
  const rows = await db
    .select({ platform: people.platform, scope: people.scope, userId: people.userId })
    .from(people)
    .where(and(lt(people.lastActiveAt, before), notExists(planned)))
    .limit(limit);
  return rows.map((row) => ({ ...row, platform: row.platform as PersonRef['platform'] }));
}

/** Old tombstones and old event ids are let go; an event's id stays 30 days at least and as long as an active practice. */
export async function sweepSeen(pool: pg.Pool, now: Date): Promise<void> {
  const before = new Date(now.getTime() - TOMBSTONE_MS);
  await pool.query('DELETE FROM tombstones WHERE until < $1', [now]);
  await pool.query(
    `DELETE FROM seen_events e WHERE e.at < $1
       AND NOT EXISTS (SELECT 1 FROM sessions s WHERE s.person_id = e.person_id AND s.active AND s.created_at <= e.at)`,
    [before],
  );
}

/** An installation is gone from its platform: all that hangs on it goes, with everybody's data. Returns whether it was there. */
export async function deleteInstallation(
  db: Drizzle,
  platform: PersonRef['platform'],
  externalId: string,
): Promise<boolean> {
  const gone = await db
    .delete(installations)
    .where(and(eq(installations.platform, platform), eq(installations.externalId, externalId)))
    .returning({ id: installations.id });
  return gone.length > 0;
}
