import { text } from '../card/card.ts';
import { unreachable } from '../errors.ts';
import type { Guide } from '../guide/guide.ts';
import { paused } from './begin.ts';
import { unreadFiles } from './cards/unread-files.ts';
import { offeredReturn, pressed, pressedEarlierCard } from './commanded.ts';
import { saysDespair } from './despairing.ts';
import { withChangeMarked } from './draft-of.ts';
import { deletedPart, editedPart } from './edits.ts';
import type { SessionEvent } from './event.ts';
import { filledAnswers } from './filled-answers.ts';
import { heard } from './heard.ts';
import { AWAY_MS, awayFor } from './last-words.ts';
import { tooLongText } from './limit-line.ts';
import { asksOwnRating, ratingsOf } from './own-rating.ts';
import { hasText } from './part.ts';
import { isSheltered, type Session } from './session.ts';
import { shareArrived, shared } from './shared.ts';
import { leaveStep } from './stages/asking.ts';
import { closeChoosing } from './stages/choosing.ts';
import type { StageContext } from './stages/context.ts';
import { critiqueArrived, critiqueGivenUp } from './stages/critiquing.ts';
import { replied } from './stages/improving.ts';
import { quietKey } from './stages/quiet.ts';
import { timeUp, timeUpKey } from './stages/rehearsing.ts';
import { rated } from './stages/reviewing.ts';
import { meetsDistress, sheltered } from './stages/sheltered.ts';
import { spoke } from './stages/spoke.ts';
import { besides, standingCard } from './standing.ts';
import { say, type Turn, turn } from './turn.ts';
import { undelivered } from './undelivered.ts';
import { withoutOldWishes } from './wishes.ts';

/**
 * One practice takes one event. Pure: the same session, event and manner give the same turn. `manner` is how the person
 * wants to be spoken to now; as at the last turn where it is left out.
 */
export function advance(before: Session, event: SessionEvent, guide: Guide, manner = before.manner): Turn {
  const made = taken({ ...before, manner }, event, guide);
  return {
    ...made,
    sessions: made.sessions.map((session) =>
      withoutOldWishes(before, withChangeMarked(before, session, guide)),
    ),
  };
}

function taken(before: Session, event: SessionEvent, guide: Guide): Turn {
  const { offer: _, ...rest } = before;
  const isTheirs = BY_THE_PERSON.includes(event.type);
  const session: Session = {
    ...rest,
    turn: before.turn + 1,
    ...(isTheirs ? { touchedAt: event.at } : {}),
  };
  const context: StageContext = {
    guide,
    at: event.at,
    reading: 'reading' in event ? event.reading : undefined,
    past: 'past' in event ? event.past : undefined,
    despair: saysDespair(event, before),
  };
  switch (event.type) {
    case 'attached':
      // Whoever comes back after a day is told where they were, before anything is asked.
      if (awayFor(before, event.at) >= AWAY_MS && before.stage.at !== 'done')
        return offeredReturn(session, context);
      return turn(session, say(session, standingCard(session, guide)));
    case 'said':
      return heard(before, session, event, context);
    case 'pressed':
      return pressed(session, event.action, event.turn, context);
    case 'filled':
      return filledIn(session, event, context);
    case 'tooLong':
      return turn(
        session,
        say(session, besides(session, guide, { blocks: [text(tooLongText(event.length))] })),
      );
    case 'edited':
      return metInEdit(editedPart(session, event, guide, event.reading), context);
    case 'deleted':
      return deletedPart(session, event.partId, guide, event.reading);
    case 'critiqueReady':
      return critiqueArrived(session, event, context);
    case 'critiqueFailed':
      return critiqueGivenUp(session, event.draftNo, context);
    case 'spoke':
      return spoke(session, event.seconds, context);
    case 'filesUnread':
      return turn(session, say(session, besides(session, guide, unreadFiles(event.names))));
    case 'shared':
      // An edit may have made it a story that is not shown about.
      return meetsDistress(session, context) && !isSheltered(session)
        ? sheltered(session, context)
        : shared(before, session, event, guide);
    case 'shareArrived':
      return shareArrived(before, session, event.key, guide);
    case 'deliveryFailed':
      return undelivered(before, session, event, context);
    case 'silent':
      return paused(before);
    case 'woke':
      if (event.key === quietKey(session)) return answerEnded(session, context);
      return event.key === timeUpKey(session) && session.stage.at === 'rehearsing'
        ? timeUp(session, session.stage, context)
        : turn(session);
    default:
      return unreachable(event);
  }
}

/** What a person does, as against what comes of it. */
const BY_THE_PERSON: readonly SessionEvent['type'][] = [
  ...(['said', 'pressed', 'filled', 'edited', 'deleted', 'spoke', 'filesUnread', 'shared'] as const),
];

/** Words of despair are met where they are written, be it into an older message. */
function metInEdit(made: Turn, context: StageContext): Turn {
  const [changed] = made.sessions;
  return changed !== undefined && context.despair === true ? sheltered(changed, context) : made;
}

/** A form was sent: the steps themselves, or the person's own rating of them. */
function filledIn(
  session: Session,
  event: Extract<SessionEvent, { type: 'filled' }>,
  context: StageContext,
): Turn {
  if (event.action === 'answers') return filledAnswers(session, event, context);
  const steps = event.action === 'rate' ? ratingsOf(event.values, context.guide) : undefined;
  if (steps === undefined || session.stage.at !== 'reviewing' || !asksOwnRating(session))
    return pressedEarlierCard(session, context.guide);
  return rated(session, { steps }, context);
}

/** The pause after the last message is over: the answer ends, unless it was ended already. */
function answerEnded(session: Session, context: StageContext): Turn {
  const stage = session.stage;
  if (session.awaitsQuiet !== true) return turn(session);
  if (stage.at === 'choosing' && hasText(session.failure)) return closeChoosing(session, context, false);
  if (stage.at === 'asking' && hasText(session.answers[stage.step]) && !stage.fresh)
    return leaveStep(session, stage, context, false);
  if (stage.at === 'improving' && hasText(stage.reply)) return replied(session, stage, context);
  return turn(session);
}
