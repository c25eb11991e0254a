import type { Scorecard } from '../../src/card/picture.ts';

/** The smallest picture there is: one step, and it is clear. */
export const oneStep = (name = 'Context'): Scorecard => ({
  picture: 'scorecard',
  steps: [{ name, score: 2 }],
  numbers: true,
  pitfalls: [],
});
