import { eq } from 'drizzle-orm';
import { draftOf } from '../conversation/draft-of.ts';
import { joined } from '../conversation/part.ts';
import type { Purpose } from '../conversation/session.ts';
import type { Catalog } from '../guide/catalog.ts';
import type { Drizzle } from '../store/drizzle.ts';
import type { PersonRow } from '../store/people.ts';
import { type Practice, practicesOf } from '../store/practices.ts';
import { people, wakes } from '../store/schema.ts';
import { personKey } from '../who/person.ts';
import type { Viewer } from '../who/viewer.ts';
import { guideOf } from './decide.ts';

/** Everything held about a person, in the clear: plain data, instants as ISO 8601 in UTC. */
export interface PersonExport {
  readonly person: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly practices: readonly ExportedPractice[];
  readonly wakes: readonly { readonly key: string; readonly dueAt: string }[];
}

export interface ExportedPractice {
  readonly number: number;
  readonly startedAt: string;
  readonly changedAt: string;
  readonly question: string;
  readonly stage: string;
  readonly purpose: { readonly kind: Purpose['kind']; readonly name?: string } | null;
  readonly inALineOrTwo: string;
  readonly answers: Readonly<Record<string, string>>;
  readonly rewritten: readonly { readonly step: string; readonly text: string }[];
  readonly notes: readonly string[];
  /** Edits of messages that were no answer, or not yet. */
  readonly edits: readonly string[];
  readonly answer: string;
  readonly drafts: readonly {
    readonly draftNo: number;
    readonly at: string;
    readonly text: string;
    readonly critiques: readonly unknown[];
  }[];
}

/** Gathers all that is held about a person: answers verbatim, every draft, every critique with its critic and version. */
export async function exportPerson(
  db: Drizzle,
  person: PersonRow,
  viewer: Viewer,
  catalog: Catalog,
): Promise<PersonExport> {
  const practices = await practicesOf(db, person, viewer);
  const [row] = await db.select().from(people).where(eq(people.id, person.id));
  const waking = await db
    .select({ key: wakes.key, dueAt: wakes.dueAt })
    .from(wakes)
    .where(eq(wakes.personId, person.id));
  return {
    person: personKey(person.ref),
    settings: {
      tone: row?.tone,
      showNumbers: row?.showNumbers,
      critic: row?.critic,
      zone: row?.zone,
      locale: row?.locale,
      quietHours: row?.quietHours,
      knownSince: row?.createdAt.toISOString(),
      lastActive: row?.lastActiveAt.toISOString(),
    },
    practices: practices.map((practice) => exportedPractice(practice, catalog)),
    wakes: waking.map((wake) => ({ key: wake.key, dueAt: wake.dueAt.toISOString() })),
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
    inALineOrTwo: joined(session.failure),
    answers: Object.fromEntries(guide.steps.map((step) => [step.id, joined(session.answers[step.id] ?? [])])),
    rewritten: session.replaced.map((old) => ({ step: old.step, text: joined(old.parts) })),
    notes: session.notes.map((note) => note.text),
    edits: (session.ahead ?? []).flatMap((edit) => (edit.text === undefined ? [] : [edit.text])),
    answer: draftOf(session, guide).text,
    drafts: practice.attempts.map((attempt) => ({
      draftNo: attempt.draftNo,
      at: attempt.createdAt.toISOString(),
      text: attempt.draft.text,
      critiques: attempt.critiques.map(({ critique, createdAt }) => ({
        at: createdAt.toISOString(),
        ...critique,
      })),
    })),
  };
}

/** The export as Markdown a person can read. Their words stand in indented blocks, which Markdown shows as they are. */
export function exportAsMarkdown(data: PersonExport): string {
  const practices = data.practices.map((practice) =>
    [
      `## Practice ${practice.number}, ${practice.startedAt}`,
      practice.question,
      ...(practice.purpose?.name === undefined
        ? []
        : ['### What it is for', verbatim(practice.purpose.name)]),
      ...(practice.inALineOrTwo === '' ? [] : ['### In a line or two', verbatim(practice.inALineOrTwo)]),
      ...Object.entries(practice.answers).flatMap(([step, text]) =>
        text === '' ? [] : [`### ${step}`, verbatim(text)],
      ),
      ...practice.rewritten.flatMap((old) => [
        `### ${old.step}, before it was rewritten`,
        verbatim(old.text),
      ]),
      ...(practice.notes.length === 0 ? [] : ['### Notes', ...practice.notes.map(verbatim)]),
      ...(practice.edits.length === 0 ? [] : ['### Edited messages', ...practice.edits.map(verbatim)]),
      ...(practice.answer === '' ? [] : ['### The answer as it stands', verbatim(practice.answer)]),
      ...practice.drafts.flatMap((draft) => [
        `### Draft ${draft.draftNo}, ${draft.at}`,
        verbatim(draft.text),
        ...draft.critiques.map(
          (critique) => `\`\`\`json\n${JSON.stringify(critique, null, 2).replaceAll('```', '` ` `')}\n\`\`\``,
        ),
      ]),
    ].join('\n\n'),
  );
  return `${[`# Everything held about ${data.person}`, `\`\`\`json\n${JSON.stringify(data.settings, null, 2)}\n\`\`\``, ...practices].join('\n\n')}\n`;
}

function verbatim(text: string): string {
  return text
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');
}

function purposeOf(purpose: Purpose): { kind: Purpose['kind']; name?: string } {
  return purpose.kind === 'role' ? { kind: purpose.kind, name: purpose.name } : { kind: purpose.kind };
}
