import { type Block, text } from '../card/card.ts';
import type { Guide } from '../guide/guide.ts';
import { whichStepCard } from './cards/draft-card.ts';
import { eraseCard } from './cards/erase-card.ts';
import { looksSmall } from './cards/level-asked.ts';
import { returnCard } from './cards/return-card.ts';
import { settingsCard } from './cards/settings-card.ts';
import { standingAgain } from './cards/what-next.ts';
import { closed } from './closed.ts';
import { type Command, commandOfAction } from './commands.ts';
import type { Effect } from './effect.ts';
import { replyTo } from './replies.ts';
import { resting } from './resting.ts';
import { isSheltered, type Manner, type Session } from './session.ts';
import { staysOpenFor } from './stages/answer-ends.ts';
import { commandAtAsking, redoStep } from './stages/asking.ts';
import { commandAtChoosing } from './stages/choosing.ts';
import { commandAtClosing } from './stages/closing.ts';
import { ask, type StageContext } from './stages/context.ts';
import { commandAtCritiqued, hasDraft, lookedAtAs } from './stages/critiqued.ts';
import { commandAtFinding } from './stages/finding.ts';
import { commandAtImproving, undone, withReplyNoted } from './stages/improving.ts';
import { commandAtOpening } from './stages/opening.ts';
import { commandAtRehearsing, startRehearsing } from './stages/rehearsing.ts';
import { commandAtReviewing } from './stages/reviewing.ts';
import { commandAtSheltered, meetsDistress, sheltered } from './stages/sheltered.ts';
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
const LASTING: readonly Command['name'][] = [
  ...([
    'tips',
    'example',
    'why',
    'help',
    'draft',
    'pause',
    'stop',
    'settings',
    'export',
    'erase',
    'erase-no',
  ] as const),
];

/** Tips and an example take about a minute to read, and to go on from. */
const WHILE_READING_MS = 90_000;

/** A command, typed or pressed: those that mean the same everywhere first, then the stage's own. */
export function commanded(session: Session, command: Command, context: StageContext): Turn {
  const { guide } = context;
  const reply = replyTo(session, command, guide);
  if (reply !== undefined)
    return turn(
      session,
      ...staysOpenFor(session, WHILE_READING_MS, context),
      say(session, besides(session, guide, { blocks: [...reply.blocks, ...wayBack(session, command)] })),
    );
  if (command.name === 'settings') return setOrShown(session, command, context);
  if (command.name === 'erase') return eraseOffered(session);
  if (command.name === 'erase-no')
    return turn(session, say(session, headed(standingCard(session, guide), 'Nothing was deleted.')));
  if (command.name === 'export') return turn(session, { type: 'export' });
  const stage = session.stage;
  if (command.name === 'done' && runIsOpen(session)) return runOffered(session);
  if (command.name === 'stop' || command.name === 'done') return closed(session, context);
  if (stage.at === 'done') return turn(session, say(session, standingCard(session, guide)));
  if (stage.at === 'paused')
    return commandAtPaused({ ...session, stage: stage.stage }, session, command, context);
  if (command.name === 'pause')
    return ask({ ...session, stage: { at: 'paused', stage: resting(session, stage) } }, context);
  if (command.name === 'start')
    return stage.at === 'opening' ? ask(session, context) : offeredReturn(session, context);
  // Whichever way an open answer is left, a story of distress is met.
  if (context.reading?.distress === true && !isSheltered(session))
    return sheltered(withReplyNoted(session), context);
  if (stage.at === 'sheltered')
    return commandAtSheltered(session, stage, command, context) ?? notHere(session, context);
  if (command.name === 'resume') return ask(session, context);
  if (command.name === 'delete' && session.sheltered === true)
    return ask({ ...session, stage: { at: 'sheltered', asks: 'delete', stage } }, context);
  if (command.name === 'redo') return redone(session, command.step, context);
  if (command.name === 'aloud') return rehearsed(session, context);
  if (command.name === 'undo' && stage.at === 'reviewing') return undone(session, context);
  return atStage(session, command, context) ?? notHere(session, context);
}

/** A reply may take the question's place on the screen, and leads back to it; `more` and `help` do so in their menu. */
function wayBack(session: Session, { name }: Command): Block[] {
  return name === 'help' || name === 'more' ? [] : standingAgain(session);
}

function atStage(session: Session, command: Command, context: StageContext): Turn | undefined {
  const stage = session.stage;
  switch (stage.at) {
    case 'opening':
      return commandAtOpening(session, stage.asks, command, context);
    case 'finding':
      return commandAtFinding(session, stage, command, context);
    case 'choosing':
      return commandAtChoosing(session, command, context);
    case 'asking':
      return commandAtAsking(session, stage, command, context);
    case 'reviewing':
      return commandAtReviewing(session, command, context);
    case 'critiqued':
      return commandAtCritiqued(session, command, context);
    case 'improving':
      return commandAtImproving(session, stage, command, context);
    case 'rehearsing':
      return commandAtRehearsing(session, stage, command, context);
    case 'closing':
      return commandAtClosing(session, command, context);
    default:
      return undefined;
  }
}

