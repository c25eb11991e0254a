import { type Block, menu, text } from '../card/card.ts';
import type { Reading } from '../critique/reading.ts';
import type { Guide } from '../guide/guide.ts';
import { MAX_TEXT } from '../text/clean.ts';
import { edited, withAhead } from './ahead.ts';
import { draftOf, withChangeMarked } from './draft-of.ts';
import type { SessionEvent } from './event.ts';
import { limitLine } from './limit-line.ts';
import { hasText, joined, type Part, withPart } from './part.ts';
import { partsIn } from './parts-in.ts';
import { withCopiesAnew } from './pasted.ts';
import { roleFrom } from './purpose.ts';
import type { Session } from './session.ts';
import { besides, standingCard } from './standing.ts';
import { headed, say, type Turn, turn } from './turn.ts';

type Edited = Pick<Extract<SessionEvent, { type: 'edited' }>, 'partId' | 'text' | 'stamp'>;

/** The person edited a message of theirs: the answer it belongs to changes, wherever it is kept. One that is not here may still come. */
export function editedPart(
  session: Session,
  { partId, text: words, stamp }: Edited,
  guide: Guide,
  reading?: Reading,
): Turn {
  const when = stamp === undefined ? {} : { edited: stamp };
  if (!holds(session, partId)) return turn(withAhead(session, { id: partId, text: words, ...when }));
  const change: Change = (parts) =>
    parts.map((part) => (part.id === partId ? edited(part, words, stamp) : part));
  const length = longestAnswer(withParts(session, guide, reading, change));
  if (length > MAX_TEXT && length > longestAnswer(session)) return tooLongByEdit(session, guide, length);
  return changed(session, guide, reading, change);
}

/** The longest of its answers, in UTF-16 code units: the coach reads one at a time. */
function longestAnswer({ answers, failure, stage }: Session): number {
  const reply = stage.at === 'improving' ? stage.reply : [];
  return Math.max(...[...Object.values(answers), failure, reply].map((parts) => joined(parts).length));
}

function tooLongByEdit(session: Session, guide: Guide, length: number): Turn {
  const line = `${limitLine('With that change', length)} I kept the words from before it. Make the message shorter, and I take it.`;
  return turn(session, say(session, besides(session, guide, { blocks: [text(line)] })));
}

/** The person deleted a message of theirs: it is taken out of the answer, and a step that is empty now is named. */
export function deletedPart(session: Session, partId: string, guide: Guide, reading?: Reading): Turn {
  const noted = withAhead(session, { id: partId });
  if (!holds(session, partId)) return turn(noted);
  // What was cut from a message goes with it.
  return changed(noted, guide, reading, (parts) =>
    parts.filter((part) => part.id !== partId && !isCutFrom(part.id, partId)),
  );
}

/** See `improved.ts`: a message, or a copy of it, that a sentence was taken out of goes on in pieces. */
function isCutFrom(id: string, partId: string): boolean {
  return id.startsWith(`${partId}.`) && /\.(?:before|after)$/.test(id);
}

/** At the draft a change is seen: it stands on the card. Elsewhere it is taken in without a word. */
function shownAnew(before: Session, next: Session, guide: Guide): Turn {
  const isSeen = next.stage.at === 'reviewing' && draftOf(next, guide).text !== draftOf(before, guide).text;
  return isSeen
    ? turn(next, say(next, headed(standingCard(next, guide), 'Changed, as you wrote it:')))
    : turn(next);
}

type Change = (parts: readonly Part[]) => readonly Part[];

function changed(session: Session, guide: Guide, reading: Reading | undefined, change: Change): Turn {
  const next = withChangeMarked(session, withoutMoot(withParts(session, guide, reading, change)), guide);
  if (JSON.stringify(next) === JSON.stringify(session)) return turn(session);
  const lines = [...emptiedLines(session, next, guide), ...outdatedLines(session, next)];
  if (lines.length === 0) return shownAnew(session, next, guide);
  return turn(next, say(next, besides(next, guide, { blocks: lines })));
}

