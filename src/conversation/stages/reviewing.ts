import type { Block } from '../../card/card.ts';
import type { Score } from '../../critique/critique.ts';
import type { Command } from '../commands.ts';
import { draftOf } from '../draft-of.ts';
import type { Effect } from '../effect.ts';
import { asksOwnRating } from '../own-rating.ts';
import type { Session } from '../session.ts';
import { standingCard } from '../standing.ts';
import { say, type Turn, turn } from '../turn.ts';
import { ask, type StageContext } from './context.ts';
import { sheltered } from './sheltered.ts';

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
    case 'weakest':
      return command.step === undefined || !asksOwnRating(session)
        ? undefined
        : rated(session, { weakest: command.step }, context);
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

/** The person said how it feels to them: it is kept with the draft, and only then is the critique asked for. */
export function rated(
  session: Session,
  own: { readonly weakest?: string; readonly steps?: Readonly<Record<string, Score>> },
  context: StageContext,
): Turn {
  const ownRating = { draftNo: session.drafts + 1, ...own };
  return requestCritique({ ...session, ownRating }, context, [{ type: 'storeOwnRating', ...ownRating }]);
}

/** Freezes the draft and asks for its critique; an empty one is not sent, and a story of distress is never scored. */
export function requestCritique(
  session: Session,
  context: StageContext,
  records: readonly Effect[] = [],
): Turn {
  const draft = draftOf(session, context.guide);
  if (draft.text.trim() === '' || session.sheltered === true)
    return ask({ ...session, stage: { at: 'reviewing' } }, context);
  if (context.reading?.distress === true) return sheltered(session, context);
  const draftNo = session.drafts + 1;
  const { changedSinceDraft: _, ...unchanged } = session;
  const next: Session = {
    ...unchanged,
    drafts: draftNo,
    askedTurn: session.turn,
    stage: { at: 'critiquing' },
  };
  return turn(
    next,
    { type: 'freezeDraft', draftNo, draft },
    ...records,
    say(next, standingCard(next, context.guide)),
    { type: 'requestCritique', sessionId: session.id, draftNo },
  );
}

/** No critique could be made of it: back to the draft, with what to do. */
export function backToDraft(session: Session, advice: Block, context: StageContext): Turn {
  return ask({ ...session, stage: { at: 'reviewing' } }, context, [advice]);
}
