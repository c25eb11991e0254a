import { randomBytes } from 'node:crypto';
import { Channel } from './channel.ts';
import type { Fields } from './json.ts';
import type { FakeMessage } from './message.ts';
import type { StoredFile } from './stored-file.ts';
import { ViewStacks } from './view.ts';

export interface User {
  readonly id: string;
  readonly name: string;
  readonly deactivated: boolean;
  readonly isBot: boolean;
  readonly isAdmin: boolean;
  /** Restricted to some channels. */
  readonly isGuest: boolean;
  /** The workspace they are of; this one unless said. */
  readonly teamId?: string;
  /** The organisation that their workspaces belong to, where there is one. */
  readonly organisation?: string;
  /** The zone their Slack is set to (IANA); undefined where Slack tells none. */
  readonly tz: string | undefined;
}

/** Some people of the workspace, by a handle: https://docs.slack.dev/reference/objects/usergroup-object */
export interface UserGroup {
  readonly id: string;
  readonly handle: string;
  readonly name: string;
  readonly users: readonly string[];
  readonly deleted: boolean;
}

/** A trigger is good once, for three seconds from the click: https://docs.slack.dev/interactivity/ */
export interface Trigger {
  readonly userId: string;
  readonly at: number;
  used: boolean;
}

/** A `response_url` is good five times in thirty minutes. `original`: the message it belongs to. */
export interface ResponseUrl {
  readonly userId: string;
  readonly channel: string;
  readonly original: FakeMessage | undefined;
  readonly at: number;
  uses: number;
}

/** One workspace: who is there, what was written, what is open on whose screen. */
export class World {
  readonly teamId = 'T0COMEBACK';
  readonly appId = 'A0COMEBACK';
  readonly botUserId = 'U0COACHBOT';
  readonly botId = 'B0COACHBOT';
  readonly users = new Map<string, User>();
  readonly channels = new Map<string, Channel>();
  readonly groups = new Map<string, UserGroup>();
  readonly ephemerals: FakeMessage[] = [];
  readonly triggers = new Map<string, Trigger>();
  readonly responseUrls = new Map<string, ResponseUrl>();
  readonly files = new Map<string, StoredFile>();
  readonly views = new ViewStacks();
  /** What assistant.threads.setStatus shows, by `channel:thread`. */
  readonly statuses = new Map<string, string>();
  #lastMicros = 0;
  #count = 0;

  constructor() {
    this.users.set(this.botUserId, {
      id: this.botUserId,
      name: 'comeback',
      deactivated: false,
      isBot: true,
      isAdmin: false,
      isGuest: false,
      tz: undefined,
    });
  }

  /** Seconds and six digits of microseconds, strictly rising. */
  nextTs(): string {
    this.#lastMicros = Math.max(this.#lastMicros + 100, Date.now() * 1000);
    const micros = String(this.#lastMicros).padStart(16, '0');
    return `${micros.slice(0, -6)}.${micros.slice(-6)}`;
  }

  /** A new id with Slack's kind of name: a letter, then capitals and digits. */
  nextId(letter: string): string {
    this.#count += 1;
    return `${letter}0${this.#count.toString(36).toUpperCase().padStart(4, '0')}${randomBytes(2).toString('hex').toUpperCase()}`;
  }

  /** The direct message between the bot and a user; made when first needed. */
  dmOf(userId: string): Channel {
    for (const channel of this.channels.values()) if (channel.userId === userId) return channel;
    const made = new Channel(this.nextId('D'), 'im', userId);
    this.channels.set(made.id, made);
    return made;
  }

  /** The messages of the bot with several: the same for the same people; made when first needed. */
  groupOf(userIds: readonly string[]): Channel {
    const all = [...this.channels.values()].filter(({ kind }) => kind === 'mpim');
    const known = all.find(
      ({ members }) => members.size === userIds.length && userIds.every((id) => members.has(id)),
    );
    if (known !== undefined) return known;
    const made = new Channel(this.nextId('G'), 'mpim', undefined, userIds);
    this.channels.set(made.id, made);
    return made;
  }

  newTrigger(userId: string): string {
    const id = `${Date.now()}.${this.nextId('1')}.${randomBytes(8).toString('hex')}`;
    this.triggers.set(id, { userId, at: Date.now(), used: false });
    return id;
  }

  /** The last part of a new response address. */
  newResponse(userId: string, channel: string, original?: FakeMessage): string {
    const id = `${this.nextId('R')}${randomBytes(6).toString('hex')}`;
    this.responseUrls.set(id, { userId, channel, original, at: Date.now(), uses: 0 });
    return id;
  }

  userFields(userId: string): Fields {
    const name = this.users.get(userId)?.name ?? userId;
    return { id: userId, username: name.toLowerCase(), name: name.toLowerCase(), team_id: this.teamId };
  }
}
