import type { AddressInfo } from 'node:net';
import type { Fields } from '../slack/json.ts';
import { createWaits } from '../slack/waits.ts';
import type { App } from './app.ts';
import type { FakeCall } from './call.ts';
import { CHANNEL, Channel } from './channel.ts';
import { tellChannel, tellMessage, tellRemoved, tellRemovedAll, wireGuild, wireReady } from './events.ts';
import { type Fault, Faults, type Matcher } from './fault.ts';
import { Gateway } from './gateway.ts';
import { INTENT } from './gateway-line.ts';
import { Guild } from './guild.ts';
import { listen } from './http-server.ts';
import { type Interacted, outcomeOf, tellInteraction } from './interacting.ts';
import { FIRST_RESPONSE_MS } from './interaction.ts';
import { type FakeMessage, TYPES } from './message.ts';
import type { FakeDiscordOptions, GuildOptions } from './options.ts';
import { INSTALLED_WITH } from './permissions.ts';
import { createPerson, type FakePerson } from './person.ts';
import { elsewhere } from './person-commands.ts';
import type { ServerEvent } from './server-event.ts';
import { warmUp } from './warm-up.ts';
import { World } from './world.ts';

export type { FakeDiscordOptions } from './options.ts';

/** The gateway's faults. */
export type GatewayControls = Pick<
  Gateway,
  | 'disconnect'
  | 'reconnect'
  | 'invalidate'
  | 'stall'
  | 'refuse'
  | 'connections'
  | 'identifies'
  | 'resumes'
  | 'heartbeats'
>;

/** A Discord on loopback: the real discord.js runs against it by `rest.api`. */
export interface FakeDiscord {
  /** Without a version: `http://127.0.0.1:<port>/api`. */
  readonly apiUrl: string;
  readonly botToken: string;
  readonly appId: string;
  readonly botUserId: string;
  /** Every call of the REST API, in the order they came. */
  readonly calls: readonly FakeCall[];
  /** What Discord would not have taken. Empty in a test that went well. */
  readonly violations: readonly string[];
  readonly gateway: GatewayControls;
  /** Every command, press and sent modal, in order. */
  readonly interactions: readonly Interacted[];
  /** The commands that are registered. */
  readonly commands: readonly Fields[];
  /** The next `times` calls that fit (once unless said) go wrong. */
  fault(matcher: Matcher, fault: Fault, times?: number): void;
  healFaults(): void;
  /** The next first responses are answered so: 10062 too late, 40060 another process was first. */
  interactionFault(code: 10062 | 40060, times?: number): void;
  /** Nothing is told to anybody; what people write meanwhile can be read later. */
  offline(): void;
  online(): void;
  user(id: string, options?: { name?: string; isBot?: boolean }): FakePerson;
  /** A server, made when first named. */
  guild(id?: string, options?: GuildOptions): Guild;
  /** A channel of a server, made when first named: a text channel (type 0) unless said. */
  channel(guildId: string, id: string, options?: { type?: number; name?: string }): Channel;
  /** A channel of a server where the bot is no member: that of `in: 'user-install'`. */
  elsewhere(): Channel;
  /** By its id: also of threads, and of those that are deleted. */
  channelOf(id: string): Channel;
  threads(channelId: string): Channel[];
  /** The scheduled events of a server, as they stand, in the order they were made. */
  serverEvents(guildId: string): ServerEvent[];
  /** Somebody takes one away by hand. */
  deleteServerEvent(id: string): void;
  dmOf(userId: string): string;
  /** As they stand now, in order; lines that Discord wrote itself left out. */
  messages(channelId: string): FakeMessage[];
  /** A moderator or Discord itself does it: archives (and locks) or opens a thread. */
  archive(threadId: string, options?: { locked?: boolean }): void;
  unarchive(threadId: string): void;
  deleteChannel(id: string): void;
  /** Somebody removes a message of another. */
  deleteMessage(channelId: string, messageId: string): void;
  /** Somebody (another bot, or a ban) removes several at once: Discord tells it in one event. */
  deleteMessages(channelId: string, messageIds: readonly string[]): void;
  /** Every file that was posted is gone from where files lie. */
  loseFiles(): void;
  /** From now on a file is given after this time. */
  slowFiles(ms: number): void;
  /** The bot is put out of a server. */
  kick(guildId: string): void;
  /** The same press or command reaches the bots a second time. */
  redeliver(what: Interacted): void;
  /** The same message reaches the bots a second time. */
  repeat(message: FakeMessage): void;
  /** Waits until it is so, looking again after every call; throws after `ms` (5,000) with what was seen. */
  until(isSo: () => boolean, what: string, ms?: number): Promise<void>;
  /** Waits until no call came for `ms` (60). */
  calm(ms?: number): Promise<void>;
  close(): Promise<void>;
}

