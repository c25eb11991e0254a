import blossom from 'edmonds-blossom-fixed';

/** Two people, by number, and what it costs that they meet. */
export type Edge = readonly [one: number, other: number, cost: number];

/** As many pairs as can be, and of such matchings the one that costs least. Exact: Edmonds' blossoms, O(n³). */
export function cheapestMatching(edges: readonly Edge[]): readonly (readonly [number, number])[] {
  if (edges.length === 0) return [];
  const dearest = edges.reduce((most, [, , cost]) => Math.max(most, cost), 0);
  const mates = blossom(
    edges.map(([one, other, cost]) => [one, other, dearest - cost]),
    true,
  );
  return mates.flatMap((mate, one) => (mate > one ? [[one, mate] as const] : []));
}
