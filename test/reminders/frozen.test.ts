import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parsePlan } from '../../src/reminders/plan.ts';

test('a plan as the first release stored it is still read', () => {
  const stored = JSON.parse(readFileSync(new URL('./frozen/plan-v1.json', import.meta.url), 'utf8'));
  expect(parsePlan(stored)).toEqual(stored);
  expect(parsePlan(stored).interview?.date).toBe('2027-03-20');
});
