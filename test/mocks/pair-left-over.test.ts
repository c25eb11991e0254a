import { describe, expect, test } from 'vitest';
import { pairFairly } from '../../src/mocks/pairing/pair-fairly.ts';
import { inOrder, NOBODY_MET, pairsOf, played, sizes, team } from './pair-kit.ts';

/** OfficeDev/microsoft-teams-apps-icebreaker#72, dblock/slack-sup#27 and #64, konecnyna/slack-cat#9. */
describe('who is left over, and whom one meets again', () => {
  test.each([
    [0, []],
    [1, [1]],
    [2, [2]],
    [3, [3]],
    [5, [2, 3]],
    [7, [2, 2, 3]],
    [11, [2, 2, 2, 2, 3]],
  ])('of %i people everybody is in a group, in a trio where the number is odd', (people, expected) => {
    const roster = team(people);
    const groups = pairFairly({ present: roster, roster, met: NOBODY_MET, apart: [] });
    expect(sizes(groups)).toEqual(expected);
    expect(groups.flat().toSorted()).toEqual(roster.toSorted());
  });

  test('over four weeks of seven people, two of them away once, nobody is left over and no two meet twice', () => {
    const roster = team(7);
    const without = (id: string) => roster.filter((one) => one !== id);
    const { sessions, met } = played(roster, [roster, without('p3'), without('p5'), roster]);
    expect(sessions.map(sizes)).toEqual([
      [2, 2, 3],
      [2, 2, 2],
      [2, 2, 2],
      [2, 2, 3],
    ]);
    // 5 + 3 + 3 + 5 meetings.
    expect(met.size).toBe(16);
    expect([...met.values()].every((count) => count === 1)).toBe(true);
  });

  test('a history kept as (B, A) is the history of (A, B)', () => {
    const roster = team(4);
    const asStored = new Map([
      ['["p2","p1"]', 1],
      ['["p4","p3"]', 1],
    ]);
    const groups = pairFairly({ present: roster, roster, met: asStored, apart: [] });
    const turned = new Map([
      ['["p1","p2"]', 1],
      ['["p3","p4"]', 1],
    ]);
    expect(groups).toEqual(pairFairly({ present: roster, roster, met: turned, apart: [] }));
    expect(inOrder(groups)).not.toContain('p1 p2');
  });

  test('two who are kept apart are alone when only they are there', () => {
    const groups = pairFairly({
      present: ['p1', 'p2'],
      roster: team(5),
      met: NOBODY_MET,
      apart: [['p2', 'p1']],
    });
    expect(inOrder(groups)).toEqual(['p1', 'p2']);
  });

  test('whom a third must not meet, the third does not meet in a trio', () => {
    const groups = pairFairly({ present: team(3), roster: team(3), met: NOBODY_MET, apart: [['p1', 'p3']] });
    expect(sizes(groups)).toEqual([1, 2]);
    expect(pairsOf(groups)).not.toContainEqual(['p1', 'p3']);
  });

  test('who comes without being on the roster is paired too', () => {
    const roster = team(5);
    const groups = pairFairly({ present: [...roster, 'guest'], roster, met: NOBODY_MET, apart: [] });
    expect(sizes(groups)).toEqual([2, 2, 2]);
    expect(groups.flat()).toContain('guest');
  });

  test('a third meeting of one pair is worse than second meetings of two', () => {
    const roster = team(4);
    // p1 and p2, p3 and p4 are never to meet; of the two ways left one has met twice, in one of its pairs.
    const met = new Map([
      ['["p1","p3"]', 2],
      ['["p1","p4"]', 1],
      ['["p2","p3"]', 1],
      ['["p2","p4"]', 0],
    ]);
    const groups = pairFairly({
      present: roster,
      roster,
      met,
      apart: [
        ['p1', 'p2'],
        ['p3', 'p4'],
      ],
    });
    expect(inOrder(groups)).toEqual(['p1 p4', 'p2 p3']);
  });

  test('an id with quotation marks and commas in it is read back from the history', () => {
    const roster = ['a","b', 'c\\', '"', 'd'];
    const { met } = played(roster, [roster, roster, roster]);
    expect(met.size).toBe(6);
  });
});
