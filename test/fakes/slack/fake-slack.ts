import type { AddressInfo } from 'node:net';
import type { App } from './app.ts';
import type { FakeCall } from './call.ts';
import { Channel } from './channel.ts';
import { Deliveries, type DeliverOptions, type FakeAck } from './deliveries.ts';
import { type Fault, Faults, type OnlyWhen } from './fault.ts';
import { listen } from './http-server.ts';
import type { Fields } from './json.ts';
import type { FakeMessage } from './message.ts';
import { createPerson, type FakePerson } from './person.ts';
import { RateLimits, type Rates } from './rates.ts';
import { removeFrom, touchRoot } from './removal.ts';
import type { FakeResponse } from './response-url.ts';
import { ALL_SCOPES } from './scopes.ts';
import { Sockets } from './sockets.ts';
import { createWaits } from './waits.ts';
import type { Tokens } from './web-api.ts';
import { World } from './world.ts';

export interface FakeSlackOptions {
  readonly botToken?: string;
  readonly appToken?: string;
  readonly signingSecret?: string;
  /** What the bot was granted; all there are unless said. */
  readonly scopes?: readonly string[];
  /** Notes in `violations` what Slack would not take. On unless said. */
  readonly strict?: boolean;
  /** How long a delivery waits for its ack; Slack's three seconds unless said. */
  readonly patienceMs?: number;
  /** The bot hears of its own messages, as with Slack. On unless said. */
  readonly echoes?: boolean;
}

export interface FakeUserOptions {
  readonly name?: string;
  readonly deactivated?: boolean;
  readonly isBot?: boolean;
  readonly isAdmin?: boolean;
  readonly isGuest?: boolean;
  /** Of another workspace; a stranger where they share no channel with the bot. */
  readonly teamId?: string;
  /** The organisation (Enterprise Grid) that their workspaces belong to. */
  readonly organisation?: string;
  /** The zone of their profile (IANA), Amsterdam unless said; null: Slack tells none. */
  readonly tz?: string | null;
}

/** A workspace on loopback: the real Bolt, web-api and socket-mode run against it by `SLACK_API_URL`. */
export interface FakeSlack {
  /** With a slash at the end. */
  readonly apiUrl: string;
  readonly teamId: string;
  readonly botUserId: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
  /** Every call of the Web API, in the order they came. */
  readonly calls: readonly FakeCall[];
  /** What Slack would not have taken. Empty in a test that went well. */
  readonly violations: readonly string[];
  /** Every post to a `response_url`. Faults reach these by the name `response_url`, uploads by `upload`. */
  readonly responses: readonly FakeResponse[];
  /** Every delivery to the bot. */
  readonly acks: readonly FakeAck[];
  /** The next `times` calls of `method` (once unless said) go wrong; `when` looks at the arguments. */
  fail(method: string, fault: Fault, times?: number, when?: OnlyWhen): void;
  healFaults(): void;
  /** Somebody removes a message, as an owner of the workspace can. A thread whose root is gone is gone. */
  deleteMessage(channel: string, ts: string): Promise<FakeAck>;
  /** Every later call answers so. */
  revoke(kind: 'token_revoked' | 'account_inactive' | 'invalid_auth'): void;
  user(id: string, options?: FakeUserOptions): FakePerson;
  /** A channel (`C…`) or a private one (`G…`). */
  channel(
    id: string,
    options?: { archived?: boolean; botIsMember?: boolean; members?: readonly string[] },
  ): void;
  /** A user group (`S…`) and who is in it now. */
  group(
    id: string,
    users: readonly string[],
    options?: { handle?: string; name?: string; deleted?: boolean },
  ): void;
  /** As they stand now, in `ts` order; of one thread, or of all. */
  messages(channel: string, thread?: string): FakeMessage[];
  dmOf(userId: string): string;
  /** Who is in a group's messages beside the bot; nobody in what is none. */
  membersOf(channel: string): string[];
  /** What assistant.threads.setStatus shows in a thread now. */
  statusOf(channel: string, thread: string): string | undefined;
  switchStatus(works: boolean): void;
  /** Open lines that said hello. */
  readonly sockets: number;
  /** `warning`, `refresh_requested`, `too_many_websockets`, `link_disabled`, …: on all lines, or the oldest `count`. */
  disconnect(reason: string, count?: number): void;
  /** The next line hears `disconnect` instead of hello. */
  disconnectWhileConnecting(reason: string): void;
  cutSockets(): void;
  refuseSockets(times: number): void;
  holdHello(ms: number): void;
  /** Events are posted here, signed; without one, and at first, they go over Socket Mode. */
  connectHttp(eventsUrl: string | undefined): void;
  /** One raw body. */
  deliver(body: Fields, options?: DeliverOptions): Promise<FakeAck>;
  /** One event in Slack's envelope. */
  event(event: Fields, options?: DeliverOptions): Promise<FakeAck>;
  /** The same event again, as Slack does after a silence: same id, the retry's number (1 unless said), or under another id. */
  redeliver(what: FakeAck | string, retryNum?: number, options?: { freshId?: boolean }): Promise<FakeAck>;
  /** A thread's root changes because a reply came: `message_changed` that is no edit. */
  touchRoot(channel: string, ts: string): Promise<FakeAck>;
  uninstall(order: 'uninstalled-first' | 'revoked-first'): Promise<void>;
  holdRates(rates: Rates): void;
  /** Waits until it is so, looking again after every call and delivery; throws after `ms` (5,000) with what was seen. */
  until(isSo: () => boolean, what: string, ms?: number): Promise<void>;
  /** Waits until no call came for `ms` (60). */
  calm(ms?: number): Promise<void>;
  close(): Promise<void>;
}

