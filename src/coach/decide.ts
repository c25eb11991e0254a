import { text } from '../card/card.ts';
import { advance } from '../conversation/advance.ts';
import {
  type Beginning,
  begin,
  beginAnother,
  beginFresh,
  behind,
  firstTurn,
  takeUp,
} from '../conversation/begin.ts';
import { beginBrought } from '../conversation/brought.ts';
import { eraseCard } from '../conversation/cards/erase-card.ts';
import { helpCard } from '../conversation/cards/help-cards.ts';
import { helpLines } from '../conversation/cards/help-lines.ts';
import { noSuchPractice } from '../conversation/cards/history-cards.ts';
import { settingsCard } from '../conversation/cards/settings-card.ts';
import { unreadFiles } from '../conversation/cards/unread-files.ts';
import { changedManner, pressedEarlierCard } from '../conversation/commanded.ts';
import { type Command, commandOfAction, parseCommand } from '../conversation/commands.ts';
import { saysDespair } from '../conversation/despairing.ts';
import { effectKey } from '../conversation/effect.ts';
import type { Pressed, SessionEvent } from '../conversation/event.ts';
import { tooLongText } from '../conversation/limit-line.ts';
import { besidesLobby, LONGEST_CHOICE_WORDS, lobbyCard, lobbyWord } from '../conversation/lobby.ts';
import { withNotice } from '../conversation/notice.ts';
import { isParting, parted } from '../conversation/parting.ts';
import { isActive, isSheltered, type Session } from '../conversation/session.ts';
import { notHeard } from '../conversation/stages/spoke.ts';
import { besides, offeredAction, standingCard } from '../conversation/standing.ts';
import { type CardDraft, say, type Turn, turn, type View } from '../conversation/turn.ts';
import { asWished, openedAsWished, withWishes } from '../conversation/wishes.ts';
import type { Catalog } from '../guide/catalog.ts';
import type { Guide } from '../guide/guide.ts';
import { countWords } from '../text/words.ts';

/** What is decided on, besides the event. */
export interface Grounds {
  readonly catalog: Catalog;
  readonly current: Session | undefined;
  readonly target: Session | undefined;
  /** Another practice that is open in the place of the target. */
  readonly inItsWay?: Session | undefined;
  readonly beginning: Beginning;
  readonly startsFresh: boolean;
  /** The text is a whole answer that was brought from elsewhere. */
  readonly isBrought?: boolean;
  /** The person is nowhere near their practice: one that is paused is shown before another is begun. */
  readonly atLarge?: boolean;
  /** The card that was pressed belongs to a practice that is gone. */
  readonly cardIsGone?: boolean;
  /** What `history` or `show` found, read before the turn. */
  readonly view: View | undefined;
}

/**
 * Which practice an event is for, and what follows: a new one, one taken up again, the one that stands, or the lobby.
 * A place holds one open practice: one that is taken up there sends another to rest.
 */
export function decide(event: SessionEvent, grounds: Grounds): Turn {
  const { target, inItsWay } = grounds;
  const from = target ?? grounds.current;
  const made = openedAsWished(
    begunOver(event, { ...grounds, beginning: asWished(grounds.beginning, from) }),
    from,
  );
  return made.sessions.some((one) => one.id === target?.id && isActive(one)) ? behind(inItsWay, made) : made;
}

/** A start that meets an open practice leaves with it what was wished for. */
function begunOver(event: SessionEvent, grounds: Grounds): Turn {
  const made = decided(event, grounds);
  const { current, catalog, beginning } = grounds;
  const isStart = commandIn(event, catalog.default)?.name === 'start';
  if (!isStart || current === undefined || made.sessions.at(-1)?.id !== current.id) return made;
  return withWishes(made, current, event, catalog.default, beginning);
}

function decided(event: SessionEvent, grounds: Grounds): Turn {
  const { catalog, target, view } = grounds;
  const current = grounds.current;
  const fallback = catalog.default;
  if (grounds.isBrought === true && event.type === 'said')
    return beginBrought(event, fallback, grounds.beginning, current);
  const command = commandIn(event, fallback);
  if (grounds.cardIsGone === true) return pressedOnNothing(event, command, grounds);
  if (event.type === 'pressed' && target !== undefined) return pressedOn(target, event, command, grounds);
  const { manner } = grounds.beginning;
  if ((event.type === 'edited' || event.type === 'deleted') && target !== undefined && !isActive(target))
    return quietly(advance(target, event, guideOf(target, catalog), manner), saysDespair(event, target));
  if (event.type !== 'said' && target !== undefined)
    return advance(target, event, guideOf(target, catalog), manner);
  if (current === undefined) return inLobby(event, command, grounds);
  const guide = guideOf(current, catalog);
  if (view !== undefined) {
    const shown = nextTurn(current);
    return turn(shown, say(shown, besides(shown, guide, view)));
  }
  if (command?.name === 'resume' && command.number !== undefined)
    return resumed(event, command.number, grounds, current, guide);
  const isOpen = current.stage.at !== 'paused';
  if (command?.name === 'start' && grounds.atLarge === true && !isOpen) {
    const shown = nextTurn(current);
    return turn(shown, say(shown, standingCard(shown, guide)));
  }
  if (command?.name === 'start' && (grounds.startsFresh || !isOpen))
    return begin(event, fallback, grounds.beginning, current);
  const another = anotherOne(event, current, grounds);
  return another ?? advance(current, event, guide, manner);
}

