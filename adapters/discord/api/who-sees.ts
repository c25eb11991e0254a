import { OverwriteType, PermissionFlagsBits, type REST, Routes } from 'discord.js';
import { z } from 'zod';
import { SnowflakeSchema } from '../receive/payload-schemas.ts';

const bits = z.string().regex(/^\d+$/).transform(BigInt);

const ChannelSchema = z.object({
  id: SnowflakeSchema,
  guild_id: SnowflakeSchema.optional(),
  permission_overwrites: z
    .array(z.object({ id: SnowflakeSchema, type: z.int(), allow: bits, deny: bits }))
    .catch([]),
});
const GuildSchema = z.object({
  id: SnowflakeSchema,
  owner_id: SnowflakeSchema,
  roles: z.array(z.object({ id: SnowflakeSchema, permissions: bits })),
});

/** A channel of a server, with what decides who sees it. */
export interface SeenBy {
  readonly guild: string;
  /** Ids of its roles; the one of everybody has the server's own id. */
  readonly roles: ReadonlySet<string>;
  sees(userId: string, roles: readonly string[]): boolean;
}

/** Undefined where it is no channel of a server. Throws what the REST throws. */
export async function whoSees(rest: REST, channelId: string): Promise<SeenBy | undefined> {
  const channel = ChannelSchema.parse(await rest.get(Routes.channel(channelId)));
  if (channel.guild_id === undefined) return undefined;
  const guild = GuildSchema.parse(await rest.get(Routes.guild(channel.guild_id)));
  const granted = new Map(guild.roles.map(({ id, permissions }) => [id, permissions]));
  return {
    guild: guild.id,
    roles: new Set(granted.keys()),
    /** https://discord.com/developers/docs/topics/permissions#permission-overwrites: in this order. */
    sees(userId, roles) {
      if (userId === guild.owner_id) return true;
      const all = [guild.id, ...roles];
      const base = all.reduce((sum, id) => sum | (granted.get(id) ?? 0n), 0n);
      if ((base & PermissionFlagsBits.Administrator) !== 0n) return true;
      const of = (isOf: (one: (typeof channel.permission_overwrites)[number]) => boolean) =>
        channel.permission_overwrites
          .filter(isOf)
          .reduce((sum, { allow, deny }) => ({ allow: sum.allow | allow, deny: sum.deny | deny }), NOTHING);
      const layers = [
        of(({ id }) => id === guild.id),
        of(({ id, type }) => type === OverwriteType.Role && roles.includes(id)),
        of(({ id, type }) => type === OverwriteType.Member && id === userId),
      ];
      const may = layers.reduce((sum, { allow, deny }) => (sum & ~deny) | allow, base);
      return (may & PermissionFlagsBits.ViewChannel) !== 0n;
    },
  };
}

const NOTHING = { allow: 0n, deny: 0n };
