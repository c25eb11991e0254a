import type { Part } from './part.ts';
import type { Purpose } from './session.ts';

/** The role a message names, in one line; without words it names none. */
export function roleFrom(part: Part): Purpose {
  const name = part.text.trim().replace(/\s+/gu, ' ');
  return name === '' ? { kind: 'skipped' } : { kind: 'role', name, part };
}