function withParts(session: Session, guide: Guide, reading: Reading | undefined, change: Change): Session {
  const next: Session = {
    ...session,
    ...withRole(session, change),
    answers: Object.fromEntries(
      Object.entries(session.answers).map(([step, parts]) => [step, change(parts)]),
    ),
    failure: change(session.failure),
    seeds: change(session.seeds),
    stage: withReplyChanged(session.stage, change),
    ...(session.undo === undefined ? {} : { undo: { ...session.undo, parts: change(session.undo.parts) } }),
    ...withInterview(session, change),
    replaced: session.replaced.map((old) => ({ ...old, parts: change(old.parts) })),
  };
  const same = JSON.stringify(next.failure) === JSON.stringify(session.failure);
  return same ? next : withCopiesAnew(session, next, reading, guide);
}

/** A question about words that are gone is over: there is nothing to keep any more. */
function withoutMoot(session: Session): Session {
  const { stage } = session;
  if (stage.at === 'paused' || stage.at === 'done') {
    const within = withoutMoot({ ...session, stage: stage.stage }).stage;
    return within === stage.stage || within.at === 'paused' || within.at === 'done'
      ? session
      : { ...session, stage: { ...stage, stage: within } };
  }
  if (stage.at === 'choosing' && stage.doubt !== undefined && !hasText(session.failure))
    return { ...session, stage: { at: 'choosing' } };
  if (stage.at === 'asking' && stage.nudged === true && !hasText(session.answers[stage.step])) {
    const { nudged: _, ...rest } = stage;
    return { ...session, stage: rest };
  }
  return session;
}

/** The reply to the one question of an improvement is an answer like others. */
function withReplyChanged(stage: Session['stage'], change: Change): Session['stage'] {
  if (stage.at === 'improving') return { ...stage, reply: change(stage.reply) };
  if ((stage.at === 'paused' || stage.at === 'done') && stage.stage.at === 'improving')
    return { ...stage, stage: { ...stage.stage, reply: change(stage.stage.reply) } };
  return stage;
}

function withInterview({ interview }: Session, change: Change): Pick<Session, 'interview'> {
  const [part] = interview === undefined ? [] : change([interview]);
  if (interview === undefined || part === interview) return {};
  // That it was asked is known still; of the message nothing is kept, not even its name.
  return { interview: part ?? { ...interview, id: 'deleted', text: '' } };
}

/** The message that named the role may change too; one that is blank now waits among the notes for the next edit. */
function withRole(session: Session, change: Change): Pick<Session, 'notes' | 'purpose'> {
  const { purpose } = session;
  const notes = [...change(session.notes)];
  if (purpose?.kind !== 'role') return { notes };
  const [part] = change([purpose.part]);
  const [core] = purpose.core === undefined ? [] : change([purpose.core]);
  if (part === undefined)
    return { notes: core === undefined ? notes : withPart(notes, core), purpose: { kind: 'skipped' } };
  const role = roleFrom(part);
  if (role.kind === 'role') return { notes, purpose: { ...role, ...(core === undefined ? {} : { core }) } };
  return { notes: withPart(core === undefined ? notes : withPart(notes, core), part), purpose: role };
}

/** Whether a message is kept anywhere. */
function holds(session: Session, partId: string): boolean {
  return partsIn(session).some((part) => part.id === partId);
}

/** Sentences of a pasted answer may move between steps: only its end is worth a word. */
function emptiedLines(before: Session, after: Session, guide: Guide): Block[] {
  if (before.pastedSteps !== undefined) {
    const isEmpty = draftOf(after, guide).text.trim() === '' && draftOf(before, guide).text.trim() !== '';
    if (!isEmpty) return [];
    return [
      text('Your answer is empty now.', { typed: ' To paste it again, type back.', pressed: '' }),
      ...menu('What next?', [{ action: 'back', label: 'Paste it again' }]),
    ];
  }
  if (after.stage.at === 'choosing' && hasText(before.failure) && !hasText(after.failure))
    return [text('That is empty now. Tell me the failure in a line or two.')];
  return guide.steps.flatMap((step, index) =>
    hasText(before.answers[step.id]) && !hasText(after.answers[step.id])
      ? [
          text(`${step.name} is empty now.`, {
            typed: ` To write it again, type redo ${index + 1}.`,
            pressed: '',
          }),
          ...menu('What next?', [{ action: `redo:${step.id}`, label: `Write ${step.name} again` }]),
        ]
      : [],
  );
}

function outdatedLines(before: Session, after: Session): Block[] {
  if (before.critique?.outdated !== false || after.critique?.outdated !== true) return [];
  const how = { typed: 'Type go and I look again.', pressed: 'Press Look again, and I do.' };
  return [text('The critique was made before this change. ', how)];
}
