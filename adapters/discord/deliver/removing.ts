import { setTimeout as sleep } from 'node:timers/promises';
import { MessageType, type REST, Routes } from 'discord.js';
import { z } from 'zod';
import { unreachable } from '../../../src/errors.ts';
import type { Log } from '../../../src/log.ts';
import { takenBackCard } from '../../../src/mocks/cards/typed-cards.ts';
import type { Leftover } from '../../../src/store/leftovers.ts';
import { type Answer, answerOf } from '../api/answers.ts';
import { CODES, NO_CHANNEL } from '../api/codes.ts';
import type { Bot } from '../desk.ts';
import { snowflakeOf } from '../receive/snowflake.ts';
import { renderCard } from '../render/render.ts';
import { createDirectMessages } from './direct-messages.ts';
import { ALL_OF_THEM } from './of-team.ts';
import { bodyOf } from './outgoing.ts';
import { threadName } from './thread-name.ts';

const PAGE = 100;

const PageSchema = z.array(
  z.looseObject({ id: z.string(), type: z.int(), author: z.object({ id: z.string() }) }),
);
const ThreadSchema = z.object({ name: z.string().optional(), message_count: z.int().default(0) });
/**
 * What can be deleted of what the bot wrote: that somebody was added to a thread stands there for ever.
 * https://discord.com/developers/docs/resources/message#message-object-message-types
 */
const OWN_TYPES: ReadonlySet<number> = new Set([
  ...[MessageType.Default, MessageType.Reply, MessageType.ChatInputCommand, MessageType.ContextMenuCommand],
]);

/** Or the user whose direct messages they were. */
const NO_MORE: ReadonlySet<string> = new Set([...NO_CHANNEL, CODES.unknownUser]);

export interface RemovingParts {
  readonly rest: REST;
  readonly bot: Bot;
  readonly log: Log;
  /** Between two calls. */
  readonly pauseMs: number;
  readonly signal: AbortSignal;
}

export interface Removing {
  /** Whether all of it is gone now, or can never be removed. */
  removed(one: Leftover): Promise<boolean>;
}

