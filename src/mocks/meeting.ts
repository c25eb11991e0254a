/** Two people, in any order. Ids are persons' keys, or any other names. */
export type Pair = readonly [string, string];

/** Of a pair and its reverse the same: history stored as (B, A) is history of (A, B). */
export function pairKey(one: string, other: string): string {
  return one < other ? JSON.stringify([one, other]) : JSON.stringify([other, one]);
}

/** The two of a `pairKey`. */
export function peopleOf(key: string): Pair {
  // A large history is read at every pairing, and hardly any id needs what JSON escapes.
  const comma = key.includes('\\') ? -1 : key.indexOf('","');
  return comma < 0 ? (JSON.parse(key) as Pair) : [key.slice(2, comma), key.slice(comma + 3, -2)];
}

/** How often each two have met, by `pairKey`; who is not in it has not. Of a trio all three pairs have met. */
export type Met = ReadonlyMap<string, number>;

/** What `met` is after more groups have met. */
export function withMeetings(met: Met, groups: readonly (readonly string[])[]): Met {
  const next = new Map(met);
  for (const [one, other] of pairsIn(groups)) {
    const key = pairKey(one, other);
    next.set(key, (next.get(key) ?? 0) + 1);
  }
  return next;
}

/** All who meet in these groups, two by two. */
export function* pairsIn(groups: readonly (readonly string[])[]): Generator<Pair> {
  for (const group of groups)
    for (const [index, one] of group.entries())
      for (const other of group.slice(index + 1)) yield [one, other];
}
