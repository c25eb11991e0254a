import type { Edge } from './cheapest-matching.ts';
import type { Wishes } from './wishes.ts';

/**
 * For each of `people` the `most` partners among them who cost least, and nothing of the others: with 1,000 people a
 * few each hold a matching nearly always, and the half million of all pairs take minutes. Whom one looks at first goes
 * round the list, so that not everybody's few are the same few.
 */
export function sparsePartners(wishes: Wishes, people: readonly number[], most: number): readonly Edge[] {
  const { size } = wishes.acquaintance;
  const edges = new Map<number, Edge>();
  for (const [index, one] of people.entries())
    for (const [other, cost] of leastCostly(wishes, one, aroundFrom(people, index), most)) {
      const [low, high] = one < other ? [one, other] : [other, one];
      edges.set(low * size + high, [low, high, cost]);
    }
  return [...edges.values()];
}

/** Partners at growing distance on both sides, so that who is near me has me near too. */
function* aroundFrom(people: readonly number[], index: number): Generator<number> {
  const { length } = people;
  for (let distance = 1; distance <= length / 2; distance++) {
    const after = people[(index + distance) % length];
    const before = people[(index - distance + length) % length];
    if (after !== undefined) yield after;
    if (before !== undefined && before !== after) yield before;
  }
}

/** Of equal ones those that come first. The list stays short, where sorting all would take most of a pairing's time. */
function leastCostly(
  wishes: Wishes,
  one: number,
  others: Iterable<number>,
  most: number,
): readonly (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  for (const other of others) {
    const cost = wishes.ofPair(one, other);
    if (cost === undefined) continue;
    if (found.length === most && cost >= (found.at(-1)?.[1] ?? 0)) continue;
    if (found.length === most) found.pop();
    const after = found.findIndex(([, dearer]) => dearer > cost);
    found.splice(after < 0 ? found.length : after, 0, [other, cost]);
  }
  return found;
}
