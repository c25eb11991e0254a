import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pairKey } from '../../src/mocks/meeting.ts';
import { acquaintanceOf } from '../../src/mocks/pairing/acquaintance.ts';
import { cheapestMatching, type Edge } from '../../src/mocks/pairing/cheapest-matching.ts';
import { bestOfAll } from '../../src/mocks/pairing/every-grouping.ts';
import { groupMany } from '../../src/mocks/pairing/group-many.ts';
import { circleSize, partnerIn } from '../../src/mocks/pairing/round-robin.ts';
import { wishesOf } from '../../src/mocks/pairing/wishes.ts';
import { worthOf } from '../../src/mocks/pairing/worth.ts';
import { team } from './pair-kit.ts';

const RUNS = process.env.FULL === '1' ? 2_000 : 300;

/** Edges of a small graph, with costs that are far apart as those of long histories are. */
const graphs = fc
  .uniqueArray(fc.tuple(fc.nat(7), fc.nat(7), fc.oneof(fc.nat(5), fc.nat(2 ** 40))), {
    selector: ([a, b]) => `${Math.min(a, b)} ${Math.max(a, b)}`,
  })
  .map((edges) => edges.filter(([a, b]) => a !== b).map(([a, b, cost]): Edge => [a, b, cost]));

/** [pairs, cost] of the largest matchings' cheapest. */
function triedOut([edge, ...others]: readonly Edge[]): readonly [number, number] {
  if (edge === undefined) return [0, 0];
  const [one, other, cost] = edge;
  const without = triedOut(others);
  const left = triedOut(others.filter(([a, b]) => ![one, other].some((each) => each === a || each === b)));
  const taken = [left[0] + 1, left[1] + cost] as const;
  const isTaken = taken[0] > without[0] || (taken[0] === without[0] && taken[1] < without[1]);
  return isTaken ? taken : without;
}

describe('a matching', () => {
  test('has as many pairs as there can be, and no other such one costs less', () => {
    fc.assert(
      fc.property(graphs, (edges) => {
        const pairs = cheapestMatching(edges);
        expect(new Set(pairs.flat()).size).toBe(2 * pairs.length);
        const costs = pairs.map(
          ([a, b]) => edges.find(([c, d]) => (a === c && b === d) || (a === d && b === c))?.[2],
        );
        expect([pairs.length, costs.reduce<number>((sum, cost) => sum + (cost ?? Number.NaN), 0)]).toEqual(
          triedOut(edges),
        );
      }),
      { numRuns: RUNS },
    );
  });

  test('groups an even number as well as trying every grouping does', () => {
    const histories = fc.tuple(
      fc.constantFrom(4, 6, 8),
      fc.array(fc.nat(3), { minLength: 28, maxLength: 28 }),
    );
    fc.assert(
      fc.property(histories, ([people, counts]) => {
        const ids = team(people);
        const left = [...counts];
        const met = new Map(
          ids.flatMap((a, index) =>
            ids.slice(index + 1).map((b) => [pairKey(a, b), left.pop() ?? 0] as const),
          ),
        );
        const wishes = wishesOf(acquaintanceOf(ids, met, []), new Int32Array(people).fill(-1));
        expect(worthOf(wishes, groupMany(wishes))).toEqual(worthOf(wishes, bestOfAll(wishes)));
      }),
      { numRuns: Math.ceil(RUNS / 3) },
    );
  });
});

describe('the round robin', () => {
  test.each([2, 4, 6, 10, 40])('of %i lets everybody meet everybody once', (size) => {
    const met = new Set<string>();
    for (let round = 0; round < size - 1; round++)
      for (let place = 0; place < size; place++) {
        const partner = partnerIn(round, place, size);
        expect(partner).not.toBe(place);
        expect(partnerIn(round, partner, size)).toBe(place);
        met.add(`${place} ${partner}`);
      }
    expect(met.size).toBe(size * (size - 1));
  });

  test('has a free place where the number is odd', () => {
    expect([0, 1, 2, 7].map(circleSize)).toEqual([0, 2, 2, 8]);
  });
});
