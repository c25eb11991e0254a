import { eq } from 'drizzle-orm';
import type { MockCard, TypedAnswer } from '../../mocks/mock.ts';
import type { TeamPause } from '../../mocks/pause.ts';
import type { Drizzle } from '../drizzle.ts';
import type { PersonRow } from '../people.ts';
import { aparts, teamMembers, teamPauses, teamWords } from '../schema-teams.ts';
import { openedApart } from './apart.ts';
import { openedPauses } from './pauses.ts';
import { openedWords } from './session-words.ts';

/** What is held about somebody because of their teams. */
export interface HeldInTeams {
  /** The teams they belong to, by their ids. */
  readonly teams: readonly string[];
  /** With whom they are not to be paired: ids on their platform. */
  readonly apart: readonly string[];
  /** Until when they are left in peace: what they said, also where that is over. */
  readonly pauses: readonly TeamPause[];
  /** Of each session: what was written about their answers, and the answers they typed. */
  readonly sessions: readonly {
    readonly session: string;
    readonly cards: readonly MockCard[];
    readonly words: readonly TypedAnswer[];
  }[];
}

/** Undefined where nothing is. */
export async function heldInTeams(db: Drizzle, person: PersonRow): Promise<HeldInTeams | undefined> {
  const written = await db
    .select()
    .from(teamWords)
    .where(eq(teamWords.personId, person.id))
    .orderBy(teamWords.sessionId);
  const member = await db
    .select()
    .from(teamMembers)
    .where(eq(teamMembers.personId, person.id))
    .orderBy(teamMembers.teamId);
  const [kept] = await db.select().from(aparts).where(eq(aparts.personId, person.id));
  const [paused] = await db.select().from(teamPauses).where(eq(teamPauses.personId, person.id));
  if (written.length === 0 && member.length === 0 && kept === undefined && paused === undefined)
    return undefined;
  return {
    teams: member.map(({ teamId }) => teamId),
    apart: kept === undefined ? [] : openedApart(person, kept.body),
    pauses: paused === undefined ? [] : openedPauses(person, paused.body),
    sessions: written.map(({ sessionId, body }) => ({
      session: sessionId,
      ...openedWords(person.dataKey, sessionId, person.id, body),
    })),
  };
}
