import type { Scorecard } from '../../src/card/picture.ts';

/** A scorecard with everything a scorecard can have. */
export const fullScorecard: Scorecard = {
  picture: 'scorecard',
  steps: [
    { name: 'Context', score: 2, last: 1, own: 2 },
    { name: 'The Failure', score: 2, last: 2, own: 1 },
    { name: 'Immediate Actions', score: 1, last: 1, own: 2 },
    { name: 'Reflections', score: 0, last: 0, own: 1 },
    { name: 'Growth Evidence', score: 1, last: 0, own: 0 },
  ],
  numbers: true,
  seconds: { is: 95, from: 60, to: 120 },
  pitfalls: ['no growth shown', 'others’ mistakes'],
  trend: [
    { overall: 0.3, critic: 'offline critic' },
    { overall: 0.42, critic: 'offline critic' },
    { overall: 0.35, critic: 'with gpt-x' },
    { overall: 0.7, critic: 'with gpt-x' },
  ],
  critic: 'with gpt-x',
};

/** The same with fewer things in it. */
export function scorecard(changed: Partial<Scorecard> = {}): Scorecard {
  return {
    picture: 'scorecard',
    steps: fullScorecard.steps.map(({ name, score }) => ({ name, score })),
    numbers: true,
    pitfalls: [],
    ...changed,
  };
}
