import type { Guide } from '../../src/guide/guide.ts';
import { greatestFailure } from '../../src/guide/questions/greatest-failure.ts';

/** A guide that never showed its samples: only so are they judged, for who pastes one is told that it is one. */
export const unshown: Guide = {
  ...greatestFailure,
  samples: [],
  alternatives: [],
  steps: greatestFailure.steps.map((step) => ({ ...step, example: 'Not shown.' })),
};
