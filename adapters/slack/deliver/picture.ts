import type { WebClient } from '@slack/web-api';
import type { Card } from '../../../src/card/card.ts';
import type { Log } from '../../../src/log.ts';
import { drawPicture } from '../../pictures/draw-picture.ts';
import { answerOf } from '../api/answers.ts';
import { safeText } from '../render/safe-text.ts';
import type { Where } from './posting.ts';
import { upload } from './upload.ts';

/**
 * Draws the pictures of a card and puts them before it. One that cannot be drawn or sent is left out: the
 * words of the card say what it shows. Undefined for a card without pictures.
 */
export function picturesOf(
  card: Card,
  to: Where,
  { client, log }: { client: WebClient; log: Log },
): (() => Promise<void>) | undefined {
  const pictures = card.blocks.flatMap((block) =>
    block.kind === 'picture' && block.only !== 'undrawn' ? [block] : [],
  );
  if (pictures.length === 0) return undefined;
  return async () => {
    for (const { picture, alt } of pictures) {
      try {
        await upload(
          client,
          [{ name: `${picture.picture}.png`, bytes: await drawPicture(picture), alt: safeText(alt) }],
          to,
        );
      } catch (error) {
        log('slack-picture-left-out', { code: answerOf(error).code });
      }
    }
  };
}
