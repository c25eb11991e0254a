import { describe, expect, test } from 'vitest';
import { drawing } from '../../src/mocks/pairing/drawing.ts';
import { simulatePairing } from '../../src/mocks/pairing/simulate-pairing.ts';
import { mostExpected, mostMet } from './pair-best.ts';
import { played, team } from './pair-kit.ts';

const IS_FULL = process.env.FULL === '1';
const LEAST = 0.9;

/** Who is there, by number, drawn as the simulation draws it. */
function presentsOf(people: number, sessions: number, absent: number, seed: number): number[][] {
  const draw = drawing(seed);
  return Array.from({ length: sessions }, () =>
    Array.from({ length: people }, (_, one) => one).filter(() => draw() >= absent),
  );
}

describe('with people away by chance, at least nine tenths of the best possible', () => {
  const RUNS = IS_FULL ? 100 : 25;
  const TEAMS = IS_FULL ? [4, 5, 6] : [5, 6];
  const cases = TEAMS.flatMap((people) =>
    [0.1, 0.2, 0.4].flatMap((absent) => [3, 5, 7].map((sessions) => [people, absent, sessions] as const)),
  );

  test.each(cases)(
    'of what could be reached by who knew it all before: %i people, %f away, %i sessions',
    (people, absent, sessions) => {
      const roster = team(people);
      let ours = 0;
      let best = 0;
      for (let seed = 1; seed <= RUNS; seed++) {
        const presents = presentsOf(people, sessions, absent, seed);
        const named = presents.map((present) => present.flatMap((one) => roster[one] ?? []));
        ours += played(roster, named).met.size;
        best += mostMet(people, presents);
      }
      if (IS_FULL)
        console.log(`${people} people, ${absent} away, ${sessions} sessions: ${(ours / best).toFixed(3)}`);
      expect(ours / best).toBeGreaterThanOrEqual(LEAST);
    },
  );

  test.each(cases.filter(([people, , sessions]) => people === 5 && sessions === 7))(
    'of the best play there is for who does not know it: %i people, %f away, up to %i sessions',
    (people, absent, sessions) => {
      const best = mostExpected(people, absent, sessions);
      const runs = 5 * RUNS;
      const sums = Array.from({ length: sessions }, () => 0);
      for (let seed = 1; seed <= runs; seed++) {
        const met = new Set<string>();
        const simulation = simulatePairing({ people, sessions, absent, seed, apart: [] });
        for (const [session, { groups }] of simulation.sessions.entries()) {
          for (const group of groups)
            for (const one of group) for (const other of group) if (one < other) met.add(`${one} ${other}`);
          sums[session] = (sums[session] ?? 0) + met.size;
        }
      }
      const ratios = best.map((most, session) => (sums[session] ?? 0) / runs / most);
      if (IS_FULL)
        console.log(`${people} people, ${absent} away: ${ratios.map((ratio) => ratio.toFixed(3)).join(' ')}`);
      for (const ratio of ratios) expect(ratio).toBeGreaterThanOrEqual(0.93);
    },
  );

  test.each([12, 20, 31])('of what there is room for, in larger teams: %i people', (people) => {
    let ours = 0;
    let room = 0;
    for (let seed = 1; seed <= 5; seed++) {
      const { met, possible, sessions } = simulatePairing({
        people,
        sessions: people,
        absent: 0.2,
        seed,
        apart: [],
      });
      ours += met;
      const meetings = sessions.flatMap(({ groups }) =>
        groups.map(({ length }) => (length * (length - 1)) / 2),
      );
      room += Math.min(
        possible,
        meetings.reduce((sum, one) => sum + one, 0),
      );
    }
    if (IS_FULL)
      console.log(
        `${people} people, 0.2 away, ${people} sessions: ${(ours / room).toFixed(3)} of an upper bound`,
      );
    expect(ours / room).toBeGreaterThanOrEqual(LEAST);
  });
});
