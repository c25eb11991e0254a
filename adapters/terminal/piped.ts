import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Card } from '../../src/card/card.ts';
import type { Handled } from '../../src/coach/coach.ts';
import type { Incoming } from '../../src/coach/incoming.ts';
import { START_WORD } from '../../src/conversation/commands.ts';
import { MAX_TEXT } from '../../src/text/clean.ts';
import { placeKey } from '../../src/who/place.ts';
import { createBlockParser } from './blocks.ts';
import type { Surface } from './deliver.ts';
import { widthFor } from './limits.ts';
import { attachedFrom, saidFrom, terminalPlace } from './receive.ts';
import { renderCard } from './render.ts';
import { createStamps } from './stamps.ts';
import { takeFree } from './take-place.ts';
import { teamElsewhere } from './team-elsewhere.ts';
import type { TerminalOptions, TerminalWorld } from './terminal-world.ts';
import { wrap } from './wrap.ts';
import type { Writer } from './writer.ts';

const USAGE =
  'Nothing came in. Pipe a practice, for example: npm start < answers.txt (an empty line ends a message).';
const KEPT = 'The input ended before the draft. The practice is kept: npm start goes on.';
/** Nothing is missing, so nothing is said to be. */
const HELD = 'The practice is kept: npm start goes on.';
const NOT_JUDGED = 'No critique yet. The practice is kept: npm start goes on.';
const OPEN_ELSEWHERE = 'This practice is open in another terminal. Close it first, then run this again.';
const STOPPED = 'Stopped. The practice is kept: npm start goes on.';

/** Exit codes: the practice came to its end or was paused on purpose; an error; the input ended too early. */
const DONE = 0;
const FAILED = 1;
const TOO_EARLY = 2;

/** Plays blocks of lines as messages, one after the other. Resolves with the exit code. */
export async function runPiped(
  options: TerminalOptions,
  writer: Writer,
  complain: (words: string) => void,
  world: TerminalWorld,
  attachSurface: (surface: Surface | undefined) => void,
): Promise<number> {
  const { person } = options;
  const place = placeKey(terminalPlace(person));
  const newStamp = createStamps(options.now);
  // `npm start | tee practice.txt`: somebody types after all, and has to see what there is to answer.
  const isTyped = (options.input as Readable & { isTTY?: boolean }).isTTY === true;
  const watch = createWatch(writer, isTyped);
  let isStopped = false;
  let isTeamNamed = false;
  let holdsPlace = false;

  async function play(): Promise<number> {
    const blocks = withoutTeams(blocksOf(options.input));
    if (isTyped && !(await takePlace())) return FAILED;
    if (isTyped) await turn(attachedFrom(person, randomUUID()));
    const first = await blocks.next();
    if (first.done === true) {
      if (isTeamNamed) return DONE;
      complain(USAGE);
      return TOO_EARLY;
    }
    if (!isTyped && !(await takePlace())) return FAILED;
    const startsFresh = first.value.trim().toLowerCase() === START_WORD;
    if (!startsFresh && !isTyped) await turn(attachedFrom(person, randomUUID()));
    let standing = await say(first.value, startsFresh);
    for await (const block of blocks) {
      if (isStopped) return TOO_EARLY;
      standing = await say(block, false);
      // It was refused, and the coach said why: the next block would answer this one's question.
      if (block.length > MAX_TEXT) return TOO_EARLY;
    }
    if (standing.stage === 'reviewing' && !standing.cameBack && !isUnscored(standing))
      standing = await say('go', false);
    return leaveAt(standing);
  }

  /** What is about a team's sessions is answered at once, and is no part of the practice. */
  async function* withoutTeams(blocks: AsyncIterable<string>): AsyncGenerator<string, void> {
    for await (const block of blocks) {
      const elsewhere = teamElsewhere(block, { isAnswering: true });
      if (elsewhere === undefined) yield block;
      else {
        isTeamNamed = true;
        await writer.write(`${wrap(elsewhere, widthFor(undefined))}\n\n`);
      }
    }
  }

  async function takePlace(): Promise<boolean> {
    holdsPlace = await takeFree(world.presence, place, sleep);
    if (holdsPlace) attachSurface(watch);
    else complain(OPEN_ELSEWHERE);
    return holdsPlace;
  }

  function say(text: string, startsFresh: boolean): Promise<Standing> {
    return turn(saidFrom(person, { id: randomUUID(), stamp: newStamp(), text, ends: 'now', startsFresh }));
  }

  /** One message, and everything it brings: with a critique under way, until it is there. */
  async function turn(incoming: Incoming): Promise<Standing> {
    watch.begin();
    const handled = await world.coach.handle(incoming);
    await handled.performed;
    const { stage, sessionId } = handled;
    if (stage !== 'critiquing' || sessionId === undefined) return { stage, cameBack: false };
    const answer = await watch.answerOf(sessionId);
    // Only a draft that still waits to be looked at offers that.
    const cameBack = answer.buttons.some((button) => button.action === 'go');
    return { stage: cameBack ? 'reviewing' : 'critiqued', cameBack };
  }

  /** A story that is told without being scored: its draft can be left, and is never looked at. */
  function isUnscored({ stage }: Standing): boolean {
    return stage === 'sheltered' || (stage === 'reviewing' && watch.offers('done'));
  }

  async function leaveAt(standing: Standing): Promise<number> {
    if (isUnscored(standing)) {
      await writer.write(`${HELD}\n`);
      return DONE;
    }
    switch (standing.stage) {
      case 'critiqued':
      case 'improving':
      case 'rehearsing':
      case 'closing':
      case 'done':
      case 'paused':
      case undefined:
        return DONE;
      default:
        await writer.write(`${standing.cameBack ? NOT_JUDGED : KEPT}\n`);
        return TOO_EARLY;
    }
  }

  const stopped = new Promise<number>((resolve) => {
    world.onSignal(() => {
      complain(STOPPED);
      resolve(TOO_EARLY);
    });
  });
  const unread = writer.broken.then(() => FAILED);
  try {
    return await Promise.race([play(), stopped, unread]);
  } finally {
    isStopped = true;
    attachSurface(undefined);
    if (holdsPlace) await world.presence.leavePlace(place).catch(() => undefined);
    options.input.destroy();
  }
}

