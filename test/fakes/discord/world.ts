import type { Fields } from '../slack/json.ts';
import { CHANNEL, Channel } from './channel.ts';
import type { Guild } from './guild.ts';
import type { Interaction } from './interaction.ts';
import type { FakeMessage } from './message.ts';
import type { ServerEvent } from './server-event.ts';

export interface User {
  readonly id: string;
  name: string;
  /** The code with which a direct message to them is refused. */
  closedWith: number | undefined;
  isBot?: boolean;
  /** May manage every server they are in. */
  managesServer?: boolean;
  locale: string;
}

export interface StoredFile {
  readonly bytes: Buffer;
  readonly contentType: string;
}

const DISCORD_EPOCH = 1_420_070_400_000n;

/** Everything there is on this Discord: who, where, and what was written. */
export class World {
  readonly appId: string;
  readonly botUserId: string;
  readonly now: () => number;
  readonly users = new Map<string, User>();
  readonly guilds = new Map<string, Guild>();
  readonly channels = new Map<string, Channel>();
  readonly ephemerals = new Map<string, FakeMessage>();
  /** Of all servers, by id. */
  readonly serverEvents = new Map<string, ServerEvent>();
  /** By token. */
  readonly interactions = new Map<string, Interaction>();
  /** By path on the fake's CDN. */
  readonly files = new Map<string, StoredFile>();
  filesTakeMs = 0;
  commands: Fields[] = [];
  #last = 0n;

  constructor(now: () => number) {
    this.now = now;
    this.appId = '1111111111111111111';
    this.botUserId = '1111111111111111112';
    this.users.set(this.botUserId, {
      id: this.botUserId,
      name: 'Comeback',
      closedWith: undefined,
      locale: 'en-US',
    });
  }

  /** A snowflake of 19 digits, strictly rising. */
  nextId(): string {
    const timed = (BigInt(Math.floor(this.now())) - DISCORD_EPOCH) << 22n;
    this.#last = timed > this.#last ? timed : this.#last + 1n;
    return this.#last.toString().padStart(19, '0');
  }

  isoNow(): string {
    return new Date(this.now()).toISOString().replace('Z', '000+00:00');
  }

  /** The direct message between the bot and a person; made when first needed, and the same for ever. */
  dmOf(userId: string): Channel {
    for (const channel of this.channels.values()) if (channel.recipientId === userId) return channel;
    const made = new Channel({
      id: this.nextId(),
      type: CHANNEL.dm,
      name: '',
      at: this.isoNow(),
      recipientId: userId,
    });
    this.channels.set(made.id, made);
    return made;
  }

  /** A channel that stands; undefined where it is deleted. */
  channel(id: string): Channel | undefined {
    const channel = this.channels.get(id);
    return channel?.isDeleted === true ? undefined : channel;
  }

  guildOf({ guildId }: { readonly guildId: string | undefined }): Guild | undefined {
    return guildId === undefined ? undefined : this.guilds.get(guildId);
  }

  threads(parentId: string): Channel[] {
    return [...this.channels.values()].filter((each) => each.parentId === parentId && !each.isDeleted);
  }

  userOf(id: string): User {
    return this.users.get(id) ?? { id, name: id, closedWith: undefined, locale: 'en-US' };
  }

  /** Whether this person can open this channel at all. */
  canSee(userId: string, channel: Channel): boolean {
    if (channel.isDeleted) return false;
    if (channel.guildId === undefined) return channel.recipientId === userId;
    if (this.guilds.get(channel.guildId)?.gone.has(userId) === true) return false;
    return channel.type !== CHANNEL.privateThread || channel.members.has(userId);
  }
}
