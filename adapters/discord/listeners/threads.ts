import { ChannelType, type REST, Routes } from 'discord.js';
import { z } from 'zod';
import { answerOf } from '../api/answers.ts';
import { NO_CHANNEL } from '../api/codes.ts';

/** What is known of a channel of a server, as far as practices go: the channel that a thread of ours hangs on. */
export interface Threads {
  /** The parent of a private thread; undefined for a channel that is none. */
  parentOf(channel: string): Promise<string | undefined>;
  /** Whose direct messages with the bot a channel is; undefined where it is none of those. */
  recipientOf(channel: string): Promise<string | undefined>;
}

const ChannelSchema = z.object({
  type: z.int(),
  parent_id: z.string().nullish(),
  recipients: z.array(z.object({ id: z.string() })).default([]),
});
type Channel = z.infer<typeof ChannelSchema>;

/** Whoever was asked for first is asked for again. */
const REMEMBERED = 20_000;

/** What the bot may not see now it may see in a while: until then it is not asked about with every message. */
const ASKED_AGAIN_MS = 10_000;

/**
 * Asks for each channel once: a message tells only the id of the channel it stands in. Rejects where Discord does not say
 * now, so that what was written there is read back. `now`: milliseconds since 1970.
 */
export function createThreads(rest: REST, now: () => number): Threads {
  const known = new Map<string, Promise<Channel | undefined>>();
  /** Since when a channel may not be seen. */
  const hiddenAt = new Map<string, number>();

  function look(channel: string): Promise<Channel | undefined> {
    const since = hiddenAt.get(channel);
    if (since !== undefined && now() - since >= ASKED_AGAIN_MS) forget(channel);
    const found = known.get(channel);
    if (found !== undefined) return found;
    const asked = ask(channel);
    known.set(channel, asked);
    const [oldest] = known.keys();
    if (known.size > REMEMBERED && oldest !== undefined) forget(oldest);
    return asked;
  }

  function forget(channel: string): void {
    known.delete(channel);
    hiddenAt.delete(channel);
  }

  async function ask(channel: string): Promise<Channel | undefined> {
    try {
      return ChannelSchema.safeParse(await rest.get(Routes.channel(channel))).data;
    } catch (error) {
      const { kind, code } = answerOf(error);
      if (NO_CHANNEL.has(code)) return undefined;
      if (kind === 'gone' || kind === 'forbidden') hiddenAt.set(channel, now());
      else known.delete(channel);
      throw error;
    }
  }

  return {
    async parentOf(channel) {
      const found = await look(channel);
      return found?.type === ChannelType.PrivateThread ? (found.parent_id ?? undefined) : undefined;
    },
    async recipientOf(channel) {
      const found = await look(channel);
      return found?.type === ChannelType.DM ? found.recipients[0]?.id : undefined;
    },
  };
}
