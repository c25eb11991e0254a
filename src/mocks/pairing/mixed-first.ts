import { type Met, pairKey } from '../meeting.ts';

/** More meetings than a series has sessions: rounds and trios of a session count too. */
const MORE_THAN_EVER = 1_000;

/**
 * History as pairing is to read it where those who have practised are to be with those who have not: two alike count as having
 * met often. It is a wish and keeps nobody alone: where too few are unlike, alike ones meet, those who met the least first.
 */
export function mixedFirst(
  met: Met,
  people: readonly { readonly id: string; readonly practised: number }[],
): Met {
  const isNew = ({ practised }: { readonly practised: number }) => practised === 0;
  const both = [people.filter(isNew), people.filter((one) => !isNew(one))];
  // All alike: there is nothing to choose between.
  if (both.some((alike) => alike.length === 0)) return met;
  const read = new Map(met);
  for (const alike of both)
    for (const [index, one] of alike.entries())
      for (const other of alike.slice(index + 1)) {
        const key = pairKey(one.id, other.id);
        read.set(key, (met.get(key) ?? 0) + MORE_THAN_EVER);
      }
  return read;
}
