import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CardSchema } from '../../../src/card/card.ts';
import { fallbackText } from '../../../src/card/fallback.ts';
import { catalog } from '../../../src/guide/catalog.ts';
import type { Mock } from '../../../src/mocks/mock.ts';
import { statsCard } from '../../../src/mocks/stats/stats-card.ts';
import { teamStats } from '../../../src/mocks/stats/team-stats.ts';
import { countWords } from '../../../src/text/words.ts';
import { judgingWords } from '../../support/banned-words.ts';
import { aMock } from '../cards/sessions.ts';
import { all, groupOf, heldMock, member, people, STEPS } from './series.ts';

const guide = catalog.default;
const ZONE = 'Asia/Tokyo';

const trio: Partial<Mock> = {
  members: [
    member('a', { named: true, name: 'Ada' }),
    member('b', { named: true, name: 'Ben' }),
    member('c', { name: 'Chidi' }),
    member('d', { name: 'Declined', answer: 'notThis', named: true }),
    member('n', { name: 'Noshow', named: true }),
  ],
  groups: [groupOf(1, ['a', 'c'], 'b')],
  cards: [],
};

function statsOf(...mocks: readonly Mock[]) {
  return teamStats(mocks, STEPS, undefined).stats;
}

function shown(...mocks: readonly Mock[]): string {
  return fallbackText(statsCard(statsOf(...mocks), guide, ZONE));
}

describe('of a session the organiser sees', () => {
  test('how many joined, took part and observed, and the names of those who agreed and came', () => {
    expect(statsOf(heldMock(1, {}, trio)).sessions).toEqual([
      {
        no: 1,
        startsAt: '2027-01-02T14:00:00.000Z',
        ended: 'held',
        joined: 4,
        tookPart: 2,
        observed: 1,
        groups: 1,
        named: ['Ada', 'Ben'],
      },
    ]);
    expect(shown(heldMock(1, {}, trio))).toContain('Ada and Ben');
  });

  test('the same, whoever declined, and nothing of those who were asked', () => {
    const { members = [] } = trio;
    const without = members.filter(({ answer }) => answer !== 'notThis');
    const silent = [...without, member('s', { name: 'Silent' })].map((one) =>
      one.id === 's' ? { id: 's', name: 'Silent', practised: 0 } : one,
    );
    const one = statsOf(heldMock(1, {}, trio));
    expect(statsOf(heldMock(1, {}, { ...trio, members: without }))).toEqual(one);
    expect(statsOf(heldMock(1, {}, { ...trio, members: silent }))).toEqual(one);
  });

  test('nothing before it is over, and of one that was not held that alone', () => {
    expect(statsOf(aMock({ stage: 'running' })).sessions).toEqual([]);
    expect(shown(aMock({ stage: 'running' }))).toContain('Nothing to show yet');
    for (const ended of ['cancelled', 'skipped', 'nobody', 'missed'] as const)
      expect(shown(heldMock(1, {}, { ended, groups: [], cards: [] }))).not.toMatch(/joined|took part/u);
  });

  test('its day as their calendar has it', () => {
    const late = heldMock(1, {}, { ...trio, startsAt: '2027-01-02T16:00:00.000Z' });
    expect(shown(late)).toContain('Sunday 3 January 2027');
    expect(fallbackText(statsCard(statsOf(late), guide, 'Nowhere/At-all'))).toContain('Saturday 2 January');
  });
});

describe('of pairings the organiser sees', () => {
  const five = { ...trio, groups: [groupOf(1, ['a', 'b']), groupOf(2, ['c', 'n'], 'd')] };

  test('how many pairs met how often, and never which', () => {
    const stats = statsOf(
      heldMock(1, {}, five),
      heldMock(2, {}, { ...five, groups: [groupOf(1, ['b', 'a'])] }),
    );
    expect(stats.meetings).toEqual([
      { times: 1, pairs: 3 },
      { times: 2, pairs: 1 },
    ]);
  });

  test('nothing below five people: there it would tell who met whom', () => {
    expect(statsOf(heldMock(1, {}, trio)).meetings).toBeUndefined();
    expect(shown(heldMock(1, {}, trio))).toContain('From five people on I show how often');
  });

  test('the same whoever was with whom, as long as it is as often', () => {
    const other = { ...five, groups: [groupOf(1, ['a', 'n']), groupOf(2, ['c', 'b'], 'd')] };
    expect(statsOf(heldMock(1, {}, other))).toEqual(statsOf(heldMock(1, {}, five)));
  });
});

describe('of steps the organiser sees', () => {
  test('why nothing is said, and from five people on where the team needs more', () => {
    expect(shown(heldMock(1, all(people(4), 'wantMore')))).toContain(
      'From five people on I show which steps',
    );
    const words = shown(heldMock(1, all(people(5), 'wantMore')));
    expect(words).toContain(guide.steps[0]?.name);
    expect(words).not.toContain(guide.steps[3]?.name);
    expect(shown(heldMock(1, all(people(5), 'clearly')))).toContain('There is no step');
  });

  test('the same when they ask twice, and after a session of four', () => {
    const mocks = [heldMock(1, all(people(6), 'wantMore'))];
    const { stats, published } = teamStats(mocks, STEPS, undefined);
    expect(teamStats(mocks, STEPS, published).stats).toEqual(stats);
    const more = [...mocks, heldMock(2, all(people(4), 'clearly'))];
    expect(teamStats(more, STEPS, published)).toMatchObject({ published, stats: { wanted: stats.wanted } });
  });
});

test('whatever happened, nothing that was said is in it, and the card is one in the coach’s voice', () => {
  const counts = fc.array(fc.tuple(fc.nat(7), fc.constantFrom('clearly', 'wantMore', 'notHeard')), {
    maxLength: 9,
  });
  fc.assert(
    fc.property(counts, fc.string({ unit: 'grapheme', minLength: 1 }), (sessions, name) => {
      const mocks = sessions.map(([count, told], index) => {
        const mock = heldMock(index + 1, all(people(count), told));
        return { ...mock, members: mock.members.map((one) => ({ ...one, name, named: true as const })) };
      });
      const stats = statsOf(...mocks);
      const card = statsCard(stats, guide, ZONE);
      expect(CardSchema.safeParse(card).error).toBeUndefined();
      expect(JSON.stringify([stats, card])).not.toContain('SECRET');
      // A name may be any word: the coach's own are looked at where people are called p1 and p2.
      const own = sessions.map(([count, told], index) => heldMock(index + 1, all(people(count), told)));
      const plain = statsCard(statsOf(...own), guide, ZONE);
      expect(judgingWords(plain)).toEqual([]);
      expect(fallbackText(plain)).not.toMatch(/!|\bgreat\b/iu);
      for (const line of fallbackText(plain).split('\n')) expect(countWords(line)).toBeLessThanOrEqual(35);
    }),
    { numRuns: process.env.FULL === '1' ? 1_000 : 20 },
  );
});
