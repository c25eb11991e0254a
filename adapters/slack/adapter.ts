import type { App } from '@slack/bolt';
import type { Incoming } from '../../src/coach/incoming.ts';
import { ConfigError } from '../../src/errors.ts';
import type { Log } from '../../src/log.ts';
import type { SlackConfig } from '../../src/slack-config.ts';
import type { PersonRef } from '../../src/who/person.ts';
import { createSlackClient } from './api/client.ts';
import { createNames } from './api/names.ts';
import { createOffered } from './api/offered.ts';
import { isRefused, whoIsBot } from './api/who-is-bot.ts';
import { createCatchUp } from './catch-up.ts';
import { createSlackPerformer, type SlackPerformer } from './deliver/deliver.ts';
import type { ExportFile } from './deliver/hand-over.ts';
import { createTidying } from './deliver/leftovers.ts';
import type { Rates } from './deliver/rates.ts';
import type { Desk, SlackWorld } from './desk.ts';
import { listen } from './listeners/listen.ts';
import { LAST_RETRY, takeMessage } from './listeners/messages.ts';
import { READERS } from './readers.ts';
import { type BotIdentity, createBoltApp } from './transport/bolt-app.ts';
import { holdAcks } from './transport/held-receiver.ts';
import { createHttpReceiver, type HttpReceiver, type Route } from './transport/http-receiver.ts';
import {
  createSocketReceiver,
  type SocketReceiver,
  type SocketReceiverOptions,
} from './transport/socket-receiver.ts';

export interface SlackAdapterOptions {
  readonly config: SlackConfig;
  readonly log: Log;
  readonly now: () => Date;
  /** What else is answered where Slack posts to: `/healthz`, `/readyz`. Over HTTP only. */
  readonly routes?: readonly Route[];
  /** All interfaces if left out. */
  readonly host?: string;
  /** Our own manners towards Slack; as documented if left out. */
  readonly rates?: Rates;
  /** How often a running clock is changed, in ms; as Slack bears it if left out. */
  readonly tickMs?: number;
  /** Between two calls in the background (reading back, removing own messages), in ms; as Slack bears it if left out. */
  readonly pauseMs?: number;
  /** How sockets are opened: how many, how far apart, and the first wait before another try, in ms. */
  readonly sockets?: Pick<SocketReceiverOptions, 'sockets' | 'apartMs' | 'firstWaitMs'>;
}

export interface SlackAdapter {
  readonly performer: SlackPerformer;
  /** Begins to listen. Resolves when Slack has answered; rejects with a `ConfigError` where it refused a token. */
  start(world: SlackWorld): Promise<void>;
  /** Takes nothing new; resolves when what is under way is acknowledged. */
  stop(): Promise<void>;
  isReady(): boolean;
  /** The port that Slack's requests come in by; undefined with Socket Mode and before the start. */
  port(): number | undefined;
}

/** Open practices that were touched within this time are read back after an outage. */
const READ_BACK_MS = 14 * 24 * 60 * 60_000;
/** A proxy or a network that was away tells nobody: what it swallowed is looked for by and by. */
const READ_BACK_EVERY_MS = 60 * 60_000;
const READ_BACK_PAUSE_MS = 5 * 60_000;

