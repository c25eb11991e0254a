import { setTimeout as sleep } from 'node:timers/promises';
import {
  Client,
  Events,
  GatewayCloseCodes,
  GatewayDispatchEvents,
  GatewayIntentBits,
  type RESTOptions,
} from 'discord.js';
import { codeOf } from '../../../src/errors.ts';
import type { Log } from '../../../src/log.ts';
import { deferred } from '../deferred.ts';
import { EndingStrategy } from './ending-strategy.ts';
import { isTokenRefused } from './refused-token.ts';

/** What the gateway tells, as Discord sends it. */
export interface Told {
  message(kind: 'create' | 'update', data: unknown): void;
  deleted(data: unknown): void;
  interaction(data: unknown): void;
  /** A shard begins anew: what happened before was told to nobody, and is not told again. */
  newSession(): void;
}

export interface SessionOptions {
  readonly token: string;
  readonly rest: Partial<RESTOptions>;
  readonly hasContent: boolean;
  readonly on: Told;
  readonly log: Log;
  /** How many shards; as many as Discord proposes if left out. */
  readonly shards?: number | undefined;
}

/** Why there is no going on: what a new session may cure (`broken`), and what it does not. */
export type Ended = 'broken' | 'token' | 'intents' | 'stopped';

/** One log-in of the bot with all its shards. They come back by themselves from everything but its end. */
export interface Session {
  /** Resolves when every shard is there for the first time. */
  readonly opened: Promise<void>;
  readonly ended: Promise<Ended>;
  /** Every shard hears. */
  isOpen(): boolean;
  end(): Promise<void>;
}

const GOODBYE_WITHIN_MS = 1_000;

export function openSession(options: SessionOptions): Session {
  const { token, on, log } = options;
  let strategy: EndingStrategy | undefined;
  let isOver = false;
  const up = new Set<number>();
  const opened = deferred<void>();
  const ended = deferred<Ended>();
  const client = new Client({
    intents: intentsOf(options.hasContent),
    rest: options.rest,
    ...(options.shards === undefined ? { shards: 'auto' } : { shardCount: options.shards }),
    ws: {
      buildStrategy: (manager) => {
        strategy = new EndingStrategy(manager);
        return strategy;
      },
    },
  });
  keepNothing(client);

  function tell(what: () => void): void {
    if (isOver) return;
    try {
      what();
    } catch (error) {
      // It would come up in discord.js, which answers for none of ours.
      log('discord-event-failed', { code: codeOf(error) });
    }
  }

  function isUp(shard: number): void {
    if (isOver) return;
    up.add(shard);
    if (isOpen()) opened.resolve();
  }

  function isOpen(): boolean {
    return !isOver && up.size > 0 && up.size === client.ws.shards.size;
  }

  client.ws
    .on(GatewayDispatchEvents.MessageCreate, (data) => tell(() => on.message('create', data)))
    .on(GatewayDispatchEvents.MessageUpdate, (data) => tell(() => on.message('update', data)))
    .on(GatewayDispatchEvents.MessageDelete, (data) => tell(() => on.deleted(data)))
    .on(GatewayDispatchEvents.MessageDeleteBulk, (data) => tell(() => on.deleted(data)))
    .on(GatewayDispatchEvents.InteractionCreate, (data) => tell(() => on.interaction(data)))
    .on(GatewayDispatchEvents.Ready, (_data, shard) => {
      log('discord-shard-began', { shard });
      isUp(shard);
      tell(() => on.newSession());
    })
    .on(GatewayDispatchEvents.Resumed, (_data, shard) => {
      log('discord-shard-resumed', { shard });
      isUp(shard);
    });
  client.on(Events.ShardReconnecting, (shard) => {
    if (isOver) return;
    if (up.delete(shard)) log('discord-shard-lost', { shard });
  });
  client.on(Events.ShardDisconnect, ({ code }, shard) => {
    if (isOver) return;
    log('discord-shard-refused', { shard, code });
    finish(endedBy(code));
  });
  client.on(Events.ShardError, (error, shard) => {
    if (!isOver) log('discord-shard-trouble', { shard, code: codeOf(error) });
  });
  client.on(Events.Error, (error) => log('discord-sdk-failed', { code: codeOf(error) }));
  client.on(Events.Invalidated, () => finish('broken'));

  function finish(how: Ended): void {
    if (isOver) return;
    isOver = true;
    up.clear();
    strategy?.end();
    ended.resolve(how);
    opened.resolve();
  }

  async function logIn(): Promise<void> {
    try {
      await client.login(token);
    } catch (error) {
      if (!isOver) log('discord-gateway-refused', { code: codeOf(error) });
      finish(isTokenRefused(error) ? 'token' : 'broken');
    }
  }

  void logIn();
  return {
    opened: opened.promise,
    ended: ended.promise,
    isOpen,
    async end() {
      finish('stopped');
      // discord.js waits for Discord's goodbye, for ever where that does not come.
      const goodbye = client
        .destroy()
        .catch((error: unknown) => log('discord-goodbye', { code: codeOf(error) }));
      await Promise.race([goodbye, sleep(GOODBYE_WITHIN_MS, undefined, { ref: false })]);
    },
  };
}

/** Guild messages without content still tell that somebody wrote: they are told how to. */
function intentsOf(hasContent: boolean): GatewayIntentBits[] {
  const { Guilds, GuildMessages, DirectMessages, MessageContent } = GatewayIntentBits;
  return [Guilds, GuildMessages, DirectMessages, ...(hasContent ? [MessageContent] : [])];
}

/**
 * Events are read by us as Discord sends them. discord.js would build its own picture of servers, people and messages
 * beside that: it is not needed, holds people's words, and a payload that it does not expect throws where nobody catches.
 */
function keepNothing(client: Client): void {
  Object.defineProperty(client.ws, 'handlePacket', { value: () => false });
}

/** https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes */
function endedBy(code: number): Ended {
  if (code === GatewayCloseCodes.AuthenticationFailed) return 'token';
  return code === GatewayCloseCodes.DisallowedIntents ? 'intents' : 'broken';
}
