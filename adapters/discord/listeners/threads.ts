import type { REST } from 'discord.js';
import { Routes } from 'discord.js';
import { z } from 'zod';
import { answerOf } from '../api/answers.ts';

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

const PRIVATE_THREAD = 12;
const DIRECT = 1;
/** Whoever was asked for first is asked for again. */
const REMEMBERED = 20_000;

/** Asks for each channel once: a message tells only the id of the channel it stands in. */
export function createThreads(rest: REST): Threads {
  const known = new Map<string, Promise<Channel | undefined>>();

  function look(channel: string): Promise<Channel | undefined> {
    const found = known.get(channel);
    if (found !== undefined) return found;
    const asked = ask(channel);
    known.set(channel, asked);
    const [oldest] = known.keys();
    if (known.size > REMEMBERED && oldest !== undefined) known.delete(oldest);
    return asked;
  }

  async function ask(channel: string): Promise<Channel | undefined> {
    try {
      return ChannelSchema.safeParse(await rest.get(Routes.channel(channel))).data;
    } catch (error) {
      const { kind } = answerOf(error);
      // Not now, as against never: asked for again with the next message.
      if (kind !== 'gone') known.delete(channel);
      if (kind === 'gone') return undefined;
      throw error;
    }
  }

  return {
    async parentOf(channel) {
      const found = await look(channel);
      return found?.type === PRIVATE_THREAD ? (found.parent_id ?? undefined) : undefined;
    },
    async recipientOf(channel) {
      const found = await look(channel);
      return found?.type === DIRECT ? found.recipients[0]?.id : undefined;
    },
  };
}
