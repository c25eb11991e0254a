import { type Acquaintance, NEVER } from './acquaintance.ts';

/** Beyond this rank costs grow evenly, so that sums of them stay whole numbers that a double holds. */
const STEEP_RANKS = 16;

/**
 * What it costs that two meet who have met so often, by the number of their meetings: 0 for the fewest among these people,
 * then 1, 4, 13, 40: a third time is worse than two, and than three, second times. By rank and not by the number itself,
 * because what one pair has more than another decides, not what all have had.
 */
export function repeatCosts({ times }: Acquaintance): ReadonlyMap<number, number> {
  const counts = [...new Set(times)].filter((count) => count !== NEVER).sort((a, b) => a - b);
  return new Map(counts.map((count, rank) => [count, costOfRank(rank)]));
}

function costOfRank(rank: number): number {
  const steep = (3 ** Math.min(rank, STEEP_RANKS) - 1) / 2;
  return steep + Math.max(0, rank - STEEP_RANKS) * 3 ** STEEP_RANKS;
}
