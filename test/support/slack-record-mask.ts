/** What differs from run to run, and what stands for it. */
const PATTERNS: readonly (readonly [RegExp, (count: number) => string])[] = [
  // A `ts`, as it is and as it stands in a link.
  [/\b\d{10}\.\d{6}\b/g, (count) => `17000000${String(count).padStart(2, '0')}.000000`],
  [/\bp\d{16}\b/g, (count) => `p17000000${String(count).padStart(2, '0')}000000`],
  [
    /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g,
    (count) => `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`,
  ],
  [/\bD0\w+\b/g, (count) => `D0ADA${count > 1 ? count : ''}`],
];

/** Puts the same stand-in for the same id wherever it comes, in the order in which they came first. */
export function createMask(): <T>(value: T) => T {
  const known = PATTERNS.map(() => new Map<string, string>());
  return (value) => {
    const text = PATTERNS.reduce(
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
