import { Temporal } from 'temporal-polyfill';
import { type Batch, inOrder } from './in-order.ts';
import { occurrences } from './occurrences.ts';
import { outOfQuiet } from './quiet-hours.ts';
import type { QuietHours } from './recurrence.ts';
import type { Wish } from './when/when-read.ts';

export interface Kept {
  /** None: no hour is quiet. */
  readonly quiet?: QuietHours;
}

/**
 * The instants at which a wish fires, counted from `from` (inclusive) in a zone (IANA): strictly rising, no instant twice.
 * What recurs moves to the end of quiet hours, a single moment keeps its time. Without jitter and without distance to other
 * reminders: what the plan means, before it meets a person's day. Throws a `RangeError` where the zone is none.
 */
export function fires(
  wish: Wish,
  zone: string,
  from: Temporal.Instant,
  { quiet }: Kept = {},
): Iterable<Temporal.Instant> {
  switch (wish.kind) {
    case 'recurrence':
      return outside(quiet, zone, occurrences(wish.recurrence, zone, from));
    case 'moment': {
      const at = Temporal.Instant.from(wish.moment.at);
      return Temporal.Instant.compare(at, from) < 0 ? [] : [at];
    }
    case 'interview':
    case 'adaptive':
      // Wired by the lead: `interview-plan.ts` and `spacing.ts`.
      return [];
  }
}

/** Moved out of quiet hours. One that was past at `from` stays past, also where its hours end later. */
function outside(
  quiet: QuietHours | undefined,
  zone: string,
  instants: Iterable<Temporal.Instant>,
): Iterable<Temporal.Instant> {
  if (quiet === undefined || quiet.from === quiet.to) return instants;
  return inOrder(moved(quiet, zone, instants));
}

function* moved(quiet: QuietHours, zone: string, instants: Iterable<Temporal.Instant>): Generator<Batch> {
  for (const floor of instants) yield { floor, instants: [outOfQuiet(floor, zone, quiet)] };
}
