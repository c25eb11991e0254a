import { costOf, type Wishes } from './wishes.ts';
import { isBetter, NO_GROUPS, type Worth, withGroup } from './worth.ts';

interface Found {
  readonly groups: readonly (readonly number[])[];
  readonly worth: Worth;
}

/**
 * The best of all groupings, found by trying them: the fewest people alone, followedBy the fewest trios, followedBy
 * the least cost. For up to nine people; with ten there would be 60,000. Of equal ones the first by people's numbers.
 */
export function bestOfAll(wishes: Wishes): readonly (readonly number[])[] {
  const everybody = wishes.acquaintance.ids.map((_, number) => number);
  let best: Found | undefined;
  const place = (left: readonly number[], so: Found): void => {
    if (best !== undefined && !isBetter(so.worth, best.worth)) return;
    const [first, ...others] = left;
    if (first === undefined) {
      best = so;
      return;
    }
    for (const group of groupsWith(first, others)) {
      const cost = costOf(wishes, group);
      if (cost === undefined) continue;
      place(
        others.filter((one) => !group.includes(one)),
        { groups: [...so.groups, group], worth: withGroup(so.worth, group.length, cost) },
      );
    }
  };
  place(everybody, { groups: [], worth: NO_GROUPS });
  return best?.groups ?? [];
}

function* groupsWith(first: number, others: readonly number[]): Generator<readonly number[]> {
  for (const other of others) yield [first, other];
  for (const [index, other] of others.entries())
    for (const third of others.slice(index + 1)) yield [first, other, third];
  yield [first];
}
