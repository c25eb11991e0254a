import { type Block, type Button, quote, text } from '../../card/card.ts';
import { type Guide, stepOf } from '../../guide/guide.ts';
import { shorten } from '../../text/graphemes.ts';
import { type Improving, improvedText } from '../improved.ts';
import { hasText, joined } from '../part.ts';
import type { Session } from '../session.ts';
import type { CardDraft } from '../turn.ts';

const SHOWN = 600;

const MORE: Button = { action: 'more', word: 'more', label: 'More' };

/** One question about one step, or the reply in its place: was and now. */
export function improvingCard(session: Session, stage: Improving, guide: Guide): CardDraft {
  return stage.asks === 'reply' ? questionOf(stage, guide) : wasAndNowOf(session, stage, guide);
}

function questionOf(stage: Improving, guide: Guide): CardDraft {
  const hasReply = hasText(stage.reply);
  const about: Block[] =
    stage.about === undefined ? [] : [text('You wrote: ', quote(shorten(stage.about, SHOWN)))];
  const shape: Block[] = stage.shape === undefined ? [] : [text(`Shape: "${stage.shape}"`)];
  return {
    blocks: [
      text(`${stepOf(guide, stage.step).name}, one question:`),
      ...about,
      text(stage.question),
      ...shape,
    ],
    buttons: [
      hasReply
        ? { action: 'next', word: 'next', label: 'Next', style: 'primary' }
        : { action: 'back', word: 'back', label: 'Back to the critique' },
      { action: 'tips', word: 'tips', label: 'Tips' },
      { action: 'example', word: 'example', label: 'Example' },
      MORE,
    ],
    asks: 'answer',
    standing: true,
  };
}

function wasAndNowOf(session: Session, stage: Improving, guide: Guide): CardDraft {
  const was = joined(session.answers[stage.step] ?? []);
  const now = improvedText(session, stage);
  const other: Button = {
    action: 'other',
    word: stage.goes === 'beside' ? 'instead' : 'beside',
    label: stage.goes === 'beside' ? 'In its place' : 'Beside it',
  };
  return {
    blocks: [
      text(`${stepOf(guide, stage.step).name}, with your words in it:`),
      {
        kind: 'fields',
        fields: [
          { label: 'WAS', lines: [was === '' ? ['nothing yet'] : [quote(shorten(was, SHOWN))]] },
          { label: 'NOW', lines: [[quote(shorten(now, SHOWN))]] },
        ],
      },
      text('Use it? You can take it back later with undo.'),
    ],
    buttons: [
      { action: 'use', word: 'use it', label: 'Use it', style: 'primary' },
      ...(was === '' ? [] : [other]),
      { action: 'again', word: 'again', label: 'Say it again' },
      MORE,
    ],
    asks: 'nothing',
    standing: true,
  };
}
