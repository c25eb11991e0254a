import { text } from '../../card/card.ts';
import type { Command } from '../commands.ts';
import { draftOf } from '../draft-of.ts';
import type { Session } from '../session.ts';
import { standingCard } from '../standing.ts';
import { say, type Turn, turn } from '../turn.ts';
import { ask, type StageContext } from './context.ts';

/** A press or a command at the draft. */
export function commandAtReviewing(
  session: Session,
  command: Command,
  context: StageContext,
): Turn | undefined {
  switch (command.name) {
    case 'go':
    case 'next':
      return requestCritique(session, context);
    case 'back': {
      const last = context.guide.steps.at(-1);
      if (last === undefined || session.pastedSteps !== undefined)
        return ask({ ...session, stage: { at: 'choosing' } }, context);
      return ask(
        { ...session, stage: { at: 'asking', step: last.id, fresh: false, thenReview: false } },
        context,
      );
    }
    default:
      return undefined;
  }
}

/** Freezes the draft and asks for its critique; an empty one is not sent. */
export function requestCritique(session: Session, context: StageContext): Turn {
  const draft = draftOf(session, context.guide);
  if (draft.text.trim() === '') return ask({ ...session, stage: { at: 'reviewing' } }, context);
  const draftNo = session.drafts + 1;
  const { changedSinceDraft: _, ...unchanged } = session;
  const next: Session = {
    ...unchanged,
    drafts: draftNo,
    askedTurn: session.turn,
    stage: { at: 'critiquing' },
  };
  return turn(next, { type: 'freezeDraft', draftNo, draft }, say(next, standingCard(next, context.guide)), {
    type: 'requestCritique',
    sessionId: session.id,
    draftNo,
  });
}

/** No critique could be made of it: back to the draft, with what to do. */
export function backToDraft(session: Session, advice: string, context: StageContext): Turn {
  return ask({ ...session, stage: { at: 'reviewing' } }, context, [text(advice)]);
}
