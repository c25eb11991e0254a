import { type Draft, draftFromSteps } from '../critique/draft.ts';
import type { Guide } from '../guide/guide.ts';
import { hasText, joined } from './part.ts';
import type { Session } from './session.ts';

/** The answer as it stands: a pasted one as it was pasted, otherwise the steps in the guide's order. */
export function draftOf(session: Session, guide: Guide): Draft {
  if (session.pastedSteps !== undefined) return { text: joined(session.failure), steps: session.pastedSteps };
  return draftFromSteps(
    guide.steps.map((step) => ({ id: step.id, text: joined(session.answers[step.id] ?? []) })),
  );
}

/**
 * The next step after `after` that is to be asked: one without an answer, or with words told earlier that were not
 * shown there yet. Skipped ones are not asked again, earlier ones only when asked for.
 */
export function nextOpenStep(session: Session, guide: Guide, after: string | undefined): string | undefined {
  const ids = guide.steps.map((step) => step.id);
  const from = after === undefined ? 0 : ids.indexOf(after) + 1;
  return ids
    .slice(from)
    .find(
      (id) =>
        session.carried.includes(id) || (!hasText(session.answers[id]) && !session.skipped.includes(id)),
    );
}

/**
 * Notes that `after` says something else than the draft that was frozen last: its critique is out of date. What was
 * frozen in this very turn is what the answer says now; the critique that is there is of the draft before.
 */
export function withChangeMarked(before: Session, after: Session, guide: Guide): Session {
  const { critique } = after;
  const isFrozen = after.drafts > before.drafts;
  const isMarked = (isFrozen || after.changedSinceDraft === true) && critique?.outdated !== false;
  if (after.drafts === 0 || isMarked || draftOf(before, guide).text === draftOf(after, guide).text)
    return after;
  return {
    ...after,
    ...(isFrozen ? {} : { changedSinceDraft: true }),
    ...(critique === undefined ? {} : { critique: { ...critique, outdated: true } }),
  };
}
