import { text } from '../card/card.ts';
import type { Guide } from '../guide/guide.ts';
import { whichStepCard } from './cards/draft-card.ts';
import { type Command, commandOfAction } from './commands.ts';
import { replyTo } from './replies.ts';
import { isActive, type Session } from './session.ts';
import { commandAtAsking, redoStep } from './stages/asking.ts';
import { commandAtChoosing } from './stages/choosing.ts';
import { ask, type StageContext } from './stages/context.ts';
import { commandAtCritiqued } from './stages/critiqued.ts';
import { commandAtOpening } from './stages/opening.ts';
import { withoutQuiet } from './stages/quiet.ts';
import { commandAtReviewing } from './stages/reviewing.ts';
import { besides, standingCard } from './standing.ts';
import { headed, say, type Turn, turn } from './turn.ts';

/** A button was pressed. One of a card that a later question replaced changes nothing and says where the talk is. */
export function pressed(
  session: Session,
  action: string,
  turnOfCard: number | undefined,
  context: StageContext,
): Turn {
  const command = commandOfAction(action, context.guide);
  const isOld = turnOfCard !== undefined && turnOfCard < session.askedTurn;
  if (command === undefined || (isOld && !LASTING.includes(command.name))) {
    return pressedEarlierCard(session, context.guide);
  }
  return commanded(session, command, context);
}

/** A button of a card that is over: nothing changes, and the person is told where the talk is. */
export function pressedEarlierCard(session: Session, guide: Guide): Turn {
  const line = 'That button belongs to an earlier card. We are here:';
  return turn(session, say(session, headed(standingCard(session, guide), line)));
}

/** Presses that mean the same on a card of any age. */
const LASTING: readonly Command['name'][] = ['tips', 'example', 'why', 'help', 'draft', 'pause', 'stop'];

/** A command, typed or pressed: those that mean the same everywhere first, then the stage's own. */
export function commanded(session: Session, command: Command, context: StageContext): Turn {
  const { guide } = context;
  const reply = replyTo(session, command, guide);
  if (reply !== undefined) return turn(session, say(session, besides(session, guide, reply)));
  const stage = session.stage;
  if (command.name === 'stop' || command.name === 'done') return closed(session, context);
  if (stage.at === 'done') return turn(session, say(session, standingCard(session, guide)));
  if (stage.at === 'paused')
    return commandAtPaused({ ...session, stage: stage.stage }, session, command, context);
  if (command.name === 'pause') return ask({ ...session, stage: { at: 'paused', stage } }, context);
  if (command.name === 'start')
    return stage.at === 'opening' ? ask(session, context) : offeredRestart(session, context);
  if (command.name === 'resume') return ask(session, context);
  if (command.name === 'redo') {
    if (stage.at === 'opening' || stage.at === 'critiquing') return notHere(session, context);
    if (command.step === undefined) return askedWhichStep(session, context);
    if (stage.at === 'choosing')
      return commandAtChoosing(session, command, context) ?? notHere(session, context);
    const fromDraft = stage.at !== 'asking' || stage.thenReview;
    return redoStep(session, command.step, fromDraft, context);
  }
  return atStage(session, command, context) ?? notHere(session, context);
}

function atStage(session: Session, command: Command, context: StageContext): Turn | undefined {
  const stage = session.stage;
  switch (stage.at) {
    case 'opening':
      return commandAtOpening(session, stage.asks, command, context);
    case 'choosing':
      return commandAtChoosing(session, command, context);
    case 'asking':
      return commandAtAsking(session, stage, command, context);
    case 'reviewing':
      return commandAtReviewing(session, command, context);
    case 'critiqued':
      return commandAtCritiqued(session, command, context);
    default:
      return undefined;
  }
}

function commandAtPaused(active: Session, paused: Session, command: Command, context: StageContext): Turn {
  if (command.name === 'resume' || command.name === 'next' || command.name === 'go')
    return ask(active, context);
  return turn(paused, say(paused, standingCard(paused, context.guide)));
}

function offeredRestart(session: Session, context: StageContext): Turn {
  const next: Session = { ...session, offer: 'restart' };
  return turn(
    next,
    say(next, {
      blocks: [
        text(
          'You have a practice open. Go on with it, or begin a new story? The open one would be paused and kept.',
        ),
      ],
      buttons: [
        { action: 'resume', word: 'go on', label: 'Go on', style: 'primary' },
        { action: 'new', word: 'new', label: 'A new story' },
      ],
      asks: standingCard(session, context.guide).asks,
    }),
  );
}

function closed(session: Session, context: StageContext): Turn {
  if (session.stage.at === 'done') return turn(session, say(session, standingCard(session, context.guide)));
  const { session: still, effects } = withoutQuiet(session);
  const ended = session.stage.at === 'paused' ? session.stage.stage : session.stage;
  const next: Session = { ...still, stage: { at: 'done', stage: ended }, askedTurn: session.turn };
  const spoken = say(next, {
    ...standingCard(next, context.guide),
    blocks: [text('Done for today. All of it is kept: history lists it, and resume goes on with it.')],
  });
  return isActive(session) ? turn(next, ...effects, spoken, { type: 'close' }) : turn(next, spoken);
}

function notHere(session: Session, context: StageContext): Turn {
  const card = headed(standingCard(session, context.guide), 'That does nothing here. We are here:');
  return turn(session, say(session, card));
}

/** "redo" alone: the steps to choose from, beside what is asked. */
function askedWhichStep(session: Session, { guide }: StageContext): Turn {
  const { asks } = standingCard(session, guide);
  return turn(session, say(session, { ...whichStepCard(session, guide), asks }));
}
