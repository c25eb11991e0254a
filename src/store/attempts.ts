import { and, asc, desc, eq } from 'drizzle-orm';
import { type Critique, CritiqueSchema } from '../critique/critique.ts';
import { type Draft, DraftSchema } from '../critique/draft.ts';
import { type OwnRating, OwnRatingSchema, SpokenSchema } from './bodies.ts';
import type { Drizzle } from './drizzle.ts';
import { open } from './keyring.ts';
import { attemptSeal, scorecardSeal } from './names.ts';
import type { PersonRow } from './people.ts';
import { attempts, scorecards } from './schema.ts';

/** A frozen draft, with what the coach and the person themselves said of it. */
export interface StoredAttempt {
  readonly kind: 'written';
  readonly draftNo: number;
  readonly draft: Draft;
  readonly createdAt: Date;
  /** Newest first. */
  readonly critiques: readonly { readonly critique: Critique; readonly createdAt: Date }[];
  readonly ownRating?: OwnRating;
}

/** A run aloud, in seconds: how long it was to be, how long it took, and which steps were said. */
export interface StoredRun {
  readonly runNo: number;
  readonly seconds: number;
  readonly took: number;
  readonly said: readonly string[];
  readonly createdAt: Date;
}

/** What a person did in one practice, oldest first. */
export interface Attempted {
  readonly attempts: readonly StoredAttempt[];
  readonly runs: readonly StoredRun[];
}

/**
 * What the person did, by the practice's id, in two queries; with `sessionId` of one practice only. Whether somebody
 * may read it is asked before.
 */
export async function attemptedBy(
  db: Drizzle,
  person: PersonRow,
  sessionId?: string,
): Promise<(sessionId: string) => Attempted> {
  const which =
    sessionId === undefined
      ? eq(attempts.personId, person.id)
      : and(eq(attempts.personId, person.id), eq(attempts.sessionId, sessionId));
  const rows = await db.select().from(attempts).where(which).orderBy(asc(attempts.draftNo));
  const cards = await db
    .select({ card: scorecards })
    .from(scorecards)
    .innerJoin(attempts, eq(attempts.id, scorecards.attemptId))
    .where(which)
    .orderBy(desc(scorecards.createdAt));
  const cardsOf = (attemptId: string) =>
    cards.map(({ card }) => card).filter((card) => card.attemptId === attemptId);
  return (id) => {
    const own = rows.filter((row) => row.sessionId === id);
    return {
      attempts: own
        .filter((row) => row.kind === 'written')
        .map((row) => attemptOf(row, cardsOf(row.id), person)),
      runs: own.filter((row) => row.kind === 'spoken').map((row) => runOf(row, person)),
    };
  };
}

type AttemptRow = typeof attempts.$inferSelect;
type CardRow = typeof scorecards.$inferSelect;

function attemptOf(row: AttemptRow, cards: readonly CardRow[], person: PersonRow): StoredAttempt {
  const bodyOf = (card: CardRow): unknown =>
    JSON.parse(open(person.dataKey, card.body, scorecardSeal(card.id)));
  const own = cards.find((card) => card.by === 'self');
  return {
    kind: 'written',
    draftNo: row.draftNo,
    draft: draftIn(row, person),
    createdAt: row.createdAt,
    critiques: cards
      .filter((card) => card.by === 'coach')
      .map((card) => ({ critique: CritiqueSchema.parse(bodyOf(card)), createdAt: card.createdAt })),
    ...(own === undefined ? {} : { ownRating: OwnRatingSchema.parse(bodyOf(own)) }),
  };
}

function runOf(row: AttemptRow, person: PersonRow): StoredRun {
  const { seconds, said } = SpokenSchema.parse(bodyOf(row, person));
  return { runNo: row.draftNo, seconds, took: row.durationSeconds ?? 0, said, createdAt: row.createdAt };
}

/** The draft of an attempt of kind `written`. Throws on any other. */
export function draftIn(row: AttemptRow, person: PersonRow): Draft {
  return DraftSchema.parse(bodyOf(row, person));
}

function bodyOf(row: AttemptRow, person: PersonRow): unknown {
  return JSON.parse(open(person.dataKey, row.body, attemptSeal(row.id)));
}
