import { type REST, Routes } from 'discord.js';
import type { Log } from '../../../src/log.ts';
import { answerOf } from '../api/answers.ts';

/** Puts a thread out of the way; whoever comes back to it opens it again. One that cannot be is no trouble of anybody's. */
export async function archive(
  { rest, log }: { readonly rest: REST; readonly log: Log },
  thread: string,
): Promise<void> {
  try {
    await rest.patch(Routes.channel(thread), { body: { archived: true } });
  } catch (error) {
    log('discord-not-archived', { code: answerOf(error).code });
  }
}
