import type { Reading } from '../critique/reading.ts';
import type { Guide } from '../guide/guide.ts';
import type { Span } from '../text/span.ts';
import { hasText, type Part } from './part.ts';
import type { Session } from './session.ts';
import { toldSteps } from './told-steps.ts';

/**
 * An answer that was pasted whole is kept as it came, in `failure`. Its sentences are copied to the steps they speak
 * to, so that one step can be rewritten: until that happens `pastedSteps` says that the whole is the answer. A copy
 * bears the id of its message and its step, so that an edit or a deletion of the message reaches it.
 */

/** The sentences of a pasted answer go to the steps they speak to. */
export function splitPasted(session: Session, reading: Reading | undefined, guide: Guide): Session {
  const steps = reading?.steps ?? {};
  const { undo: _, ...rest } = session;
  return { ...rest, answers: copiesBySteps(session.failure, steps, guide), pastedSteps: steps };
}

/** Copies of the sentences of these messages, by the step they speak to; steps nobody spoke to are left out. */
export function copiesBySteps(
  messages: readonly Part[],
  steps: Readonly<Record<string, readonly Span[]>>,
  guide: Guide,
): Record<string, Part[]> {
  const copies: Record<string, Part[]> = {};
  for (const { id } of guide.steps) {
    const ofStep = copiesFor(messages, steps[id] ?? [], id);
    if (ofStep.length > 0) copies[id] = ofStep;
  }
  return copies;
}

/** Whether words told earlier stand in this step as they came. */
export function holdsCopies(session: Session, step: string): boolean {
  return (session.answers[step] ?? []).some((part) =>
    session.failure.some((source) => part.id === copyId(source.id, step)),
  );
}

/** The steps, and what was replaced in them, without copies of the story: what was written for them stays. */
export function withoutCopies(session: Session): Session {
  const isCopy = (step: string) => (part: Part) =>
    session.failure.some((source) => part.id === copyId(source.id, step));
  const answers = Object.fromEntries(
    Object.entries(session.answers)
      .map(([step, parts]) => [step, parts.filter((part) => !isCopy(step)(part))] as const)
      .filter(([, parts]) => parts.length > 0),
  );
  const replaced = session.replaced.map(({ step, parts }) => ({
    step,
    parts: parts.filter((part) => !isCopy(step)(part)),
  }));
  return { ...session, answers, replaced, carried: [] };
}

/** Whether steps were written on their own: then the answer is what they say, and no longer the whole. */
export function hasOwnAnswers(session: Session): boolean {
  return session.pastedSteps === undefined && Object.values(session.answers).some(hasText);
}

/** More is pasted: copies go, own words of steps are kept beside, and all of it is split anew once the paste is over. */
export function withoutSplit(session: Session): Session {
  // What was used last belongs to steps that are over.
  const { pastedSteps, undo: _, ...rest } = session;
  if (pastedSteps !== undefined) return { ...rest, answers: {} };
  if (!hasOwnAnswers(session)) return rest;
  const aside = Object.entries(session.answers)
    .filter(([, parts]) => parts.length > 0)
    .map(([step, parts]) => ({ step, parts }));
  return { ...rest, answers: {}, replaced: [...session.replaced, ...aside] };
}

/** Once a step is rewritten, the pasted answer is what its steps say. */
export function withoutPastedWhole(session: Session): Session {
  const { pastedSteps: _, ...rest } = session;
  return rest;
}

/** Whether words of the message `partId` were copied to steps. */
export function isCopied(session: Session, partId: string): boolean {
  if (!session.failure.some((part) => part.id === partId)) return false;
  if (session.pastedSteps !== undefined) return true;
  return Object.entries(session.answers).some(([step, parts]) =>
    parts.some((part) => part.id === copyId(partId, step)),
  );
}

/**
 * The pasted messages changed from `before`: the copies follow. Steps that were rewritten keep their own words, and
 * of what a rewrite replaced the copies go, since the message itself has the words. What cannot be taken back as it
 * was is not taken back.
 */
export function withCopiesAnew(
  before: Session,
  after: Session,
  reading: Reading | undefined,
  guide: Guide,
): Session {
  const isCopy = (step: string) => (part: Part) =>
    before.failure.some((source) => part.id === copyId(source.id, step));
  const replaced = after.replaced.map(({ step, parts }) => ({
    step,
    parts: parts.filter((part) => !isCopy(step)(part)),
  }));
  const { undo, ...others } = after;
  const next: Session = undo?.parts.some(isCopy(undo.step)) === true ? others : after;
  if (before.pastedSteps !== undefined) return { ...splitPasted(next, reading, guide), replaced };
  const answers: Record<string, readonly Part[]> = { ...after.answers };
  const copied = guide.steps.filter(({ id }) => after.answers[id]?.some(isCopy(id)) === true);
  const steps = toldSteps(after, reading, guide);
  for (const { id } of copied) {
    const parts = after.answers[id] ?? [];
    // Where one step holds the story, it holds all of it, however it was changed.
    const sentences =
      copied.length === 1 && after.door !== 'answer' ? (reading?.sentences ?? []) : (steps[id] ?? []);
    const copies = copiesFor(after.failure, sentences, id);
    answers[id] = [...copies, ...parts.filter((part) => !isCopy(id)(part))];
  }
  return { ...next, answers, replaced };
}

function copyId(partId: string, step: string): string {
  return `${partId}.${step}`;
}

/** One copy for each message that holds sentences of this step, in the order of the messages. */
function copiesFor(failure: readonly Part[], sentences: readonly Span[], step: string): Part[] {
  let start = 0;
  return failure
    .filter((part) => part.text.trim() !== '')
    .flatMap((part) => {
      const from = start;
      start += part.text.length + 1;
      // What was read behind these messages (what a role needs most) is no part of the story.
      const end = start;
      const within = sentences.filter((span) => span.start >= from && span.start < end);
      if (within.length === 0) return [];
      return [{ id: copyId(part.id, step), stamp: part.stamp, text: asWritten(within, part.text, from) }];
    });
}

/** The sentences with the white space that stood between them; a space where something else did. `from`: where the message begins. */
function asWritten(sentences: readonly Span[], message: string, from: number): string {
  return sentences
    .map((span, index) => {
      const before = sentences[index - 1];
      if (before === undefined) return span.quote;
      const between = message.slice(before.end - from, span.start - from);
      return `${/^\s+$/u.test(between) ? between : ' '}${span.quote}`;
    })
    .join('');
}
