import { text } from '../card/card.ts';
import type { Reading } from '../critique/reading.ts';
import type { Guide } from '../guide/guide.ts';
import { hasText, type Part } from './part.ts';
import type { Session } from './session.ts';
import { splitPasted } from './stages/choosing.ts';
import { besides } from './standing.ts';
import { say, type Turn, turn } from './turn.ts';

/** The person edited a message of theirs: the answer it belongs to changes, wherever it is kept. An unknown message changes nothing. */
export function editedPart(
  session: Session,
  partId: string,
  words: string,
  guide: Guide,
  reading?: Reading,
): Turn {
  return changed(session, guide, reading, (parts) =>
    parts.map((part) => (part.id === partId && part.text !== words ? { ...part, text: words } : part)),
  );
}

/** The person deleted a message of theirs: it is taken out of the answer, and a step that is empty now is named. */
export function deletedPart(session: Session, partId: string, guide: Guide, reading?: Reading): Turn {
  return changed(session, guide, reading, (parts) =>
    parts.some((part) => part.id === partId) ? parts.filter((part) => part.id !== partId) : parts,
  );
}

type Change = (parts: readonly Part[]) => readonly Part[];

function changed(session: Session, guide: Guide, reading: Reading | undefined, change: Change): Turn {
  const answers = Object.fromEntries(
    Object.entries(session.answers).map(([step, parts]) => [step, change(parts)]),
  );
  const edited: Session = {
    ...session,
    answers,
    failure: change(session.failure),
    notes: change(session.notes),
    replaced: session.replaced.map((old) => ({ ...old, parts: change(old.parts) })),
  };
  const repasted =
    session.pastedSteps !== undefined && JSON.stringify(edited.failure) !== JSON.stringify(session.failure);
  const next = repasted ? splitPasted(edited, reading, guide) : edited;
  if (JSON.stringify(next) === JSON.stringify(session)) return turn(session);
  const outdated = markOutdated(next);
  const emptied = guide.steps.filter(
    (step) => hasText(session.answers[step.id]) && !hasText(next.answers[step.id]),
  );
  const lines = [
    ...emptied.map(
      (step) => `${step.name} is empty now. To write it again, type redo ${guide.steps.indexOf(step) + 1}.`,
    ),
    ...(outdated !== next ? ['The critique was made before this change. Type go and I look again.'] : []),
  ];
  if (lines.length === 0) return turn(outdated);
  return turn(outdated, say(outdated, besides(outdated, guide, { blocks: lines.map((line) => text(line)) })));
}

function markOutdated(session: Session): Session {
  const { critique } = session;
  return critique === undefined || critique.outdated
    ? session
    : { ...session, critique: { ...critique, outdated: true } };
}
