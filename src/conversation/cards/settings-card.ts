import { text } from '../../card/card.ts';
import type { Effect } from '../effect.ts';
import type { Manner } from '../session.ts';
import type { CardDraft } from '../turn.ts';

const NO_MORE =
  'Noted. Nobody can send you their practice answers through me any more. To change that, type settings shares on.';

/**
 * How the coach speaks, and how to change it: the findings are the same in every tone. `set`: what was just changed; who
 * wants nothing of others may have no practice of their own, and reads of that alone.
 */
export function settingsCard(
  manner: Manner,
  set: Extract<Effect, { type: 'setManner' }> | undefined,
): Pick<CardDraft, 'blocks'> {
  if (set?.shares === false) return { blocks: [text(NO_MORE)] };
  if (set?.shares === true)
    return { blocks: [text('Noted. Others can share their answers with you again.')] };
  const numbers = manner.numbers ? 'on' : 'off';
  return {
    blocks: [
      text(
        `${set !== undefined ? 'Changed, and remembered. ' : ''}My tone is ${manner.tone}, numbers are ${numbers}.`,
      ),
      {
        kind: 'list',
        items: [
          ['settings gentle, settings plain or settings direct: what I find stays the same'],
          [
            `settings numbers ${manner.numbers ? 'off' : 'on'}: ratings ${manner.numbers ? 'in words only' : 'as numbers too, from the second practice on'}`,
          ],
        ],
      },
      ...(manner.shares === false
        ? [text('You take no answers that others share. To take them again: settings shares on.')]
        : []),
      ...(manner.wordsPerMinute === undefined
        ? []
        : [text(`Your own pace, from a run aloud: ${manner.wordsPerMinute} words a minute.`)]),
    ],
  };
}
