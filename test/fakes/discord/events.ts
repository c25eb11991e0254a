import type { Fields } from '../slack/json.ts';
import type { App } from './app.ts';
import type { Channel } from './channel.ts';
import { type GatewaySession, INTENT } from './gateway-line.ts';
import type { FakeMessage } from './message.ts';
import { wireChannel, wireMember, wireMessage, wireUser } from './wire.ts';

/** Words in a server are shown to an application only with the intent, in its own messages and where it is mentioned. */
export function isRedacted(app: App, message: FakeMessage, hasIntent: boolean): boolean {
  const { botUserId } = app.world;
  return (
    message.guild_id !== undefined &&
    !hasIntent &&
    message.author.id !== botUserId &&
    !message.mentions.includes(botUserId)
  );
}

/** A message came or was changed. Nothing is told of what only one person sees. */
export function tellMessage(app: App, kind: 'MESSAGE_CREATE' | 'MESSAGE_UPDATE', message: FakeMessage): void {
  if (message.ephemeralTo !== undefined || !reaches(app, message.guild_id)) return;
  app.gateway.dispatch({
    type: kind,
    ...where(message.guild_id),
    data: (session) => ({
      ...wireMessage(app.world, message, {
        withNonce: kind === 'MESSAGE_CREATE',
        redact: isRedacted(app, message, (session.intents & INTENT.messageContent) !== 0),
      }),
      channel_type: app.world.channels.get(message.channel_id)?.type,
      ...(message.guild_id === undefined ? {} : inGuild(app, message.guild_id, message.author.id)),
    }),
  });
}

export function tellRemoved(app: App, message: FakeMessage): void {
  if (!reaches(app, message.guild_id)) return;
  app.gateway.dispatch({
    type: 'MESSAGE_DELETE',
    ...where(message.guild_id),
    data: () => ({
      id: message.id,
      channel_id: message.channel_id,
      ...(message.guild_id === undefined ? {} : { guild_id: message.guild_id }),
    }),
  });
}

/** Several messages of one channel went at once. */
export function tellRemovedAll(app: App, messages: readonly FakeMessage[]): void {
  const [first] = messages;
  if (first === undefined || !reaches(app, first.guild_id)) return;
  app.gateway.dispatch({
    type: 'MESSAGE_DELETE_BULK',
    ...where(first.guild_id),
    data: () => ({
      ids: messages.map(({ id }) => id),
      channel_id: first.channel_id,
      ...(first.guild_id === undefined ? {} : { guild_id: first.guild_id }),
    }),
  });
}

/** A channel or a thread came, changed or went. */
export function tellChannel(app: App, what: 'CREATE' | 'UPDATE' | 'DELETE', channel: Channel): void {
  if (channel.guildId === undefined || !reaches(app, channel.guildId)) return;
  const data =
    channel.isThread && what === 'DELETE'
      ? { id: channel.id, guild_id: channel.guildId, parent_id: channel.parentId, type: channel.type }
      : wireChannel(app.world, channel);
  app.gateway.dispatch({
    type: `${channel.isThread ? 'THREAD' : 'CHANNEL'}_${what}`,
    guildId: channel.guildId,
    intent: INTENT.guilds,
    data: () => ({ ...data, ...(channel.isThread && what === 'CREATE' ? { newly_created: true } : {}) }),
  });
}

/** A server as GUILD_CREATE tells it. */
export function wireGuild(app: App, guildId: string, session: GatewaySession): Fields {
  const { world } = app;
  const channels = [...world.channels.values()].filter((each) => each.guildId === guildId && !each.isDeleted);
  const guild = world.guilds.get(guildId);
  return {
    id: guildId,
    name: guild?.name,
    icon: null,
    splash: null,
    discovery_splash: null,
    owner_id: '2222222222222222222',
    joined_at: '2024-01-01T00:00:00.000000+00:00',
    large: false,
    unavailable: false,
    member_count: 3,
    features: [],
    preferred_locale: 'en-US',
    premium_tier: 0,
    verification_level: 0,
    default_message_notifications: 0,
    explicit_content_filter: 0,
    mfa_level: 0,
    nsfw_level: 0,
    afk_timeout: 300,
    afk_channel_id: null,
    system_channel_id: null,
    system_channel_flags: 0,
    rules_channel_id: null,
    public_updates_channel_id: null,
    application_id: null,
    vanity_url_code: null,
    description: null,
    banner: null,
    premium_progress_bar_enabled: false,
    roles: [
      {
        id: guildId,
        name: '@everyone',
        color: 0,
        colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
        hoist: false,
        position: 0,
        permissions: '0',
        managed: false,
        mentionable: false,
        flags: 0,
      },
    ],
    emojis: [],
    stickers: [],
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
    members: (session.intents & INTENT.guilds) !== 0 ? [wireMember(world, world.botUserId)] : [],
    channels: channels.filter((each) => !each.isThread).map((each) => wireChannel(world, each)),
    threads: channels
      .filter((each) => each.isThread && !each.archived)
      .map((each) => wireChannel(world, each)),
  };
}

export function wireReady(app: App, session: GatewaySession, resumeUrl: string): Fields {
  const { world, gateway } = app;
  return {
    v: 10,
    user: { ...wireUser(world, world.botUserId), verified: true, mfa_enabled: true, flags: 0, email: null },
    guilds: [...world.guilds.values()]
      .filter(({ id, botIsMember }) => botIsMember && gateway.serves(session, id))
      .map(({ id }) => ({ id, unavailable: true })),
    session_id: session.id,
    resume_gateway_url: resumeUrl,
    session_type: 'normal',
    shard: session.shard,
    application: { id: world.appId, flags: applicationFlags(app) },
    private_channels: [],
  };
}

/** GATEWAY_MESSAGE_CONTENT_LIMITED and GATEWAY_GUILD_MEMBERS_LIMITED, where they were switched on: https://discord.com/developers/docs/resources/application */
export function applicationFlags({ hasContent, hasMembers }: Pick<App, 'hasContent' | 'hasMembers'>): number {
  return (hasContent ? 1 << 19 : 0) | (hasMembers ? 1 << 15 : 0);
}

function where(guildId: string | undefined): { guildId: string | undefined; intent: number } {
  return { guildId, intent: guildId === undefined ? INTENT.directMessages : INTENT.guildMessages };
}

function reaches(app: App, guildId: string | undefined): boolean {
  const guild = guildId === undefined ? undefined : app.world.guilds.get(guildId);
  return guildId === undefined || (guild?.botIsMember === true && guild.can('VIEW_CHANNEL'));
}

function inGuild(app: App, guildId: string, userId: string): Fields {
  const { user: _user, permissions: _permissions, ...member } = wireMember(app.world, userId);
  return { guild_id: guildId, member };
}
