import { Client, GatewayIntentBits, Options, Partials } from 'discord.js';
import type { FakeDiscord } from './fake-discord.ts';

/** The real client against the fake, as the product configures it: nothing is kept, nothing is tried again. */
export function testClient(
  discord: FakeDiscord,
  more: { withContent?: boolean; shards?: 'auto' } = {},
): Client {
  const content = more.withContent === true ? [GatewayIntentBits.MessageContent] : [];
  return new Client({
    intents: [
      GatewayIntentBits.Guilds,
      GatewayIntentBits.GuildMessages,
      GatewayIntentBits.DirectMessages,
      ...content,
    ],
    partials: [Partials.Channel],
    makeCache: Options.cacheWithLimits({ MessageManager: 0 }),
    allowedMentions: { parse: [] },
    rest: { api: discord.apiUrl, retries: 0, rejectOnRateLimit: () => true },
    ...(more.shards === undefined ? {} : { shards: more.shards }),
  });
}

/** Resolves when the client is ready, with the client. */
export async function connected(
  discord: FakeDiscord,
  more: { withContent?: boolean; shards?: 'auto' } = {},
): Promise<Client> {
  const client = testClient(discord, more);
  // Breaks of the line are what these tests are about: the client comes back by itself.
  client.on('error', () => {});
  const ready = new Promise<void>((resolve) => {
    client.once('clientReady', () => resolve());
  });
  await client.login(discord.botToken);
  await ready;
  return client;
}
