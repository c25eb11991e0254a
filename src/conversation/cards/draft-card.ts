import { type Block, type Button, menu, type Runs, text } from '../../card/card.ts';
import type { Guide } from '../../guide/guide.ts';
import { speakingTime } from '../../text/speaking-time.ts';
import { draftOf } from '../draft-of.ts';
import { asksOwnRating, OWN_RATING_WORDS } from '../own-rating.ts';
import { hasText } from '../part.ts';
import type { Session } from '../session.ts';
import type { CardDraft } from '../turn.ts';
import { redoOptions, whatNext } from './what-next.ts';

const REDO: Button = { action: 'redo', word: 'redo', label: 'Rewrite a step' };
const ALOUD: Button = { action: 'aloud', word: 'aloud', label: 'Say it aloud' };
/** What each of the ratings means, in the order of their words. */
const MEANINGS = [
  'it is still to come',
  'it is said, without anything to picture',
  'a listener could say it back',
] as const;

const MORE: Button = { action: 'more', word: 'more', label: 'More' };

/** The five answers as one spoken answer, its length, the person's own view of it, and the choice to revise. */
export function draftCard(session: Session, guide: Guide): CardDraft {
  const draft = draftOf(session, guide);
  if (draft.text.trim() === '') {
    const first = guide.steps[0];
    return {
      blocks: [
        text('Nothing is written yet, so there is nothing to look at. One step is enough to begin with.'),
        ...whatNext(session, guide),
      ],
      buttons:
        first === undefined
          ? []
          : [{ action: `redo:${first.id}`, word: 'redo 1', label: `Write ${first.name}`, style: 'primary' }],
      asks: 'nothing',
      standing: true,
    };
  }
  const blocks: Block[] = [{ kind: 'passage', title: 'Your answer so far', text: draft.text, by: 'person' }];
  // A story that is not scored is not measured either.
  if (session.sheltered !== true) blocks.push(text(lengthLine(draft.text, guide, session)));
  const unwritten =
    session.pastedSteps === undefined ? guide.steps.filter((step) => !hasText(session.answers[step.id])) : [];
  if (unwritten.length > 0)
    blocks.push(text(`Not written yet: ${unwritten.map((step) => step.short).join(', ')}.`));
  if (session.sheltered === true) return shelteredDraft(blocks, guide);
  if (asksOwnRating(session)) blocks.push(...ownViewBlocks(session, guide));
  else
    blocks.push(
      text('Shall I look at it?', {
        typed: ` To rewrite a step first, type redo 1 to redo ${guide.steps.length}.`,
        pressed: ' You can change a step first.',
      }),
    );
  return {
    blocks,
    buttons: [{ action: 'go', word: 'go', label: 'Look at it', style: 'primary' }, REDO, ALOUD, MORE],
    asks: 'nothing',
    standing: true,
    form: 'answers',
  };
}

/** A story that is not scored is helped without numbers. */
function shelteredDraft(blocks: Block[], guide: Guide): CardDraft {
  return {
    blocks: [
      ...blocks,
      text(
        `I do not score this one. One sentence for the hard part is enough; "${guide.steps.at(-1)?.short ?? ''}" may have the most room.`,
      ),
    ],
    buttons: [ALOUD, REDO, { action: 'done', word: 'done', label: 'Done for today' }, MORE],
    asks: 'nothing',
    standing: true,
    form: 'answers',
  };
}

/** Before the critique, so that neither colours the other: one tap in a first practice, later a rating of each step. */
function ownViewBlocks(session: Session, guide: Guide): Block[] {
  if (session.first === true) {
    return [
      {
        kind: 'input',
        input: {
          type: 'choice',
          id: 'weakest',
          label: 'Which step felt weakest? Pick one and I look at it, or just go:',
          options: guide.steps.map((step) => ({ value: step.id, label: step.short })),
        },
      },
    ];
  }
  return [
    text('How does each step feel to you? ', {
      typed: `Type a letter for each, c (clear), t (thin) or n (not yet), like "${example(guide)}". Or just go.`,
      pressed: `${meaningsInWords()} Or just press Look at it.`,
    }),
    ...guide.steps.map(
      (step): Block => ({
        kind: 'input',
        input: {
          type: 'rating',
          id: step.id,
          label: step.short,
          choices: [...OWN_RATING_WORDS],
          meanings: [...MEANINGS],
        },
      }),
    ),
  ];
}

/** "Not yet: it is still to come. …" */
function meaningsInWords(): string {
  return OWN_RATING_WORDS.map(
    (word, index) => `${word.charAt(0).toUpperCase()}${word.slice(1)}: ${MEANINGS[index] ?? ''}.`,
  ).join(' ');
}

function example(guide: Guide): string {
  return guide.steps.map((_, index) => 'cct'[index % 3]).join(' ');
}

/** "118 words, about 44 to 64 seconds aloud. 60 to 120 is a good length." */
function lengthLine(draftText: string, guide: Guide, session: Session): string {
  const time = speakingTime(draftText, session.manner.wordsPerMinute);
  const { fromSeconds, toSeconds } = guide.spoken;
  const unit = time.words === 1 ? 'word' : 'words';
  const about =
    session.manner.wordsPerMinute !== undefined
      ? `about ${time.fromSeconds} seconds at your pace`
      : `about ${time.fromSeconds} to ${time.toSeconds} seconds aloud`;
  return `${time.words} ${unit}, ${about}. ${fromSeconds} to ${toSeconds} seconds is a good length.`;
}

/** Asks which step to rewrite. */
export function whichStepCard(session: Session, guide: Guide): CardDraft {
  const written = (id: string) => (hasText(session.answers[id]) ? '' : ', not written yet');
  return {
    blocks: [
      text('Which step?', { typed: ' Type redo and its number:', pressed: '' }),
      {
        kind: 'list',
        items: guide.steps.map(
          (step, index): Runs => [
            { typed: `redo ${index + 1}: `, pressed: '' },
            `${step.name} (${step.short}${written(step.id)})`,
          ],
        ),
      },
      ...menu('Which step?', redoOptions(guide)),
    ],
    buttons: guide.steps.slice(-3).map((step) => ({
      action: `redo:${step.id}`,
      word: `redo ${guide.steps.indexOf(step) + 1}`,
      label: step.name,
    })),
    asks: 'nothing',
  };
}
