import { eq } from 'drizzle-orm';
import type { MockCard, TypedAnswer } from '../../mocks/mock.ts';
import type { TeamPause } from '../../mocks/pause.ts';
import type { OncePerson } from '../../mocks/stats/once.ts';
import type { Drizzle } from '../drizzle.ts';
import type { PersonRow } from '../people.ts';
import { aparts, oncePeople, onces, teamMembers, teamPauses, teamWords } from '../schema-teams.ts';
import { openedApart } from './apart.ts';
import { openedOncePerson } from './onces.ts';
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
  /** What they said to each invitation to practise once, and whether they have. */
  readonly onces: readonly ({ readonly once: string } & OncePerson)[];
  /** Invitations that they began, by their ids. */
  readonly invited: readonly string[];
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
  const said = await db
    .select()
    .from(oncePeople)
    .where(eq(oncePeople.personId, person.id))
    .orderBy(oncePeople.onceId);
  const begun = await db
    .select({ id: onces.id })
    .from(onces)
    .where(eq(onces.organizerId, person.id))
    .orderBy(onces.id);
  const isNothing = [written, member, said, begun].every((rows) => rows.length === 0);
  if (isNothing && kept === undefined && paused === undefined) return undefined;
  return {
    teams: member.map(({ teamId }) => teamId),
    apart: kept === undefined ? [] : openedApart(person, kept.body),
    pauses: paused === undefined ? [] : openedPauses(person, paused.body),
    onces: said.map(({ onceId, body }) => ({ once: onceId, ...openedOncePerson(person, onceId, body) })),
    invited: begun.map(({ id }) => id),
    sessions: written.map(({ sessionId, body }) => ({
      session: sessionId,
      ...openedWords(person.dataKey, sessionId, person.id, body),
    })),
  };
}
