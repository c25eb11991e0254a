import type { Picture } from '../../src/card/picture.ts';
import { unreachable } from '../../src/errors.ts';
import { drawProgress } from './draw-progress.ts';
import { drawScorecard } from './draw-scorecard.ts';

/** Whichever picture it is, as a PNG. */
export function drawPicture(picture: Picture): Promise<Uint8Array> {
  switch (picture.picture) {
    case 'scorecard':
      return drawScorecard(picture);
    case 'progress':
      return drawProgress(picture);
    default:
      return unreachable(picture);
  }
}
