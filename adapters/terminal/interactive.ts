import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { placeKey } from '../../src/who/place.ts';
import { completed } from './completion.ts';
import type { Surface } from './deliver.ts';
import { createKeyboard } from './keyboard.ts';
import { paintFor } from './paint.ts';
import { createPrompt, type Submission } from './prompt.ts';
import { terminalPlace } from './receive.ts';
import { createScreen } from './screen.ts';
import { createStamps } from './stamps.ts';
import { TERMINAL_CHANNEL, takeFree, takeOver } from './take-place.ts';
import { createTalk } from './talk.ts';
import { rawTerminal } from './terminal-modes.ts';
import type { TerminalOptions, TerminalWorld } from './terminal-world.ts';
import { wrap } from './wrap.ts';
import type { Writer } from './writer.ts';

const KEPT = 'Kept. Type npm start to go on.';
const ELSEWHERE = 'This practice went on in another terminal.';
const OPEN_ELSEWHERE =
  'Your practice is open in another terminal. Type take over to go on here, or press Ctrl-C to leave.';
/** How long a turn under way may still take when the terminal is closed. */
const LAST_TURN_MS = 2_000;
/** A database that is away keeps nobody from leaving. */
const LAST_LOOK_MS = 1_000;

/** Why a talk ended. */
type End = 'left' | 'taken' | 'not-attached';

/** A person at a terminal, until they leave or go on in another one. Resolves with the exit code. */
export async function runInteractive(
  options: TerminalOptions,
  writer: Writer,
  world: TerminalWorld,
  attachSurface: (surface: Surface | undefined) => void,
): Promise<number> {
  const { input, output, person, colour } = options;
  const place = placeKey(terminalPlace(person));
  const paint = paintFor(colour);
  const screen = createScreen(output, writer, paint);
  let attached = false;
  let turns: Promise<void> = Promise.resolve();
  let end: (why: End) => void = () => undefined;
  const ended = new Promise<End>((resolve) => {
    end = resolve;
  });
  let hasEnded = false;
  void ended.then(() => {
    hasEnded = true;
  });

  const leave = () => end(attached ? 'left' : 'not-attached');
  const choices = () => (attached ? talk.choices() : ['take over']);
  const prompt = createPrompt({
    screen,
    paint,
    choices,
    complete: (typed) => completed(typed, { words: choices(), now: options.now().toISOString() }),
    onSubmit: queue,
    onInterrupt: leave,
    onEnd: leaveAfterTurns,
  });
  const talk = createTalk({
    person,
    coach: world.coach,
    screen,
    prompt,
    paint,
    colour,
    log: options.log,
    newId: randomUUID,
    newStamp: createStamps(options.now),
  });

  /** One thing after the other, in the order it was sent; what is typed while the coach is at work waits its turn. */
  function inTurn(work: () => Promise<void>): void {
    turns = turns.then(async () => {
      if (!hasEnded) await work();
    });
    turns.catch((error: unknown) => fail(error));
  }

  function queue(submission: Submission): void {
    // What people type who want to go; all is kept anyway.
    const wantsToGo = submission.type === 'text' && /^\s*(?:exit|quit)\s*$/i.test(submission.text);
    if (wantsToGo) leaveAfterTurns();
    else inTurn(() => (attached ? talk.hear(submission) : askedToTakeOver(submission)));
  }

  function leaveAfterTurns(): void {
    void turns.then(leave, leave);
  }

  let failure: { error: unknown } | undefined;
  function fail(error: unknown): void {
    failure ??= { error };
    leave();
  }

  async function askedToTakeOver(submission: Submission): Promise<void> {
    if (submission.type === 'enter') return;
    if (!/^take over[.!]?$/i.test(submission.text.trim())) {
      await screen.print(`${OPEN_ELSEWHERE}\n`);
    } else if (await takeOver(world.presence, place, sleep)) {
      await attach();
    } else {
      await screen.print('The other terminal does not let go. Close it, then type take over again.\n');
    }
  }

  async function attach(): Promise<void> {
    attached = true;
    attachSurface(talk);
    // Only now: our own call to let the place go must not end us.
    world.presence.listen(TERMINAL_CHANNEL, (payload) => {
      if (payload === place) end('taken');
    });
    world.presence.onPlaceLost((lost) => {
      if (lost === place) end('taken');
    });
    await talk.attach();
  }

  /** Nothing rings while no terminal is open: whoever leaves with a reminder ahead should not wait for it. */
  async function nextInWords(): Promise<string> {
    if (talk.isReminded()) return '';
    const looked = world.nextReminder?.(person).catch(() => undefined);
    const next = await Promise.race([looked, sleep(LAST_LOOK_MS, undefined, { ref: false })]);
    return next === undefined ? '' : `${wrap(nextLine(next), screen.width())}\n`;
  }

  world.onSignal(leave);
  void writer.broken.then(leave);

  const restore = rawTerminal(input, output);
  const keyboard = createKeyboard(input, (tokens) => {
    if (!hasEnded) prompt.take(tokens);
  });
  const onClosed = () => {
    keyboard.stop();
    leaveAfterTurns();
  };
  input.once('end', onClosed);
  // A terminal that was shut answers the next read with EIO.
  input.on('error', onClosed);
  input.once('close', onClosed);

  inTurn(async () => {
    if (await takeFree(world.presence, place, sleep)) return attach();
    prompt.show('> ');
    await screen.print(`${OPEN_ELSEWHERE}\n`);
  });

  const why = await ended;
  keyboard.stop();
  input.off('end', onClosed);
  input.off('close', onClosed);
  input.pause();
  await Promise.race([turns.catch(() => undefined), sleep(LAST_TURN_MS, undefined, { ref: false })]);
  attachSurface(undefined);
  const next = why === 'left' && failure === undefined ? await nextInWords() : '';
  if (attached) await world.presence.leavePlace(place).catch(() => undefined);
  await screen.close();
  restore();
  if (failure !== undefined) throw failure.error;
  if (why === 'taken') await writer.write(`${ELSEWHERE}\n`);
  if (why === 'left') await writer.write(`${KEPT}\n${next}`);
  return 0;
}

function nextLine(next: string): string {
  return `Your next reminder is ${next}: I show it when you start me then, or later.`;
}
