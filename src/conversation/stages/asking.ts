import { type Block, text } from '../../card/card.ts';
import { stepOf } from '../../guide/guide.ts';
import { hasWord } from '../../text/words.ts';
import type { Command } from '../commands.ts';
import { nextOpenStep } from '../draft-of.ts';
import type { Said } from '../event.ts';
import { hasText, joined, withPart } from '../part.ts';
import { withoutPastedWhole } from '../pasted.ts';
import type { ActiveStage, Session } from '../session.ts';
import type { Turn } from '../turn.ts';
import { arrivedEmpty, staysOpen } from './answer-ends.ts';
import { ask, type StageContext } from './context.ts';

type Asking = Extract<ActiveStage, { at: 'asking' }>;

/** A press or a command while a step is asked. */
export function commandAtAsking(
  session: Session,
  stage: Asking,
  command: Command,
  context: StageContext,
): Turn | undefined {
  switch (command.name) {
    case 'next':
      return hasText(session.answers[stage.step])
        ? leaveStep(session, stage, context)
        : ask(session, context, [text('Nothing here yet. One sentence is enough, or type skip.')]);
    case 'skip': {
      const empty = !hasText(session.answers[stage.step]);
      const skipped =
        empty && !session.skipped.includes(stage.step) ? [...session.skipped, stage.step] : session.skipped;
      return leaveStep({ ...session, skipped }, stage, context);
    }
    case 'back':
      return stepBack(session, stage, context);
    case 'go':
      return ask({ ...session, stage: { at: 'reviewing' } }, context);
    default:
      return undefined;
  }
}

/** Free text is the answer to the step, or a part of it. */
export function textAtAsking(session: Session, stage: Asking, said: Said, context: StageContext): Turn {
  const before = session.answers[stage.step] ?? [];
  if (said.part.text.trim() === '') return arrivedEmpty(session, hasText(before) && !stage.fresh, context);
  const rewritten = stage.fresh && hasText(before);
  const next: Session = {
    ...withoutPastedWhole(session),
    answers: { ...session.answers, [stage.step]: withPart(rewritten ? [] : before, said.part) },
    replaced: rewritten ? [...session.replaced, { step: stage.step, parts: before }] : session.replaced,
    skipped: session.skipped.filter((id) => id !== stage.step),
    stage: { ...stage, fresh: false },
  };
  if (said.ends !== 'now') return staysOpen(next, said.ends, rewritten || !hasText(before), context);
  return leaveStep(next, { ...stage, fresh: false }, context);
}

/** Goes to the next step without an answer, or to the draft. */
export function leaveStep(session: Session, stage: Asking, context: StageContext): Turn {
  const next = stage.thenReview ? undefined : nextOpenStep(session, context.guide, stage.step);
  const above = remark(session, stage, context);
  if (next === undefined) return ask({ ...session, stage: { at: 'reviewing' } }, context, above);
  return ask(
    { ...session, stage: { at: 'asking', step: next, fresh: false, thenReview: false } },
    context,
    above,
  );
}

/** Asks a step anew because the person wants to; from the draft and the critique the way leads back to the draft. */
export function redoStep(session: Session, step: string, thenReview: boolean, context: StageContext): Turn {
  return ask(
    { ...session, stage: { at: 'asking', step, fresh: hasText(session.answers[step]), thenReview } },
    context,
  );
}

function stepBack(session: Session, stage: Asking, context: StageContext): Turn {
  if (stage.thenReview) return ask({ ...session, stage: { at: 'reviewing' } }, context);
  const index = context.guide.steps.findIndex((step) => step.id === stage.step);
  const previous = context.guide.steps[index - 1];
  if (previous === undefined) return ask({ ...session, stage: { at: 'choosing' } }, context);
  return ask(
    { ...session, stage: { at: 'asking', step: previous.id, fresh: false, thenReview: false } },
    context,
  );
}

/** An answer without words (an emoji) is kept, and the way to change it is named. */
function remark(session: Session, stage: Asking, context: StageContext): Block[] | undefined {
  const answer = joined(session.answers[stage.step] ?? []);
  if (answer.trim() === '' || hasWord(answer)) return undefined;
  const index = context.guide.steps.findIndex((step) => step.id === stage.step) + 1;
  return [
    text(
      `I kept that, but I can read only words. To say ${stepOf(context.guide, stage.step).name} in words, type redo ${index}.`,
    ),
  ];
}
