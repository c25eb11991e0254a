import { text } from '../card/card.ts';
import { unreachable } from '../errors.ts';
import type { Guide } from '../guide/guide.ts';
import { paused } from './begin.ts';
import { pressed } from './commanded.ts';
import { withChangeMarked } from './draft-of.ts';
import { deletedPart, editedPart } from './edits.ts';
import type { SessionEvent } from './event.ts';
import { heard, tooLongText } from './heard.ts';
import { hasText } from './part.ts';
import type { Session } from './session.ts';
import { leaveStep } from './stages/asking.ts';
import { closeChoosing } from './stages/choosing.ts';
import type { StageContext } from './stages/context.ts';
import { critiqueArrived, critiqueGivenUp } from './stages/critiquing.ts';
import { quietKey } from './stages/quiet.ts';
import { besides, standingCard } from './standing.ts';
import { say, type Turn, turn } from './turn.ts';

/** One practice takes one event. Pure: the same session and event give the same turn. */
export function advance(before: Session, event: SessionEvent, guide: Guide): Turn {
  const made = taken(before, event, guide);
  return { ...made, sessions: made.sessions.map((session) => withChangeMarked(before, session, guide)) };
}

function taken(before: Session, event: SessionEvent, guide: Guide): Turn {
  const { offer: _, ...rest } = before;
  const session: Session = { ...rest, turn: before.turn + 1 };
  const context: StageContext = {
    guide,
    at: event.at,
    reading: 'reading' in event ? event.reading : undefined,
  };
  switch (event.type) {
    case 'attached':
      return turn(session, say(session, standingCard(session, guide)));
    case 'said':
      return heard(before, session, event, context);
    case 'pressed':
      return pressed(session, event.action, event.turn, context);
    case 'tooLong':
      return turn(
        session,
        say(session, besides(session, guide, { blocks: [text(tooLongText(event.length))] })),
      );
    case 'edited':
      return editedPart(session, event.partId, event.text, guide, event.reading);
    case 'deleted':
      return deletedPart(session, event.partId, guide, event.reading);
    case 'critiqueReady':
      return critiqueArrived(session, event, context);
    case 'critiqueFailed':
      return critiqueGivenUp(session, event.draftNo, context);
    case 'deliveryFailed':
      return turn(session);
    case 'silent':
      return paused(before);
    case 'woke':
      return event.key === quietKey(session) ? answerEnded(session, context) : turn(session);
    default:
      return unreachable(event);
  }
}

/** The pause after the last message is over: the answer ends, unless it was ended already. */
function answerEnded(session: Session, context: StageContext): Turn {
  const stage = session.stage;
  if (session.awaitsQuiet !== true) return turn(session);
  if (stage.at === 'choosing' && hasText(session.failure)) return closeChoosing(session, context);
  if (stage.at === 'asking' && hasText(session.answers[stage.step]) && !stage.fresh)
    return leaveStep(session, stage, context);
  return turn(session);
}
