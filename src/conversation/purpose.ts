import type { Part } from './part.ts';
import { roleIn } from './role-in.ts';
import type { Purpose, Session } from './session.ts';

/** The role a message names, in one line: what a sentence names as the job, else all of it. Without words it names none. */
export function roleFrom(part: Part): Purpose {
  const name = roleIn(part.text) ?? part.text.trim().replace(/\s+/gu, ' ');
  return name === '' ? { kind: 'skipped' } : { kind: 'role', name, part };
}

/** What is known of the job the practice is for. */
export function toldFor({ purpose }: Session): { role?: string; core?: string } {
  if (purpose?.kind !== 'role') return {};
  return {
    role: purpose.name,
    ...(purpose.core === undefined ? {} : { core: purpose.core.text.trim() }),
  };
}
