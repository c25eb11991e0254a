import { and, desc, eq, or } from 'drizzle-orm';
import type { Card } from '../card/card.ts';
import { begin } from '../conversation/begin.ts';
import { settingsCard } from '../conversation/cards/settings-card.ts';
import { shareCard } from '../conversation/cards/share-card.ts';
import { isOnlyAsked } from '../conversation/commanded.ts';
import { type Command, parseCommand } from '../conversation/commands.ts';
import { replyTo } from '../conversation/replies.ts';
import { activeStage, FIRST_MANNER, type Manner, type Session } from '../conversation/session.ts';
import { placeInWords } from '../conversation/standing.ts';
import type { View } from '../conversation/turn.ts';
import type { Catalog } from '../guide/catalog.ts';
import type { Guide } from '../guide/guide.ts';
import type { Drizzle } from '../store/drizzle.ts';
import { heardOf } from '../store/heard.ts';
import type { Keyring } from '../store/keyring.ts';
import { mannerOf } from '../store/manner.ts';
import { findPerson, takesShares } from '../store/people.ts';
import { ownersAt, practiceById, practicesOf } from '../store/practices.ts';
import { type Arrives, remindersArrive } from '../store/reminders-arrive.ts';
import { people, sessions } from '../store/schema.ts';
import type { PersonRef } from '../who/person.ts';
import { type Place, parsePlaceKey, placeKey } from '../who/place.ts';
import { guideOf } from './decide.ts';
import { exportPerson } from './export.ts';
import { type ExportFile, exportFiles } from './export-files.ts';
import { withModel } from './house-model.ts';
import { nextReminderOf } from './next-reminder.ts';
import { type OpenPlace, openPlaces } from './open-places.ts';
import type { ModelAt } from './ports.ts';
import { besideNothing, progressInShort } from './progress-view.ts';
import { groundsOf, pastOf, storiesOf, type ViewParts, viewOf } from './views.ts';

/** A practice as an adapter may look at it: to fill a form, to link to it. */
export interface Looked {
  readonly session: Session;
  readonly guide: Guide;
  readonly place: Place;
}

export interface HomeLook {
  /** Where the open practice stands, in words. */
  readonly open: { readonly where: string; readonly place: Place } | undefined;
  readonly practices: readonly { readonly number: number; readonly day: string; readonly line: string }[];
  readonly stories: Card['blocks'] | undefined;
  /** Where they stand, in a few sentences. */
  readonly progress: readonly string[];
  /** When the next reminder is, as their wall shows it. */
  readonly reminder: string | undefined;
  readonly manner: Manner;
  readonly role: string | undefined;
}

