import { text } from '../card/card.ts';
import type { Guide } from '../guide/guide.ts';
import { bareWords, START_WORD } from './commands.ts';
import { type CardDraft, type View, withOwnButtons } from './turn.ts';

/** At the door and in the lobby, more words than this are the story itself. */
export const LONGEST_CHOICE_WORDS = 4;

/** No practice is open here: what the coach does, and how to begin. `isFirst`: the person has not practised yet; `message`: what they said. */
export function lobbyCard(guide: Guide, isFirst = true, message = ''): CardDraft {
  return {
    blocks: NERVOUS.test(message)
      ? [
          text('Being nervous before an interview is usual, and a few calm minutes with one answer help.'),
          text(
            `I coach you through one question: "${guide.question}" You can stop at any time; all is kept.`,
          ),
        ]
      : isFirst
        ? [
            text(`I coach you through one interview question: "${guide.question}"`),
            text('Step by step, about 12 minutes. You can stop at any time; all is kept.'),
          ]
        : [
            text(`Good to have you back. The question is still: "${guide.question}"`),
            text('Begin another practice, or go on with an earlier one. All you wrote is kept.'),
          ],
    buttons: [
      { action: 'start', word: START_WORD, label: 'Begin', style: 'primary' },
      { action: 'history', word: 'history', label: 'Earlier practices' },
      ...(isFirst
        ? []
        : [
            { action: 'progress', word: 'progress', label: 'My progress' },
            { action: 'remind', word: 'remind', label: 'My reminders' },
          ]),
    ],
    asks: 'line',
    standing: true,
  };
}

/** Somebody who says that they are afraid is answered first. */
const NERVOUS = /\b(?:nervous|scared|afraid|anxious|worried|terrified|panick?(?:ing|ed)?|freaking out)\b/iu;

const BEGINS = /^(?:begin|start|begin now|start now|let'?s (?:begin|start|go)|begin please)$/u;
const KEEPS = /^(?:no|no thanks|nope|keep|keep it|keep them|cancel|never ?mind)$/u;

/** What a bare word says where nothing but the greeting was asked: to begin, or that all stays as it is. */
export function lobbyWord(message: string): 'begin' | 'keep' | undefined {
  const bare = bareWords(message);
  if (BEGINS.test(bare)) return 'begin';
  return KEEPS.test(bare) ? 'keep' : undefined;
}

/** A reply where no practice is open. */
export function besidesLobby(guide: Guide, reply: View): CardDraft {
  const { buttons, asks } = lobbyCard(guide);
  return { blocks: reply.blocks, buttons: withOwnButtons(reply.buttons, buttons), asks };
}
