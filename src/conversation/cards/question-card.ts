import { type Block, quote, text } from '../../card/card.ts';
import { type Guide, stepIndex, stepOf } from '../../guide/guide.ts';
import { shorten } from '../../text/graphemes.ts';
import { hasText, joined } from '../part.ts';
import type { Session } from '../session.ts';
import type { CardDraft } from '../turn.ts';
import { keepOf, toldAlready } from './choosing-cards.ts';

const SHOWN_BEFORE = 600;

/** One step's question: where we are, what is asked, what a strong answer shows, how long. */
export function questionCard(session: Session, guide: Guide, stepId: string, fresh: boolean): CardDraft {
  const step = stepOf(guide, stepId);
  const answer = session.answers[stepId] ?? [];
  const { from, to } = step.sentences;
  const blocks: Block[] = [
    text(`${stepIndex(guide, stepId) + 1} of ${guide.steps.length}: ${step.name}`),
    text(step.prompt),
    text(`Strong: ${step.strong} ${from === to ? `${from}` : `${from} to ${to}`} sentences.`),
  ];
  if (hasText(answer) && fresh) {
    blocks.push(
      text('You wrote:'),
      text(quote(shorten(joined(answer), SHOWN_BEFORE))),
      text('Write it anew, or keep it.'),
    );
  } else if (hasText(answer)) {
    blocks.push(...toldAlready(joined(answer)));
  }
  return {
    blocks,
    buttons: [
      hasText(answer) ? keepOf() : { action: 'next', word: 'next', label: 'Next', style: 'primary' },
      { action: 'tips', word: 'tips', label: 'Tips' },
      { action: 'example', word: 'example', label: 'Example' },
      { action: 'more', word: 'more', label: 'More' },
    ],
    asks: 'answer',
    standing: true,
  };
}
