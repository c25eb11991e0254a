import { text } from '../card/card.ts';
import type { Reading } from '../critique/reading.ts';
import type { Guide } from '../guide/guide.ts';
import { withAhead } from './ahead.ts';
import { draftOf, withChangeMarked } from './draft-of.ts';
import { hasText, type Part, withPart } from './part.ts';
import { withCopiesAnew } from './pasted.ts';
import { roleFrom } from './purpose.ts';
import type { Session } from './session.ts';
import { besides } from './standing.ts';
import { say, type Turn, turn } from './turn.ts';

/** The person edited a message of theirs: the answer it belongs to changes, wherever it is kept. One that is not here may still come. */
export function editedPart(
  session: Session,
  partId: string,
  words: string,
  guide: Guide,
  reading?: Reading,
): Turn {
  if (!holds(session, partId)) return turn(withAhead(session, { id: partId, text: words }));
  return changed(session, guide, reading, (parts) =>
    parts.map((part) => (part.id === partId ? { ...part, text: words } : part)),
  );
}

/** The person deleted a message of theirs: it is taken out of the answer, and a step that is empty now is named. */
export function deletedPart(session: Session, partId: string, guide: Guide, reading?: Reading): Turn {
  const noted = withAhead(session, { id: partId });
  if (!holds(session, partId)) return turn(noted);
  return changed(noted, guide, reading, (parts) => parts.filter((part) => part.id !== partId));
}

type Change = (parts: readonly Part[]) => readonly Part[];

function changed(session: Session, guide: Guide, reading: Reading | undefined, change: Change): Turn {
  const next = withChangeMarked(session, withParts(session, guide, reading, change), guide);
  if (JSON.stringify(next) === JSON.stringify(session)) return turn(session);
  const lines = [...emptiedLines(session, next, guide), ...outdatedLines(session, next)];
  if (lines.length === 0) return turn(next);
  return turn(next, say(next, besides(next, guide, { blocks: lines.map((line) => text(line)) })));
}

function withParts(session: Session, guide: Guide, reading: Reading | undefined, change: Change): Session {
  const next: Session = {
    ...session,
    ...withRole(session, change),
    answers: Object.fromEntries(
      Object.entries(session.answers).map(([step, parts]) => [step, change(parts)]),
    ),
    failure: change(session.failure),
    replaced: session.replaced.map((old) => ({ ...old, parts: change(old.parts) })),
  };
  const same = JSON.stringify(next.failure) === JSON.stringify(session.failure);
  return same ? next : withCopiesAnew(session, next, reading, guide);
}

/** The message that named the role may change too; one that is blank now waits among the notes for the next edit. */
function withRole(session: Session, change: Change): Pick<Session, 'notes' | 'purpose'> {
  const { purpose } = session;
  const notes = [...change(session.notes)];
  if (purpose?.kind !== 'role') return { notes };
  const [part] = change([purpose.part]);
  if (part === undefined) return { notes, purpose: { kind: 'skipped' } };
  const role = roleFrom(part);
  return { notes: role.kind === 'role' ? notes : withPart(notes, part), purpose: role };
}

/** Whether a message is kept anywhere. */
function holds(session: Session, partId: string): boolean {
  const { purpose } = session;
  return [
    ...session.failure,
    ...Object.values(session.answers).flat(),
    ...session.replaced.flatMap(({ parts }) => parts),
    ...session.notes,
    ...(purpose?.kind === 'role' ? [purpose.part] : []),
  ].some((part) => part.id === partId);
}

/** Sentences of a pasted answer may move between steps: only its end is worth a word. */
function emptiedLines(before: Session, after: Session, guide: Guide): string[] {
  if (before.pastedSteps !== undefined) {
    const isEmpty = draftOf(after, guide).text.trim() === '' && draftOf(before, guide).text.trim() !== '';
    return isEmpty ? ['Your answer is empty now. To paste it again, type back.'] : [];
  }
  return guide.steps.flatMap((step, index) =>
    hasText(before.answers[step.id]) && !hasText(after.answers[step.id])
      ? [`${step.name} is empty now. To write it again, type redo ${index + 1}.`]
      : [],
  );
}

function outdatedLines(before: Session, after: Session): string[] {
  if (before.critique?.outdated !== false || after.critique?.outdated !== true) return [];
  return ['The critique was made before this change. Type go and I look again.'];
}
