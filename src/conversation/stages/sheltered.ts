import { type Block, text } from '../../card/card.ts';
import { helpLines } from '../cards/help-lines.ts';
import { shelteredCard } from '../cards/sheltered-cards.ts';
import type { Command } from '../commands.ts';
import { withPart } from '../part.ts';
import type { Session } from '../session.ts';
import type { ActiveStage, OpenStage } from '../stage.ts';
import { say, type Turn, turn } from '../turn.ts';
import { ask, type StageContext } from './context.ts';
import { withoutQuiet } from './quiet.ts';

export type Sheltered = Extract<ActiveStage, { at: 'sheltered' }>;

/**
 * The story tells of something that must not be scored. The coach stops scoring and leaves what now to the person;
 * what was judged before goes, and nothing of the story is quoted from here on. Where the practice rests (a form was
 * sent late), it goes on resting: what now is asked once it is taken up.
 */
export function sheltered(session: Session, context: StageContext): Turn {
  const { stage } = session;
  const isResting = stage.at === 'paused' || stage.at === 'done';
  const within = isResting ? stage.stage : stage;
  const isDespair = context.despair === true;
  const asks = isDespair ? 'help' : 'what';
  const metAt = (next: Session, met: Sheltered): Session =>
    isResting ? { ...next, stage: { ...stage, stage: met } } : { ...next, stage: met };
  // The card of a practice at rest asks nothing: what has to be said stands above it.
  const above = isResting ? hardAtRest(isDespair, session.drafts > 0) : undefined;
  if (within.at === 'sheltered')
    return isDespair ? ask(metAt(session, { ...within, asks }), context, above) : ask(session, context);
  const met: Sheltered = { at: 'sheltered', asks, stage: whereToGoOn(within) };
  const made = ask(metAt(unscored(withReplyKept(session, within)), met), context, above);
  return session.drafts === 0 ? made : { ...made, effects: [{ type: 'dropRatings' }, ...made.effects] };
}

/** Said above the card of a practice at rest; that its ratings go is told, since nobody sees it there. */
function hardAtRest(isDespair: boolean, wasRead: boolean): Block[] {
  const scores = wasRead
    ? 'Nothing here is scored. What I said of it before is gone.'
    : 'Nothing here is scored.';
  return isDespair
    ? [...helpLines(), text(scores)]
    : [text(`That sounds hard, and it is yours to keep private. ${scores}`)];
}

/** A reply that is not used stays among the notes. */
function withReplyKept(session: Session, within: OpenStage): Session {
  if (within.at !== 'improving') return session;
  return { ...session, notes: within.reply.reduce((notes, part) => withPart(notes, part), session.notes) };
}

/**
 * What was read tells of something that is not scored, and nobody has chosen to go on with it yet. Words of despair are
 * met each time: whoever chose to go on with a hard story may still need somebody.
 */
export function meetsDistress(session: Session, { reading, despair }: StageContext): boolean {
  return despair === true || (reading?.distress === true && session.sheltered !== true);
}

/** A reply that is being put into the answer, or a run, is over; nothing is asked once more, and no doubt stands. */
function whereToGoOn(stage: OpenStage): OpenStage {
  if (stage.at === 'asking') {
    const { nudged: _, ...asking } = stage;
    return asking;
  }
  if (stage.at === 'choosing') return { at: 'choosing' };
  const isOver = stage.at === 'improving' || stage.at === 'rehearsing' || stage.at === 'critiqued';
  return isOver || stage.at === 'critiquing' ? { at: 'reviewing' } : stage;
}

function unscored(session: Session): Session {
  const { critique: _, ownRating: __, earlier: ___, undo: ____, ...rest } = session;
  return { ...rest, setAside: [] };
}

/** A press or a command while the person has not said what now. */
export function commandAtSheltered(
  session: Session,
  stage: Sheltered,
  command: Command,
  context: StageContext,
): Turn | undefined {
  switch (command.name) {
    // A Next that was on its way when the card came chooses nothing.
    case 'next':
    case 'go':
    case 'story':
      return ask(session, context);
    case 'resume':
      if (stage.asks === 'delete') return ask({ ...session, stage: { ...stage, asks: 'what' } }, context);
      return wentOn(session, stage, context);
    case 'delete':
      return ask({ ...session, stage: { ...stage, asks: 'delete' } }, context);
    case 'delete-yes':
      return stage.asks === 'delete' ? forgotten(session) : undefined;
    case 'back':
      return ask({ ...session, stage: { ...stage, asks: 'what' } }, context);
    default:
      return undefined;
  }
}

/** The person goes on with it: the steps are asked, and nothing is scored, doubted, nudged or quoted. */
function wentOn(session: Session, stage: Sheltered, context: StageContext): Turn {
  const next: Session = { ...session, sheltered: true, stage: stage.stage };
  return ask(next, context, [text('Then we go on, in your time. I ask, and I score nothing.')]);
}

/** Deleted on request: the practice and all that hangs on it. */
function forgotten(session: Session): Turn {
  const { session: still, effects } = withoutQuiet(session);
  const gone: Session = { ...still, stage: { at: 'done', stage: { at: 'opening', asks: 'door' } } };
  return turn(
    gone,
    ...effects,
    { type: 'forget', sessionId: session.id },
    say(gone, shelteredCard('deleted')),
    { type: 'close' },
  );
}
