/** The package has no types of its own. */
declare module 'edmonds-blossom-fixed' {
  /** Edges as [one, other, weight], weights whole numbers; each vertex's partner, or -1, up to the highest vertex named. */
  function blossom(
    edges: readonly (readonly [number, number, number])[],
    isLargest: boolean,
  ): readonly number[];
  export = blossom;
}
