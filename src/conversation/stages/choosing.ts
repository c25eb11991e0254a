import { type Block, quote, text } from '../../card/card.ts';
import type { Reading } from '../../critique/reading.ts';
import type { Guide } from '../../guide/guide.ts';
import type { Command } from '../commands.ts';
import { nextOpenStep } from '../draft-of.ts';
import type { Said } from '../event.ts';
import { hasText, type Part, withPart } from '../part.ts';
import type { Session } from '../session.ts';
import type { Turn } from '../turn.ts';
import { staysOpen } from './answer-ends.ts';
import { ask, type StageContext } from './context.ts';

/** A press or a command while the failure is being named. */
export function commandAtChoosing(
  session: Session,
  command: Command,
  context: StageContext,
): Turn | undefined {
  switch (command.name) {
    case 'next':
      return hasText(session.failure)
        ? closeChoosing(session, context)
        : ask(session, context, [text('Nothing here yet. A line is enough, or type skip.')]);
    case 'skip':
      return firstStep({ ...session, door: 'story' }, context);
    case 'back':
      return ask({ ...session, stage: { at: 'opening', asks: 'purpose' } }, context);
    default:
      return undefined;
  }
}

/** Free text is the failure in a line or two, or with the door `answer` the answer itself. */
export function textAtChoosing(session: Session, said: Said, context: StageContext): Turn {
  const isFirst = !hasText(session.failure);
  const next = { ...session, failure: withPart(session.failure, said.part) };
  if (said.ends !== 'now') return staysOpen(next, said.ends, isFirst, context);
  if (!hasText(next.failure))
    return ask(next, context, [text('That arrived empty. Write it again, or type skip.')]);
  return closeChoosing(next, context);
}

/** The failure is told: it is reflected in their own words, then the first step is asked. */
export function closeChoosing(session: Session, context: StageContext): Turn {
  if (session.door === 'answer') return closePasted(session, context);
  const heart = context.reading?.heart;
  const reflected: Block[] =
    heart === undefined
      ? [text('Thank you. Let us take it step by step.')]
      : [text(quote(heart.quote), '. Let us take that step by step.')];
  return firstStep(session, context, reflected);
}

function firstStep(session: Session, context: StageContext, above?: readonly Block[]): Turn {
  const step = nextOpenStep(session, context.guide, undefined);
  if (step === undefined) return ask({ ...session, stage: { at: 'reviewing' } }, context, above);
  return ask({ ...session, stage: { at: 'asking', step, fresh: false, thenReview: false } }, context, above);
}

function closePasted(session: Session, context: StageContext): Turn {
  return ask(
    { ...splitPasted(session, context.reading, context.guide), stage: { at: 'reviewing' } },
    context,
  );
}

/** The sentences of a pasted answer go to the steps they speak to, so that a step can be rewritten. */
export function splitPasted(session: Session, reading: Reading | undefined, guide: Guide): Session {
  const steps = reading?.steps ?? {};
  const [first] = session.failure;
  const answers: Record<string, Part[]> = {};
  for (const { id } of guide.steps) {
    const sentences = steps[id] ?? [];
    if (sentences.length === 0 || first === undefined) continue;
    answers[id] = [
      { id: `${first.id}.${id}`, stamp: first.stamp, text: sentences.map((span) => span.quote).join(' ') },
    ];
  }
  return { ...session, answers, pastedSteps: steps };
}
