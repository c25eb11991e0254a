/** Payloads in Discord's shapes, as its reference shows them, with ids of our own. */

export const APP = '1111111111111111111';
export const BOT_USER = '1111111111111111112';
export const ADA = '4444444444444444441';
export const BEN = '4444444444444444442';
export const GUILD = '2222222222222222221';
export const PARENT = '2222222222222222001';
export const THREAD = '2222222222222222002';
export const DM = '3333333333333333331';
/** Sent on 2025-11-25T12:00:00Z. */
export const MESSAGE = '1442847286886400000';
export const BOT = { appId: APP, userId: BOT_USER, hasContent: true };

type Fields = Readonly<Record<string, unknown>>;

export function user(id: string = ADA, changes: Fields = {}): Fields {
  return {
    id,
    username: 'ada.l',
    global_name: 'Ada',
    discriminator: '0',
    avatar: null,
    public_flags: 0,
    ...changes,
  };
}

/** A message of Ada's in her direct messages with the bot. */
export function message(changes: Fields = {}): Fields {
  return {
    id: MESSAGE,
    channel_id: DM,
    type: 0,
    author: user(),
    content: 'I never got it in writing.',
    timestamp: '2025-11-25T12:00:00.000000+00:00',
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    components: [],
    pinned: false,
    flags: 0,
    ...changes,
  };
}

/** The same in a thread of a server. */
export function inThread(changes: Fields = {}): Fields {
  const member = { nick: 'Countess', roles: [], joined_at: '2024-01-01T00:00:00.000000+00:00', flags: 0 };
  return message({ channel_id: THREAD, guild_id: GUILD, member, ...changes });
}

export function attachment(changes: Fields = {}): Fields {
  return {
    id: '5555555555555555551',
    filename: 'answer.txt',
    size: 12,
    url: 'https://cdn.discordapp.com/attachments/1/2/answer.txt?ex=1&is=2&hm=3',
    proxy_url: 'https://media.discordapp.net/attachments/1/2/answer.txt',
    content_type: 'text/plain; charset=utf-8',
    ...changes,
  };
}

/** An interaction of Ada's in a text channel of a server where the bot is a member. */
export function interaction(type: number, data: unknown, changes: Fields = {}): Fields {
  return {
    id: '1442851312588800123',
    application_id: APP,
    type,
    token: 'aW50ZXJhY3Rpb24',
    version: 1,
    data,
    guild_id: GUILD,
    channel_id: PARENT,
    channel: { id: PARENT, type: 0, name: 'general', guild_id: GUILD, parent_id: null },
    member: { user: user(), nick: null, roles: [], permissions: '2248473465835073' },
    locale: 'en-GB',
    guild_locale: 'en-US',
    app_permissions: '377957239808',
    entitlements: [],
    attachment_size_limit: 10_485_760,
    authorizing_integration_owners: { 0: GUILD },
    context: 0,
    ...changes,
  };
}

/** Where else an interaction may come from. */
export const inDm: Fields = {
  guild_id: undefined,
  member: undefined,
  guild_locale: undefined,
  user: user(),
  channel_id: DM,
  channel: { id: DM, type: 1 },
  authorizing_integration_owners: { 0: '0' },
  context: 1,
};
export const betweenOthers: Fields = { ...inDm, authorizing_integration_owners: { 1: ADA }, context: 2 };
export const userInstalled: Fields = { authorizing_integration_owners: { 1: ADA } };
export const inPrivateThread: Fields = {
  channel_id: THREAD,
  channel: { id: THREAD, type: 12, parent_id: PARENT, guild_id: GUILD },
};

export const cardMessage = (flags = 1 << 15): Fields => ({
  ...message({ author: user(BOT_USER, { bot: true }) }),
  flags,
});
