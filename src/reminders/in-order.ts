import { Temporal } from 'temporal-polyfill';

/** Instants that were found together. Nothing found later is before `floor`. */
export interface Batch {
  readonly floor: Temporal.Instant;
  readonly instants: readonly Temporal.Instant[];
}

/**
 * The instants of all batches, strictly rising: none twice. A gap and the end of quiet hours move some of them past others
 * that are found later, so each is held until nothing before it can come.
 */
export function* inOrder(batches: Iterable<Batch>): Generator<Temporal.Instant> {
  let held: Temporal.Instant[] = [];
  for (const { floor, instants } of batches) {
    yield* held.filter((one) => Temporal.Instant.compare(one, floor) < 0);
    held = rising([...held.filter((one) => Temporal.Instant.compare(one, floor) >= 0), ...instants]);
  }
  yield* held;
}

function rising(instants: readonly Temporal.Instant[]): Temporal.Instant[] {
  return instants
    .toSorted(Temporal.Instant.compare)
    .filter((one, index, all) => index === 0 || !one.equals(all[index - 1] ?? one));
}
