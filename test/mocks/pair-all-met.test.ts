import { describe, expect, test } from 'vitest';
import { pairKey, withMeetings } from '../../src/mocks/meeting.ts';
import { pairFairly } from '../../src/mocks/pairing/pair-fairly.ts';
import { NOBODY_MET, played, sizes, team } from './pair-kit.ts';

const IS_FULL = process.env.FULL === '1';
const EVEN = Array.from({ length: 20 }, (_, index) => 2 * index + 2);
const ODD = [3, 5, 7, 9, 11, 15, 19, 23].concat(IS_FULL ? [27, 29, 31, 41] : []);

const times = <T>(many: number, one: T): T[] => Array.from({ length: many }, () => one);
const pairsAmong = (people: number) => (people * (people - 1)) / 2;

describe('nobody away', () => {
  test.each(EVEN)('%i people have all met exactly once after one session less than they are', (people) => {
    const roster = team(people);
    const { met } = played(roster, times(people - 1, roster));
    expect(met.size).toBe(pairsAmong(people));
    expect([...met.values()].every((count) => count === 1)).toBe(true);
  });

  test('after all have met they meet again one after the other: nobody a third time before all have twice', () => {
    const roster = team(10);
    const { met } = played(roster, times(18, roster));
    expect([...met.values()].every((count) => count === 2)).toBe(true);
  });

  test.each(ODD)('%i people have all met within as many sessions as they are', (people) => {
    const roster = team(people);
    const { met, sessions } = played(roster, times(people, roster));
    expect(met.size).toBe(pairsAmong(people));
    expect(Math.max(...met.values())).toBeLessThanOrEqual(3);
    expect(sessions.every((groups) => sizes(groups).filter((size) => size === 3).length === 1)).toBe(true);
  });

  test.each([5, 7, 9, 11])(
    'of %i nobody is ever in more than three trios more than somebody else',
    (people) => {
      const roster = team(people);
      const { sessions } = played(roster, times(3 * people, roster));
      const inTrio = new Map(roster.map((id) => [id, 0]));
      for (const groups of sessions) {
        for (const id of groups.filter(({ length }) => length === 3).flat())
          inTrio.set(id, (inTrio.get(id) ?? 0) + 1);
        expect(Math.max(...inTrio.values()) - Math.min(...inTrio.values())).toBeLessThanOrEqual(3);
      }
    },
  );
});

/** The sessions it took beyond those that whoever had the most to meet needed at the least. */
function sessionsBeyondLeast(people: number, after: number, change: (roster: string[]) => string[]): number {
  const before = team(people);
  let met = played(before, times(after, before)).met;
  const roster = change(before);
  const unmet = (id: string) => roster.filter((other) => other !== id && !met.has(pairKey(id, other))).length;
  const least = Math.max(...roster.map(unmet));
  let sessions = 0;
  for (; roster.some((id) => unmet(id) > 0); sessions++)
    met = withMeetings(met, pairFairly({ present: roster, roster, met, apart: [] }));
  return sessions - least;
}

describe('the team changes half way', () => {
  test.each([6, 8, 10, 12])(
    'of %i, two who join or leave cost at most one session more than they must',
    (people) => {
      for (let after = 1; after < people - 1; after++) {
        expect(
          sessionsBeyondLeast(people, after, (roster) => [...roster, 'new', 'newer']),
        ).toBeLessThanOrEqual(1);
        expect(sessionsBeyondLeast(people, after, (roster) => roster.toSpliced(1, 2))).toBeLessThanOrEqual(1);
      }
    },
  );

  test('a first session of somebody new meets them with somebody, and repeats nothing', () => {
    const before = team(7);
    const { met } = played(before, times(3, before));
    const roster = [...before, 'new'];
    const groups = pairFairly({ present: roster, roster, met: met, apart: [] });
    expect(withMeetings(met, groups).size).toBe(met.size + 4);
    expect(withMeetings(NOBODY_MET, groups).size).toBe(4);
  });
});
