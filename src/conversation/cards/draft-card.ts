import { type Block, text } from '../../card/card.ts';
import type { Guide } from '../../guide/guide.ts';
import { speakingTime } from '../../text/speaking-time.ts';
import { draftOf } from '../draft-of.ts';
import { hasText } from '../part.ts';
import type { Session } from '../session.ts';
import type { CardDraft } from '../turn.ts';

/** The five answers as one spoken answer, its length, and the choice to revise. */
export function draftCard(session: Session, guide: Guide): CardDraft {
  const draft = draftOf(session, guide);
  if (draft.text.trim() === '') {
    const first = guide.steps[0];
    return {
      blocks: [
        text('Nothing is written yet, so there is nothing to look at. One step is enough to begin with.'),
      ],
      buttons:
        first === undefined
          ? []
          : [{ action: `redo:${first.id}`, word: 'redo 1', label: `Write ${first.name}`, style: 'primary' }],
      asks: 'nothing',
      standing: true,
    };
  }
  const blocks: Block[] = [
    { kind: 'passage', title: 'Your answer so far', text: draft.text, by: 'person' },
    text(lengthLine(draft.text, guide)),
  ];
  const unwritten =
    session.pastedSteps === undefined ? guide.steps.filter((step) => !hasText(session.answers[step.id])) : [];
  if (unwritten.length > 0)
    blocks.push(text(`Not written yet: ${unwritten.map((step) => step.name).join(', ')}.`));
  blocks.push(
    text(`Shall I look at it? To rewrite a step first, type "redo 1" to "redo ${guide.steps.length}".`),
  );
  return {
    blocks,
    buttons: [
      { action: 'go', word: 'go', label: 'Look at it', style: 'primary' },
      { action: 'redo', word: 'redo', label: 'Rewrite a step' },
      { action: 'pause', word: 'pause', label: 'Pause' },
    ],
    asks: 'nothing',
    standing: true,
  };
}

/** "118 words, about 44 to 64 seconds aloud. 60 to 120 is a good length." */
function lengthLine(draftText: string, guide: Guide): string {
  const time = speakingTime(draftText);
  const { fromSeconds, toSeconds } = guide.spoken;
  const unit = time.words === 1 ? 'word' : 'words';
  return `${time.words} ${unit}, about ${time.fromSeconds} to ${time.toSeconds} seconds aloud. ${fromSeconds} to ${toSeconds} is a good length.`;
}

/** Asks which step to rewrite. */
export function whichStepCard(session: Session, guide: Guide): CardDraft {
  const written = (id: string) => (hasText(session.answers[id]) ? '' : ' (not written yet)');
  return {
    blocks: [
      text('Which step?'),
      {
        kind: 'list',
        items: guide.steps.map((step, index) => [`redo ${index + 1}: ${step.name}${written(step.id)}`]),
      },
    ],
    buttons: guide.steps.slice(-3).map((step) => ({
      action: `redo:${step.id}`,
      word: `redo ${guide.steps.indexOf(step) + 1}`,
      label: step.name,
    })),
    asks: 'nothing',
  };
}
