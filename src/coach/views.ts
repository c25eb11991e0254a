import {
  historyCard,
  noSuchPractice,
  type PastPractice,
  practiceCard,
} from '../conversation/cards/history-cards.ts';
import { storiesCard } from '../conversation/cards/stories-card.ts';
import type { Command } from '../conversation/commands.ts';
import { joined } from '../conversation/part.ts';
import { toldFor } from '../conversation/purpose.ts';
import { isSheltered } from '../conversation/session.ts';
import type { CardDraft, View } from '../conversation/turn.ts';
import type { ToldFor } from '../critique/doubts.ts';
import type { Reading } from '../critique/reading.ts';
import type { Catalog } from '../guide/catalog.ts';
import type { Guide } from '../guide/guide.ts';
import type { Drizzle } from '../store/drizzle.ts';
import type { Keyring } from '../store/keyring.ts';
import { findPerson, type PersonRow } from '../store/people.ts';
import { type Practice, practiceNumbered, practicesOf } from '../store/practices.ts';
import type { PersonRef } from '../who/person.ts';
import { guideOf } from './decide.ts';
import { pausesOf } from './pauses-of.ts';
import { type ProgressGrounds, progressView } from './progress-view.ts';

export interface ViewParts {
  readonly db: Drizzle;
  readonly ring: Keyring;
  readonly catalog: Catalog;
  readonly read: (text: string, guide: Guide, about?: ToldFor) => Reading;
  /** The zone whose dates are shown where a person's own is not known, nor told by their platform, IANA. */
  readonly zone: string;
  readonly now: () => Date;
}

/**
 * The card of a command that only looks (`history`, `show N`, `progress`); undefined for a command that acts. Changes nothing.
 * `zone`: the person's, as their platform tells it.
 */
export async function viewOf(
  given: ViewParts,
  command: Command,
  ref: PersonRef,
  zone = given.zone,
): Promise<View | undefined> {
  const { name } = command;
  const parts = { ...given, zone };
  if (name !== 'history' && name !== 'show' && name !== 'stories' && name !== 'progress') return undefined;
  const person = await findPerson(parts.db, parts.ring, ref);
  if (person === undefined) return ofNobody(name, parts);
  const viewer = { as: 'owner', personId: person.id } as const;
  const there = { ...parts, zone: person.zone ?? zone };
  if (command.name === 'progress')
    return progressView(await groundsOf(parts, person, await practicesOf(parts.db, person, viewer)));
  if (command.name === 'stories') {
    const practices = await practicesOf(parts.db, person, viewer);
    return storiesOf(
      practices.map((practice) => pastOf(practice, there)),
      command.role,
      parts.read,
    );
  }
  if (command.name === 'history') {
    const practices = await practicesOf(parts.db, person, viewer);
    return historyCard(
      practices.map((practice) => pastOf(practice, there)),
      command.page,
    );
  }
  const number = 'number' in command ? command.number : undefined;
  const practice =
    number === undefined ? undefined : await practiceNumbered(parts.db, person, viewer, number);
  return practice === undefined ? noSuchPractice(number) : practiceCard(pastOf(practice, there));
}

/** Who has never practised. */
function ofNobody(
  name: 'history' | 'show' | 'stories' | 'progress',
  { catalog, zone, now }: ViewParts,
): View {
  if (name === 'stories') return storiesCard([], undefined);
  if (name !== 'progress') return historyCard([]);
  return progressView({ practices: [], pauses: [], now: now(), zone, numbers: false, catalog });
}

/** What a person's progress is told from. */
export async function groundsOf(
  { db, catalog, zone, now }: Pick<ViewParts, 'db' | 'catalog' | 'zone' | 'now'>,
  person: PersonRow,
  practices: readonly Practice[],
): Promise<ProgressGrounds> {
  const pauses = await pausesOf(db, person);
  const numbers = person.showsNumbers;
  return { practices, pauses, now: now(), zone: person.zone ?? zone, numbers, catalog };
}

/** A story is read with the language model: of more than these, the newest are. */
const MOST_READ = 5;

/** Practices by story, the newest first, each with what speaks against it for the role; without `read`, nothing does. */
export function storiesOf(
  practices: readonly PastPractice[],
  named: string | undefined,
  read?: ViewParts['read'],
): Pick<CardDraft, 'blocks'> {
  const newest = [...practices].sort((a, b) => b.number - a.number);
  const role = named ?? newest.map(({ session }) => toldFor(session).role).find((name) => name !== undefined);
  const byStory = new Map<string, PastPractice[]>();
  for (const past of newest) {
    const { storyId } = past.session;
    byStory.set(storyId, [...(byStory.get(storyId) ?? []), past]);
  }
  const stories = [...byStory.values()].map((told, index) => {
    const text = told.map(({ session }) => joined(session.failure)).find((words) => words.trim() !== '');
    const [latest] = told;
    const doubts =
      read === undefined ||
      index >= MOST_READ ||
      text === undefined ||
      latest === undefined ||
      isSheltered(latest.session)
        ? []
        : read(text, latest.guide, { role }).doubts;
    return { practices: told, doubts };
  });
  return storiesCard(stories, role);
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
