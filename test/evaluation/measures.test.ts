import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areaUnderCurve, counted, f1Of, weightedKappa } from '../../src/evaluation/measures.ts';

describe('quadratic weighted kappa', () => {
  test.each([
    ['two who always agree', [0, 1, 2, 1], [0, 1, 2, 1], 1],
    ['two who agree as often as chance would', [0, 0, 2, 2], [0, 2, 0, 2], 0],
    ['two who say the opposite', [0, 2], [2, 0], -1],
    ['one step apart once in four: 1 of the 5 that chance gives', [0, 1, 2, 2], [0, 1, 1, 2], 0.8],
    ['two steps apart once in four: 4 of the 6.5 that chance gives', [0, 0, 2, 1], [0, 2, 2, 1], 1 - 4 / 6.5],
    ['two who only ever say the same score', [2, 2, 2], [2, 2, 2], 1],
    ['one who says the same to all: no better than chance', [1, 1, 1, 1], [0, 1, 2, 1], 0],
  ])('%s', (_, a, b, expected) => {
    expect(weightedKappa(a, b)).toBeCloseTo(expected, 10);
  });

  test('it is the same whoever comes first', () => {
    const score = fc.constantFrom(0, 1, 2);
    fc.assert(
      fc.property(fc.array(fc.tuple(score, score), { minLength: 1, maxLength: 20 }), (pairs) => {
        const [a, b] = [pairs.map(([one]) => one), pairs.map(([, other]) => other)];
        expect(weightedKappa(a, b)).toBeCloseTo(weightedKappa(b, a), 10);
        expect(weightedKappa(a, b)).toBeLessThanOrEqual(1);
      }),
      { numRuns: 50 },
    );
  });
});

describe('F1', () => {
  test('counts what both said, what was missed and what was wrong', () => {
    expect(counted([true, true, false, false, true], [true, false, true, false, true])).toEqual({
      both: 2,
      missed: 1,
      wrong: 1,
    });
  });

  test.each([
    ['nobody said yes', { both: 0, missed: 0, wrong: 0 }, 1],
    ['nothing in common', { both: 0, missed: 2, wrong: 3 }, 0],
    ['precision 2/3 and recall 1/2', { both: 2, missed: 2, wrong: 1 }, 4 / 7],
    ['all found, nothing beside', { both: 3, missed: 0, wrong: 0 }, 1],
  ])('%s', (_, counts, expected) => {
    expect(f1Of(counts)).toBeCloseTo(expected, 10);
  });
});

describe('the area under the curve', () => {
  test.each([
    ['all good ones above', [0.9, 0.8, 0.2], [true, true, false], 1],
    ['all good ones below', [0.1, 0.8, 0.9], [true, false, false], 0],
    ['a tie counts half: 3.5 of 4 pairs', [2, 1, 1, 0], [true, true, false, false], 0.875],
    ['the same score for all', [1, 1, 1], [true, false, false], 0.5],
  ])('%s', (_, scores, good, expected) => {
    expect(areaUnderCurve(scores, good)).toBeCloseTo(expected, 10);
  });
});
