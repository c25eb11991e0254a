import { and, asc, desc, eq, gt, gte } from 'drizzle-orm';
import type pg from 'pg';
import { isBlank } from '../conversation/is-blank.ts';
import { parseSession, type Session } from '../conversation/session.ts';
import type { Draft } from '../critique/draft.ts';
import type { PersonRef } from '../who/person.ts';
import type { Viewer } from '../who/viewer.ts';
import { type Attempted, attemptedBy, draftIn } from './attempts.ts';
import type { Drizzle } from './drizzle.ts';
import { type Keyring, open } from './keyring.ts';
import { sessionSeal } from './names.ts';
import type { PersonRow } from './people.ts';
import { attempts, grants, installations, people, sessions } from './schema.ts';

/** A practice as lists and exports show it. Instants in UTC. */
export interface Practice extends Attempted {
  readonly number: number;
  /** Practices of one story have one. */
  readonly storyId: string;
  readonly session: Session;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** A person's practices, oldest first, with every frozen draft, scorecard and run. Only for the owner or the operator: anybody else gets none. */
export async function practicesOf(db: Drizzle, person: PersonRow, viewer: Viewer): Promise<Practice[]> {
  if (!mayReadAll(person, viewer)) return [];
  const rows = await db
    .select()
    .from(sessions)
    .where(eq(sessions.personId, person.id))
    .orderBy(asc(sessions.number));
  const attempted = await attemptedBy(db, person);
  return rows.map((row) => ({ ...practiceOf(row, person), ...attempted(row.id) }));
}

/** One practice by its number; undefined where there is none, or where the viewer may not read it. */
export async function practiceNumbered(
  db: Drizzle,
  person: PersonRow,
  viewer: Viewer,
  number: number,
): Promise<Practice | undefined> {
  if (!mayReadAll(person, viewer)) return undefined;
  const [row] = await db
    .select()
    .from(sessions)
    .where(and(eq(sessions.personId, person.id), eq(sessions.number, number)));
  if (row === undefined) return undefined;
  const attempted = await attemptedBy(db, person, row.id);
  return { ...practiceOf(row, person), ...attempted(row.id) };
}

/** One frozen draft, for its owner, for the operator, or for a partner whose grant has not ended at `now`. */
export async function attemptFor(
  db: Drizzle,
  owner: PersonRow,
  viewer: Viewer,
  attemptId: string,
  now: Date,
): Promise<Draft | undefined> {
  const [row] = await db
    .select()
    .from(attempts)
    .where(and(eq(attempts.id, attemptId), eq(attempts.personId, owner.id), eq(attempts.kind, 'written')));
  if (row === undefined) return undefined;
  if (!mayReadAll(owner, viewer)) {
    if (viewer.as === 'operator') return undefined;
    const granted = await db
      .select({ id: grants.id })
      .from(grants)
      .where(
        and(eq(grants.attemptId, attemptId), eq(grants.viewerId, viewer.personId), gt(grants.until, now)),
      );
    if (granted.length === 0) return undefined;
  }
  return draftIn(row, owner);
}

/** A practice whose critique is asked for and not stored yet. */
export interface Unjudged {
  readonly sessionId: string;
  readonly person: PersonRef;
  readonly draftNo: number;
}

/** Practices that wait for a critique since before `before`: they are rung again. */
export async function waitingForCritique(pool: pg.Pool, before: Date, limit: number): Promise<Unjudged[]> {
  const { rows } = await pool.query(
    `SELECT s.id, p.platform, p.scope, p.user_id,
       (SELECT max(a.draft_no) FROM attempts a WHERE a.session_id = s.id AND a.kind = 'written') AS draft_no
     FROM sessions s JOIN people p ON p.id = s.person_id
     WHERE s.stage = 'critiquing' AND s.updated_at <= $1 ORDER BY s.updated_at LIMIT $2`,
    [before, limit],
  );
  return rows.map((row) => ({
    sessionId: row.id,
    draftNo: row.draft_no,
    person: { platform: row.platform, scope: row.scope, userId: row.user_id },
  }));
}

/** The practice with this id and the person's own place for it; undefined where it is gone or another's. */
export async function practiceById(
  db: Drizzle,
  person: PersonRow,
  sessionId: string,
): Promise<{ session: Session; place: string } | undefined> {
  const [row] = await db
    .select()
    .from(sessions)
    .where(and(eq(sessions.id, sessionId), eq(sessions.personId, person.id)));
  return row === undefined ? undefined : { session: practiceOf(row, person).session, place: row.place };
}

/** An open practice, whose it is and where it stands. */
export interface OpenPractice {
  readonly ref: PersonRef;
  readonly installation: string;
  readonly place: string;
  readonly session: Session;
  readonly createdAt: Date;
  /** When the person was taken in: what they wrote before was deleted with them, or never ours. */
  readonly knownSince: Date;
}

/** Open practices of a platform that had a turn since. */
export async function openSince(
  db: Drizzle,
  ring: Keyring,
  platform: PersonRef['platform'],
  since: Date,
): Promise<readonly OpenPractice[]> {
  const rows = await db
    .select({ row: sessions, who: people, installation: installations.externalId })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .innerJoin(installations, eq(installations.id, sessions.installationId))
    .where(and(eq(people.platform, platform), sessions.active, gte(sessions.updatedAt, since)));
  return rows.map(({ row, who, installation }) => {
    const dataKey = ring.unwrap(who.id, who.ringKey, who.wrappedKey);
    const session = parseSession(JSON.parse(open(dataKey, row.state, sessionSeal(row.id))));
    const ref = { platform, scope: who.scope, userId: who.userId };
    const { place, createdAt } = row;
    return { ref, installation, place, session, createdAt, knownSince: who.createdAt };
  });
}

/** So many more are looked at for one in which something was written. */
const MOST_BLANK = 10;

/**
 * The practice a person touched last, open or not, one in which something was written before one that was only begun;
 * undefined where they have none.
 */
export async function latestPractice(db: Drizzle, person: PersonRow): Promise<Session | undefined> {
  const [latest] = await touchedLast(db, person, 1);
  if (latest === undefined || !isBlank(latest)) return latest;
  const others = await touchedLast(db, person, MOST_BLANK);
  return others.find((one) => !isBlank(one)) ?? latest;
}

async function touchedLast(db: Drizzle, person: PersonRow, count: number): Promise<Session[]> {
  const rows = await db
    .select()
    .from(sessions)
    .where(eq(sessions.personId, person.id))
    .orderBy(desc(sessions.updatedAt), desc(sessions.number))
    .limit(count);
  return rows.map((row) => practiceOf(row, person).session);
}

/** Whose practice this is; undefined where it is gone. */
export async function ownerOf(db: Drizzle, sessionId: string): Promise<PersonRef | undefined> {
  const [row] = await db
    .select({ platform: people.platform, scope: people.scope, userId: people.userId })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(eq(sessions.id, sessionId));
  return row === undefined ? undefined : { ...row, platform: row.platform as PersonRef['platform'] };
}

/** Whose practices, open or not, are at a place. */
export async function ownersAt(db: Drizzle, place: string): Promise<readonly PersonRef[]> {
  const rows = await db
    .selectDistinct({ platform: people.platform, scope: people.scope, userId: people.userId })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(eq(sessions.place, place));
  return rows.map((row) => ({ ...row, platform: row.platform as PersonRef['platform'] }));
}

/** Active practices without a word since `before`. */
export async function silentSince(
  pool: pg.Pool,
  before: Date,
  limit: number,
): Promise<{ sessionId: string; place: string; person: PersonRef }[]> {
  const { rows } = await pool.query(
    `SELECT s.id, s.place, p.platform, p.scope, p.user_id FROM sessions s JOIN people p ON p.id = s.person_id
     WHERE s.active AND s.updated_at < $1 ORDER BY s.updated_at LIMIT $2`,
    [before, limit],
  );
  return rows.map((row) => ({
    sessionId: row.id,
    place: row.place,
    person: { platform: row.platform, scope: row.scope, userId: row.user_id },
  }));
}

function mayReadAll(person: PersonRow, viewer: Viewer): boolean {
  return viewer.as === 'operator' || (viewer.as === 'owner' && viewer.personId === person.id);
}

function practiceOf(row: typeof sessions.$inferSelect, person: PersonRow): Omit<Practice, keyof Attempted> {
  const session = parseSession(JSON.parse(open(person.dataKey, row.state, sessionSeal(row.id))));
  const { number, storyId, createdAt, updatedAt } = row;
  return { number, storyId, session, createdAt, updatedAt };
}

/** The frozen draft n of a practice; undefined where there is none. */
export async function frozenDraft(
  db: Drizzle,
  person: PersonRow,
  sessionId: string,
  draftNo: number,
): Promise<Draft | undefined> {
  const [row] = await db
    .select()
    .from(attempts)
    .where(
      and(
        eq(attempts.sessionId, sessionId),
        eq(attempts.personId, person.id),
        eq(attempts.kind, 'written'),
        eq(attempts.draftNo, draftNo),
      ),
    );
  return row === undefined ? undefined : draftIn(row, person);
}
