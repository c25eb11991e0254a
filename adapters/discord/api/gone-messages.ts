import { setTimeout as sleep } from 'node:timers/promises';
import { Routes } from 'discord.js';
import { answerOf, isPassing } from './answers.ts';
import { CODES } from './codes.ts';
import type { Listing, Pace } from './listed-messages.ts';

/** Nobody deletes more while the coach is away; what is beyond is asked for in the next run. */
const MOST_ASKED = 25;

export interface Gone {
  readonly gone: readonly string[];
  /** Discord said of each whether it is there. */
  readonly isSure: boolean;
}

/**
 * Which of these messages are deleted, of those that a listing of their channel lacked. Each is asked for by itself: a
 * listing can be empty for want of a permission, and a word that was written is not taken out for that. Rejects only when
 * `signal` aborts.
 */
export async function goneMessages(
  rest: Listing,
  channel: string,
  lacking: readonly string[],
  { pauseMs, signal }: Pace,
): Promise<Gone> {
  const gone: string[] = [];
  let isSure = lacking.length <= MOST_ASKED;
  for (const id of lacking.slice(0, MOST_ASKED)) {
    signal.throwIfAborted();
    try {
      await rest.get(Routes.channelMessage(channel, id));
    } catch (error) {
      const { kind, code } = answerOf(error);
      if (code === CODES.unknownMessage) gone.push(id);
      else if (isPassing(kind)) isSure = false;
      // The others would be refused as well, each for a call that Discord counts.
      else return { gone, isSure: true };
    }
    await sleep(pauseMs, undefined, { signal, ref: false });
  }
  return { gone, isSure };
}
