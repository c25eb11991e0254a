import type pg from 'pg';
import type { Critic } from '../../critique/critic.ts';
import { isCritique } from '../../critique/critique.ts';
import type { Language } from '../../critique/language.ts';
import { draftFromText, read } from '../../critique/read.ts';
import type { Guide } from '../../guide/guide.ts';
import { coachCard } from '../../mocks/coach-card.ts';
import type { ListeningCard } from '../../mocks/listening-card.ts';
import type { Keyring } from '../../store/keyring.ts';
import { readSession } from '../../store/teams/read-session.ts';
import type { PersonRef } from '../../who/person.ts';
import type { TeamCoach } from './team-coach.ts';

export interface JudgeTypedParts {
  readonly pool: pg.Pool;
  readonly ring: Keyring;
  readonly guide: Guide;
  readonly language: () => Language;
  /** The offline one: who types for a partner was told of no other reader. */
  readonly critic: Critic;
  readonly teams: Pick<TeamCoach, 'handle'>;
}

/** Which typed answer of a session the coach's card is asked for. */
export interface TypedAsked {
  readonly team: PersonRef;
  readonly mockId: string;
  readonly candidate: string;
  readonly group: number;
  readonly turn: 0 | 1;
}

/**
 * Reads a typed answer that was sent, and gives the coach's card of it. One that is gone is no fault: nothing happens. A hard
 * story is not judged: it is read, and there is no card. Running it twice gives one card.
 */
export async function judgeTyped(
  parts: JudgeTypedParts,
  asked: TypedAsked,
  signal: AbortSignal,
): Promise<void> {
  const { pool, ring, guide, critic } = parts;
  const { mockId, candidate, group, turn } = asked;
  // It may be over by now: what was sent in it is read all the same.
  const mock = await readSession(pool, ring, asked.team, mockId);
  const typed = mock?.words.find(
    (one) => one.candidate === candidate && one.group === group && one.turn === turn && one.sent,
  );
  if (typed === undefined) return;
  const reading = read(typed.text, guide, parts.language());
  if (reading.distress) return heard(parts, asked);
  const draft = draftFromText(typed.text, reading);
  const judgement = await critic({ draft, role: undefined, guide, setAside: [] }, signal);
  if (!isCritique(judgement)) return heard(parts, asked);
  return heard(
    parts,
    asked,
    coachCard(
      judgement,
      guide.pitfalls.map(({ id }) => id),
    ),
  );
}

/** Its job has failed for good: it is not asked for again, and the others open without the coach's. */
export function giveUpTyped(parts: Pick<JudgeTypedParts, 'teams'>, asked: TypedAsked): Promise<void> {
  return heard(parts, asked);
}

/** The team hears once what came of it, however often it is asked for. */
async function heard(
  { teams }: Pick<JudgeTypedParts, 'teams'>,
  { team, mockId, candidate, group, turn }: TypedAsked,
  card?: ListeningCard,
): Promise<void> {
  const about = { candidate, group, turn, ...(card === undefined ? {} : { card }) };
  await teams.handle({
    id: `heard-${mockId}-${group}-${turn}-${candidate}`,
    team,
    what: { of: 'session', id: mockId, event: { type: 'critiqued', ...about } },
  });
}
