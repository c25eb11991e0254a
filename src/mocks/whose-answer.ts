import { createHash } from 'node:crypto';
import type { Telling } from './telling.ts';

/** What a form remembers of whose answer it is about: another may take their place while it is filled in. Nobody is read from it. */
export function whoseAnswer({ candidate }: Pick<Telling, 'candidate'>): string {
  return createHash('sha256').update(candidate).digest('hex').slice(0, 8);
}
