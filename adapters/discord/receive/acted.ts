import { ChannelType, InteractionContextType, PermissionFlagsBits } from 'discord.js';
import { nameOf } from './names.ts';
import type { Interaction } from './payload-schemas.ts';

/** What every interaction tells. */
export interface Acted {
  readonly id: string;
  /** Good for a first response within 3 seconds, and for more within 15 minutes. */
  readonly token: string;
  readonly appId: string;
  readonly userId: string;
  readonly userName: string;
  /** The event's own id: the same interaction again has the same one. */
  readonly eventId: string;
  /** When, as a snowflake. */
  readonly stamp: string;
  readonly channel: ChannelIn;
  readonly guildId?: string;
  /** The bot itself can write here: it is a member of the server, or these are its direct messages. */
  readonly isBotHere: boolean;
  /** They may manage the server: what others scheduled in it too. */
  readonly managesServer?: true;
  /** What the bot may do in this channel. */
  readonly appPermissions?: bigint;
}

interface ChannelIn {
  readonly id: string;
  readonly type: number;
  /** Of a thread: the channel it hangs on. */
  readonly parentId?: string;
  readonly isThread: boolean;
  /** The person's direct messages with the bot, and not those with somebody else. */
  readonly isDm: boolean;
}

const THREADS: ReadonlySet<number> = new Set([
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
]);

/** The key of `authorizing_integration_owners` for an installation to the server. */
const TO_SERVER = '0';

const MANAGES = PermissionFlagsBits.ManageGuild | PermissionFlagsBits.Administrator;

/** As an interaction tells it: what they may do in its channel. */
function managesServer(permissions = '0'): boolean {
  return (BigInt(permissions) & MANAGES) !== 0n;
}

/** Who did something where; undefined where that is nobody. */
export function actedIn(i: Interaction): Acted | undefined {
  const user = i.member?.user ?? i.user;
  if (user === undefined) return undefined;
  const { id, guild_id: guildId, channel } = i;
  const isDm =
    i.context === undefined
      ? guildId === undefined && channel.type === ChannelType.DM
      : i.context === InteractionContextType.BotDM;
  const isInstalled = i.authorizing_integration_owners[TO_SERVER] !== undefined;
  return {
    id,
    token: i.token,
    appId: i.application_id,
    userId: user.id,
    userName: nameOf(user, i.member?.nick),
    eventId: `discord-i-${id}`,
    stamp: id,
    channel: {
      id: channel.id,
      type: channel.type,
      ...(channel.parent_id === undefined ? {} : { parentId: channel.parent_id }),
      isThread: THREADS.has(channel.type),
      isDm,
    },
    ...(guildId === undefined ? {} : { guildId }),
    ...(managesServer(i.member?.permissions) ? { managesServer: true } : {}),
    isBotHere: isDm || (guildId !== undefined && isInstalled),
    ...(i.app_permissions === undefined ? {} : { appPermissions: BigInt(i.app_permissions) }),
  };
}
