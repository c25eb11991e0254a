import { Temporal } from 'temporal-polyfill';
import type { Hours } from '../reminders/plan.ts';
import { isQuiet } from '../reminders/quiet-hours.ts';
import { USUAL_QUIET_HOURS } from '../reminders/recurrence.ts';
import { isBy } from './instants.ts';
import type { Mock } from './mock.ts';
import type { Asked } from './mock-event.ts';

/**
 * Whether somebody is not to be asked by message now: they paused, or it would begin in their quiet hours. They can still join
 * in the channel, and nobody is told. `hours`: as far as they are known to us.
 */
export function isLeftInPeace(
  { mode, startsAt }: Pick<Mock, 'mode' | 'startsAt'>,
  { zone: shown }: Pick<Asked, 'zone'>,
  { pausedUntil, zone = shown, quiet = USUAL_QUIET_HOURS }: Hours,
  at: string,
): boolean {
  if (pausedUntil !== undefined && !isBy(pausedUntil, at)) return true;
  // In writing each pair has days, and hours that suit them; and whose hours nobody knows is asked.
  if (mode.kind === 'async' || zone === undefined) return false;
  try {
    return isQuiet(Temporal.Instant.from(startsAt), zone, quiet);
  } catch {
    // A platform's word for a zone that is none.
    return false;
  }
}
