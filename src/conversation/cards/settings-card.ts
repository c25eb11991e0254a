import { text } from '../../card/card.ts';
import type { Manner } from '../session.ts';
import type { CardDraft } from '../turn.ts';

/** How the coach speaks, and how to change it: the findings are the same in every tone. */
export function settingsCard(manner: Manner, isChanged: boolean): Pick<CardDraft, 'blocks'> {
  const numbers = manner.numbers ? 'on' : 'off';
  return {
    blocks: [
      text(
        `${isChanged ? 'Changed, and remembered. ' : ''}My tone is ${manner.tone}, numbers are ${numbers}.`,
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
      ...(manner.wordsPerMinute === undefined
        ? []
        : [text(`Your own pace, from a run aloud: ${manner.wordsPerMinute} words a minute.`)]),
    ],
  };
}
