import { eq } from 'drizzle-orm';
import { draftOf } from '../conversation/draft-of.ts';
import { joined } from '../conversation/part.ts';
import { type Purpose, type Session, stageWithin } from '../conversation/session.ts';
import type { Critique } from '../critique/critique.ts';
import type { Catalog } from '../guide/catalog.ts';
import type { Plan } from '../reminders/plan.ts';
import type { OwnRating } from '../store/bodies.ts';
import type { Drizzle } from '../store/drizzle.ts';
import type { PersonRow } from '../store/people.ts';
import { type Practice, practicesOf } from '../store/practices.ts';
import { people, plans, wakes } from '../store/schema.ts';
import { type HeldInTeams, heldInTeams } from '../store/teams/held-in-teams.ts';
import { planOf } from '../store/turn-plan.ts';
import { personKey } from '../who/person.ts';
import type { Viewer } from '../who/viewer.ts';
import { guideOf } from './decide.ts';

/** Everything held about a person, in the clear: plain data, instants as ISO 8601 in UTC. */
export interface PersonExport {
  readonly person: string;
  /** When it was gathered. */
  readonly exportedAt: string;
  readonly settings: ExportedSettings;
  /** When they are reminded, and what they told of an interview; null where nothing was ever planned. */
  readonly reminders: Plan | null;
  readonly practices: readonly ExportedPractice[];
  readonly wakes: readonly { readonly key: string; readonly dueAt: string }[];
  /** What their teams' sessions hold about them; none where they were in none. */
  readonly teams?: HeldInTeams;
}

/** As they are stored, instants as ISO 8601; undefined or null where nothing was set. */
export type ExportedSettings = Readonly<
  Partial<
    Record<
      | 'tone'
      | 'seniority'
      | 'critic'
      | 'toldOfModel'
      | 'toldOfModelAt'
      | 'zone'
      | 'zoneSource'
      | 'locale'
      | 'pausedUntil'
      | 'knownSince'
      | 'lastActive',
      string | null | undefined
    > &
      Record<'showNumbers' | 'takesShares', boolean | undefined> & {
        wordsPerMinute: number | null | undefined;
        quietHours: unknown;
      }
  >
>;

export interface ExportedPractice {
  readonly number: number;
  readonly startedAt: string;
  readonly changedAt: string;
  readonly question: string;
  readonly stage: string;
  /** `core`: what that role needs most, as the person said it. */
  readonly purpose: {
    readonly kind: Purpose['kind'];
    readonly name?: string;
    readonly core?: string;
  } | null;
  /** Jotted moments. */
  readonly seeds: readonly string[];
  readonly inALineOrTwo: string;
  readonly answers: Readonly<Record<string, string>>;
  readonly rewritten: readonly { readonly step: string; readonly text: string }[];
  readonly notes: readonly string[];
  /** Edits of messages that were no answer, or not yet. */
  readonly edits: readonly string[];
  /** What was said to the coach's question and is not in the answer yet. */
  readonly reply: string;
  /** What "use it" replaced last, and can be taken back. */
  readonly undo: { readonly step: string; readonly text: string } | null;
  readonly answer: string;
  readonly drafts: readonly {
    readonly draftNo: number;
    readonly at: string;
    readonly text: string;
    /** The part that felt weakest, or a rating of each step: 0 not yet, 1 there but thin, 2 clear. */
    readonly ownRating: OwnRating | null;
    /** Who read it says `critic`, `version` and, where the language model did not help, `stoodInFor`. */
    readonly critiques: readonly (Critique & { readonly at: string })[];
  }[];
  /** The newest own rating, where its draft was not frozen yet. */
  readonly ownRating: (OwnRating & { readonly draftNo: number }) | null;
  /** Findings that were said to be not so. */
  readonly setAside: readonly { readonly id: string; readonly rule: string }[];
  /** Runs aloud, in seconds. */
  readonly runs: readonly {
    readonly runNo: number;
    readonly at: string;
    readonly seconds: number;
    readonly took: number;
    readonly said: readonly string[];
  }[];
  /** When the interview is, in the person's words. */
  readonly interview: string | null;
  /** Where its place could be opened: ids of the platform. */
  readonly ways: readonly string[];
}