/** Reads that change nothing, for what a platform answers in the request itself. */
export interface Looks {
  /** What a word answers beside the practice (`tips`, `history`, `settings` …); undefined for one that acts. `zone`: as their platform tells it. */
  card(words: string, person: PersonRef, zone?: string): Promise<Card | undefined>;
  /** A practice of this person; undefined where it is gone or another's. */
  practice(person: PersonRef, sessionId: string): Promise<Looked | undefined>;
  /** Whose practices, open or not, are at this place. */
  ownersAt(place: Place): Promise<readonly PersonRef[]>;
  /** The practice that stands: active, else paused; the one touched last. */
  openPractice(person: PersonRef): Promise<Looked | undefined>;
  /** Exactly what somebody would be shown of a practice; undefined where there is nothing to show. */
  share(
    person: PersonRef,
    sessionId: string,
    fromName: string,
  ): Promise<{ card: Card; turn: number } | undefined>;
  /** Which of these events of a person had their turn, by the ids an adapter gave them. */
  heard(person: PersonRef, eventIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** Whether answers of others may be shown to somebody. */
  takesShares(person: PersonRef): Promise<boolean>;
  home(person: PersonRef, zone?: string): Promise<HomeLook>;
  exportOf(person: PersonRef): Promise<readonly ExportFile[] | undefined>;
  /** Open practices of a platform that were touched since, the latest written to first. */
  openPlaces(platform: PersonRef['platform'], since: Date): Promise<readonly OpenPlace[]>;
  /** Whether reminders get through to them. */
  canRemind(person: PersonRef): Promise<Arrives>;
}

export interface LooksParts extends ViewParts {
  readonly db: Drizzle;
  readonly ring: Keyring;
  readonly catalog: Catalog;
  readonly now: () => Date;
  /** None where no language model is set up. */
  readonly model?: ModelAt | undefined;
}

const SHOWN_PRACTICES = 8;

export function createLooks(parts: LooksParts): Looks {
  const { db, ring, catalog } = parts;

  async function practice(ref: PersonRef, sessionId: string): Promise<Looked | undefined> {
    const person = await findPerson(db, ring, ref);
    const found = person === undefined ? undefined : await practiceById(db, person, sessionId);
    return found === undefined ? undefined : lookedAt(found);
  }

  function lookedAt({ session, place }: { session: Session; place: string }): Looked {
    return { session, guide: guideOf(session, catalog), place: parsePlaceKey(place) };
  }

  async function openPractice(ref: PersonRef): Promise<Looked | undefined> {
    const person = await findPerson(db, ring, ref);
    if (person === undefined) return undefined;
    const [row] = await db
      .select({ id: sessions.id })
      .from(sessions)
      .where(and(eq(sessions.personId, person.id), or(sessions.active, eq(sessions.stage, 'paused'))))
      .orderBy(desc(sessions.active), desc(sessions.updatedAt))
      .limit(1);
    const found = row === undefined ? undefined : await practiceById(db, person, row.id);
    return found === undefined ? undefined : lookedAt(found);
  }

  async function mannerFor(ref: PersonRef): Promise<Manner> {
    const [row] = await db
      .select({
        tone: people.tone,
        numbers: people.showNumbers,
        pace: people.wordsPerMinute,
        takes: people.takesShares,
        seniority: people.seniority,
        critic: people.critic,
        noticeOf: people.noticeOf,
      })
      .from(people)
      .where(
        and(eq(people.platform, ref.platform), eq(people.scope, ref.scope), eq(people.userId, ref.userId)),
      );
    const manner =
      row === undefined ? FIRST_MANNER : mannerOf(row.tone, row.numbers, row.pace, row.takes, row.seniority);
    return withModel(manner, row ?? { critic: 'rubric', noticeOf: null }, parts.model);
  }

  /** For tips and examples where no practice is open: those of its beginning. */
  function unopened(): Looked | undefined {
    const guide = catalog.default;
    const at = parts.now().toISOString();
    const beginning = { readers: '', manner: FIRST_MANNER, isFirst: false };
    const [session] = begin({ seed: '0'.repeat(32), at }, guide, beginning).sessions;
    return session === undefined ? undefined : { session, guide, place: parsePlaceKey('slack/none') };
  }

  async function shownFor(command: Command, ref: PersonRef, zone?: string): Promise<View | undefined> {
    const view = await viewOf(parts, command, ref, zone);
    if (view !== undefined) return command.name === 'progress' ? besideNothing(view) : view;
    if (command.name === 'settings' && isOnlyAsked(command))
      return settingsCard(await mannerFor(ref), undefined);
    const looked = (await openPractice(ref)) ?? unopened();
    return looked === undefined ? undefined : replyTo(looked.session, command, looked.guide);
  }

  return {
    practice,
    openPractice,
    ownersAt: (place) => ownersAt(db, placeKey(place)),
    async card(words, ref, zone) {
      const command = parseCommand(words, catalog.default);
      const shown = command === undefined ? undefined : await shownFor(command, ref, zone);
      return shown === undefined
        ? undefined
        : { v: 1, blocks: shown.blocks, buttons: shown.buttons ?? [], asks: 'nothing' };
    },
    async share(ref, sessionId, fromName) {
      const looked = await practice(ref, sessionId);
      const card = looked === undefined ? undefined : shareCard(looked.session, looked.guide, fromName);
      return looked === undefined || card === undefined
        ? undefined
        : { card: { v: 1, ...card }, turn: looked.session.turn };
    },
    heard: (ref, eventIds) => heardOf(db, ring, ref, eventIds),
    takesShares: (ref) => takesShares(db.$client, ref),
    async home(ref, told = parts.zone) {
      const person = await findPerson(db, ring, ref);
      const manner = await mannerFor(ref);
      if (person === undefined)
        return {
          ...{ open: undefined, practices: [], stories: undefined, progress: [] },
          ...{ reminder: undefined, manner, role: undefined },
        };
      const practices = await practicesOf(db, person, { as: 'owner', personId: person.id });
      const zone = person.zone ?? told;
      const past = practices.map((one) => pastOf(one, { catalog, zone })).reverse();
      const open = await openPractice(ref);
      const stage = open === undefined ? undefined : activeStage(open.session);
      const role = past.map(({ session }) => session.purpose).find((purpose) => purpose?.kind === 'role');
      return {
        open:
          open === undefined || stage === undefined
            ? undefined
            : { where: placeInWords(stage, open.guide), place: open.place },
        practices: past.slice(0, SHOWN_PRACTICES).map(({ number, day, session, guide, critiques }) => ({
          number,
          day,
          line:
            critiques.at(-1)?.critique.line ??
            (activeStage(session) === undefined
              ? 'Ended.'
              : `Stands ${placeInWords(stageOf(session), guide)}.`),
        })),
        // Nothing is read anew each time the tab opens. The last line says what to type, and here nobody types.
        stories: past.length === 0 ? undefined : storiesOf(past, undefined).blocks.slice(0, -1),
        progress: progressInShort(await groundsOf({ ...parts, zone }, person, practices)),
        reminder: await nextReminderOf(db, person, parts.now()),
        manner,
        role: role?.kind === 'role' ? role.name : undefined,
      };
    },
    async exportOf(ref) {
      const person = await findPerson(db, ring, ref);
      if (person === undefined) return undefined;
      const viewer = { as: 'owner', personId: person.id } as const;
      return exportFiles(await exportPerson(db, person, viewer, catalog, parts.now()));
    },
    openPlaces: (platform, since) => openPlaces(db, ring, platform, since),
    canRemind: (ref) => remindersArrive(db, ring, ref),
  };
}

function stageOf(session: Session) {
  return session.stage.at === 'paused' || session.stage.at === 'done' ? session.stage.stage : session.stage;
}
