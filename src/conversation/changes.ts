import type { Critique, Finding } from '../critique/critique.ts';
import type { Session } from './session.ts';

/** What to change, first things first, without what the person said is not so. */
export function changes(session: Pick<Session, 'setAside'>, critique: Critique): readonly Finding[] {
  const aside = new Set(session.setAside.map(({ id }) => id));
  return critique.findings.filter(({ id }) => !aside.has(id)).sort((a, b) => a.rank - b.rank);
}
