import { type Block, menu, quote, text } from '../../card/card.ts';
import { saysNothingOf } from '../../critique/says-nothing-of.ts';
import { stepIndex, stepOf } from '../../guide/guide.ts';
import { countWords, hasWord } from '../../text/words.ts';
import { carriedBefore, notCarried } from '../carried.ts';
import type { Command } from '../commands.ts';
import { nextOpenStep } from '../draft-of.ts';
import { isPiped, type Said } from '../event.ts';
import { otherLanguage } from '../other-language.ts';
import { hasText, joined, withPart } from '../part.ts';
import { holdsCopies, withoutPastedWhole } from '../pasted.ts';
import type { Session } from '../session.ts';
import type { OpenStage } from '../stage.ts';
import { standingCard } from '../standing.ts';
import { headed, say, type Turn, turn } from '../turn.ts';
import { arrivedEmpty, staysOpen } from './answer-ends.ts';
import { ask, type StageContext } from './context.ts';
import { meetsDistress, sheltered } from './sheltered.ts';

export type Asking = Extract<OpenStage, { at: 'asking' }>;

/** So many nudges a practice, and never two for one step. */
const MOST_NUDGES = 2;

/** Fewer words than this are no reflection of an answer. */
const FEWEST_REFLECTED = 4;

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
        ? leaveStep(session, stage, context, false)
        : nothingYet(session, context);
    case 'skip': {
      const empty = !hasText(session.answers[stage.step]);
      const skipped =
        empty && !session.skipped.includes(stage.step) ? [...session.skipped, stage.step] : session.skipped;
      return onFrom({ ...session, skipped }, stage, context);
    }
    case 'change':
      return redoStep(session, stage.step, stage.thenReview, context);
    case 'back':
      return stepBack(session, stage, context);
    case 'go':
      return ask({ ...session, carried: [], stage: { at: 'reviewing' } }, context);
    default:
      return undefined;
  }
}

/** What "use it" did is over once the step is written on. */
function withoutUndoOf(session: Session, step: string): Session {
  const { undo, ...rest } = session;
  return undo?.step === step ? rest : session;
}

/**
 * The question stands since it was put first: an answer that is on its way (read back after a restart, say) is older than
 * this card, and still the answer to it.
 */
function nothingYet(session: Session, { guide }: StageContext): Turn {
  const or = { typed: 'or type skip.', pressed: 'or leave it out: press More, then Skip this step.' };
  const card = headed(standingCard(session, guide), 'Nothing here yet. One sentence is enough, ', or);
  return turn(session, say(session, card));
}

/** Free text is the answer to the step, or a part of it. */
export function textAtAsking(session: Session, stage: Asking, said: Said, context: StageContext): Turn {
  const whole = session.answers[stage.step] ?? [];
  if (said.part.text.trim() === '') return arrivedEmpty(session, hasText(whole) && !stage.fresh, context);
  const before = carriedBefore(session, stage.step, said.part.text);
  const rewritten = stage.fresh && hasText(whole);
  const next: Session = {
    ...withoutPastedWhole(notCarried(withoutUndoOf(session, stage.step), stage.step)),
    answers: { ...session.answers, [stage.step]: withPart(rewritten ? [] : before, said.part) },
    replaced: rewritten ? [...session.replaced, { step: stage.step, parts: whole }] : session.replaced,
    skipped: session.skipped.filter((id) => id !== stage.step),
    stage: { ...stage, fresh: false },
  };
  const isFirst = rewritten || !hasText(before) || session.carried.includes(stage.step);
  if (meetsDistress(next, context)) return sheltered(next, context);
  if (said.ends !== 'now') return staysOpen(next, said, isFirst, context);
  return leaveStep(next, { ...stage, fresh: false }, context, isPiped(said));
}

/**
 * The answer to a step is over. Where nothing of the step is in it, it is asked once more: a message that is whole
 * gets that as a line beside the next question instead, so that what is piped is never asked twice.
 */
export function leaveStep(session: Session, stage: Asking, context: StageContext, isWhole: boolean): Turn {
  const step = stepOf(context.guide, stage.step);
  const { reading } = context;
  if (meetsDistress(session, context))
    return sheltered({ ...session, stage: { ...stage, fresh: false } }, context);
  const answer = joined(session.answers[stage.step] ?? []);
  if (!hasWord(answer)) return onFrom(session, stage, context, wordless(answer, stage, context));
  const isAbsent =
    session.sheltered !== true &&
    !stage.thenReview &&
    !session.nudged.includes(step.id) &&
    session.nudged.length < MOST_NUDGES &&
    reading !== undefined &&
    saysNothingOf(reading, step);
  if (!isAbsent) {
    const isFirst = context.guide.steps[0]?.id === step.id && session.sheltered !== true;
    const above = isFirst ? otherLanguage(answer) : [];
    return onFrom(session, stage, context, above.length > 0 ? above : heardBack(session, stage, context));
  }
  const nudged: Session = { ...session, nudged: [...session.nudged, step.id] };
  if (isWhole) {
    const typed = ` To add it, type redo ${stepIndex(context.guide, step.id) + 1}.`;
    return onFrom(nudged, stage, context, [
      text(step.nudge, { typed, pressed: '' }),
      ...menu('What next?', [{ action: `redo:${step.id}`, label: `Add to ${step.name}` }]),
    ]);
  }
  return ask(
    { ...notCarried(nudged, step.id), stage: { ...stage, fresh: false, nudged: true } },
    context,
    heardBack(nudged, stage, context),
  );
}

/** To the next step that is open, or to the draft. */
function onFrom(session: Session, stage: Asking, context: StageContext, above?: readonly Block[]): Turn {
  const left = notCarried(session, stage.step);
  const next = stage.thenReview ? undefined : nextOpenStep(left, context.guide, stage.step);
  if (next === undefined) return ask({ ...left, stage: { at: 'reviewing' } }, context, above);
  return ask(
    { ...left, stage: { at: 'asking', step: next, fresh: false, thenReview: false } },
    context,
    above,
  );
}

/** Asks a step anew because the person wants to; from the draft and the critique the way leads back to the draft. */
export function redoStep(session: Session, step: string, thenReview: boolean, context: StageContext): Turn {
  const next = notCarried(session, step);
  return ask(
    { ...next, stage: { at: 'asking', step, fresh: hasText(session.answers[step]), thenReview } },
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

/** What was heard comes back in a few of their own words before anything else is asked. */
function heardBack(session: Session, stage: Asking, { reading }: StageContext): Block[] | undefined {
  // With words from before the whole was read, and not only what was added: its heart came back already.
  const isAddition = stage.nudged === true || holdsCopies(session, stage.step);
  if (session.sheltered === true || isAddition || reading?.heart === undefined) return undefined;
  // "120 guests" alone sounds as if the rest was lost.
  if (countWords(reading.heart.quote) < FEWEST_REFLECTED) return [text('Kept.')];
  return [text('Kept: ', quote(reading.heart.quote.replace(/\s+/gu, ' ')), '.')];
}

/** An answer without words (an emoji) is kept, and the way to change it is named. */
function wordless(answer: string, stage: Asking, { guide }: StageContext): Block[] | undefined {
  if (answer.trim() === '') return undefined;
  const step = stepOf(guide, stage.step);
  return [
    text('I kept that, but I can read only words.', {
      typed: ` To say ${step.name} in words, type redo ${stepIndex(guide, step.id) + 1}.`,
      pressed: '',
    }),
    ...menu('What next?', [{ action: `redo:${step.id}`, label: `Say ${step.name} in words` }]),
  ];
}
