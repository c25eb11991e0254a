import { text } from '../card/card.ts';
import type { Guide } from '../guide/guide.ts';
import { START_WORD } from './commands.ts';
import { type CardDraft, type View, withOwnButtons } from './turn.ts';

/** At the door and in the lobby, more words than this are the story itself. */
export const LONGEST_CHOICE_WORDS = 4;

/** No practice is open here: what the coach does, and how to begin. */
export function lobbyCard(guide: Guide): CardDraft {
  return {
    blocks: [
      text(`I coach you through one interview question: "${guide.question}"`),
      text('Step by step, about 12 minutes. You can stop at any time; all is kept.'),
    ],
    buttons: [
      { action: 'start', word: START_WORD, label: 'Begin', style: 'primary' },
      { action: 'history', word: 'history', label: 'Earlier practices' },
    ],
    asks: 'line',
    standing: true,
  };
}

/** A reply where no practice is open. */
export function besidesLobby(guide: Guide, reply: View): CardDraft {
  const { buttons, asks } = lobbyCard(guide);
  return { blocks: reply.blocks, buttons: withOwnButtons(reply.buttons, buttons), asks };
}
