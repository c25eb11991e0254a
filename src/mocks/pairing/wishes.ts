import { type Acquaintance, mayMeet } from './acquaintance.ts';
import { repeatCosts } from './repeat-cost.ts';

/** More than all that only decides between equal histories can come to: one a pair, and `MOST_EXCESS` three times. */
const HISTORY = 2 ** 13;
const MOST_EXCESS = 31;

/** What a pairing is measured by: less is better, people are the numbers of `acquaintance`. */
export interface Wishes {
  readonly acquaintance: Acquaintance;
  /** By number, whom the schedule would have each meet today; -1 for nobody. */
  readonly partners: Int32Array;
  /** Undefined where the two must not meet. History goes before the schedule. */
  readonly ofPair: (one: number, other: number) => number | undefined;
  /** Of history alone: what this pair costs, as a whole number of steps. */
  readonly ofRepeat: (one: number, other: number) => number | undefined;
  /** Of being in a trio, where one meets two people: nothing for whoever has met the fewest. */
  readonly ofTrio: (one: number) => number;
}

export function wishesOf(acquaintance: Acquaintance, partners: Int32Array): Wishes {
  const { size, times, totals } = acquaintance;
  const costs = repeatCosts(acquaintance);
  const fewest = Math.min(...totals);
  const ofRepeat = (one: number, other: number): number | undefined =>
    mayMeet(acquaintance, one, other) ? costs.get(times[one * size + other] ?? 0) : undefined;
  return {
    acquaintance,
    partners,
    ofRepeat,
    ofPair: (one, other) => {
      const repeat = ofRepeat(one, other);
      return repeat === undefined ? undefined : repeat * HISTORY + (partners[one] === other ? 0 : 1);
    },
    ofTrio: (one) => Math.min(MOST_EXCESS, (totals[one] ?? 0) - fewest),
  };
}

/** A pair is measured as a pair; a trio as its three pairs. Undefined where two of them must not meet. */
export function costOf(wishes: Wishes, group: readonly number[]): number | undefined {
  let cost = 0;
  for (const [index, one] of group.entries()) {
    if (group.length > 2) cost += wishes.ofTrio(one);
    for (const other of group.slice(index + 1)) {
      const ofPair = wishes.ofPair(one, other);
      if (ofPair === undefined) return undefined;
      cost += ofPair;
    }
  }
  return cost;
}
