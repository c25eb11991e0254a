import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judged, MODEL, practised, progressOn, stepIds } from './practised.ts';

describe('a practice counts', () => {
  test('once it was judged or said aloud, or once its story is not to be scored', () => {
    const { practices, weeks } = progressOn([
      practised(1),
      practised(2, { judged: [judged([1])] }),
      practised(3, { runs: [90] }),
      practised(29, { sheltered: true }),
    ]);
    expect(practices).toBe(3);
    expect(weeks).toBe(1);
  });

  test('on every day on which something of it was done', () => {
    const one = practised(1, { judged: [judged([1])], days: ['2027-03-16', '2027-03-24', '2027-03-30'] });
    expect(progressOn([one]).weeks).toBe(3);
  });

  test('and is never scored where its story is sheltered or the question was another', () => {
    const { scored, pitfalls, next, practices } = progressOn([
      practised(1, { sheltered: true, judged: [judged([1], { pitfalls: ['trivial'] })] }),
      practised(2, { ofAnotherQuestion: true, judged: [judged([1], { pitfalls: ['trivial'] })] }),
    ]);
    expect({ scored, pitfalls, next, practices }).toEqual({
      scored: [],
      pitfalls: { gone: [], there: [] },
      next: undefined,
      practices: 2,
    });
  });
});

test('minutes are those of every run', () => {
  expect(progressOn([practised(1, { runs: [60, 95] }), practised(2, { runs: [120] })]).secondsSaid).toBe(275);
});

describe('the step to work on next', () => {
  test.each([
    [[2, 1, 0, 0, 2], 2],
    [[1, 2, 1, 2, 1], 0],
    [[2, 2, 2, 2, 1], 4],
  ] as const)('of %j is the earliest of the weakest', (values, index) => {
    expect(progressOn([practised(1, { judged: [judged(values)] })]).next).toBe(stepIds[index]);
  });

  test('is that of the newest answer', () => {
    const practices = [
      practised(1, { judged: [judged([0, 2, 2, 2, 2])] }),
      practised(2, { judged: [judged([0, 2, 2, 2, 2]), judged([2, 2, 2, 1, 2])] }),
    ];
    expect(progressOn(practices).next).toBe(stepIds[3]);
  });

  test('is none where all is clear', () => {
    expect(progressOn([practised(1, { judged: [judged([2, 2, 2, 2, 2])] })]).next).toBeUndefined();
  });
});

describe('pitfalls', () => {
  test('are gone where the newest answer has them no more, whichever practice had them', () => {
    const { pitfalls } = progressOn([
      practised(1, { judged: [judged([1], { pitfalls: ['trivial', 'no-growth'] })] }),
      practised(2, {
        judged: [judged([1], { pitfalls: ['others-mistakes'] }), judged([1], { pitfalls: ['no-growth'] })],
      }),
    ]);
    expect(pitfalls).toEqual({ gone: ['trivial', 'others-mistakes'], there: ['no-growth'] });
  });

  test.each([
    ['another critic', MODEL],
    ['another version', { version: 'rubric-6' }],
  ])('that %s found are not gone because this one does not find them', (_, other) => {
    const { pitfalls } = progressOn([
      practised(1, { judged: [judged([1], { pitfalls: ['trivial'] })] }),
      practised(2, { judged: [judged([1], { pitfalls: [], ...other })] }),
    ]);
    expect(pitfalls).toEqual({ gone: [], there: [] });
  });

  test('none is both gone and there', () => {
    const found = fc.subarray(['trivial', 'no-growth', 'core-skill']);
    fc.assert(
      fc.property(fc.array(fc.tuple(found, fc.boolean()), { minLength: 1, maxLength: 8 }), (all) => {
        const practices = all.map(([pitfalls, isModel], index) =>
          practised(index + 1, { judged: [judged([1], { pitfalls, ...(isModel ? MODEL : {}) })] }),
        );
        const { gone, there } = progressOn(practices).pitfalls;
        expect(gone.filter((id) => there.includes(id))).toEqual([]);
        expect([...there].sort()).toEqual([...(all.at(-1)?.[0] ?? [])].sort());
      }),
    );
  });
});
