import { type Seniority, seniorityIn } from '../guide/seniority.ts';
import type { Part } from './part.ts';
import { roleIn } from './role-in.ts';
import type { Purpose, Session } from './session.ts';

/** The role a message names, in one line: what a sentence names as the job, else all of it. Without words it names none. */
export function roleFrom(part: Part): Purpose {
  const name = roleIn(part.text) ?? part.text.trim().replace(/\s+/gu, ' ');
  return name === '' ? { kind: 'skipped' } : { kind: 'role', name, part };
}

/** What is known of the job the practice is for, and of how far along the person is. */
export function toldFor({ purpose, manner }: Pick<Session, 'purpose' | 'manner'>): {
  role?: string;
  core?: string;
  seniority?: Seniority;
} {
  const level = manner.seniority ?? (purpose?.kind === 'study' ? 'student' : undefined);
  if (purpose?.kind !== 'role') return level === undefined ? {} : { seniority: level };
  const seniority = level ?? seniorityIn(purpose.name);
  return {
    role: purpose.name,
    ...(seniority === undefined ? {} : { seniority }),
    ...(purpose.core === undefined ? {} : { core: purpose.core.text.trim() }),
  };
}
