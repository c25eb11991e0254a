import type { FakeMessage } from './message.ts';

/** https://discord.com/developers/docs/resources/channel#channel-object-channel-types */
export const CHANNEL = { text: 0, dm: 1, news: 5, publicThread: 11, privateThread: 12, forum: 15 } as const;

/** What a role (type 0) or a member (type 1) may do here beside what they may do elsewhere: bits as decimal numbers. */
export interface Overwrite {
  readonly id: string;
  readonly type: 0 | 1;
  readonly allow: string;
  readonly deny: string;
}

/** A channel, a direct message or a thread, with what was written in it. */
export class Channel {
  readonly id: string;
  readonly type: number;
  readonly guildId: string | undefined;
  readonly parentId: string | undefined;
  /** Whose direct messages these are. */
  readonly recipientId: string | undefined;
  name: string;
  archived = false;
  locked = false;
  invitable = true;
  isDeleted = false;
  autoArchiveMinutes = 4320;
  archivedAt: string;
  readonly createdAt: string;
  readonly members = new Set<string>();
  readonly overwrites: Overwrite[] = [];
  readonly #messages = new Map<string, FakeMessage>();
  readonly #earlier: FakeMessage[] = [];

  constructor(made: {
    id: string;
    type: number;
    name: string;
    at: string;
    guildId?: string | undefined;
    parentId?: string | undefined;
    recipientId?: string | undefined;
  }) {
    this.id = made.id;
    this.type = made.type;
    this.name = made.name;
    this.guildId = made.guildId;
    this.parentId = made.parentId;
    this.recipientId = made.recipientId;
    this.createdAt = made.at;
    this.archivedAt = made.at;
  }

  get isThread(): boolean {
    return this.type === CHANNEL.publicThread || this.type === CHANNEL.privateThread;
  }

  get(id: string): FakeMessage | undefined {
    return this.#messages.get(id);
  }

  put(message: FakeMessage): void {
    const before = this.#messages.get(message.id);
    if (before !== undefined) this.#earlier.push(before);
    this.#messages.set(message.id, message);
  }

  remove(id: string): FakeMessage | undefined {
    const gone = this.#messages.get(id);
    if (gone !== undefined) this.#earlier.push(gone);
    this.#messages.delete(id);
    return gone;
  }

  /** In the order of their ids, oldest first. */
  all(): FakeMessage[] {
    return [...this.#messages.values()].sort(byId);
  }

  /** How messages looked before they were changed or removed, newest last. */
  earlier(): readonly FakeMessage[] {
    return this.#earlier;
  }
}

/** Snowflakes of one length are ordered as strings. */
export function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id.length - b.id.length || (a.id < b.id ? -1 : 1);
}
