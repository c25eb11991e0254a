import type { Met, Pair } from '../meeting.ts';
import { type Acquaintance, acquaintanceOf } from './acquaintance.ts';
import { bestRound } from './best-round.ts';
import { bestOfAll } from './every-grouping.ts';
import { groupMany } from './group-many.ts';
import { circleSize } from './round-robin.ts';
import { wishesOf } from './wishes.ts';

/** So many are grouped by trying every grouping. */
const FEW = 9;

export interface Pairing {
  /**
   * Those really there now. Who is not on the roster comes after it, in this order; of the others the order is
   * irrelevant.
   */
  readonly present: readonly string[];
  /** All who belong, in an order that does not change from session to session. */
  readonly roster: readonly string[];
  readonly met: Met;
  /** Never in one group. */
  readonly apart: readonly Pair[];
}

/**
 * Everybody present in exactly one group: pairs, a trio where the number is odd, and alone only who can be with
 * nobody. Nobody meets a partner again before the others if there is another way today; of equally fair pairings that
 * is taken which keeps most to a round robin of the roster, so that with an even number of people, nobody away, all
 * have met after one session less than there are people. In a trio are, of equal ones, those who have met the fewest.
 * The order in a group means nothing.
 */
export function pairFairly({ present, roster, met, apart }: Pairing): readonly (readonly string[])[] {
  const here = new Set(present);
  const all = [...new Set([...roster, ...present])];
  const ids = all.filter((id) => here.has(id));
  const places = all.flatMap((id, place) => (here.has(id) ? [place] : []));
  const acquaintance: Acquaintance = acquaintanceOf(ids, met, apart);
  const partners = bestRound(acquaintance, { places, size: circleSize(all.length) });
  const wishes = wishesOf(acquaintance, partners);
  const groups = ids.length <= FEW ? bestOfAll(wishes) : groupMany(wishes);
  return groups.map((group) => group.flatMap((number) => ids[number] ?? []));
}
