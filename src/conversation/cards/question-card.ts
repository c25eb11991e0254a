import { type Block, type Button, quote, text } from '../../card/card.ts';
import { type Guide, type Step, stepIndex, stepOf } from '../../guide/guide.ts';
import { shorten } from '../../text/graphemes.ts';
import { hasText, joined } from '../part.ts';
import { isSheltered, type Session } from '../session.ts';
import type { OpenStage } from '../stage.ts';
import type { CardDraft } from '../turn.ts';
import { keepOf, toldAlready } from './choosing-cards.ts';

const SHOWN_BEFORE = 600;

const TIPS: Button = { action: 'tips', word: 'tips', label: 'Tips' };
const EXAMPLE: Button = { action: 'example', word: 'example', label: 'Example' };
const CHANGE: Button = { action: 'change', word: 'change', label: 'Write it anew' };
const MORE: Button = { action: 'more', word: 'more', label: 'More' };

/** One step's question: where we are, what is asked, what a strong answer shows, how long. */
export function questionCard(
  session: Session,
  guide: Guide,
  stage: Extract<OpenStage, { at: 'asking' }>,
): CardDraft {
  const step = stepOf(guide, stage.step);
  const answer = session.answers[stage.step] ?? [];
  const head = text(headOf(guide, step));
  if (stage.nudged === true) return card([text(step.nudge)], [keepOf(), TIPS, EXAMPLE, MORE]);
  if (!hasText(answer)) {
    const next: Button = { action: 'next', word: 'next', label: 'Next', style: 'primary' };
    return card(
      [head, text(step.prompt), ...(isSheltered(session) ? [] : [text(strongOf(step))])],
      [next, TIPS, EXAMPLE, MORE],
    );
  }
  const words = joined(answer);
  if (stage.fresh) {
    const before: Block[] = isSheltered(session)
      ? []
      : [text('You wrote:'), text(quote(shorten(words, SHOWN_BEFORE)))];
    return card(
      [head, text(step.prompt), ...before, text('Write it anew, or keep it.')],
      [keepOf(), TIPS, EXAMPLE, MORE],
    );
  }
  const isWholeStory = session.carried.length > 2;
  return card(
    [head, text(step.prompt), ...toldAlready(session, words)],
    [keepOf(), CHANGE, isWholeStory ? { action: 'go', word: 'go', label: 'Keep all of it' } : TIPS, MORE],
  );
}

/** "4 of 5: Reflections (lesson)": the short name is the one the critique and `redo` go by. */
function headOf(guide: Guide, step: Step): string {
  const isSame = step.name.toLowerCase().includes(step.short.toLowerCase());
  const short = isSame ? '' : ` (${step.short})`;
  return `${stepIndex(guide, step.id) + 1} of ${guide.steps.length}: ${step.name}${short}`;
}

function strongOf(step: Step): string {
  const { from, to } = step.sentences;
  const count = from === to ? `${from}` : `${from} to ${to}`;
  return `Strong: ${step.strong} ${count} ${to === 1 ? 'sentence' : 'sentences'}.`;
}

function card(blocks: Block[], buttons: Button[]): CardDraft {
  return { blocks, buttons, asks: 'answer', standing: true };
}
