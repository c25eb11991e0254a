import { createHash } from 'node:crypto';
import { comparable } from '../text/clean.ts';

/**
 * The id of a finding, from its rule and its quote (or step): the same words have the same finding in the
 * next draft, wherever they stand. Begins with a letter, since job queues refuse ids of digits only.
 */
export function findingId(rule: string, about: string): string {
  return `f${createHash('sha256')
    .update(`${rule}\n${comparable(about)}`)
    .digest('hex')
    .slice(0, 11)}`;
}
