import { createHash } from 'node:crypto';

const MOST_MS = 5 * 60_000;
const HASH_BYTES = 6;

/**
 * How many milliseconds late a person's reminders come, 0 to 5 minutes: always the same for the same person, spread evenly
 * over people, so that what is due for many at 8:30 is not sent in one second.
 */
export function jitterMs(personKey: string): number {
  const hash = createHash('sha256').update(personKey).digest().readUIntBE(0, HASH_BYTES);
  return Math.floor((hash / 256 ** HASH_BYTES) * (MOST_MS + 1));
}
