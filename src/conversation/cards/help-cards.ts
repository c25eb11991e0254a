import { type Block, text } from '../../card/card.ts';
import { type Guide, stepOf } from '../../guide/guide.ts';
import type { Session } from '../session.ts';
import { activeStage } from '../session.ts';
import type { CardDraft } from '../turn.ts';

type Reply = Pick<CardDraft, 'blocks'>;

const COMMANDS: readonly string[] = [
  'tips, example, why: help with this question',
  'back, skip, next: move between the steps',
  'redo 3: rewrite step 3 (or redo lesson)',
  'draft: your answer so far',
  'go: have it looked at, or looked at again',
  'pause: stop for now, all is kept',
  'stop: end this practice, all is kept',
  'history, show 2: earlier practices',
  'resume 2: go on with one of them',
];

/** Every word that can be typed. */
export function helpCard(): Reply {
  return {
    blocks: [
      text('Type one of these alone on a message:'),
      { kind: 'list', items: COMMANDS.map((line) => [line]) },
    ],
  };
}

/** Tips for the open step, or for choosing a failure. */
export function tipsCard(session: Session, guide: Guide): Reply {
  const stage = activeStage(session);
  if (stage?.at === 'asking') {
    const step = stepOf(guide, stage.step);
    return { blocks: [text(`For ${step.name}:`), listOf(step.tips)] };
  }
  if (stage?.at === 'choosing' || stage?.at === 'opening') {
    return { blocks: [text('A good choice is:'), listOf(guide.criteria.map((criterion) => criterion.text))] };
  }
  return { blocks: [text('For the whole answer:'), listOf(guide.tips)] };
}

/** An example for the open step, or a whole answer; always the guide's own, never for copying. */
export function exampleCard(session: Session, guide: Guide): Reply {
  const stage = activeStage(session);
  if (stage?.at === 'asking') {
    const step = stepOf(guide, stage.step);
    return {
      blocks: [
        {
          kind: 'passage',
          title: `${step.name}, from somebody else's answer`,
          text: step.example,
          by: 'guide',
        },
      ],
    };
  }
  if (stage?.at === 'choosing' && session.door !== 'answer') {
    return {
      blocks: [
        text('Three kinds that work well:'),
        { kind: 'list', items: guide.alternatives.map((kind) => [`${kind.name}: ${kind.text}`]) },
      ],
    };
  }
  const sample = guide.samples.find((candidate) => candidate.quality === 'good');
  if (sample === undefined) return helpCard();
  const answer = guide.steps.map((step) => sample.steps[step.id]).filter((part) => part !== undefined);
  return {
    blocks: [
      {
        kind: 'passage',
        title: `A good answer (${sample.profession})`,
        text: answer.join('\n\n'),
        by: 'guide',
      },
      text(sample.note),
    ],
  };
}

/** Why this is asked: the step's own reason, or the question's. */
export function whyCard(session: Session, guide: Guide): Reply {
  const stage = activeStage(session);
  if (stage?.at === 'asking') return { blocks: [text(stepOf(guide, stage.step).why)] };
  return { blocks: [text('Why interviewers ask it:'), listOf(guide.whyAsked)] };
}

function listOf(lines: readonly string[]): Block {
  return { kind: 'list', items: lines.map((line) => [line]) };
}