/** The coach in one Slack workspace. */
export function createSlackAdapter(options: SlackAdapterOptions): SlackAdapter {
  const { config, log, now } = options;
  const { botToken: token, apiUrl } = config;
  let world: SlackWorld | undefined;
  let identity: BotIdentity | undefined;
  const client = createSlackClient({ token, apiUrl, teamId: () => identity?.teamId });
  let running: Running | undefined;
  let isDead = false;
  let isStopped = false;

  const performer = createSlackPerformer({
    client,
    log,
    now,
    readers: READERS,
    ...(options.rates === undefined ? {} : { rates: options.rates }),
    ...(options.tickMs === undefined ? {} : { tickMs: options.tickMs }),
    exportOf: async (person: PersonRef): Promise<readonly ExportFile[] | undefined> =>
      world?.looks.exportOf(person),
    tokenDied: (code) => void tokenDied(code),
  });

  /** One call's word is too little to delete everybody's data for: Slack is asked about the token itself. */
  async function tokenDied(code: string): Promise<void> {
    const installation = identity?.installation;
    if (installation === undefined || !(isDead || (await isRefused(client)))) return;
    if (!isDead) log('slack-token-died', { code });
    isDead = true;
    // What failed, or was on its way meanwhile, goes with the next delivery that finds the token dead.
    await world?.uninstall(installation).catch(() => undefined);
  }

  async function start(given: SlackWorld): Promise<void> {
    world = given;
    identity = await whoIsBot(client, log, () => isStopped);
    if (identity === undefined) return;
    running = run(given, identity);
    await running.start();
  }

  function run(given: SlackWorld, bot: BotIdentity): Running {
    const { coach } = given;
    // One workspace a process: whatever a payload calls it, what happens here belongs to the token's own installation.
    const handle = (incoming: Incoming) => coach.handle({ ...incoming, installation: bot.installation });
    const base = {
      world: { ...given, coach: { ...coach, handle } },
      client,
      names: createNames(client),
      offered: createOffered(client, () => now().getTime()),
      bot: { userId: bot.botUserId, botId: bot.botId },
      installation: bot.installation,
      token,
      apiUrl,
      log,
      now: () => now().getTime(),
      isOver: () => isDead,
      over: (installation: string) => {
        isDead ||= installation === bot.installation;
      },
    };
    const tidying = createTidying(base, options.pauseMs);
    const desk: Desk = { ...base, tidy: tidying.now };
    const catchUp = createCatchUp({
      client: desk.client,
      openPlaces: () => given.looks.openPlaces('slack', new Date(now().getTime() - READ_BACK_MS)),
      take: (message, isLast) => takeMessage(desk, message, isLast ? LAST_RETRY : 0),
      bot: desk.bot,
      log,
      now: () => now().getTime(),
      ...(options.pauseMs === undefined ? {} : { pauseMs: options.pauseMs }),
    });
    const receiver = receiverFor(options);
    const app = createBoltApp({
      receiver: holdAcks(receiver, { log }),
      token,
      identity: bot,
      log,
      ...(apiUrl === undefined ? {} : { apiUrl }),
    });
    // Slack gives up after three tries: what it has to try again may not be all that was missed.
    let readBackAt = Number.NEGATIVE_INFINITY;
    listen(app, desk, () => {
      if (base.now() - readBackAt < READ_BACK_PAUSE_MS) return;
      readBackAt = base.now();
      void catchUp.run();
    });
    let hourly: NodeJS.Timeout | undefined;
    if ('onReconnect' in receiver) receiver.onReconnect(() => void catchUp.run());
    if ('onHello' in receiver) receiver.onHello((connections) => log('slack-hello', { connections }));
    return {
      app,
      receiver,
      async start() {
        await app.start();
        tidying.start();
        void catchUp.run();
        hourly = setInterval(() => void catchUp.run(), READ_BACK_EVERY_MS);
        hourly.unref();
      },
      async stop() {
        clearInterval(hourly);
        catchUp.stop();
        tidying.stop();
        await app.stop();
      },
    };
  }

  return {
    performer,
    start,
    async stop() {
      isStopped = true;
      performer.stop();
      await running?.stop();
    },
    isReady: () =>
      running !== undefined && !isDead && ('isReady' in running.receiver ? running.receiver.isReady() : true),
    port: () =>
      running !== undefined && 'address' in running.receiver ? running.receiver.address()?.port : undefined,
  };
}

interface Running {
  readonly app: App;
  readonly receiver: SocketReceiver | HttpReceiver;
  start(): Promise<void>;
  stop(): Promise<void>;
}

function receiverFor({
  config,
  log,
  routes,
  host,
  sockets,
}: SlackAdapterOptions): SocketReceiver | HttpReceiver {
  switch (config.mode) {
    case 'socket':
      return createSocketReceiver({
        appToken: config.appToken,
        log,
        ...sockets,
        ...(config.apiUrl === undefined ? {} : { apiUrl: config.apiUrl }),
      });
    case 'http':
      return createHttpReceiver({
        signingSecret: config.signingSecret,
        port: config.port,
        log,
        ...(routes === undefined ? {} : { routes }),
        ...(host === undefined ? {} : { host }),
      });
    default:
      throw new ConfigError('SLACK_MODE', 'expected socket or http.', 'socket');
  }
}
