import type { REST } from 'discord.js';
import { codeOf } from '../../../src/errors.ts';
import type { Log } from '../../../src/log.ts';
import type { Leftover } from '../../../src/store/leftovers.ts';
import type { Bot, DiscordWorld } from '../desk.ts';
import { createRemoving } from './removing.ts';

/** Messages older than two weeks may be deleted some 30 a 2 minutes; nobody waits for it. */
const PAUSE_MS = 1_200;
const SWEEP_MS = 60_000;
const AT_ONCE = 20;
/** What cannot be removed for a day, a try a minute, stays: somebody else decides about it then. */
const MOST_TRIES = 24 * 60;

export interface Tidying {
  start(): void;
  /** Looks now. */
  now(): void;
  stop(): void;
}

export interface TidyingParts {
  readonly world: Pick<DiscordWorld, 'takeLeftovers' | 'forgetLeftover'>;
  readonly rest: REST;
  readonly bot: Bot;
  readonly log: Log;
  readonly pauseMs?: number;
}

/** Removes what the coach posted for people, and for practices, that were deleted since: their words stand in it. */
export function createTidying({ world, rest, bot, log, pauseMs = PAUSE_MS }: TidyingParts): Tidying {
  const stopping = new AbortController();
  const removing = createRemoving({ rest, bot, log, pauseMs, signal: stopping.signal });
  let timer: NodeJS.Timeout | undefined;
  let isRunning = false;
  let isAskedAgain = false;

  async function sweep(): Promise<void> {
    for (;;) {
      const left = await world.takeLeftovers(AT_ONCE);
      if (left.length === 0) return;
      for (const one of left) {
        if (stopping.signal.aborted) return;
        await remove(one);
      }
    }
  }

  async function remove(one: Leftover): Promise<void> {
    const isDone = await removing.removed(one);
    if (isDone || one.attempts >= MOST_TRIES) await world.forgetLeftover(one.id);
  }

  function now(): void {
    // What was left while the last look was under way is not seen by it.
    isAskedAgain = isRunning;
    if (isRunning) return;
    isRunning = true;
    sweep()
      .catch((error: unknown) => log('discord-leftovers-lost', { code: codeOf(error) }))
      .finally(() => {
        isRunning = false;
        if (isAskedAgain && !stopping.signal.aborted) now();
      });
  }

  return {
    start() {
      timer = setInterval(now, SWEEP_MS);
      timer.unref();
      now();
    },
    now,
    stop() {
      clearInterval(timer);
      stopping.abort();
    },
  };
}
