/** The best that any pairing could do, by exhaustive search: sets of pairs of a small team are the bits of a number. */

/** All that one session of those present can bring together: pairs, and one trio where the number is odd. */
function outcomes(people: number, present: readonly number[]): number[] {
  const found = new Set<number>();
  const place = (left: readonly number[], pairs: number, takesTrio: boolean): void => {
    const [first, ...others] = left;
    if (first === undefined || (others.length === 0 && present.length === 1)) {
      found.add(pairs);
      return;
    }
    for (const other of others)
      place(
        others.filter((one) => one !== other),
        pairs | bitOf(people, first, other),
        takesTrio,
      );
    if (!takesTrio) return;
    for (const [index, second] of others.entries())
      for (const third of others.slice(index + 1))
        place(
          others.filter((one) => one !== second && one !== third),
          pairs | bitOf(people, first, second) | bitOf(people, first, third) | bitOf(people, second, third),
          false,
        );
  };
  place(present, 0, present.length % 2 === 1);
  return [...found];
}

/** `one` below `other`. */
function bitOf(people: number, one: number, other: number): number {
  return 1 << (one * people - (one * (one + 1)) / 2 + other - one - 1);
}

function countOf(pairs: number): number {
  let count = 0;
  for (let left = pairs; left !== 0; left &= left - 1) count++;
  return count;
}

/** The most pairs that can have met after these sessions, known beforehand who comes to each. */
export function mostMet(people: number, presents: readonly (readonly number[])[]): number {
  let reached = new Set([0]);
  for (const present of presents) {
    const next = new Set<number>();
    const brought = outcomes(people, present);
    for (const so of reached) for (const pairs of brought) next.add(so | pairs);
    reached = next;
  }
  let most = 0;
  for (const pairs of reached) most = Math.max(most, countOf(pairs));
  return most;
}

/**
 * How many pairs have met after each number of sessions, on average, by the best play there is for whoever does not know
 * who will be away, only how likely: nobody can do better.
 */
export function mostExpected(people: number, absent: number, sessions: number): number[] {
  const states = 2 ** ((people * (people - 1)) / 2);
  const days = Array.from({ length: 2 ** people }, (_, day) => {
    const present = Array.from({ length: people }, (__, one) => one).filter((one) => (day >> one) & 1);
    const likely = (1 - absent) ** present.length * absent ** (people - present.length);
    return { likely, brought: outcomes(people, present) };
  });
  let worth = Array.from({ length: states }, (_, pairs) => countOf(pairs));
  return Array.from({ length: sessions }, () => {
    const after = worth;
    worth = after.map((_, pairs) =>
      days.reduce(
        (sum, { likely, brought }) =>
          sum + likely * brought.reduce((best, more) => Math.max(best, after[pairs | more] ?? 0), 0),
        0,
      ),
    );
    return worth[0] ?? 0;
  });
}
