import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Met, type Pair, pairKey } from '../../src/mocks/meeting.ts';
import { type Pairing, pairFairly } from '../../src/mocks/pairing/pair-fairly.ts';
import { pairsOf, sizes, team } from './pair-kit.ts';

const RUNS = process.env.FULL === '1' ? 1_000 : 150;
const MOST = 24;

/** A team with some history, some of them there, some kept apart. */
const pairings: fc.Arbitrary<Pairing> = fc.integer({ min: 1, max: MOST }).chain((people) => {
  const roster = team(people);
  const two = fc.tuple(fc.constantFrom(...roster), fc.constantFrom(...roster)).filter(([a, b]) => a !== b);
  return fc.record({
    roster: fc.constant(roster),
    present: fc.shuffledSubarray(roster),
    met: fc
      .array(fc.tuple(people > 1 ? two : fc.constant<[string, string]>(['x', 'y']), fc.nat(4)))
      .map((meetings): Met => new Map(meetings.map(([[a, b], times]) => [pairKey(a, b), times]))),
    apart: fc.array<Pair>(people > 1 ? two : fc.constant<[string, string]>(['x', 'y']), {
      maxLength: people,
    }),
  });
});

function always(check: (pairing: Pairing) => void): void {
  fc.assert(fc.property(pairings, check), { numRuns: RUNS });
}

const isApart = ({ apart }: Pairing, [one, other]: Pair) =>
  apart.some(([a, b]) => pairKey(a, b) === pairKey(one, other));

describe('whoever is there, whatever they met before', () => {
  test('everyone is in exactly one group of one to three', () => {
    always((pairing) => {
      const groups = pairFairly(pairing);
      expect(groups.flat().toSorted()).toEqual(pairing.present.toSorted());
      expect(sizes(groups).every((size) => size >= 1 && size <= 3)).toBe(true);
    });
  });

  test('no group holds two who are kept apart', () => {
    always((pairing) => {
      for (const pair of pairsOf(pairFairly(pairing))) expect(isApart(pairing, pair)).toBe(false);
    });
  });

  test('where nobody is kept apart there are pairs and at most one trio, and alone is who is the only one', () => {
    always((pairing) => {
      const { length } = pairing.present;
      const expected = Array.from({ length: Math.floor(length / 2) }, () => 2);
      if (length % 2 === 1) expected.splice(-1, 1, length === 1 ? 1 : 3);
      expect(sizes(pairFairly({ ...pairing, apart: [] }))).toEqual(expected);
    });
  });

  test('nobody is alone beside somebody else who is, if the two may meet', () => {
    always((pairing) => {
      const alone = pairFairly(pairing).filter(({ length }) => length === 1);
      for (const pair of pairsOf([alone.flat()])) expect(isApart(pairing, pair)).toBe(true);
    });
  });

  test('the order of those present, and the order within pairs, is irrelevant', () => {
    always((pairing) => {
      const turned: Pairing = {
        ...pairing,
        present: pairing.present.toReversed(),
        met: new Map(
          [...pairing.met]
            .reverse()
            .map(([key, times]) => [JSON.stringify(JSON.parse(key).reverse()), times]),
        ),
        apart: pairing.apart.map(([a, b]): Pair => [b, a]).reverse(),
      };
      expect(pairFairly(turned)).toEqual(pairFairly(pairing));
    });
  });

  test('how somebody is called is irrelevant', () => {
    always((pairing) => {
      const { roster } = pairing;
      // Renamed so that their alphabet is another one.
      const named = (id: string) => `${String.fromCharCode(122 - (roster.indexOf(id) % 26))}${id}"`;
      const renamed: Pairing = {
        roster: roster.map(named),
        present: pairing.present.map(named),
        met: new Map(
          [...pairing.met].map(([key, times]) => {
            const [a, b] = JSON.parse(key);
            return [pairKey(named(a), named(b)), times];
          }),
        ),
        apart: pairing.apart.map(([a, b]): Pair => [named(a), named(b)]),
      };
      expect(pairFairly(renamed)).toEqual(pairFairly(pairing).map((group) => group.map(named)));
    });
  });
});
