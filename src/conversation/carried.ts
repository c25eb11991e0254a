import type { Reading } from '../critique/reading.ts';
import type { Guide } from '../guide/guide.ts';
import { retells } from '../text/retells.ts';
import { hasText, joined, type Part } from './part.ts';
import { copiesBySteps, holdsCopies, withoutCopies } from './pasted.ts';
import type { Session } from './session.ts';
import { toldSteps } from './told-steps.ts';

/**
 * Nothing is asked as if empty when it has been told: the sentences of a story are copied to the steps they speak to
 * and shown there. They stay in `failure` as they came; a copy bears the id of its message and its step.
 */
export function carry(session: Session, reading: Reading | undefined, guide: Guide): Session {
  if (reading === undefined) return session;
  const untouched = withoutCopies(session);
  const copies = copiesBySteps(session.failure, toldSteps(session, reading, guide), guide);
  const told = guide.steps.map(({ id }) => id).filter((id) => hasText(copies[id]));
  const carried = told.filter((id) => !hasText(untouched.answers[id]) && !session.skipped.includes(id));
  // Where something was added to a copy, the copy stays in front of it; where it was replaced, it stays away.
  const added = told.filter((id) => hasText(untouched.answers[id]) && holdsCopies(session, id));
  const withCopies = [...carried, ...added].map(
    (id) => [id, [...(copies[id] ?? []), ...(untouched.answers[id] ?? [])]] as const,
  );
  return {
    ...untouched,
    answers: { ...untouched.answers, ...Object.fromEntries(withCopies) },
    carried,
  };
}

/** The step was asked: what stands there is the person's answer now. */
export function notCarried(session: Session, step: string): Session {
  return session.carried.includes(step)
    ? { ...session, carried: session.carried.filter((id) => id !== step) }
    : session;
}

/** What stands before a new message of a carried step: nothing where the message tells the same again, else the carried words. */
export function carriedBefore(session: Session, step: string, said: string): readonly Part[] {
  const before = session.answers[step] ?? [];
  return session.carried.includes(step) && retells(joined(before), said) ? [] : before;
}
