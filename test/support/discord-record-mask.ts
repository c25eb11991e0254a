/** What differs from run to run, and what stands for it. Ids that a test gave by hand are one digit again and again. */
const PATTERNS: readonly (readonly [RegExp, (count: number) => string])[] = [
  [/\b(?!(\d)\1{9})\d{18,20}\b/g, (count) => `15000000000000000${String(count).padStart(2, '0')}`],
  // The practice in a custom id: a UUID in base64url.
  [/(?<=~)[\w-]{22}(?=~)/g, (count) => `practice${String(count).padStart(14, '0')}`],
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
