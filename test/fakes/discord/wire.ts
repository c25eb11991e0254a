import type { Fields } from '../slack/json.ts';
import type { Channel } from './channel.ts';
import type { FakeMessage } from './message.ts';
import { bitsOf } from './permissions.ts';
import type { World } from './world.ts';

/** A user as Discord writes one. */
export function wireUser(world: World, userId: string): Fields {
  const { name, isBot: isOther = false } = world.userOf(userId);
  const isBot = isOther || userId === world.botUserId;
  return {
    id: userId,
    username: name.toLowerCase().replaceAll(' ', '.'),
    global_name: isBot ? null : name,
    discriminator: isBot ? '0001' : '0',
    avatar: null,
    public_flags: 0,
    ...(isBot ? { bot: true } : {}),
  };
}

/** The same as everybody's, with Manage Server (1 << 5). */
const MANAGING = '2222085186637408';

export function wireMember(world: World, userId: string): Fields {
  return {
    user: wireUser(world, userId),
    nick: null,
    avatar: null,
    roles: [],
    joined_at: '2024-01-01T00:00:00.000000+00:00',
    premium_since: null,
    deaf: false,
    mute: false,
    flags: 0,
    pending: false,
    communication_disabled_until: null,
    permissions: world.userOf(userId).managesServer === true ? MANAGING : '2222085186637376',
  };
}

/** `redact`: without what only the Message Content intent shows. A listing by REST holds no nonce. */
export function wireMessage(
  world: World,
  message: FakeMessage,
  { withNonce = false, redact = false }: { withNonce?: boolean; redact?: boolean } = {},
): Fields {
  const original =
    message.replyTo === undefined ? undefined : world.channels.get(message.channel_id)?.get(message.replyTo);
  return {
    id: message.id,
    channel_id: message.channel_id,
    type: message.type,
    author: wireUser(world, message.author.id),
    content: redact ? '' : message.content,
    components: redact ? [] : message.components,
    attachments: redact ? [] : message.attachments,
    embeds: redact ? [] : message.embeds,
    flags: message.flags,
    timestamp: message.timestamp,
    edited_timestamp: message.edited_timestamp,
    mentions: message.mentions.map((id) => wireUser(world, id)),
    mention_roles: [],
    mention_everyone: false,
    pinned: false,
    tts: false,
    ...(withNonce && message.nonce !== undefined ? { nonce: message.nonce } : {}),
    ...(message.replyTo === undefined
      ? {}
      : {
          message_reference: {
            type: 0,
            message_id: message.replyTo,
            channel_id: message.channel_id,
            ...(message.guild_id === undefined ? {} : { guild_id: message.guild_id }),
          },
          referenced_message: original === undefined ? null : { ...wireMessage(world, original, { redact }) },
        }),
    ...(message.author.id === world.botUserId && message.interactionId !== undefined
      ? { application_id: world.appId, webhook_id: world.appId }
      : {}),
  };
}

export function wireChannel(world: World, channel: Channel): Fields {
  const last = channel.all().at(-1)?.id ?? null;
  if (channel.recipientId !== undefined) {
    return {
      id: channel.id,
      type: channel.type,
      last_message_id: last,
      flags: 0,
      recipients: [wireUser(world, channel.recipientId)],
    };
  }
  const base = {
    id: channel.id,
    type: channel.type,
    guild_id: channel.guildId,
    name: channel.name,
    parent_id: channel.parentId ?? null,
    last_message_id: last,
    rate_limit_per_user: 0,
    flags: 0,
  };
  const { overwrites } = channel;
  if (!channel.isThread)
    return { ...base, position: 0, permission_overwrites: overwrites, nsfw: false, topic: null };
  return {
    ...base,
    owner_id: world.botUserId,
    message_count: channel.all().length,
    member_count: channel.members.size,
    total_message_sent: channel.all().length,
    thread_metadata: {
      archived: channel.archived,
      locked: channel.locked,
      invitable: channel.invitable,
      auto_archive_duration: channel.autoArchiveMinutes,
      archive_timestamp: channel.archivedAt,
      create_timestamp: channel.createdAt,
    },
  };
}

/** What the bot may do where something happens, as the number Discord writes. */
export function permissionsIn(world: World, channel: Channel): string {
  const guild = world.guildOf(channel);
  return bitsOf(
    guild === undefined
      ? ['VIEW_CHANNEL', 'SEND_MESSAGES', 'ATTACH_FILES', 'EMBED_LINKS', 'READ_MESSAGE_HISTORY']
      : guild.granted,
  );
}
