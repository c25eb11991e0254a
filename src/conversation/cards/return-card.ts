import { type Block, quote, text } from '../../card/card.ts';
import type { Guide } from '../../guide/guide.ts';
import { shorten } from '../../text/graphemes.ts';
import { AWAY_MS, agoInWords, awayFor, lastWords } from '../last-words.ts';
import { isSheltered, type Session, stageWithin } from '../session.ts';
import { placeInWords } from '../standing.ts';
import type { CardDraft } from '../turn.ts';

const SHOWN = 120;

/**
 * A practice is open: go on, start fresh with this story, or take another? After more than a day one line says where
 * they were, with their last words. A story of distress is not quoted.
 */
export function returnCard(session: Session, guide: Guide, at: string, asks: CardDraft['asks']): CardDraft {
  const away = awayFor(session, at);
  const last = isSheltered(session) ? undefined : lastWords(session);
  const where = placeInWords(stageWithin(session), guide);
  const recap: Block =
    away >= AWAY_MS
      ? text(
          `You were here ${agoInWords(away)}, ${where}.`,
          ...(last === undefined ? [] : [' Your last words: ', quote(shorten(last, SHOWN))]),
        )
      : text(`You have a practice open, ${where}.`);
  return {
    blocks: [
      recap,
      text('Go on with it, start fresh with this story, or take another one? All of it is kept.'),
    ],
    buttons: [
      { action: 'resume', word: 'go on', label: 'Go on', style: 'primary' },
      ...(isSheltered(session) || last === undefined
        ? []
        : [{ action: 'fresh', word: 'fresh', label: 'Start fresh with this story' }]),
      { action: 'new', word: 'another', label: 'Another story' },
    ],
    asks,
  };
}
