import type pg from 'pg';
import type { Critic } from '../../critique/critic.ts';
import { isCritique } from '../../critique/critique.ts';
import type { Language } from '../../critique/language.ts';
import { draftFromText, read } from '../../critique/read.ts';
import type { Guide } from '../../guide/guide.ts';
import { coachCard } from '../../mocks/coach-card.ts';
import type { Keyring } from '../../store/keyring.ts';
import { readTeam } from '../../store/teams/read-teams.ts';
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
 * Reads a typed answer that was sent, and gives the coach's card of it. One that is gone is no fault, and a hard story is not
 * judged: nothing happens. Running it twice gives one card.
 */
export async function judgeTyped(
  parts: JudgeTypedParts,
  asked: TypedAsked,
  signal: AbortSignal,
): Promise<void> {
  const { pool, ring, guide, critic } = parts;
  const { mockId, candidate, group, turn } = asked;
  const team = await readTeam(pool, ring, asked.team);
  const typed = team?.mocks
    .find(({ id }) => id === mockId)
    ?.words.find(
      (one) => one.candidate === candidate && one.group === group && one.turn === turn && one.sent,
    );
  if (typed === undefined) return;
  const reading = read(typed.text, guide, parts.language());
  if (reading.distress) return;
  const draft = draftFromText(typed.text, reading);
  const judgement = await critic({ draft, role: undefined, guide, setAside: [] }, signal);
  if (!isCritique(judgement)) return;
  const pitfalls = guide.pitfalls.map(({ id }) => id);
  await parts.teams.handle({
    id: `heard-${mockId}-${group}-${turn}-${candidate}`,
    team: asked.team,
    what: {
      of: 'session',
      id: mockId,
      event: { type: 'critiqued', candidate, group, turn, card: coachCard(judgement, pitfalls) },
    },
  });
}
