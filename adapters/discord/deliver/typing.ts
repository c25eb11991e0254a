import { type REST, Routes } from 'discord.js';
import type { Log } from '../../../src/log.ts';
import { answerOf } from '../api/answers.ts';

/** Discord shows it for ten seconds: https://discord.com/developers/docs/resources/channel#trigger-typing-indicator */
const AGAIN_MS = 9_000;
const LONGEST_MS = 2 * 60_000;

export interface Typing {
  /** The coach is at work in this channel. */
  begin(channel: string): void;
  end(channel: string): void;
  stop(): void;
}

export function createTyping(rest: REST, log: Log): Typing {
  const running = new Map<string, { readonly timer: NodeJS.Timeout; left: number }>();

  function show(channel: string): void {
    rest
      .post(Routes.channelTyping(channel))
      .catch((error: unknown) => log('discord-no-typing', { code: answerOf(error).code }));
  }

  function again(channel: string): void {
    const entry = running.get(channel);
    if (entry === undefined) return;
    entry.left -= 1;
    if (entry.left <= 0) end(channel);
    else show(channel);
  }

  function end(channel: string): void {
    clearInterval(running.get(channel)?.timer);
    running.delete(channel);
  }

  return {
    begin(channel) {
      end(channel);
      show(channel);
      const timer = setInterval(again, AGAIN_MS, channel).unref();
      running.set(channel, { timer, left: Math.floor(LONGEST_MS / AGAIN_MS) });
    },
    end,
    stop() {
      for (const channel of [...running.keys()]) end(channel);
    },
  };
}
