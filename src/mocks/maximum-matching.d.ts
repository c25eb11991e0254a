/** The package has no types of its own: what we call of it. */
declare module '@graph-algorithm/maximum-matching' {
  /** Edges as [one, other, weight], weights whole numbers; each vertex's partner, or -1, up to the highest vertex named. */
  type Matching = (
    edges: readonly (readonly [number, number, number])[],
    isLargest: boolean,
  ) => readonly number[];
  interface Parts {
    readonly core: { readonly blossomNoChecks: Matching };
  }
  const parts: Parts;
  // biome-ignore lint/style/noDefaultExport: it is theirs, a CommonJS package's exports as Node sees them.
  export default parts;
  export const core: Parts['core'] | undefined;
}
