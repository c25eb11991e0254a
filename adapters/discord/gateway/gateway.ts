import { setTimeout as sleep } from 'node:timers/promises';
import type { REST } from 'discord.js';
import type { Log } from '../../../src/log.ts';
import type { Bot } from '../desk.ts';
import { isRefused } from './refused-token.ts';
import { createRest, restOptions } from './rest.ts';
import { type Ended, openSession, type Session, type Told } from './session.ts';
import { whoIsBot } from './who-is-bot.ts';

export interface GatewayOptions {
  readonly token: string;
  /** `DISCORD_API_URL`, where the operator set one. */
  readonly apiUrl?: string | undefined;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The first wait after something did not hold, in milliseconds; it doubles up to a minute. */
  readonly firstWaitMs?: number;
  /** How many shards; as many as Discord proposes if left out. */
  readonly shards?: number;
}

/** The bot's ear, and its voice. */
export interface Gateway {
  /** Every call goes through it, whatever becomes of the gateway. */
  readonly rest: REST;
  /** Who the token is; undefined where it was stopped meanwhile. Throws a `ConfigError` where Discord refuses it. */
  whoIsBot(): Promise<Bot | undefined>;
  /** Begins to listen. Resolves when every shard hears, where a log-in comes to nothing, or after ten seconds; it goes on trying. */
  start(on: Told): Promise<void>;
  stop(): Promise<void>;
  /** Every shard hears. */
  isReady(): boolean;
  /** A call was refused for its token: Discord is asked about it. */
  tokenDied(): void;
}

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;
/** A session that held for so long was a good one. */
const STEADY_AFTER_MS = 60_000;
const STARTED_WITHIN_MS = 10_000;

export function createGateway(options: GatewayOptions): Gateway {
  const { token, apiUrl, log, now, firstWaitMs = FIRST_WAIT_MS } = options;
  const rest = createRest({ token, apiUrl });
  const stopping = new AbortController();
  let session: Session | undefined;
  let isDead = false;
  let hasContent = false;
  let isAsking = false;

  function isOver(): boolean {
    return isDead || stopping.signal.aborted;
  }

  async function pause(failures: number): Promise<void> {
    const whole = Math.min(LONGEST_WAIT_MS, firstWaitMs * 2 ** (failures - 1));
    await sleep(whole, undefined, { signal: stopping.signal }).catch(() => undefined);
  }

  function open(on: Told): Session {
    session = openSession({ token, rest: restOptions(apiUrl), hasContent, on, log, shards: options.shards });
    return session;
  }

  /** One session after another, until it is over. */
  async function keepOpen(first: Session, on: Told): Promise<void> {
    let failures = 0;
    for (let current = first; ; current = open(on)) {
      const openedAt = now();
      const how = await current.ended;
      void current.end();
      if (isOver()) return;
      if (giveUp(how)) return;
      failures = now() - openedAt >= STEADY_AFTER_MS ? 1 : failures + 1;
      await pause(failures);
      if (isOver()) return;
    }
  }

  /** What ended a session, as far as the next one has to know it. True where there is to be none. */
  function giveUp(how: Ended): boolean {
    if (how === 'token') died();
    if (how === 'intents' && hasContent) {
      // Switched off since the bot was asked for: everything works without it, in another way.
      hasContent = false;
      log('discord-content-intent-refused');
    }
    return how === 'token';
  }

  function died(): void {
    if (!isDead) log('discord-token-died');
    isDead = true;
    void session?.end();
  }

  async function ask(): Promise<void> {
    // discord.js forgets a token at the first 401.
    if (await isRefused(token, restOptions(apiUrl))) died();
    else rest.setToken(token);
  }

  return {
    rest,
    async whoIsBot() {
      const known = await whoIsBot(rest, log, pause, isOver);
      if (known === undefined) return undefined;
      ({ hasContent } = known);
      return {
        appId: known.appId,
        userId: known.userId,
        get hasContent() {
          return hasContent;
        },
      };
    },
    async start(on) {
      if (isOver()) return;
      const first = open(on);
      void keepOpen(first, on);
      await Promise.race([first.opened, sleep(STARTED_WITHIN_MS, undefined, { ref: false })]);
    },
    async stop() {
      stopping.abort();
      await session?.end();
      rest.clearHashSweeper();
      rest.clearHandlerSweeper();
    },
    isReady: () => !isDead && session?.isOpen() === true,
    tokenDied() {
      if (isOver() || isAsking) return;
      isAsking = true;
      void ask().finally(() => {
        isAsking = false;
      });
    },
  };
}
