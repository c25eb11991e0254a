import { type REST, Routes } from 'discord.js';
import type { Log } from '../../src/log.ts';
import { answerOf } from './api/answers.ts';

/**
 * Shows "is typing…" in a channel while something that was written there waits; Discord takes it away after ten seconds, or
 * with the answer. Once for all that waits in a channel at the same time.
 */
export function createSeenAtWork(rest: Pick<REST, 'post'>, log: Log) {
  const shown = new Set<string>();
  return (channel: string, waiting: Promise<void>): void => {
    if (shown.has(channel)) return;
    shown.add(channel);
    void waiting.finally(() => shown.delete(channel));
    rest
      .post(Routes.channelTyping(channel))
      .catch((error: unknown) => log('discord-no-typing', { code: answerOf(error).code }));
  };
}
