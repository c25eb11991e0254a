import { costOf, type Wishes } from './wishes.ts';

type Group = readonly number[];
type Groups = readonly Group[];

/**
 * Puts those whom a matching left over to a pair each, where it costs least and none of the three must be kept apart.
 * Where there is no such pair, somebody is handed on: one of a pair goes to another pair, and whoever was left over
 * meets the other one. Or two pairs are broken: one of each makes the trio, and the other two meet. Who finds no place
 * even so is a group of one.
 */
export function placeLeftOver(wishes: Wishes, pairs: Groups, leftOver: readonly number[]): Groups {
  let groups = pairs;
  for (const one of leftOver)
    groups = joined(wishes, groups, one) ??
      handedOn(wishes, groups, one) ??
      broken(wishes, groups, one) ?? [...groups, [one]];
  return groups;
}

function joined(wishes: Wishes, groups: Groups, one: number): Groups | undefined {
  let best: { readonly pair: Group; readonly more: number } | undefined;
  for (const pair of pairsOf(groups)) {
    const cost = costOf(wishes, [...pair, one]);
    // What the pair costs it costs anyhow.
    const more = cost === undefined ? undefined : cost - (costOf(wishes, pair) ?? 0);
    if (more !== undefined && (best === undefined || more < best.more)) best = { pair, more };
  }
  return best && groups.map((group) => (group === best.pair ? [...group, one] : group));
}

function handedOn(wishes: Wishes, groups: Groups, one: number): Groups | undefined {
  for (const pair of pairsOf(groups))
    for (const stays of pair) {
      const goes = pair.filter((each) => each !== stays);
      if (wishes.ofPair(one, stays) === undefined) continue;
      const others = groups.filter((group) => group !== pair);
      const placed = goes.reduce<Groups | undefined>((so, each) => so && joined(wishes, so, each), others);
      if (placed !== undefined) return [...placed, [one, stays]];
    }
  return undefined;
}

function broken(wishes: Wishes, groups: Groups, one: number): Groups | undefined {
  const may = (a: number, b: number) => wishes.ofPair(a, b) !== undefined;
  // Both ways round: [who comes to the trio, who stays].
  const splits = pairsOf(groups).flatMap(([a = one, b = one]) => [[a, b] as const, [b, a] as const]);
  const known = splits.filter(([comes]) => may(one, comes));
  for (const [index, [mine, left]] of known.entries())
    for (const [theirs, other] of known.slice(index + 1)) {
      if (theirs === left || !may(mine, theirs) || !may(left, other)) continue;
      const rest = groups.filter((group) => !group.includes(mine) && !group.includes(theirs));
      return [...rest, [one, mine, theirs], [left, other]];
    }
  return undefined;
}

function pairsOf(groups: Groups): Groups {
  return groups.filter(({ length }) => length === 2);
}
