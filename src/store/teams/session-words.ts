import type pg from 'pg';
import { z } from 'zod';
import { awaitedOf } from '../../mocks/awaited.ts';
import { type Mock, MockCardSchema, TypedAnswerSchema } from '../../mocks/mock.ts';
import { type Keyring, open, seal } from '../keyring.ts';
import { teamWordsSeal } from '../names.ts';
import type { OwnerRow, RowOwner } from './row-owner.ts';

/** What was written in a session, by whose it is: kept apart from the session, under the candidate's own key. */

const BodySchema = z.strictObject({
  cards: z.array(MockCardSchema),
  words: z.array(TypedAnswerSchema),
});

/** A session as it is stored: without a word that anybody wrote. */
export function withoutWords(mock: Mock): Mock {
  return { ...mock, cards: [], words: [] };
}

/** The sessions with what was written in them. Whose rows went with them are in none. */
export async function withWords(
  on: Pick<pg.PoolClient, 'query'>,
  ring: Keyring,
  mocks: readonly Mock[],
): Promise<Mock[]> {
  const { rows } = await on.query<OwnerRow & { session_id: string; body: Buffer }>(
    `SELECT w.session_id, w.body, p.id, p.installation_id, p.ring_key, p.wrapped_key
     FROM team_words w JOIN people p ON p.id = w.person_id WHERE w.session_id = ANY($1) ORDER BY p.id`,
    [mocks.map(({ id }) => id)],
  );
  return mocks.map((mock) => {
    const bodies = rows
      .filter((row) => row.session_id === mock.id)
      .map((row) => {
        const key = ring.unwrap(row.id, row.ring_key, row.wrapped_key);
        return openedWords(key, mock.id, row.id, row.body);
      });
    return {
      ...mock,
      cards: bodies.flatMap(({ cards }) => cards),
      words: bodies.flatMap(({ words }) => words),
    };
  });
}

/** Writes what is each candidate's. Of somebody who is not known to us nothing is kept. */
export async function writeWords(
  on: Pick<pg.PoolClient, 'query'>,
  mock: Mock,
  owners: ReadonlyMap<string, RowOwner>,
  now: Date,
): Promise<void> {
  const candidates = new Set([...mock.cards, ...mock.words].map(({ candidate }) => candidate));
  const kept = [...candidates].flatMap((id) => {
    const owner = owners.get(id);
    return owner === undefined ? [] : [{ id, owner }];
  });
  for (const { id, owner } of kept) {
    const theirs = {
      cards: mock.cards.filter(({ candidate }) => candidate === id),
      words: mock.words.filter(({ candidate }) => candidate === id),
    };
    const sealed = seal(owner.dataKey, JSON.stringify(theirs), teamWordsSeal(mock.id, owner.id));
    await on.query(
      `INSERT INTO team_words (session_id, installation_id, person_id, body, awaited_since)
       VALUES ($1, $2, $3, $4, $5::timestamptz)
       ON CONFLICT (session_id, person_id) DO UPDATE SET body = excluded.body, awaited_since =
         CASE WHEN excluded.awaited_since IS NOT NULL THEN coalesce(team_words.awaited_since, excluded.awaited_since) END`,
      [mock.id, owner.installationId, owner.id, sealed, awaitedOf(theirs).length > 0 ? now : null],
    );
  }
  await on.query('DELETE FROM team_words WHERE session_id = $1 AND person_id <> ALL($2)', [
    mock.id,
    kept.map(({ owner }) => owner.id),
  ]);
}

/** What was written in a session about one person's answers, opened with their key. */
export function openedWords(
  dataKey: Buffer,
  sessionId: string,
  personId: string,
  body: Buffer,
): z.infer<typeof BodySchema> {
  return BodySchema.parse(JSON.parse(open(dataKey, body, teamWordsSeal(sessionId, personId))));
}