export async function startFakeSlack(options: FakeSlackOptions = {}): Promise<FakeSlack> {
  const world = new World();
  const sockets = new Sockets();
  const faults = new Faults();
  const rates = new RateLimits();
  const waits = createWaits();
  const calls: FakeCall[] = [];
  const violations: string[] = [];
  const responses: FakeResponse[] = [];
  const signingSecret = options.signingSecret ?? 'fake-signing-secret';
  const deliveries = new Deliveries(world, sockets, signingSecret, options.patienceMs ?? 3000);
  const tokens: Tokens = {
    bot: options.botToken ?? 'xoxb-fake-bot',
    app: options.appToken ?? 'xapp-1-fake-app',
    scopes: options.scopes ?? ALL_SCOPES,
    revoked: undefined,
  };
  const app: App = {
    world,
    deliveries,
    violations,
    strict: options.strict ?? true,
    echoes: options.echoes ?? true,
    statusWorks: true,
    origin: '',
    openSocket: () => `${app.origin.replace('http', 'ws')}${sockets.newPath()}`,
  };
  const server = await listen({
    app,
    tokens,
    rates,
    faults,
    sockets,
    calls,
    responses,
    changed: waits.changed,
  });
  app.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const people = new Map<string, FakePerson>();

  return {
    apiUrl: `${app.origin}/api/`,
    teamId: world.teamId,
    botUserId: world.botUserId,
    botToken: tokens.bot,
    appToken: tokens.app,
    signingSecret,
    calls,
    violations,
    responses,
    acks: deliveries.acks,
    fail: (method, fault, times = 1, when = undefined) => faults.add(method, fault, times, when),
    healFaults: () => faults.clear(),
    deleteMessage: async (channel, ts) => removeFrom(app, channel, ts),
    revoke: (kind) => {
      tokens.revoked = kind;
    },
    user: (id, options = {}) => {
      const { tz, ...said } = options;
      const known = people.get(id);
      if (known !== undefined && Object.keys(options).length === 0) return known;
      const before = world.users.get(id);
      world.users.set(id, {
        name: id,
        deactivated: false,
        isBot: false,
        isAdmin: false,
        isGuest: false,
        ...before,
        ...said,
        id,
        tz: tz === undefined ? (before === undefined ? 'Europe/Amsterdam' : before.tz) : (tz ?? undefined),
      });
      const person = known ?? createPerson(app, id);
      people.set(id, person);
      return person;
    },
    channel: (id, { archived = false, botIsMember = true, members = [] } = {}) => {
      const channel = world.channels.get(id) ?? new Channel(id, id.startsWith('G') ? 'group' : 'channel');
      channel.archived = archived;
      channel.botIsMember = botIsMember;
      for (const one of members) channel.members.add(one);
      world.channels.set(id, channel);
    },
    group: (id, users, { handle = id.toLowerCase(), name = id, deleted = false } = {}) =>
      void world.groups.set(id, { id, handle, name, users, deleted }),
    messages: (channel, thread) => {
      const found = world.channels.get(channel);
      const standing = thread === undefined ? found?.all() : found?.thread(thread);
      return standing ?? [];
    },
    dmOf: (userId) => world.dmOf(userId).id,
    membersOf: (channel) => [...(world.channels.get(channel)?.members ?? [])],
    statusOf: (channel, thread) => world.statuses.get(`${channel}:${thread}`),
    switchStatus: (works) => {
      app.statusWorks = works;
    },
    get sockets() {
      return sockets.open;
    },
    disconnect: (reason, count) => sockets.disconnect(reason, count),
    disconnectWhileConnecting: (reason) => sockets.disconnectWhileConnecting(reason),
    cutSockets: () => sockets.cut(),
    refuseSockets: (times) => sockets.refuse(times),
    holdHello: (ms) => sockets.holdHello(ms),
    connectHttp: (eventsUrl) => deliveries.connectHttp(eventsUrl),
    deliver: (body, how) => deliveries.deliver(body, how),
    event: (event, how) => deliveries.event(event, how),
    touchRoot: async (channel, ts) => touchRoot(app, channel, ts),
    redeliver: async (what, retryNum = 1, { freshId = false } = {}) => {
      const eventId = typeof what === 'string' ? what : what.eventId;
      const first = deliveries.acks.find((ack) => ack.eventId !== undefined && ack.eventId === eventId);
      if (first === undefined) throw new Error(`no event ${eventId} was delivered`);
      const body = freshId ? { ...first.body, event_id: world.nextId('Ev') } : first.body;
      return deliveries.deliver(body, { retryNum });
    },
    uninstall: async (order) => {
      tokens.revoked = 'account_inactive';
      const uninstalled = { type: 'app_uninstalled' };
      const revoked = { type: 'tokens_revoked', tokens: { oauth: [], bot: [world.botUserId] } };
      const events = order === 'uninstalled-first' ? [uninstalled, revoked] : [revoked, uninstalled];
      for (const event of events) await deliveries.event(event);
    },
    holdRates: (held) => rates.hold(held),
    until: (isSo, what, ms) =>
      waits.until(isSo, what, ms, () => calls.slice(-8).map(({ method, result }) => `${method}: ${result}`)),
    calm: (ms) => waits.calm(ms, () => calls.some(({ result }) => result === 'pending')),
    close: async () => {
      sockets.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
