import type { Reading } from '../critique/reading.ts';
import type { Guide } from '../guide/guide.ts';
import { retells } from '../text/retells.ts';
import { hasText, joined, type Part } from './part.ts';
import { copiesBySteps, withoutCopies } from './pasted.ts';
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
  const carried = guide.steps
    .map(({ id }) => id)
    .filter((id) => hasText(copies[id]) && !hasText(untouched.answers[id]) && !session.skipped.includes(id));
  return {
    ...untouched,
    answers: {
      ...untouched.answers,
      ...Object.fromEntries(carried.map((id) => [id, copies[id] ?? []])),
    },
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
