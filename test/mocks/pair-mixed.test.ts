import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Met, withMeetings } from '../../src/mocks/meeting.ts';
import { mixedFirst } from '../../src/mocks/pairing/mixed-first.ts';
import { pairFairly } from '../../src/mocks/pairing/pair-fairly.ts';
import { person, plannedMock } from './machine.ts';
import { playedSession } from './session-kit.ts';

/** Who has practised before with who has not, where the organiser wants it so. */

interface Someone {
  readonly id: string;
  readonly practised: number;
}

const people = (fresh: number, practised: number): Someone[] => [
  ...Array.from({ length: fresh }, (_, index) => ({ id: `new${index}`, practised: 0 })),
  ...Array.from({ length: practised }, (_, index) => ({ id: `old${index}`, practised: index + 1 })),
];

function pairedOf(
  all: readonly Someone[],
  met: Met = new Map(),
  apart: readonly (readonly [string, string])[] = [],
) {
  const ids = all.map(({ id }) => id);
  return pairFairly({ present: ids, roster: ids, met: mixedFirst(met, all), apart });
}

const isMixed = (group: readonly string[]) => new Set(group.map((id) => id.slice(0, 3))).size === 2;

describe('with mixed pairs', () => {
  test('everybody is with somebody unlike, as long as there are as many of the one as of the other', () => {
    let met: Met = new Map();
    const all = people(4, 4);
    const seen = new Set<string>();
    for (let session = 0; session < 4; session += 1) {
      const groups = pairedOf(all, met);
      expect(groups.every((group) => group.length === 2 && isMixed(group))).toBe(true);
      for (const group of groups) seen.add(group.toSorted().join());
      met = withMeetings(met, groups);
    }
    // Four sessions of four pairs: nobody met the same one twice.
    expect(seen.size).toBe(16);
  });

  test('nobody is left alone for it, and of a session’s first pairs as many are mixed as can be', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 7 }), (fresh, practised) => {
        const all = people(fresh, practised);
        const groups = pairedOf(all);
        expect(groups.flat().toSorted()).toEqual(all.map(({ id }) => id).toSorted());
        if (all.length < 2) return;
        expect(groups.every(({ length }) => length === 2 || length === 3)).toBe(true);
        expect(groups.filter(isMixed).length).toBe(Math.min(fresh, practised, groups.length));
      }),
    );
  });

  test('who is kept apart stays apart, and who is alike is paired as ever', () => {
    const all = people(2, 2);
    const groups = pairedOf(all, new Map(), [
      ['new0', 'old0'],
      ['new0', 'old1'],
    ]);
    expect(groups.map((group) => group.toSorted().join()).toSorted()).toEqual(['new0,new1', 'old0,old1']);
    const met: Met = new Map();
    expect(mixedFirst(met, people(5, 0))).toBe(met);
  });
});

test('in a session it is as its series says: whoever would meet somebody alike meets somebody unlike', () => {
  const partnerOfAda = (pairs: 'mixed' | 'anyone', practised: Readonly<Record<string, number>>) => {
    const session = playedSession({ of: { ...plannedMock(), pairs } });
    session.until(session.mock().announceAt);
    for (const name of ['Ada', 'Ben', 'Chloe', 'Dev']) {
      const one = person(name);
      session.presses({ ...one, practised: practised[one.id] ?? 0 }, 'join', 'here');
    }
    session.until(session.mock().startsAt);
    return session.groupOf(person('Ada')).pair.find((id) => id !== 'ada') ?? '';
  };
  const usual = partnerOfAda('anyone', {});
  const alike = { ada: 3, [usual]: 5 };
  expect(partnerOfAda('anyone', alike)).toBe(usual);
  expect(partnerOfAda('mixed', alike)).not.toBe(usual);
  expect(partnerOfAda('mixed', {})).toBe(usual);
});
