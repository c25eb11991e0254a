import { NEVER } from './acquaintance.ts';
import { cheapestMatching, type Edge } from './cheapest-matching.ts';
import { placeLeftOver } from './place-left-over.ts';
import { sparsePartners } from './sparse-partners.ts';
import type { Wishes } from './wishes.ts';
import { isBetter, type Worth, worthOf } from './worth.ts';

type Pairs = readonly (readonly [number, number])[];
type Groups = readonly (readonly number[])[];

/** An odd number of so many is tried with each of them as the third of the trio: as many matchings. */
const EACH_AS_THIRD = 29;
/** With so many all pairs are looked at: 5,000 at most, some milliseconds. */
const ALL_PAIRS = 100;
/** Partners each, where there are more people: a second try with more of them where somebody was left over. */
const PARTNERS = [8, 32];

/**
 * Groups by a matching that costs least, for more people than every grouping can be tried for. Exact for an even
 * number up to 100 whom nothing keeps apart; above that, those whom the schedule gives a partner they have met the
 * fewest times are paired first, where this cannot cost more, and of the others a few partners each are looked at. In
 * a trio the third is chosen before the pair that is joined, so that it may be a step dearer than the best.
 */
export function groupMany(wishes: Wishes): Groups {
  const everybody = wishes.acquaintance.ids.map((_, number) => number);
  if (everybody.length % 2 === 1 && everybody.length <= EACH_AS_THIRD)
    return bestWithThird(wishes, everybody);
  return withLeftOver(
    wishes,
    everybody,
    everybody.length <= ALL_PAIRS ? matched(wishes, everybody) : matchedInParts(wishes, everybody),
  );
}

function bestWithThird(wishes: Wishes, everybody: readonly number[]): Groups {
  let best: { readonly groups: Groups; readonly worth: Worth } | undefined;
  for (const third of everybody) {
    const others = everybody.filter((one) => one !== third);
    const groups = withLeftOver(wishes, everybody, matched(wishes, others));
    const worth = worthOf(wishes, groups);
    if (best === undefined || isBetter(worth, best.worth)) best = { groups, worth };
  }
  return best?.groups ?? [];
}

function withLeftOver(wishes: Wishes, everybody: readonly number[], pairs: Pairs): Groups {
  const paired = new Set(pairs.flat());
  return placeLeftOver(
    wishes,
    pairs,
    everybody.filter((one) => !paired.has(one)),
  );
}

function matchedInParts(wishes: Wishes, everybody: readonly number[]): Pairs {
  const least = everybody.map((one) => leastTimes(wishes, one));
  const isLeast = (one: number, other: number) => {
    const times = wishes.acquaintance.times[one * wishes.acquaintance.size + other];
    return times === least[one] && times === least[other];
  };
  const planned = everybody.flatMap((one) => {
    const other = wishes.partners[one] ?? -1;
    return other > one && isLeast(one, other) ? [[one, other] as const] : [];
  });
  const paired = new Set(planned.flat());
  // Whom everybody is kept apart from no second try would place.
  const others = everybody.filter((one) => !paired.has(one) && least[one] !== Number.POSITIVE_INFINITY);
  const rest = matched(wishes, others);
  // Nobody could have a partner they have met less: no other pairing of them all is fairer.
  const isBest =
    rest.length === Math.floor(others.length / 2) && rest.every(([one, other]) => isLeast(one, other));
  return isBest ? [...planned, ...rest] : matched(wishes, everybody);
}

function leastTimes({ acquaintance: { times, size } }: Wishes, one: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (const count of times.subarray(one * size, (one + 1) * size))
    if (count !== NEVER && count < least) least = count;
  return least;
}

/** As many pairs of `people` as were found. Where their number is odd, the one who is left is the one to be a third. */
function matched(wishes: Wishes, people: readonly number[]): Pairs {
  let best: Pairs = [];
  for (const most of people.length <= ALL_PAIRS ? [people.length] : PARTNERS) {
    const pairs = pairsAmong(wishes, people, sparsePartners(wishes, people, most));
    if (pairs.length > best.length) best = pairs;
    if (best.length === Math.floor(people.length / 2)) break;
  }
  return best;
}

function pairsAmong(
  { acquaintance, ofTrio }: Wishes,
  people: readonly number[],
  edges: readonly Edge[],
): Pairs {
  if (people.length % 2 === 0) return cheapestMatching(edges);
  // Meeting nobody: whom that costs least is left over.
  const nobody = acquaintance.size;
  return cheapestMatching([...edges, ...people.map((one): Edge => [one, nobody, ofTrio(one)])]).filter(
    ([, other]) => other !== nobody,
  );
}