/** Gathers all that is held about a person: answers verbatim, every draft, every critique with its critic and version. */
export async function exportPerson(
  db: Drizzle,
  person: PersonRow,
  viewer: Viewer,
  catalog: Catalog,
  at: Date = new Date(),
): Promise<PersonExport> {
  const practices = await practicesOf(db, person, viewer);
  const [row] = await db.select().from(people).where(eq(people.id, person.id));
  const [plan] = await db.select().from(plans).where(eq(plans.personId, person.id));
  const waking = await db
    .select({ key: wakes.key, dueAt: wakes.dueAt })
    .from(wakes)
    .where(eq(wakes.personId, person.id));
  const inTeams = await heldInTeams(db, person);
  return {
    person: personKey(person.ref),
    exportedAt: at.toISOString(),
    settings: {
      tone: row?.tone,
      showNumbers: row?.showNumbers,
      wordsPerMinute: row?.wordsPerMinute,
      seniority: row?.seniority,
      takesShares: row?.takesShares,
      critic: row?.critic,
      toldOfModel: row?.noticeOf,
      toldOfModelAt: row?.noticeShownAt?.toISOString() ?? null,
      zone: row?.zone,
      locale: row?.locale,
      zoneSource: row?.zoneSource,
      quietHours: row?.quietHours,
      pausedUntil: row?.pausedUntil?.toISOString() ?? null,
      knownSince: row?.createdAt.toISOString(),
      lastActive: row?.lastActiveAt.toISOString(),
    },
    reminders: planOf(person, plan?.state ?? null) ?? null,
    practices: practices.map((practice) => exportedPractice(practice, catalog)),
    wakes: waking.map((wake) => ({ key: wake.key, dueAt: wake.dueAt.toISOString() })),
    ...(inTeams === undefined ? {} : { teams: inTeams }),
  };
}

function exportedPractice(practice: Practice, catalog: Catalog): ExportedPractice {
  const { session } = practice;
  const guide = guideOf(session, catalog);
  return {
    number: practice.number,
    startedAt: practice.createdAt.toISOString(),
    changedAt: practice.updatedAt.toISOString(),
    question: guide.question,
    stage: session.stage.at,
    purpose: session.purpose === undefined ? null : purposeOf(session.purpose),
    seeds: session.seeds.map((seed) => seed.text),
    inALineOrTwo: joined(session.failure),
    answers: Object.fromEntries(guide.steps.map((step) => [step.id, joined(session.answers[step.id] ?? [])])),
    rewritten: session.replaced.map((old) => ({ step: old.step, text: joined(old.parts) })),
    notes: session.notes.map((note) => note.text),
    edits: (session.ahead ?? []).flatMap((edit) => (edit.text === undefined ? [] : [edit.text])),
    reply: replyIn(session),
    undo: session.undo === undefined ? null : { step: session.undo.step, text: joined(session.undo.parts) },
    answer: draftOf(session, guide).text,
    drafts: practice.attempts.map((attempt) => ({
      draftNo: attempt.draftNo,
      at: attempt.createdAt.toISOString(),
      text: attempt.draft.text,
      ownRating: attempt.ownRating ?? null,
      critiques: attempt.critiques.map(({ critique, createdAt }) => ({
        at: createdAt.toISOString(),
        ...critique,
      })),
    })),
    ownRating: practice.attempts.some(({ draftNo }) => draftNo === session.ownRating?.draftNo)
      ? null
      : (session.ownRating ?? null),
    setAside: session.setAside,
    runs: practice.runs.map(({ createdAt, ...run }) => ({ ...run, at: createdAt.toISOString() })),
    interview: session.interview?.text ?? null,
    ways: session.ways ?? [],
  };
}

function replyIn(session: Session): string {
  const within = stageWithin(session);
  const stage = within.at === 'sheltered' ? within.stage : within;
  return stage.at === 'improving' ? joined(stage.reply) : '';
}

function purposeOf(purpose: Purpose): NonNullable<ExportedPractice['purpose']> {
  if (purpose.kind !== 'role') return { kind: purpose.kind };
  const { kind, name, core } = purpose;
  return { kind, name, ...(core === undefined ? {} : { core: core.text }) };
}
