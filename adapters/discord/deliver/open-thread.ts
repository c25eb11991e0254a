import { ChannelType, type REST, Routes, ThreadAutoArchiveDuration } from 'discord.js';
import { z } from 'zod';
import type { Log } from '../../../src/log.ts';
import { answerOf } from '../api/answers.ts';
import { activeThreads, type Thread } from '../api/threads.ts';
import { compareSnowflakes } from '../receive/snowflake.ts';
import { lookedFrom } from './looked-from.ts';
import type { Attempt } from './posting.ts';

export interface Opener {
  /**
   * A private thread for the delivery's person, who is in it when this resolves. `made`: it is there, and they are added
   * now. Throws what the REST throws.
   */
  open(attempt: Attempt, parent: string, name: string, made: () => void): Promise<string>;
  /** The first word was said there: the thread is the practice's place from now on. */
  done(attempt: Attempt): void;
  /** Nobody will practise in the thread that was made for this delivery, if there is one: it is put out of the way. */
  drop(attempt: Attempt): Promise<void>;
}

export interface OpenerParts {
  readonly rest: REST;
  readonly log: Log;
  readonly botId: () => string | undefined;
}

const ThreadSchema = z.object({ id: z.string().min(1) });
/** More than are opened at a time in any sane hour; the oldest is forgotten first. */
const REMEMBERED = 2_000;

/**
 * Opens private threads. A thread has no nonce: what a try made whose answer was lost is looked for among the bot's own
 * threads since then by its name, in which a number tells whose it is (see `thread-name.ts`).
 */
export function createOpener({ rest, log, botId }: OpenerParts): Opener {
  /** What was made for a delivery that is not through. */
  const made = new Map<string, { readonly parent: string; readonly thread: string }>();

  function keep({ delivery: { deliveryId } }: Attempt, parent: string, thread: string): string {
    made.set(deliveryId, { parent, thread });
    const [oldest] = made.keys();
    if (made.size > REMEMBERED && oldest !== undefined) made.delete(oldest);
    return thread;
  }

  async function create(parent: string, name: string): Promise<string> {
    const body = {
      name,
      type: ChannelType.PrivateThread,
      invitable: false,
      auto_archive_duration: ThreadAutoArchiveDuration.OneWeek,
    };
    return ThreadSchema.parse(await rest.post(Routes.threads(parent), { body })).id;
  }

  /** Undefined where there is none, or Discord does not let us look. Throws where it cannot be asked just now. */
  async function openedBefore(attempt: Attempt, parent: string, name: string): Promise<string | undefined> {
    const { since } = attempt.delivery;
    try {
      if (since === undefined) return undefined;
      const from = lookedFrom(since.getTime());
      const threads = await activeThreads(rest, parent);
      return threads.find(
        (each) =>
          isNamed(each, parent, name) && each.owner_id === botId() && compareSnowflakes(each.id, from) >= 0,
      )?.id;
    } catch (error) {
      const { kind, code } = answerOf(error);
      if (kind === 'unknown' || kind === 'token-dead' || kind === 'later') throw error;
      log('discord-look-up-refused', { code });
      return undefined;
    }
  }

  return {
    async open(attempt, parent, name, isMade) {
      const { deliveryId, inDoubt, person } = attempt.delivery;
      const known = made.get(deliveryId);
      const before =
        known?.parent === parent
          ? known.thread
          : inDoubt
            ? await openedBefore(attempt, parent, name)
            : undefined;
      const thread = keep(attempt, parent, before ?? (await create(parent, name)));
      isMade();
      attempt.unsure = true;
      await rest.put(Routes.threadMembers(thread, person.userId));
      return thread;
    },
    done: ({ delivery }) => void made.delete(delivery.deliveryId),
    async drop({ delivery: { deliveryId } }) {
      const known = made.get(deliveryId);
      made.delete(deliveryId);
      if (known === undefined) return;
      try {
        await rest.patch(Routes.channel(known.thread), { body: { archived: true } });
      } catch (error) {
        log('discord-not-archived', { code: answerOf(error).code });
      }
    },
  };
}

function isNamed(thread: Thread, parent: string, name: string): boolean {
  return thread.parent_id === parent && thread.name != null && bare(thread.name) === bare(name);
}

/** Discord takes marks that show nothing out of a name. */
function bare(name: string): string {
  return name.replace(/[\p{Cc}\p{Cf}\s]/gu, '');
}
