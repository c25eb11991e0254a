import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Mock } from '../../../src/mocks/mock.ts';
import {
  isWanted,
  type PublishedSteps,
  PublishedStepsSchema,
  publishedSteps,
} from '../../../src/mocks/stats/published-steps.ts';
import { tellingsOf } from '../../../src/mocks/stats/tellings.ts';
import { all, groupOf, heldMock, member, partnerCard, people, STEPS, type Told } from './series.ts';

const IS_FULL = process.env.FULL === '1';
const RUNS = { numRuns: IS_FULL ? 3_000 : 60 };

/** What is published of these, after the last. */
function published(mocks: readonly Mock[], last?: PublishedSteps): PublishedSteps | undefined {
  return publishedSteps(last, tellingsOf(mocks), STEPS);
}

const told = fc.constantFrom<Told>('clearly', 'wantMore', 'notHeard', undefined);
const asked: fc.Arbitrary<Told> = fc.constantFrom<Told>('wantMore', 'notHeard');

/** Who tells in a session, and how it comes across. */
function session(from: number, to: number): fc.Arbitrary<Record<string, Told>> {
  return fc
    .subarray(people(10), { minLength: from, maxLength: to })
    .chain((ids) =>
      fc
        .array(told, { minLength: ids.length, maxLength: ids.length })
        .map((words) => Object.fromEntries(ids.map((id, index) => [id, words[index]]))),
    );
}

