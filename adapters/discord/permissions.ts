import { ApplicationIntegrationType, OAuth2Scopes, PermissionFlagsBits } from 'discord.js';

/** A permission the bot asks for in a server, and why. */
export interface BotPermission {
  readonly bit: bigint;
  /** As Discord's settings call it, in English. */
  readonly name: string;
  /** What it is for, as said after "to". */
  readonly why: string;
  /** What cannot be had without it: a thread at all, what is shown there, team sessions, or their events. None: nothing uses it yet. */
  readonly for?: 'thread' | 'shown' | 'team' | 'event';
}

/** All that an installation to a server asks for. The doctor and the table in docs/discord.md agree with this list. */
export const BOT_PERMISSIONS: readonly BotPermission[] = [
  {
    bit: PermissionFlagsBits.ViewChannel,
    name: 'View Channels',
    why: 'see the channel that a private thread hangs on',
    for: 'thread',
  },
  {
    bit: PermissionFlagsBits.CreatePrivateThreads,
    name: 'Create Private Threads',
    why: 'open the thread of somebody who wants to practise in the server',
    for: 'thread',
  },
  {
    bit: PermissionFlagsBits.SendMessagesInThreads,
    name: 'Send Messages in Threads',
    why: 'ask the questions and show the critique there',
    for: 'thread',
  },
  {
    bit: PermissionFlagsBits.ReadMessageHistory,
    name: 'Read Message History',
    why: 'read in its threads what came while it was away, and find its own messages again',
    for: 'shown',
  },
  {
    bit: PermissionFlagsBits.AttachFiles,
    name: 'Attach Files',
    why: 'show pictures',
    for: 'shown',
  },
  {
    bit: PermissionFlagsBits.EmbedLinks,
    name: 'Embed Links',
    why: 'show cards with pictures and links whole',
    for: 'shown',
  },
  {
    bit: PermissionFlagsBits.SendMessages,
    name: 'Send Messages',
    why: 'announce team sessions in their channel',
    for: 'team',
  },
  {
    bit: PermissionFlagsBits.CreateEvents,
    name: 'Create Events',
    why: 'list team sessions among the events of the server',
    for: 'event',
  },
  {
    bit: PermissionFlagsBits.CreatePublicThreads,
    name: 'Create Public Threads',
    why: 'open threads for team sessions that all may read, which are not there yet',
  },
];

/**
 * The permissions integer of the install link: 17970143284224. The last is asked for now, so that nobody has to install the
 * bot a second time; it can be left out.
 */
export const PERMISSIONS: bigint = BOT_PERMISSIONS.reduce((all, { bit }) => all | bit, 0n);

/**
 * What keeps the bot from opening a thread where it has these permissions (`app_permissions` of an interaction), by the
 * names in Discord's settings.
 */
export function missingForThread(appPermissions: bigint): readonly BotPermission[] {
  return lackingOf(appPermissions).filter(({ for: needed }) => needed === 'thread');
}

/** What keeps the bot from holding team sessions in a channel: they are announced there, and pairs meet in private threads. */
export function missingForTeam(appPermissions: bigint): readonly BotPermission[] {
  return lackingOf(appPermissions).filter(({ for: needed }) => needed === 'thread' || needed === 'team');
}

/** All of the list that is not granted. Whoever is an administrator may do everything. */
export function lackingOf(granted: bigint): readonly BotPermission[] {
  if (has(granted, PermissionFlagsBits.Administrator)) return [];
  return BOT_PERMISSIONS.filter(({ bit }) => !has(granted, bit));
}

const has = (granted: bigint, bit: bigint) => (granted & bit) === bit;

/** Two addresses to install the app: to a server, and to oneself, for use anywhere. */
export function installLinks(appId: string): { readonly server: string; readonly user: string } {
  const link = (query: Readonly<Record<string, string>>) =>
    `https://discord.com/oauth2/authorize?${new URLSearchParams({ client_id: appId, ...query })}`;
  return {
    server: link({
      permissions: PERMISSIONS.toString(),
      integration_type: String(ApplicationIntegrationType.GuildInstall),
      scope: `${OAuth2Scopes.Bot} ${OAuth2Scopes.ApplicationsCommands}`,
    }),
    user: link({
      integration_type: String(ApplicationIntegrationType.UserInstall),
      scope: OAuth2Scopes.ApplicationsCommands,
    }),
  };
}
