import type { FakeMessage } from './message.ts';

/** A conversation: a direct message with the bot (`D…`), a channel (`C…`), a private one or a group's messages (`G…`). */
export class Channel {
  readonly id: string;
  readonly kind: 'im' | 'channel' | 'group' | 'mpim';
  /** The other side of a direct message. */
  readonly userId: string | undefined;
  /** Of a group's messages who is in it beside the bot, of a channel all who were put into it. */
  readonly members: Set<string>;
  archived = false;
  botIsMember = true;
  readonly #messages = new Map<string, FakeMessage>();
  readonly #earlier = new Map<string, FakeMessage[]>();

  constructor(id: string, kind: Channel['kind'], userId?: string, members: readonly string[] = []) {
    this.id = id;
    this.kind = kind;
    this.userId = userId;
    this.members = new Set(members);
  }

  put(message: FakeMessage): FakeMessage {
    const before = this.#messages.get(message.ts);
    if (before !== undefined)
      this.#earlier.set(message.ts, [...(this.#earlier.get(message.ts) ?? []), before]);
    this.#messages.set(message.ts, message);
    return message;
  }

  get(ts: string): FakeMessage | undefined {
    return this.#messages.get(ts);
  }

  /** How a message looked before it was changed or removed, newest first. */
  earlier(): FakeMessage[] {
    return [...this.#earlier.values()].flat().reverse();
  }

  remove(ts: string): FakeMessage | undefined {
    const message = this.#messages.get(ts);
    if (message === undefined) return undefined;
    this.#earlier.set(ts, [...(this.#earlier.get(ts) ?? []), message]);
    this.#messages.delete(ts);
    return message;
  }

  /** Everything that stands, in `ts` order. */
  all(): FakeMessage[] {
    return [...this.#messages.values()].sort((a, b) => (a.ts < b.ts ? -1 : a.ts > b.ts ? 1 : 0));
  }

  /** The root and its replies. */
  thread(root: string): FakeMessage[] {
    return this.all().filter((message) => message.ts === root || message.thread_ts === root);
  }
}