function commandAtPaused(active: Session, paused: Session, command: Command, context: StageContext): Turn {
  if (command.name === 'resume' || command.name === 'next' || command.name === 'go')
    // A message that was edited meanwhile may have made it a story that is not scored.
    return meetsDistress(active, context) && !isSheltered(active)
      ? sheltered(withReplyNoted(active), context)
      : ask(active, context);
  return turn(paused, say(paused, standingCard(paused, context.guide)));
}

function redone(session: Session, step: string | undefined, context: StageContext): Turn {
  const { stage } = session;
  switch (stage.at) {
    case 'opening':
    case 'finding':
    case 'critiquing':
      return notHere(session, context);
    case 'choosing':
      if (step === undefined) return askedWhichStep(session, context);
      return commandAtChoosing(session, { name: 'redo', step }, context) ?? notHere(session, context);
    default: {
      if (step === undefined) return askedWhichStep(session, context);
      const fromDraft = stage.at !== 'asking' || stage.thenReview;
      return redoStep(withReplyNoted(session), step, fromDraft, context);
    }
  }
}

/** Saying it aloud is possible wherever there is a draft and no question is open. */
function rehearsed(session: Session, context: StageContext): Turn {
  const isPlace = ['reviewing', 'critiqued', 'closing', 'rehearsing'].includes(session.stage.at);
  return isPlace && hasDraft(session, context)
    ? startRehearsing(session, context)
    : notHere(session, context);
}

/** What was set is remembered for the person; without a setting the card says how. */
function setOrShown(
  session: Session,
  command: Extract<Command, { name: 'settings' }>,
  context: StageContext,
): Turn {
  const { guide } = context;
  const { effect, manner } = changedManner(session.manner, command);
  const next: Session = { ...session, manner };
  const { stage, critique } = session;
  if (command.seniority !== undefined && effect !== undefined)
    if (
      stage.at === 'critiqued' &&
      critique?.outdated === false &&
      command.seniority !== session.manner.seniority &&
      looksSmall(session, critique.critique)
    )
      return lookedAtAs(next, command.seniority, effect, context);
  const card = besides(next, guide, settingsCard(manner, effect));
  return turn(next, ...(effect === undefined ? [] : [effect]), say(next, card));
}

/** The manner a `settings` command leaves, and the effect that remembers it; none where it only asks. */
export function changedManner(
  manner: Manner,
  command: Extract<Command, { name: 'settings' }>,
): { manner: Manner; effect: Extract<Effect, { type: 'setManner' }> | undefined } {
  const { tone, numbers, shares, critic, seniority } = command;
  if (critic !== undefined) return changedCritic(manner, critic);
  if (isOnlyAsked(command)) return { manner, effect: undefined };
  const change = {
    ...(tone === undefined ? {} : { tone }),
    ...(numbers === undefined ? {} : { numbers }),
    ...(seniority === undefined ? {} : { seniority }),
  };
  const changed = { ...manner, ...change };
  if (shares === undefined) return { manner: changed, effect: { type: 'setManner', ...change } };
  const { shares: _, ...takes } = changed;
  return {
    manner: shares ? takes : { ...takes, shares: false },
    effect: { type: 'setManner', ...change, shares },
  };
}

/** With or without the language model. Where none is set up there is nothing to choose. The answer says where words go. */
function changedCritic(manner: Manner, critic: 'offline' | 'model'): ReturnType<typeof changedManner> {
  const { model } = manner;
  if (model === undefined) return { manner, effect: undefined };
  const reads = critic === 'model';
  return {
    manner: { ...manner, model: { ...model, told: true, reads } },
    effect: { type: 'setManner', model: { reads, of: model.of } },
  };
}

/** "settings" alone: nothing is set. */
export function isOnlyAsked(command: Extract<Command, { name: 'settings' }>): boolean {
  const { tone, numbers, shares, critic, seniority } = command;
  return [tone, numbers, shares, critic, seniority].every((setting) => setting === undefined);
}

/** A first practice ends with one run aloud: offered once. */
function runIsOpen(session: Session): boolean {
  return (
    session.first === true &&
    session.stage.at === 'critiqued' &&
    session.runs.length === 0 &&
    session.runOffered !== true
  );
}

function runOffered(session: Session): Turn {
  const next: Session = { ...session, runOffered: true, offer: 'run' };
  return turn(
    next,
    say(next, {
      blocks: [text('One run aloud before you go? It takes 90 seconds, and it is where most of it settles.')],
      buttons: [
        { action: 'aloud', word: 'aloud', label: 'Say it aloud', style: 'primary' },
        { action: 'done', word: 'done', label: 'Done for today' },
      ],
      asks: 'nothing',
    }),
  );
}

/** Beside an open practice: go on, start fresh with its story, or another one. */
export function offeredReturn(session: Session, context: StageContext): Turn {
  const next: Session = { ...session, offer: 'restart' };
  const { asks } = standingCard(session, context.guide);
  return turn(next, say(next, returnCard(next, context.guide, context.at, asks)));
}

/** Nothing is deleted yet: "yes" alone is too little for that, and "no" is an answer to this. */
function eraseOffered(session: Session): Turn {
  const next: Session = { ...session, offer: 'erase' };
  return turn(next, say(next, eraseCard()));
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
