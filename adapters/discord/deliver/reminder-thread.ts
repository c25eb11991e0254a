import { type REST, Routes } from 'discord.js';
import { answerOf } from '../api/answers.ts';
import { activeThreads, archivedThreads } from '../api/threads.ts';
import { compareSnowflakes } from '../receive/snowflake.ts';
import { isShut } from './why-shut.ts';

export interface Sought {
  /** The channel it hangs on. */
  readonly parent: string;
  readonly name: string;
  readonly userId: string;
  readonly botId: string | undefined;
}

/**
 * The thread in which this person's reminders came before, the newest, among those that are open and those that Discord
 * archived: it keeps no list for us, so it is known by its name and by who is in it. Undefined where there is none, or
 * Discord does not let us look. Throws where it cannot be asked just now.
 */
export async function reminderThread(rest: REST, sought: Sought): Promise<string | undefined> {
  const { parent, name, userId, botId } = sought;
  for (const list of [activeThreads, archivedThreads]) {
    const own = (await whereLet(() => list(rest, parent)))?.filter(
      (one) => one.name === name && one.owner_id === botId && (one.parent_id ?? parent) === parent,
    );
    // Two people may have one number: whoever is not in it, it is not theirs.
    for (const { id } of own?.sort((a, b) => compareSnowflakes(b.id, a.id)) ?? [])
      if ((await whereLet(() => rest.get(Routes.threadMembers(id, userId)))) !== undefined) return id;
  }
  return undefined;
}

async function whereLet<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (!isShut(answerOf(error).kind)) throw error;
    return undefined;
  }
}