describe('a report', () => {
  test('says nothing of four people, and of five what most were asked for', () => {
    expect(published([heldMock(1, all(people(4), 'notHeard'))])).toBeUndefined();
    const five = { ...all(people(3), 'wantMore'), p4: 'clearly', p5: 'clearly' } as const;
    expect(published([heldMock(1, five)])?.wanted).toEqual([...STEPS]);
    expect(published([heldMock(1, { ...five, p3: 'clearly' })])?.wanted).toEqual([]);
  });

  test('is the last one, to the letter, while fewer than five have told since', () => {
    fc.assert(
      fc.property(session(5, 10), session(0, 4), (first, since) => {
        const last = published([heldMock(1, first)]);
        expect(last).toBeDefined();
        expect(published([heldMock(1, first), heldMock(2, since)], last)).toBe(last);
      }),
      RUNS,
    );
  });

  test('is not changed by somebody whose data are deleted, and holds nobody’s id, words or ratings', () => {
    fc.assert(
      fc.property(session(5, 10), fc.nat(9), (first, index) => {
        const ids = Object.keys(first);
        const gone = ids[index % ids.length] ?? '';
        const mock = heldMock(1, first);
        const last = published([mock]);
        const stay = { ...mock, cards: mock.cards.filter(({ candidate }) => candidate !== gone) };
        expect(published([stay], last)).toBe(last);
        expect(PublishedStepsSchema.safeParse(last).error).toBeUndefined();
        expect(JSON.stringify(last)).not.toMatch(/"p\d|SECRET|wantMore|notHeard|clearly/u);
      }),
      RUNS,
    );
  });

  test('comes at the same time whatever was said: that it changed tells who practised, and no more', () => {
    fc.assert(
      fc.property(session(5, 10), session(0, 10), fc.infiniteStream(told), (first, second, words) => {
        const other = (one: Record<string, Told>) =>
          Object.fromEntries(Object.keys(one).map((id) => [id, words.next().value]));
        const spent = (one: Record<string, Told>, two: Record<string, Told>) =>
          published([heldMock(1, one), heldMock(2, two)], published([heldMock(1, one)]))?.spent;
        expect(spent(other(first), other(second))).toEqual(spent(first, second));
      }),
      RUNS,
    );
  });

  test('is the same for two of the four values of anybody, who knows all others would not tell them apart', () => {
    fc.assert(
      fc.property(session(5, 10), session(5, 10), asked, (first, second, word) => {
        const swapped = (one: Record<string, Told>) =>
          Object.fromEntries(
            Object.entries(one).map(([id, was]) => [
              id,
              was === 'wantMore' || was === 'notHeard' ? word : was === undefined ? 'clearly' : undefined,
            ]),
          );
        const both = (one: Record<string, Told>, two: Record<string, Told>) => {
          const last = published([heldMock(1, one)]);
          return [last?.wanted, published([heldMock(1, one), heldMock(2, two)], last)?.wanted];
        };
        expect(both(swapped(first), swapped(second))).toEqual(both(first, second));
      }),
      RUNS,
    );
  });

  test('depends on how many were asked for more, not on who', () => {
    fc.assert(
      fc.property(
        session(5, 10).chain((one) =>
          fc.tuple(
            fc.constant(one),
            fc.shuffledSubarray(Object.values(one), { minLength: Object.keys(one).length }),
          ),
        ),
        ([one, words]) => {
          const shuffled = Object.fromEntries(Object.keys(one).map((id, index) => [id, words[index]]));
          expect(published([heldMock(1, shuffled)])?.wanted).toEqual(published([heldMock(1, one)])?.wanted);
        },
      ),
      RUNS,
    );
  });
});

describe('several reports', () => {
  const sessions = fc.array(session(0, 10), { minLength: 1, maxLength: 5 });

  /** What is published after each session. `gone`: cards that the store has lost by then, as `when:session:whose`. */
  function reports(
    told: readonly Record<string, Told>[],
    gone: ReadonlySet<string> = new Set(),
  ): PublishedSteps[] {
    const done: PublishedSteps[] = [];
    for (const [when] of told.entries()) {
      const mocks = told.slice(0, when + 1).map((one, index) => heldMock(index + 1, one));
      const left = mocks.map((mock) => ({
        ...mock,
        cards: mock.cards.filter(({ candidate }) => !gone.has(`${when}:${mock.no}:${candidate}`)),
      }));
      const next = published(left, done.at(-1));
      if (next !== undefined && next !== done.at(-1)) done.push(next);
    }
    return done;
  }

  test('depend on what was said in one telling in one of them at most', () => {
    fc.assert(
      fc.property(sessions, fc.nat(4), fc.nat(9), told, (before, no, index, word) => {
        const changed = no % before.length;
        const ids = Object.keys(before[changed] ?? {});
        const id = ids[index % ids.length] ?? 'nobody';
        const after = before.map((one, at) => (at === changed && id in one ? { ...one, [id]: word } : one));
        const [one, other] = [reports(before), reports(after)];
        expect(other.map(({ spent }) => spent)).toEqual(one.map(({ spent }) => spent));
        const differ = one.filter(({ wanted }, which) => `${wanted}` !== `${other[which]?.wanted}`);
        expect(differ.length).toBeLessThanOrEqual(1);
      }),
      RUNS,
    );
  });

  test('rest each on five people or more whose tellings are in no other, also where cards are lost in between', () => {
    const lost = fc.tuple(fc.nat(4), fc.integer({ min: 1, max: 5 }), fc.constantFrom(...people(10)));
    fc.assert(
      fc.property(sessions, fc.array(lost, { maxLength: 20 }), (told, gone) => {
        const tellings = tellingsOf(told.map((one, index) => heldMock(index + 1, one)));
        const whose = new Map(tellings.map(({ key, candidate }) => [key, candidate]));
        let before: readonly string[] = [];
        for (const { spent } of reports(told, new Set(gone.map((one) => one.join(':'))))) {
          expect(spent.slice(0, before.length)).toEqual(before);
          expect(new Set(spent).size).toBe(spent.length);
          const counted = spent.slice(before.length).map((key) => whose.get(key));
          expect(new Set(counted).size).toBeGreaterThanOrEqual(5);
          before = spent;
        }
      }),
      RUNS,
    );
  });

  test('come again after five more, and say nothing of what was counted before', () => {
    const first = heldMock(1, all(people(5), 'notHeard'));
    const second = heldMock(2, all(people(5), 'clearly'));
    expect(published([first, second], published([first]))?.wanted).toEqual([]);
  });
});

/**
 * As a report depends on counts alone (above), its worlds are how many of those were asked for more of whom the reader knows
 * nothing.
 */
describe.each([true, false])('that a step is named or not (%s)', (isNamed) => {
  const MOST = 40;

  /** Whether it leaves open of each of them if they were asked for more. */
  function isOpen(people: number, known: number, knownAsked: number): boolean {
    const unknown = people - known;
    const worlds = Array.from({ length: unknown + 1 }, (_, asked) => asked).filter(
      (asked) => isWanted(asked + knownAsked, people) === isNamed,
    );
    return worlds.some((asked) => asked > 0) && worlds.some((asked) => asked < unknown);
  }

  test('leaves open of each whether they were asked for more, in a team of any size from five on', () => {
    for (let team = 5; team <= MOST; team += 1) expect(isOpen(team, 0, 0)).toBe(true);
  });

  test('leaves it open for a reader who knows one of five, two of seven, three of nine', () => {
    for (let team = 5; team <= MOST; team += 1)
      for (let known = 0; known <= Math.floor((team - 1) / 2) - 1; known += 1)
        for (let asked = 0; asked <= known; asked += 1) expect(isOpen(team, known, asked)).toBe(true);
  });

  test('does not for one who knows two of five', () => {
    expect(isOpen(5, 2, isNamed ? 0 : 2)).toBe(false);
  });
});

describe('what counts of somebody', () => {
  test('is their newest telling, of the partner first and of the coach where the partner left a step out', () => {
    const partner = partnerCard(1, 'p1', undefined);
    const second = heldMock(2, { p1: undefined });
    const mock: Mock = {
      ...second,
      cards: [
        {
          ...partner,
          by: 'coach',
          card: { steps: { context: 'notHeard', failure: 'notHeard' }, effects: [] },
        },
        { ...partner, card: { ...partner.card, steps: { context: 'clearly' } } },
      ],
    };
    expect(tellingsOf([mock, heldMock(1, { p1: 'wantMore' })]).at(-1)).toEqual({
      key: 'm2:1:0',
      candidate: 'p1',
      steps: { context: 'clearly', failure: 'notHeard' },
    });
  });

  test('is never what they or an observer say of it', () => {
    const mock = heldMock(1, { p1: 'wantMore' });
    const cards = (['own', 'observer'] as const).map((by) => ({ ...partnerCard(1, 'p1', 'notHeard'), by }));
    expect(tellingsOf([{ ...mock, cards }])).toEqual([]);
  });

  test('is nothing of a group in which an organiser of the series was, nor of a session they left half-way', () => {
    const mock = heldMock(1, all(people(3), 'wantMore'));
    const groups = [groupOf(1, ['p1', 'org']), groupOf(2, ['p2', 'x'], 'org'), groupOf(3, ['p3', 'y'])];
    expect(tellingsOf([{ ...mock, groups }]).map(({ candidate }) => candidate)).toEqual(['p3']);
    const left = { ...mock, members: [...mock.members, member('org', { left: true })] };
    expect(tellingsOf([left])).toEqual([]);
  });
});
