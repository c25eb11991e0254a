/** An id that differs from run to run, and what stands for the one that came as the `count`th. */
export type MaskedId = readonly [pattern: RegExp, standIn: (count: number) => string];

/** Puts the same stand-in for the same id wherever it comes, in the order in which they came first. */
export function createMask(ids: readonly MaskedId[]): <T>(value: T) => T {
  const known = ids.map(() => new Map<string, string>());
  return (value) => {
    const text = ids.reduce(
      (masked, [pattern, standIn], index) =>
        masked.replace(pattern, (found) => {
          const all = known[index] ?? new Map<string, string>();
          const given = all.get(found) ?? standIn(all.size + 1);
          all.set(found, given);
          return given;
        }),
      JSON.stringify(value),
    );
    return JSON.parse(text);
  };
}