interface Standing {
  readonly stage: Handled['stage'];
  /** A critique was asked for, and could not be made of this draft. */
  readonly cameBack: boolean;
}

/** The messages of an input, as they come. The stream is read only as fast as they are played. */
async function* blocksOf(input: Readable): AsyncGenerator<string, void> {
  const parser = createBlockParser();
  const decoder = new StringDecoder('utf8');
  for await (const chunk of input) {
    yield* parser.push(typeof chunk === 'string' ? chunk : decoder.write(chunk as Buffer));
  }
  yield* parser.push(decoder.end());
  yield* parser.end();
}

interface Watch extends Surface {
  /** A message is sent: what is shown from now on may be its answer. */
  begin(): void;
  /** Whether the card that stands offers this. */
  offers(action: string): boolean;
  /** The card that ends the wait for a critique: the next one of the practice that does not show work. */
  answerOf(sessionId: string): Promise<Card>;
}

function createWatch(writer: Writer, choices: boolean): Watch {
  let shown: Card[] = [];
  let standing: Card | undefined;
  let waiting: { readonly sessionId: string; readonly resolve: (card: Card) => void } | undefined;
  const isAnswer = (card: Card, sessionId: string) =>
    card.origin?.sessionId === sessionId && card.working !== true;

  return {
    begin() {
      shown = [];
    },
    offers: (action) => standing?.buttons.some((button) => button.action === action) === true,
    async show(card) {
      const written = await writer.write(
        `${renderCard(card, { width: widthFor(undefined), colour: false, choices })}\n\n`,
      );
      shown.push(card);
      if (card.standing === true) standing = card;
      if (waiting !== undefined && isAnswer(card, waiting.sessionId)) waiting.resolve(card);
      return written;
    },
    answerOf(sessionId) {
      const found = shown.findLast((card) => isAnswer(card, sessionId));
      if (found !== undefined) return Promise.resolve(found);
      return new Promise((resolve) => {
        waiting = { sessionId, resolve };
      });
    },
  };
}
