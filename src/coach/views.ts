import {
  historyCard,
  noSuchPractice,
  type PastPractice,
  practiceCard,
} from '../conversation/cards/history-cards.ts';
import type { Command } from '../conversation/commands.ts';
import type { CardDraft } from '../conversation/turn.ts';
import type { Catalog } from '../guide/catalog.ts';
import type { Drizzle } from '../store/drizzle.ts';
import type { Keyring } from '../store/keyring.ts';
import { findPerson } from '../store/people.ts';
import { type Practice, practiceNumbered, practicesOf } from '../store/practices.ts';
import type { PersonRef } from '../who/person.ts';
import { guideOf } from './decide.ts';

export interface ViewParts {
  readonly db: Drizzle;
  readonly ring: Keyring;
  readonly catalog: Catalog;
  /** The zone whose dates are shown, IANA. */
  readonly zone: string;
}

/** The card of a command that only looks (`history`, `show N`); undefined for a command that acts. Changes nothing. */
export async function viewOf(
  parts: ViewParts,
  command: Command,
  ref: PersonRef,
): Promise<Pick<CardDraft, 'blocks'> | undefined> {
  if (command.name !== 'history' && command.name !== 'show') return undefined;
  const person = await findPerson(parts.db, parts.ring, ref);
  if (person === undefined) return historyCard([]);
  const viewer = { as: 'owner', personId: person.id } as const;
  if (command.name === 'history') {
    const practices = await practicesOf(parts.db, person, viewer);
    return historyCard(practices.map((practice) => pastOf(practice, parts)));
  }
  const number = 'number' in command ? command.number : undefined;
  const practice =
    number === undefined ? undefined : await practiceNumbered(parts.db, person, viewer, number);
  return practice === undefined ? noSuchPractice(number) : practiceCard(pastOf(practice, parts));
}

/** A stored practice as the cards show it. */
export function pastOf(practice: Practice, parts: Pick<ViewParts, 'catalog' | 'zone'>): PastPractice {
  const day = new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: parts.zone,
  });
  return {
    number: practice.number,
    day: day.format(practice.createdAt),
    session: practice.session,
    guide: guideOf(practice.session, parts.catalog),
    critiques: practice.attempts.flatMap((attempt) =>
      attempt.critiques.slice(0, 1).map(({ critique }) => ({ draftNo: attempt.draftNo, critique })),
    ),
  };
}
