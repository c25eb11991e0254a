import { type REST, Routes } from 'discord.js';
import { z } from 'zod';

const ParentSchema = z.object({ guild_id: z.string().optional() });
const ThreadsSchema = z.object({
  threads: z.array(
    z.looseObject({
      id: z.string(),
      name: z.string().nullish(),
      parent_id: z.string().nullish(),
      owner_id: z.string().nullish(),
    }),
  ),
});

/** A thread as the lists of Discord tell of it. */
export type Thread = z.infer<typeof ThreadsSchema>['threads'][number];

/** The open threads of the server that a channel is on; none for a channel on no server. Throws what the REST throws. */
export async function activeThreads(rest: REST, channel: string): Promise<Thread[]> {
  const { guild_id: guild } = ParentSchema.parse(await rest.get(Routes.channel(channel)));
  return guild === undefined
    ? []
    : ThreadsSchema.parse(await rest.get(Routes.guildActiveThreads(guild))).threads;
}

/** The archived private threads of a channel that the bot is in. Throws what the REST throws. */
export async function archivedThreads(rest: REST, channel: string): Promise<Thread[]> {
  return ThreadsSchema.parse(await rest.get(Routes.channelJoinedArchivedThreads(channel))).threads;
}
