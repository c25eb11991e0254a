import { type Block, quote, text } from '../../card/card.ts';
import type { Span } from '../../text/span.ts';
import type { Command } from '../commands.ts';
import { nextOpenStep } from '../draft-of.ts';
import type { Said } from '../event.ts';
import { hasText, joined, withPart } from '../part.ts';
import { hasOwnAnswers, splitPasted, withoutPastedWhole, withoutSplit } from '../pasted.ts';
import type { Session } from '../session.ts';
import type { Turn } from '../turn.ts';
import { arrivedEmpty, staysOpen } from './answer-ends.ts';
import { redoStep } from './asking.ts';
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
      return session.door === 'answer' && hasText(session.failure)
        ? closePasted(session, context)
        : firstStep({ ...session, door: 'story' }, context);
    case 'redo':
      return command.step === undefined
        ? undefined
        : redoStep(withPasteSplit(session, context), command.step, session.door === 'answer', context);
    case 'back':
      return ask({ ...session, stage: { at: 'opening', asks: 'purpose' } }, context);
    default:
      return undefined;
  }
}

/** Free text is the failure in a line or two, or with the door `answer` the answer itself. */
export function textAtChoosing(session: Session, said: Said, context: StageContext): Turn {
  const isFirst = !hasText(session.failure);
  if (said.part.text.trim() === '') return arrivedEmpty(session, !isFirst, context);
  // With the door `story` a pasted whole becomes what its steps say: the line above them is no part of the answer.
  const base = session.door === 'answer' ? withoutSplit(session) : withoutPastedWhole(session);
  const next = { ...base, failure: withPart(base.failure, said.part) };
  return said.ends === 'now' ? closeChoosing(next, context) : staysOpen(next, said.ends, isFirst, context);
}

/** The failure is told: it is reflected in their own words, then the first step is asked. */
export function closeChoosing(session: Session, context: StageContext): Turn {
  if (session.door === 'answer') return closePasted(session, context);
  const heart = context.reading?.heart;
  const reflected: Block[] =
    heart === undefined
      ? [text('Thank you. Let us take it step by step.')]
      : [
          text(
            quote(heart.quote),
            isWhole(heart, joined(session.failure)) ? '. ' : ' … ',
            'Let us take that step by step.',
          ),
        ];
  return firstStep(session, context, reflected);
}

/** Whether a quote stops where a clause does; otherwise dots behind it say that more was told. */
function isWhole(quoted: Span, told: string): boolean {
  return /^\s*(?:$|[.!?,;:)\]"'’”…–—]|(?:and|but|because|so)\b)/u.test(told.slice(quoted.end));
}

function firstStep(session: Session, context: StageContext, above?: readonly Block[]): Turn {
  const step = nextOpenStep(session, context.guide, undefined);
  if (step === undefined) return ask({ ...session, stage: { at: 'reviewing' } }, context, above);
  return ask({ ...session, stage: { at: 'asking', step, fresh: false, thenReview: false } }, context, above);
}

function closePasted(session: Session, context: StageContext): Turn {
  return ask({ ...withPasteSplit(session, context), stage: { at: 'reviewing' } }, context);
}

/** Steps that were written since the paste are not overwritten: then it was only looked at again. */
function withPasteSplit(session: Session, context: StageContext): Session {
  const isPaste = session.door === 'answer' && hasText(session.failure) && !hasOwnAnswers(session);
  return isPaste ? splitPasted(session, context.reading, context.guide) : session;
}
