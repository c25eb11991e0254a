import { type Block, type Button, quote, text } from '../../card/card.ts';
import type { Guide } from '../../guide/guide.ts';
import { shorten } from '../../text/graphemes.ts';
import { hasText, joined } from '../part.ts';
import type { Session } from '../session.ts';
import type { CardDraft } from '../turn.ts';

/** How much of an earlier text a question shows again, in characters as a reader counts them. */
const SHOWN_AGAIN = 400;

const NEXT: Button = { action: 'next', word: 'next', label: 'Next', style: 'primary' };
const SKIP: Button = { action: 'skip', word: 'skip', label: 'Skip' };

/** Asks for the failure in a line or two, or for the whole answer. */
export function choosingCard(session: Session, guide: Guide): CardDraft {
  const ask =
    session.door === 'answer'
      ? 'Paste your answer here, the way you would say it. I will look at all of it.'
      : guide.opening;
  if (!hasText(session.failure)) {
    return {
      blocks: [text(ask)],
      buttons: [NEXT, { action: 'example', word: 'example', label: 'Example' }, SKIP],
      asks: 'answer',
      standing: true,
    };
  }
  return {
    blocks: toldAlready(joined(session.failure)),
    buttons: [keepOf(), SKIP],
    asks: 'answer',
    standing: true,
  };
}

/** Shows what stands already: nothing told is asked as if it were empty. */
export function toldAlready(words: string): Block[] {
  return [
    text('You have already told me:'),
    text(quote(shorten(words, SHOWN_AGAIN))),
    text('Keep it, or add to it? To write it anew, type redo.'),
  ];
}

/** The button that keeps what stands. */
export function keepOf(): Button {
  return { action: 'next', word: 'keep', label: 'Keep it', style: 'primary' };
}
