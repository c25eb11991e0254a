import { setTimeout as pause } from 'node:timers/promises';
import { ChannelType, type REST, Routes, ThreadAutoArchiveDuration } from 'discord.js';
import { z } from 'zod';
import type { Log } from '../../../src/log.ts';
import { answerOf } from '../api/answers.ts';
import { CODES } from '../api/codes.ts';
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
const ParentSchema = z.object({ guild_id: z.string().optional() });
const ActiveSchema = z.object({
  threads: z.array(
    z.looseObject({
      id: z.string(),
      name: z.string().nullish(),
      parent_id: z.string().nullish(),
      owner_id: z.string().nullish(),
      /** Counted up to 50. */
      member_count: z.int().default(0),
    }),
  ),
});
type Active = z.infer<typeof ActiveSchema>['threads'][number];

/** More than are opened at a time in any sane hour; the oldest is forgotten first. */
const REMEMBERED = 2_000;

/** Longer than it takes another process to add the person whom it has just made a thread for. */
const SECOND_LOOK_MS = 1_000;

/**
 * Opens private threads. A thread has no nonce: what a try made whose answer was lost is looked for among the bot's own
 * of that name since then. One with the person in it is theirs. One that nobody is in is taken when it is so at a second
 * look, too: a thread is made and its person added within moments, and two people must never be put into one.
 */
export function createOpener({ rest, log, botId }: OpenerParts): Opener {
  /** What was made for a delivery that is not through. */
  const made = new Map<string, { readonly parent: string; readonly thread: string }>();
  /** Threads of this process's deliveries: nobody else's. */
  const ours = new Set<string>();

  function keep({ delivery: { deliveryId } }: Attempt, parent: string, thread: string): string {
    made.set(deliveryId, { parent, thread });
    ours.add(thread);
    forgetOldest(made, ours);
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
    const { person, since } = attempt.delivery;
    try {
      const { guild_id: guild } = ParentSchema.parse(await rest.get(Routes.channel(parent)));
      if (guild === undefined || since === undefined) return undefined;
      const from = lookedFrom(since.getTime());
      const look = async () => {
        const { threads } = ActiveSchema.parse(await rest.get(Routes.guildActiveThreads(guild)));
        const own = threads.filter(
          (each) =>
            isNamed(each, parent, name) &&
            each.owner_id === botId() &&
            !ours.has(each.id) &&
            compareSnowflakes(each.id, from) >= 0,
        );
        for (const { id } of own) if (await isIn(id, person.userId)) return { theirs: id };
        return { empty: own.filter(({ member_count: members }) => members <= 1).map(({ id }) => id) };
      };
      const first = await look();
      if (first.empty === undefined) return first.theirs;
      if (first.empty.length === 0) return undefined;
      await pause(SECOND_LOOK_MS);
      const second = await look();
      if (second.empty === undefined) return second.theirs;
      const free = second.empty.find((id) => first.empty.includes(id) && !ours.has(id));
      // Taken at once: another delivery may be looking at the same one.
      if (free !== undefined) ours.add(free);
      return free;
    } catch (error) {
      const { kind, code } = answerOf(error);
      if (kind === 'unknown' || kind === 'token-dead' || kind === 'later') throw error;
      log('discord-look-up-refused', { code });
      return undefined;
    }
  }

  /** Who is in a thread may be asked of one person at a time; the list of all needs a privileged intent. */
  async function isIn(thread: string, userId: string): Promise<boolean> {
    try {
      await rest.get(Routes.threadMembers(thread, userId));
      return true;
    } catch (error) {
      if (answerOf(error).code === CODES.unknownMember) return false;
      throw error;
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

function isNamed(thread: Active, parent: string, name: string): boolean {
  return thread.parent_id === parent && thread.name != null && bare(thread.name) === bare(name);
}

/** Discord takes marks that show nothing out of a name. */
function bare(name: string): string {
  return name.replace(/[\p{Cc}\p{Cf}\s]/gu, '');
}

function forgetOldest(...books: readonly (Map<string, unknown> | Set<string>)[]): void {
  for (const book of books) {
    const [oldest] = book.keys();
    if (book.size > REMEMBERED && oldest !== undefined) book.delete(oldest);
  }
}
