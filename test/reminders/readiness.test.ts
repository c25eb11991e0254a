import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Practised } from '../../src/reminders/grade.ts';
import {
  isReady,
  NEW_READINESS,
  type Readiness,
  ReadinessSchema,
  readinessAfter,
} from '../../src/reminders/readiness.ts';

const GOOD: Practised = { kind: 'critique', verdict: 'good', findings: 1, changed: true };
const run = (took: number): Practised => ({ kind: 'run', seconds: 90, took, said: ['failure'], steps: 5 });

function reached(practices: readonly (readonly [string, Practised])[], zone = 'Europe/Berlin'): Readiness {
  return practices.reduce<Readiness>((so, [at, one]) => readinessAfter(so, one, at, zone), NEW_READINESS);
}

describe('ready', () => {
  test('two good answers on different days and one run of one to two minutes, in any order', () => {
    const all = [
      ['2026-11-24T12:00:00Z', GOOD],
      ['2026-11-25T12:00:00Z', GOOD],
      ['2026-11-26T12:00:00Z', run(85)],
    ] as const;
    expect(isReady(reached(all))).toBe(true);
    expect(isReady(reached([all[2], all[0], all[1]]))).toBe(true);
    for (const left of all) expect(isReady(reached(all.filter((one) => one !== left)))).toBe(false);
  });

  test('two good answers in one evening are one day', () => {
    const evening = reached([
      ['2026-11-24T17:00:00Z', run(60)],
      ['2026-11-24T18:00:00Z', GOOD],
      ['2026-11-24T22:30:00Z', GOOD],
    ]);
    expect(isReady(evening)).toBe(false);
  });

  test('midnight is where the person is', () => {
    const late = [
      ['2026-11-24T17:00:00Z', run(120)],
      ['2026-11-24T22:30:00Z', GOOD],
      ['2026-11-24T23:30:00Z', GOOD],
    ] as const;
    expect(isReady(reached(late, 'Europe/Berlin'))).toBe(true);
    expect(isReady(reached(late, 'UTC'))).toBe(false);
  });

  test('a run shorter than a minute or longer than two is none yet', () => {
    const days = [
      ['2026-11-24T12:00:00Z', GOOD],
      ['2026-11-25T12:00:00Z', GOOD],
    ] as const;
    for (const [took, ready] of [
      [59, false],
      [60, true],
      [120, true],
      [121, false],
    ] as const)
      expect(isReady(reached([...days, ['2026-11-26T12:00:00Z', run(took)]]))).toBe(ready);
  });

  test('the same good text pasted on the next day is no second answer', () => {
    const pasted = reached([
      ['2026-11-23T12:00:00Z', run(90)],
      ['2026-11-24T12:00:00Z', GOOD],
      ['2026-11-25T12:00:00Z', { ...GOOD, changed: false }],
    ]);
    expect(isReady(pasted)).toBe(false);
  });
});

test('what is ready stays ready, and what is stored comes back as it was', () => {
  const anyPractice: fc.Arbitrary<Practised> = fc.oneof(
    fc.record({
      kind: fc.constant('critique' as const),
      verdict: fc.constantFrom('good' as const, 'weak' as const, 'bad' as const),
      findings: fc.nat(5),
      changed: fc.boolean(),
    }),
    fc.nat(300).map(run),
  );
  const anyDay = fc.integer({ min: 10, max: 28 }).map((day) => `2026-11-${day}T12:00:00Z`);
  fc.assert(
    fc.property(fc.array(fc.tuple(anyDay, anyPractice), { maxLength: 20 }), (practices) => {
      let readiness = NEW_READINESS;
      let wasReady = false;
      for (const [at, one] of practices) {
        readiness = readinessAfter(readiness, one, at, 'Europe/Berlin');
        expect(ReadinessSchema.parse(JSON.parse(JSON.stringify(readiness)))).toEqual(readiness);
        if (wasReady) expect(isReady(readiness)).toBe(true);
        wasReady = isReady(readiness);
      }
    }),
  );
});
