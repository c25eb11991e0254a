import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Grade, gradeOf, isInBand, PractisedSchema } from '../../src/reminders/grade.ts';

const STEPS = ['context', 'failure', 'immediate-actions', 'reflections', 'growth-evidence'];
const ORDER: readonly Grade[] = ['again', 'hard', 'good', 'easy'];

const spoke = (took: number, count: number) =>
  gradeOf({ kind: 'run', seconds: 90, took, said: STEPS.slice(0, count), steps: STEPS.length });
const read = (verdict: 'good' | 'weak' | 'bad', findings: number, changed = true) =>
  gradeOf({ kind: 'critique', verdict, findings, changed });
const rank = (grade: Grade | undefined) => (grade === undefined ? -1 : ORDER.indexOf(grade));

describe('an answer said aloud', () => {
  test('all steps in one to two minutes is good, whichever length was chosen', () => {
    expect([60, 85, 120].map((took) => spoke(took, 5))).toEqual(['good', 'good', 'good']);
  });

  test('all steps, a breath too short or too long, is still good; far out is hard', () => {
    expect([45, 135].map((took) => spoke(took, 5))).toEqual(['good', 'good']);
    expect([30, 240].map((took) => spoke(took, 5))).toEqual(['hard', 'hard']);
  });

  test('one step left out is hard, and again where the time was far out too', () => {
    expect(spoke(90, 4)).toBe('hard');
    expect(spoke(200, 4)).toBe('again');
  });

  test('fewer steps are again, however well the time was kept', () => {
    expect([0, 1, 2, 3].map((count) => spoke(90, count))).toEqual(['again', 'again', 'again', 'again']);
  });

  test('a step said twice is said once', () => {
    const said = ['context', 'context', 'failure', 'failure', 'failure'];
    expect(gradeOf({ kind: 'run', seconds: 90, took: 90, said, steps: 5 })).toBe('again');
  });

  test('of an answer with one step, nothing said is again, not "all but one"', () => {
    expect(gradeOf({ kind: 'run', seconds: 60, took: 90, said: [], steps: 1 })).toBe('again');
  });

  test('a step more never lowers the grade, and it is never easy', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 0, max: 4 }), (took, count) => {
        const [fewer, more] = [spoke(took, count), spoke(took, count + 1)];
        return rank(fewer) <= rank(more) && more !== 'easy';
      }),
    );
  });

  test('a time in the band is never graded below another time', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 60, max: 120 }),
        fc.integer({ min: 0, max: 700 }),
        fc.integer({ min: 0, max: 5 }),
        (inBand, any, count) => rank(spoke(inBand, count)) >= rank(spoke(any, count)),
      ),
    );
  });

  test('the band is one to two minutes, both ends in it', () => {
    expect([59, 60, 120, 121].map(isInBand)).toEqual([false, true, true, false]);
  });
});

describe('an answer that was read', () => {
  test('its verdict is the grade, and good with nothing found is easy', () => {
    expect(read('bad', 4)).toBe('again');
    expect(read('weak', 2)).toBe('hard');
    expect(read('good', 1)).toBe('good');
    expect(read('good', 0)).toBe('easy');
  });

  test('the same text pasted again is no practice', () => {
    expect(read('good', 0, false)).toBeUndefined();
    expect(read('bad', 4, false)).toBeUndefined();
  });
});

test('a practice is plain data: a run of an answer without steps is none', () => {
  const run = { kind: 'run', seconds: 90, took: 80, said: ['failure'], steps: 5 };
  expect(PractisedSchema.parse(JSON.parse(JSON.stringify(run)))).toEqual(run);
  expect(PractisedSchema.safeParse({ ...run, steps: 0 }).success).toBe(false);
});
