import { and, asc, desc, eq, gt } from 'drizzle-orm';
import type pg from 'pg';
import { parseSession, type Session } from '../conversation/session.ts';
import { type Critique, CritiqueSchema } from '../critique/critique.ts';
import { type Draft, DraftSchema } from '../critique/draft.ts';
import type { PersonRef } from '../who/person.ts';
import type { Viewer } from '../who/viewer.ts';
import type { Drizzle } from './drizzle.ts';
import { open } from './keyring.ts';
import { attemptSeal, scorecardSeal, sessionSeal } from './names.ts';
import type { PersonRow } from './people.ts';
import { attempts, grants, people, scorecards, sessions } from './schema.ts';

/** A practice as lists and exports show it. Instants in UTC. */
export interface Practice {
  readonly number: number;
  readonly session: Session;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly attempts: readonly StoredAttempt[];
}

export interface StoredAttempt {
  readonly kind: string;
  readonly draftNo: number;
  readonly draft: Draft;
  readonly createdAt: Date;
  readonly critiques: readonly { readonly critique: Critique; readonly createdAt: Date }[];
}

/** A person's practices, oldest first, with every frozen draft and scorecard. Only for the owner or the operator: anybody else gets none. */
export async function practicesOf(db: Drizzle, person: PersonRow, viewer: Viewer): Promise<Practice[]> {
  if (!mayReadAll(person, viewer)) return [];
  const rows = await db
    .select()
    .from(sessions)
    .where(eq(sessions.personId, person.id))
    .orderBy(asc(sessions.number));
  return Promise.all(
    rows.map(async (row) => ({ ...practiceOf(row, person), attempts: await attemptsOf(db, person, row.id) })),
  );
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
  return row === undefined
    ? undefined
    : { ...practiceOf(row, person), attempts: await attemptsOf(db, person, row.id) };
}

/** One attempt, for its owner, for the operator, or for a partner whose grant has not ended at `now`. */
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
    .where(and(eq(attempts.id, attemptId), eq(attempts.personId, owner.id)));
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
  return DraftSchema.parse(JSON.parse(open(owner.dataKey, row.body, attemptSeal(row.id))));
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

/** Whose practice this is; undefined where it is gone. */
export async function ownerOf(db: Drizzle, sessionId: string): Promise<PersonRef | undefined> {
  const [row] = await db
    .select({ platform: people.platform, scope: people.scope, userId: people.userId })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(eq(sessions.id, sessionId));
  return row === undefined ? undefined : { ...row, platform: row.platform as PersonRef['platform'] };
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

function practiceOf(row: typeof sessions.$inferSelect, person: PersonRow): Omit<Practice, 'attempts'> {
  const session = parseSession(JSON.parse(open(person.dataKey, row.state, sessionSeal(row.id))));
  return { number: row.number, session, createdAt: row.createdAt, updatedAt: row.updatedAt };
}

async function attemptsOf(db: Drizzle, person: PersonRow, sessionId: string): Promise<StoredAttempt[]> {
  const rows = await db
    .select()
    .from(attempts)
    .where(eq(attempts.sessionId, sessionId))
    .orderBy(asc(attempts.draftNo));
  return Promise.all(
    rows.map(async (row) => {
      const cards = await db
        .select()
        .from(scorecards)
        .where(and(eq(scorecards.attemptId, row.id), eq(scorecards.by, 'coach')))
        .orderBy(desc(scorecards.createdAt));
      return {
        kind: row.kind,
        draftNo: row.draftNo,
        draft: DraftSchema.parse(JSON.parse(open(person.dataKey, row.body, attemptSeal(row.id)))),
        createdAt: row.createdAt,
        critiques: cards.map((card) => ({
          critique: CritiqueSchema.parse(JSON.parse(open(person.dataKey, card.body, scorecardSeal(card.id)))),
          createdAt: card.createdAt,
        })),
      };
    }),
  );
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
  return row === undefined
    ? undefined
    : DraftSchema.parse(JSON.parse(open(person.dataKey, row.body, attemptSeal(row.id))));
}
