import type { ProgressPicture } from '../../src/card/picture.ts';

const MODEL = { critic: 'openai/gpt-x, version 1.5' };

/** Five practices with the model, which was down in the third; own ratings of some. */
export const progressPicture: ProgressPicture = {
  picture: 'progress',
  practices: [MODEL, MODEL, { critic: 'offline critic, version 5', stoodIn: true }, MODEL, MODEL],
  steps: [
    {
      name: 'Context',
      points: [{ score: 0 }, { score: 1, own: 1 }, { score: 2 }, { score: 1, own: 2 }, { score: 1 }],
    },
    {
      name: 'The Failure',
      points: [{ score: 1 }, { score: 1, own: 0 }, { score: 2 }, { score: 2, own: 2 }, { score: 2 }],
    },
  ],
  numbers: true,
};