/**
 * A button of a practice's card was pressed. Where another practice is open here, only "go on" takes up the one of
 * the card (and pauses the other); anything else would act on a practice that nobody looks at.
 */
function pressedOn(target: Session, event: Pressed, command: Command | undefined, grounds: Grounds): Turn {
  const { current, catalog, beginning, view } = grounds;
  const guide = guideOf(target, catalog);
  const isHere = current === undefined || current.id === target.id;
  // A new practice belongs to no card: it is begun as if it were typed.
  if (command?.name === 'start' && (target.stage.at === 'done' || target.stage.at === 'paused'))
    return current !== undefined && isActive(current)
      ? advance(current, { ...event, turn: current.askedTurn }, guideOf(current, catalog), beginning.manner)
      : begin(event, catalog.default, beginning);
  if (view !== undefined) return decide(event, { ...grounds, target: undefined });
  const isStanding = event.turn === undefined || event.turn >= target.askedTurn;
  if (current?.id === target.id && isStanding) {
    const another = anotherOne(event, target, grounds);
    if (another !== undefined) return another;
  }
  if (!isHere && isActive(current) && !isActive(target) && command?.name !== 'resume')
    return pressedEarlierCard(nextTurn(current), guideOf(current, catalog));
  const made = advance(target, event, guide, beginning.manner);
  return !isActive(target) && made.sessions.some(isActive) ? behind(current, made) : made;
}

/** A practice that nobody looks at changes without a word, unless somebody may need help. */
function quietly(made: Turn, isDespair: boolean): Turn {
  if (isDespair) return made;
  const { sessions, effects } = made;
  return { sessions, effects: effects.filter(({ type }) => type !== 'say' && type !== 'revise') };
}

/** A button of a practice that was deleted: nothing happens, and the person is told where the talk is. */
function pressedOnNothing(event: SessionEvent, command: Command | undefined, grounds: Grounds): Turn {
  const { current, catalog } = grounds;
  if (command?.name === 'start') return decide(event, { ...grounds, cardIsGone: false });
  if (current !== undefined) return pressedEarlierCard(nextTurn(current), guideOf(current, catalog));
  const line = 'That practice is deleted, and nothing of it is kept.';
  return inLobbySay(besidesLobby(catalog.default, { blocks: [text(line)] }));
}

/** The turn counts on, and what was offered for one turn is over. */
function nextTurn(session: Session): Session {
  const { offer: _, ...rest } = session;
  return { ...rest, turn: session.turn + 1 };
}

/** The guide a practice was begun with. */
export function guideOf(session: Session, catalog: Catalog): Guide {
  return catalog.find(session.guide.id, session.guide.version);
}

/** The command a message or a press is, wherever the practice stands. */
export function commandIn(event: SessionEvent, guide: Guide): Command | undefined {
  if (event.type === 'said') return parseCommand(event.part.text, guide);
  return event.type === 'pressed' ? commandOfAction(event.action, guide) : undefined;
}

/**
 * Beside an open practice a new one was chosen: another story, or a fresh start with the same. After a story that is
 * not to be scored, another story is always there to choose.
 */
function anotherOne(event: SessionEvent, current: Session, grounds: Grounds): Turn | undefined {
  const { catalog, beginning } = grounds;
  const guide = guideOf(current, catalog);
  const chosen =
    event.type === 'said'
      ? offeredAction(current, guide, event.part.text)
      : event.type === 'pressed'
        ? event.action
        : undefined;
  const { stage } = current;
  if (chosen === 'new' && stage.at === 'sheltered') return beginAnother(event, guide, beginning, current);
  const isOffered = current.offer === 'restart' || event.type === 'pressed';
  if (!isOffered || stage.at === 'done') return undefined;
  if (chosen === 'new') return begin(event, catalog.default, beginning, current);
  return chosen === 'fresh' && !isSheltered(current)
    ? beginFresh(event, guide, beginning, current, current)
    : undefined;
}

function resumed(
  event: SessionEvent,
  number: number,
  grounds: Grounds,
  current: Session | undefined,
  guide: Guide,
): Turn {
  const { target, catalog } = grounds;
  if (target === undefined) {
    const reply = noSuchPractice(number);
    if (current === undefined) return inLobbySay(besidesLobby(guide, reply));
    const shown = nextTurn(current);
    return turn(shown, say(shown, besides(shown, guide, reply)));
  }
  return takeUp(target, event, guideOf(target, catalog), current);
}