/** Removes the bot's own messages from where others write as well, or changes what was lent. */
export function createRemoving({ rest, bot, log, pauseMs, signal }: RemovingParts): Removing {
  const direct = createDirectMessages(rest, Date.now);

  function removed(one: Leftover): Promise<boolean> {
    switch (one.kind) {
      case 'thread':
      case 'place':
        return emptied(one);
      case 'direct':
        return emptiedDirect(one);
      case 'lent':
        return takenBack(one);
      case 'message':
        return removedMessage(one.channel, one.ref);
      default:
        return unreachable(one.kind);
    }
  }

  /** The direct messages of a user, by their id. */
  async function emptiedDirect(one: Leftover): Promise<boolean> {
    try {
      const channel = await direct.of(one.channel);
      return await emptied({ ...one, channel, ref: channel });
    } catch (error) {
      return isOver(answerOf(error));
    }
  }

  /** Nobody is told what it was, nor whose. What cannot be changed is removed. */
  async function takenBack(one: Leftover): Promise<boolean> {
    const { channel, id } = standsAt(one.channel, one.ref);
    const [card = { components: [] }] = renderCard(takenBackCard(), ALL_OF_THEM);
    try {
      const { body } = await bodyOf(card, log);
      await patiently(() =>
        rest.patch(Routes.channelMessage(channel, id), { body: { attachments: [], ...body } }),
      );
      return true;
    } catch (error) {
      return isOver(answerOf(error)) || removedMessage(channel, id);
    } finally {
      await pause(pauseMs);
    }
  }

  /** The bot's own messages of a thread, or of direct messages, the newest first: it is they that quote. */
  async function emptied(one: Leftover): Promise<boolean> {
    const { ref: channel, before } = one;
    let until = before === undefined ? undefined : snowflakeOf(before.getTime());
    const isThread = channel !== one.channel;
    const thread = isThread ? await threadOf(channel) : undefined;
    if (thread === 'later') return false;
    // The name of a thread holds the role, in the person's words: it goes first, whatever else may be done there.
    // One of several people is called after their session.
    const isNameless = thread === undefined || one.kind === 'place' || (await unnamed(channel, thread.name));
    let isListed = false;
    for (;;) {
      const page = await pageOf(channel, until);
      if (page === 'later') return false;
      // Where the bot may not read the history Discord lists nothing, as if nothing were there: a thread counts its messages.
      // https://discord.com/developers/docs/resources/message#get-channel-messages
      if (page.length === 0 && !isListed && thread !== undefined && thread.count > 0) {
        log('discord-leftover', { code: 'history' });
        return false;
      }
      isListed = true;
      const own = page.filter(({ author, type }) => author.id === bot.userId && OWN_TYPES.has(type));
      for (const { id } of own) if (signal.aborted || !(await removedMessage(channel, id))) return false;
      until = page.at(-1)?.id;
      if (page.length < PAGE || until === undefined) break;
    }
    return isNameless;
  }

  /** What a thread is called and counts; undefined where it is gone. */
  async function threadOf(channel: string) {
    try {
      const { name, message_count: count } = ThreadSchema.parse(
        await patiently(() => rest.get(Routes.channel(channel))),
      );
      return { name, count };
    } catch (error) {
      return isOver(answerOf(error)) ? undefined : 'later';
    }
  }

  /** Discord takes few changes of a name: what is called so already is left alone at every further try. */
  async function unnamed(thread: string, name: string | undefined): Promise<boolean> {
    return name === threadName() || changed(thread, { name: threadName() });
  }

  async function pageOf(channel: string, before: string | undefined) {
    const query = new URLSearchParams({ limit: String(PAGE), ...(before === undefined ? {} : { before }) });
    try {
      return PageSchema.parse(await patiently(() => rest.get(Routes.channelMessages(channel), { query })));
    } catch (error) {
      return isOver(answerOf(error)) ? [] : 'later';
    } finally {
      await pause(pauseMs);
    }
  }

  async function removedMessage(practiceIn: string, ref: string): Promise<boolean> {
    const { channel, id } = standsAt(practiceIn, ref);
    // What was called off, or shown in an answer, has a word there instead of an id.
    if (!/^\d+$/.test(id)) return true;
    const first = await deleted(channel, id);
    if (first?.kind !== 'archived') return isOver(first);
    return (await changed(channel, { archived: false })) && isOver(await deleted(channel, id));
  }

  /** What Discord had against it; undefined where it is gone. */
  async function deleted(channel: string, id: string): Promise<Answer | undefined> {
    try {
      await patiently(() => rest.delete(Routes.channelMessage(channel, id)));
      return undefined;
    } catch (error) {
      return answerOf(error);
    } finally {
      await pause(pauseMs);
    }
  }

  /** One of many was too much at once: it waits, and is tried again, before its turn comes a minute later. */
  async function patiently<T>(call: () => Promise<T>): Promise<T> {
    try {
      return await call();
    } catch (error) {
      const answer = answerOf(error);
      if (answer.kind !== 'later' || signal.aborted) throw error;
      await pause(answer.afterMs);
      return call();
    }
  }

  /** Nothing can be deleted in an archived thread, nor its name be changed. */
  async function changed(
    channel: string,
    body: { readonly name?: string; readonly archived?: false },
  ): Promise<boolean> {
    try {
      await patiently(() => rest.patch(Routes.channel(channel), { body }));
      return true;
    } catch (error) {
      const answer = answerOf(error);
      if (answer.kind === 'archived' && body.archived === undefined)
        return (
          (await changed(channel, { archived: false })) && changed(channel, { ...body, archived: false })
        );
      return isOver(answer);
    }
  }

  /** Whether it is gone. A right that was taken away, or a lock, may pass. */
  function isOver(answer: Answer | undefined): boolean {
    if (answer === undefined || answer.kind === 'message-gone' || NO_MORE.has(answer.code)) return true;
    log('discord-leftover', { code: answer.code });
    return false;
  }

  async function pause(ms: number): Promise<void> {
    await sleep(ms, undefined, { signal, ref: false }).catch(() => undefined);
  }

  return { removed };
}

/** A line that leads to a practice, its files, or what came unasked may stand elsewhere than the practice: see `deliver.ts`. */
function standsAt(practiceIn: string, ref: string): { readonly channel: string; readonly id: string } {
  const [, channel = practiceIn, id = ref] = /^(\d+)\/(\d+)$/.exec(ref) ?? [];
  return { channel, id };
}
