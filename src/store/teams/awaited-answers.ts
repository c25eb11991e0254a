import type pg from 'pg';
import { awaitedOf } from '../../mocks/awaited.ts';
import { type PersonRef, PersonRefSchema } from '../../who/person.ts';
import type { Keyring } from '../keyring.ts';
import type { OwnerRow } from './row-owner.ts';
import { openedWords } from './session-words.ts';

/** A typed answer that the coach has still to read. */
export interface AwaitedAnswer {
  readonly team: PersonRef;
  readonly mockId: string;
  /** Their id on the platform. */
  readonly candidate: string;
  readonly group: number;
  readonly turn: 0 | 1;
}

/** Answers that were sent by `before` and are not read yet; those from before `after` are not asked for any more. */
export async function awaitedAnswers(
  pool: Pick<pg.Pool, 'query'>,
  ring: Keyring,
  { after, before }: { readonly after: Date; readonly before: Date },
  limit: number,
): Promise<AwaitedAnswer[]> {
  const { rows } = await pool.query<
    OwnerRow & { session_id: string; body: Buffer; platform: string; scope: string; team: string }
  >(
    `SELECT w.session_id, w.body, p.id, p.installation_id, p.ring_key, p.wrapped_key, t.platform, t.scope, t.user_id AS team
     FROM team_words w JOIN people p ON p.id = w.person_id
     JOIN team_sessions s ON s.id = w.session_id JOIN people t ON t.id = s.person_id
     WHERE w.awaited_since BETWEEN $1 AND $2 ORDER BY w.awaited_since LIMIT $3`,
    [after, before, limit],
  );
  return rows.flatMap((row) => {
    const { platform, scope, team: userId, session_id: mockId } = row;
    const team = PersonRefSchema.parse({ platform, scope, userId });
    const key = ring.unwrap(row.id, row.ring_key, row.wrapped_key);
    return awaitedOf(openedWords(key, mockId, row.id, row.body)).map(
      ({ candidate, group, turn }): AwaitedAnswer => ({ team, mockId, candidate, group, turn }),
    );
  });
}
