import { type Acquaintance, NEVER } from './acquaintance.ts';
import { partnerIn } from './round-robin.ts';

/** Where the people stand in the circle of the round robin: `places` by number, in a circle of `size`. */
export interface Circle {
  readonly places: readonly number[];
  readonly size: number;
}

/**
 * Whom each would meet in the round that has the most pairs of the fewest meetings, by number; -1 where nobody stands there
 * today. Of equally good pairings the one nearest to such a round is taken, and it is there that fairness lasts: pairings
 * that are each the best of their day can leave two triangles of six people, where nobody is paired anew.
 */
export function bestRound({ size, times }: Acquaintance, circle: Circle): Int32Array {
  const numberAt = new Int32Array(circle.size).fill(-1);
  for (const [number, place] of circle.places.entries()) numberAt[place] = number;
  const fewest = times.reduce((least, count) => (count !== NEVER && count < least ? count : least), Infinity);
  const partners = new Int32Array(size).fill(-1);
  let most = -1;
  let best = 0;
  for (let round = 0; round < circle.size - 1; round++) {
    const pairs = circle.places.filter((place, one) => {
      const other = numberAt[partnerIn(round, place, circle.size)] ?? -1;
      return other > one && times[one * size + other] === fewest;
    }).length;
    if (pairs <= most) continue;
    most = pairs;
    best = round;
  }
  for (const [one, place] of circle.places.entries())
    partners[one] = numberAt[partnerIn(best, place, circle.size)] ?? -1;
  return partners;
}