const HEARTBEAT_MS = 41_250;
const NONCE_MS = 5 * 60_000;

export async function startFakeDiscord(options: FakeDiscordOptions = {}): Promise<FakeDiscord> {
  warmUp();
  const now = options.now ?? Date.now;
  const world = new World(now);
  const faults = new Faults();
  const waits = createWaits();
  const calls: FakeCall[] = [];
  const violations: string[] = [];
  const botToken = options.botToken ?? 'fake-bot-token';
  const sessionStarts = { remaining: options.sessionStarts ?? 1000 };
  const hasContent = options.contentIntent ?? false;
  const gateway: Gateway = new Gateway({
    token: botToken,
    heartbeatMs: options.heartbeatMs ?? HEARTBEAT_MS,
    privileged: hasContent ? INTENT.messageContent : 0,
    greeting: (session, resumeUrl) => wireReady(app, session, resumeUrl),
    opening: (session) =>
      [...world.guilds.values()]
        .filter(
          ({ id, botIsMember }) =>
            botIsMember && gateway.serves(session, id) && (session.intents & INTENT.guilds) !== 0,
        )
        .map(({ id }) => ({ t: 'GUILD_CREATE', d: wireGuild(app, id, session) })),
    origin: () => app.origin,
    changed: waits.changed,
    started: () => {
      sessionStarts.remaining -= 1;
    },
    now,
  });
  const app: App = {
    world,
    gateway,
    modals: new Map(),
    violations,
    botToken,
    hasContent,
    hasMembers: options.membersIntent ?? false,
    application: options.application ?? {},
    shards: options.shards ?? 1,
    nonceMs: options.nonceMs ?? NONCE_MS,
    patienceMs: options.patienceMs ?? FIRST_RESPONSE_MS,
    sessionStarts,
    interactionFaults: [],
    origin: '',
    changed: waits.changed,
  };
  const server = await listen({ app, calls, faults });
  app.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const people = new Map<string, FakePerson>();

  const channelOf = (id: string): Channel => {
    const channel = world.channels.get(id);
    if (channel === undefined) throw new Error(`there is no channel ${id}`);
    return channel;
  };
  const makeChannel = (guildId: string, id: string, made: { type?: number; name?: string } = {}) => {
    const { type = CHANNEL.text, name = 'general' } = made;
    const known = world.channels.get(id);
    if (known !== undefined) return known;
    const channel = new Channel({ id, type, name, at: world.isoNow(), guildId });
    world.channels.set(id, channel);
    tellChannel(app, 'CREATE', channel);
    return channel;
  };
  const change = (channel: Channel) => {
    channel.archivedAt = world.isoNow();
    tellChannel(app, 'UPDATE', channel);
  };

  return {
    apiUrl: `${app.origin}/api`,
    botToken,
    appId: world.appId,
    botUserId: world.botUserId,
    calls,
    violations,
    gateway,
    get interactions() {
      return [...world.interactions.values()].map((each) => outcomeOf(app, each));
    },
    get commands() {
      return world.commands;
    },
    fault: (matcher, fault, times = 1) => faults.add(matcher, fault, times),
    healFaults: () => {
      faults.clear();
      app.interactionFaults.length = 0;
    },
    interactionFault: (code, times = 1) => {
      for (let left = times; left > 0; left -= 1) app.interactionFaults.push(code);
    },
    offline: () => gateway.setOffline(true),
    online: () => gateway.setOffline(false),
    user: (id, { name, isBot = false } = {}) => {
      const known = world.users.get(id);
      if (known === undefined)
        world.users.set(id, { id, name: name ?? id, closedWith: undefined, isBot, locale: 'en-US' });
      else if (name !== undefined) known.name = name;
      const person = people.get(id) ?? createPerson(app, id);
      people.set(id, person);
      return person;
    },
    guild: (
      id = '2222222222222222221',
      { name = 'A server', permissions, channels = [], botIsMember } = {},
    ) => {
      const known = world.guilds.get(id);
      const guild = known ?? new Guild(id, name, permissions ?? INSTALLED_WITH);
      if (botIsMember !== undefined) guild.botIsMember = botIsMember;
      world.guilds.set(id, guild);
      for (const each of channels) makeChannel(id, each);
      if (known === undefined && guild.botIsMember)
        gateway.dispatch({
          type: 'GUILD_CREATE',
          guildId: id,
          intent: INTENT.guilds,
          data: (session) => wireGuild(app, id, session),
        });
      return guild;
    },
    channel: makeChannel,
    elsewhere: () => elsewhere(app),
    channelOf,
    threads: (channelId) => world.threads(channelId),
    serverEvents: (guildId) => [...world.serverEvents.values()].filter((each) => each.guildId === guildId),
    deleteServerEvent: (id) => void world.serverEvents.delete(id),
    dmOf: (userId) => world.dmOf(userId).id,
    messages: (channelId) =>
      channelOf(channelId)
        .all()
        .filter(({ type }) => type !== TYPES.added),
    archive: (threadId, { locked = false } = {}) => {
      const thread = channelOf(threadId);
      thread.archived = true;
      thread.locked = locked;
      change(thread);
    },
    unarchive: (threadId) => {
      const thread = channelOf(threadId);
      thread.archived = false;
      thread.locked = false;
      change(thread);
    },
    deleteChannel: (id) => {
      const channel = channelOf(id);
      for (const thread of world.threads(id)) {
        thread.isDeleted = true;
        tellChannel(app, 'DELETE', thread);
      }
      channel.isDeleted = true;
      tellChannel(app, 'DELETE', channel);
    },
    deleteMessage: (channelId, messageId) => {
      const gone = channelOf(channelId).remove(messageId);
      if (gone !== undefined) tellRemoved(app, gone);
    },
    deleteMessages: (channelId, messageIds) => {
      const channel = channelOf(channelId);
      tellRemovedAll(
        app,
        messageIds.flatMap((id) => channel.remove(id) ?? []),
      );
    },
    loseFiles: () => world.files.clear(),
    slowFiles: (ms) => {
      world.filesTakeMs = ms;
    },
    kick: (guildId) => {
      const guild = world.guilds.get(guildId);
      if (guild === undefined) throw new Error(`there is no server ${guildId}`);
      gateway.dispatch({
        type: 'GUILD_DELETE',
        guildId,
        intent: INTENT.guilds,
        data: () => ({ id: guildId }),
      });
      guild.botIsMember = false;
    },
    redeliver: ({ token }) => {
      const interaction = world.interactions.get(token);
      if (interaction !== undefined) tellInteraction(app, interaction);
    },
    repeat: (message) => tellMessage(app, 'MESSAGE_CREATE', message),
    until: (isSo, what, ms) =>
      waits.until(isSo, what, ms, () =>
        calls.slice(-8).map(({ method, path, status }) => `${method} ${path}: ${status}`),
      ),
    calm: (ms) => waits.calm(ms, () => calls.some(({ status }) => status === 0)),
    close: async () => {
      gateway.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
