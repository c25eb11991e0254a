import { Temporal } from 'temporal-polyfill';
import { momentInWords } from './in-words.ts';
import { jitterMs } from './jitter.ts';

export interface Standing {
  readonly dueAt: Date;
  /** The zone (IANA) it was found in, and what the wall was to show there, in words. */
  readonly zone: string | undefined;
  readonly wall: string;
  /** Where the person is now. */
  readonly theirZone: string | undefined;
}

/**
 * Whether a wake is still where it was planned: the wall of the person's zone shows then what was said of it, late by their
 * own spread at most. No plan is opened for it, so all that are due soon can be looked at.
 */
export function stands({ dueAt, zone, wall, theirZone }: Standing, personKey: string): boolean {
  if (zone === undefined || zone !== theirZone) return false;
  return [jitterMs(personKey), 0].some((late) => wall === wallOf(dueAt.getTime() - late, zone));
}

function wallOf(ms: number, zone: string): string {
  return momentInWords(Temporal.Instant.fromEpochMilliseconds(ms).toString(), zone);
}
