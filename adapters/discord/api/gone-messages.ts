import { setTimeout as sleep } from 'node:timers/promises';
import { Routes } from 'discord.js';
import { answerOf } from './answers.ts';
import { CODES } from './codes.ts';
import type { Listing, Pace } from './listed-messages.ts';

/** Nobody deletes more while the coach is away; a listing that lacks more than this is not believed. */
const MOST_ASKED = 25;

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
): Promise<readonly string[]> {
  const gone: string[] = [];
  for (const id of lacking.slice(0, MOST_ASKED)) {
    signal.throwIfAborted();
    try {
      await rest.get(Routes.channelMessage(channel, id));
    } catch (error) {
      if (answerOf(error).code === CODES.unknownMessage) gone.push(id);
    }
    await sleep(pauseMs, undefined, { signal, ref: false });
  }
  return gone;
}
