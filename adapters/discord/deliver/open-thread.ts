import { ChannelType, type REST, Routes, ThreadAutoArchiveDuration } from 'discord.js';
import { z } from 'zod';
import type { Log } from '../../../src/log.ts';
import { answerOf } from '../api/answers.ts';
import { activeThreads, type Thread } from '../api/threads.ts';
import { compareSnowflakes } from '../receive/snowflake.ts';
import { archive } from './archive.ts';
import { lookedFrom } from './looked-from.ts';
import type { Attempt } from './posting.ts';

export interface Opener {
  /**
   * The private thread of this delivery: what an earlier try made, where it can be found, or a new one. The bot alone is in
   * it. Throws what the REST throws.
   */
  make(attempt: Attempt, at: Pick<Wanted, 'parent' | 'name'>): Promise<string>;
  /**
   * A private thread for somebody, who is in it when this resolves. `made`: it is there, and they are added now. Throws
   * what the REST throws.
   */
  open(attempt: Attempt, at: Wanted, made: () => void): Promise<string>;
  /** The first word was said there: the thread is the practice's place from now on. */
  done(attempt: Attempt): void;
  /** Nobody will practise in the thread that was made for this delivery, if there is one: it is put out of the way. */
  drop(attempt: Attempt): Promise<void>;
}

export interface Wanted {
  /** The channel it hangs on. */
  readonly parent: string;
  readonly name: string;
  /** Who is to be in it. */
  readonly userId: string;
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
 * open threads since then by its name, in which a number tells whose it is (see `thread-name.ts`). One that a moderator
 * renamed or archived meanwhile is not found, nor any where the bot may not see the channel: then there is another.
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

  async function make(attempt: Attempt, { parent, name }: Pick<Wanted, 'parent' | 'name'>): Promise<string> {
    const { deliveryId, inDoubt } = attempt.delivery;
    const known = made.get(deliveryId);
    const before =
      known?.parent === parent
        ? known.thread
        : inDoubt
          ? await openedBefore(attempt, parent, name)
          : undefined;
    const thread = keep(attempt, parent, before ?? (await create(parent, name)));
    attempt.unsure = true;
    return thread;
  }

  return {
    make,
    async open(attempt, at, isMade) {
      const thread = await make(attempt, at);
      isMade();
      await rest.put(Routes.threadMembers(thread, at.userId));
      return thread;
    },
    done: ({ delivery }) => void made.delete(delivery.deliveryId),
    async drop({ delivery: { deliveryId } }) {
      const known = made.get(deliveryId);
      made.delete(deliveryId);
      if (known !== undefined) await archive({ rest, log }, known.thread);
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
