import { expect, test } from 'vitest';
import { seniorityIn } from '../../src/guide/seniority.ts';

test.each([
  ['chemistry student', 'student'],
  ['a PhD place in physics', 'student'],
  ['PhD candidate', 'student'],
  ['marketing intern', 'early'],
  ['apprentice electrician', 'early'],
  ['junior developer', 'early'],
  ['assistant to the managing director', 'early'],
  ['senior nurse', 'experienced'],
  ['event manager', 'experienced'],
  ['head of operations', 'leading'],
  ['CTO', 'leading'],
  ['headteacher', 'leading'],
  ['account executive', undefined],
  ['executive assistant', undefined],
  ['ward nurse', undefined],
  ['', undefined],
  [undefined, undefined],
] as const)('%s is %s', (role, seniority) => {
  expect(seniorityIn(role)).toBe(seniority);
});