function inLobby(event: SessionEvent, command: Command | undefined, grounds: Grounds): Turn {
  const guide = grounds.catalog.default;
  if (grounds.view !== undefined) return inLobbySay(besidesLobby(guide, grounds.view));
  if (event.type === 'tooLong')
    return inLobbySay(besidesLobby(guide, { blocks: [text(tooLongText(event.length))] }));
  if (event.type === 'spoke') return inLobbySay(besidesLobby(guide, notHeard()));
  if (event.type === 'filesUnread') return inLobbySay(besidesLobby(guide, unreadFiles(event.names)));
  if (event.type !== 'said' && event.type !== 'pressed' && event.type !== 'attached')
    return { sessions: [], effects: [] };
  const fresh = () => begin(event, guide, grounds.beginning);
  if (command?.name === 'settings') return setInLobby(command, grounds);
  if (command?.name === 'erase') return inLobbySay(eraseCard('line'));
  if (command?.name === 'export') return { sessions: [], effects: [{ type: 'export' }] };
  const word = event.type === 'said' ? lobbyWord(event.part.text) : undefined;
  if (command?.name === 'erase-no' || word === 'keep')
    return inLobbySay(
      besidesLobby(guide, { blocks: [text('Nothing is changed, and nothing was deleted.')] }),
    );
  if (command?.name === 'start' || command?.name === 'next' || word === 'begin') return fresh();
  if (command?.name === 'help' || command?.name === 'more')
    return inLobbySay(besidesLobby(guide, helpCard()));
  if (command?.name === 'resume' && command.number !== undefined)
    return resumed(event, command.number, grounds, undefined, guide);
  if (command?.name === 'resume') return inLobbySay(besidesLobby(guide, noSuchPractice(undefined)));
  if (saysDespair(event) && event.type === 'said' && countWords(event.part.text) <= LONGEST_GREETING)
    return inLobbySay(besidesLobby(guide, { blocks: helpLines() }));
  if (event.type === 'said' && isParting(event.part.text)) return inLobbySay(besidesLobby(guide, parted()));
  if (event.type === 'said' && isDoorOrStory(event.part.text)) {
    const [opened] = firstTurn(event, guide, grounds.beginning).sessions;
    if (opened !== undefined)
      return withReaders(withNotice(advance(opened, event, guide, grounds.beginning.manner)), opened.readers);
  }
  const said = event.type === 'said' ? event.part.text : '';
  return inLobbySay(lobbyCard(guide, grounds.beginning.isFirst, said));
}

/** Who can read it stands on the first card of every practice, also of one that skips its door. */
function withReaders(made: Turn, readers: string): Turn {
  // A hard story is met first of all; its own card says that it stays private.
  if (made.sessions.some(isSheltered)) return made;
  const first = made.effects.findIndex(({ type }) => type === 'say');
  return {
    ...made,
    effects: made.effects.map((effect, index) =>
      index === first && effect.type === 'say'
        ? { ...effect, card: { ...effect.card, blocks: [text(readers), ...effect.card.blocks] } }
        : effect,
    ),
  };
}

/** Longer than this a message that begins with a greeting, or asks something, tells a story all the same. */
const LONGEST_GREETING = 15;
const GREETING = /^(?:hi|hello|hey|good (?:morning|afternoon|evening)|thanks?|thank you)\b/iu;

function isDoorOrStory(words: string): boolean {
  const isGreeting = GREETING.test(words.trim()) || /\?\s*$/u.test(words);
  if (isGreeting && countWords(words) <= LONGEST_GREETING) return false;
  return /^(story|answer|nothing)[.!]?$/i.test(words.trim()) || countWords(words) > LONGEST_CHOICE_WORDS;
}

/** The settings are the person's, with or without a practice. */
function setInLobby(command: Extract<Command, { name: 'settings' }>, grounds: Grounds): Turn {
  const { effect, manner } = changedManner(grounds.beginning.manner, command);
  const card = settingsCard(manner, effect);
  const said = inLobbySay(besidesLobby(grounds.catalog.default, card));
  return effect === undefined ? said : { ...said, effects: [effect, ...said.effects] };
}

function inLobbySay(card: CardDraft): Turn {
  return { sessions: [], effects: [{ type: 'say', card: { v: 1, ...card } }] };
}

/** The name of an effect of a turn that belongs to no practice. */
export function keyIn(made: Turn, event: SessionEvent, position: number): string {
  const session = made.sessions.at(-1);
  return session === undefined
    ? effectKey(event.seed, 0, position)
    : effectKey(session.id, session.turn, position);
}
