import { costOf, type Wishes } from './wishes.ts';

/** What groupings are compared by, in this order: people alone, trios, cost. Less is better. */
export type Worth = readonly [alone: number, trios: number, cost: number];

export const NO_GROUPS: Worth = [0, 0, 0];

export function withGroup([alone, trios, cost]: Worth, people: number, more: number): Worth {
  return [alone + (people === 1 ? 1 : 0), trios + (people === 3 ? 1 : 0), cost + more];
}

export function worthOf(wishes: Wishes, groups: readonly (readonly number[])[]): Worth {
  let worth = NO_GROUPS;
  for (const group of groups) worth = withGroup(worth, group.length, costOf(wishes, group) ?? 0);
  return worth;
}

export function isBetter(one: Worth, other: Worth): boolean {
  const at = one.findIndex((part, index) => part !== other[index]);
  return at >= 0 && (one[at] ?? 0) < (other[at] ?? 0);
}
