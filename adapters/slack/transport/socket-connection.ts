import {
  type App,
  type ReceiverEvent,
  SocketModeReceiver,
  type SocketModeReceiverOptions,
} from '@slack/bolt';
import { codeOf, PlatformError } from '../../../src/errors.ts';
import type { Log } from '../../../src/log.ts';
import { slackClientOptions } from '../api/client.ts';
import { controlFrame } from './control-frame.ts';
import { createSdkLogger } from './sdk-logger.ts';
import { deferred, settledWithin } from './settling.ts';

export interface ConnectionOptions {
  readonly appToken: string;
  readonly apiUrl?: string;
  /** An undici dispatcher, for a proxy. */
  readonly dispatcher?: SocketModeReceiverOptions['dispatcher'];
  /** How long Slack may take to greet, in milliseconds; a socket that it does not greet is given up. */
  readonly helloWithinMs?: number;
  readonly log: Log;
  /** Its socket was opened, or an open one was closed. */
  readonly onChange: () => void;
  /** `connections`: how many sockets the app has open, by Slack's count, where the hello tells. */
  readonly onHello: (connections: number | undefined) => void;
}

/** One socket, from its opening to its end. It never opens again: there is a new one for that. */
export interface Connection {
  /** Resolves at the hello; rejects when there is none. */
  readonly opened: Promise<void>;
  /** Resolves when it is closed, or when Slack gives notice that it soon will be. */
  readonly ending: Promise<void>;
  readonly closed: Promise<void>;
  isOpen(): boolean;
  /** Closes it when what it brought is acknowledged, or after 3 s: Slack takes acknowledgements no longer. */
  retire(): Promise<void>;
  close(): Promise<void>;
}

const HELLO_WITHIN_MS = 10_000;
/** Slack has to answer our ping within this; the SDK's 5 s are short for a process that is busy. */
const PONG_WITHIN_MS = 10_000;
const ACKED_WITHIN_MS = 3_000;
const GOODBYE_WITHIN_MS = 1_000;

/** Notices after which the socket has to go at once: one too many, or Socket Mode was switched off. */
const LEAVE_NOW = ['too_many_websockets', 'link_disabled'];

/**
 * Bolt's receiver, with its own reconnecting switched off: that is deaf for 5 s at every refresh, and where it throws
 * nobody catches. A fresh receiver each time has no old state to trip over.
 */
export function openConnection(app: App, options: ConnectionOptions): Connection {
  const { log } = options;
  const receiver = new SocketModeReceiver({
    appToken: options.appToken,
    autoReconnectEnabled: false,
    clientPingTimeout: PONG_WITHIN_MS,
    logger: createSdkLogger(log),
    installerOptions: { clientOptions: slackClientOptions(options.apiUrl) },
    processEventErrorHandler: ({ error }) => {
      log('slack-event-failed', { code: codeOf(error) });
      return Promise.resolve(false);
    },
    ...(options.dispatcher === undefined ? {} : { dispatcher: options.dispatcher }),
  });
  const { client } = receiver;
  const underWay = new Set<Promise<void>>();
  let state: 'opening' | 'open' | 'closed' = 'opening';
  const ending = deferred();
  const closed = deferred();
  const opened = deferred();

  function end(error?: unknown): void {
    if (state === 'closed') return;
    const wasOpen = state === 'open';
    state = 'closed';
    opened.reject(error ?? new PlatformError('slack', 'closed-before-hello'));
    closed.resolve();
    ending.resolve();
    if (wasOpen) options.onChange();
  }

  function isForUs(data: unknown): boolean {
    const frame = controlFrame(data);
    if (frame?.type === 'hello') options.onHello(frame.num_connections);
    if (frame?.type !== 'disconnect') return false;
    const reason = frame.reason ?? 'none';
    log('slack-socket-notice', { reason });
    if (state !== 'open' || LEAVE_NOW.includes(reason)) return false;
    // Passed on, it would close the socket with acknowledgements still to be sent, and before there is another.
    ending.resolve();
    return true;
  }

  const heard = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  client.on('ws_message', async (data: unknown, isBinary: unknown) => {
    try {
      if (!isForUs(data)) await Promise.all(heard.map((listener) => listener(data, isBinary)));
    } catch (error) {
      // An envelope without what the SDK looks for in it.
      log('slack-envelope-unreadable', { code: codeOf(error) });
    }
  });
  client.on('disconnected', () => end());
  receiver.init(Object.create(app, { processEvent: { value: (event: ReceiverEvent) => counted(event) } }));

  async function counted(event: ReceiverEvent): Promise<void> {
    const work = app.processEvent(event);
    const settled = work.catch(() => undefined);
    underWay.add(settled);
    try {
      await work;
    } finally {
      underWay.delete(settled);
    }
  }

  async function close(): Promise<void> {
    if (state === 'closed') return closed.promise;
    hangUp();
    if (await settledWithin(closed.promise, GOODBYE_WITHIN_MS)) return;
    // Asked twice, the SDK does not wait for Slack's goodbye.
    hangUp();
    end();
  }

  function hangUp(): void {
    client.disconnect().catch((error: unknown) => log('slack-socket-close', { code: codeOf(error) }));
  }

  // Also for one that was closed while its address was being asked for: the SDK goes on and opens it.
  const noHello = setTimeout(
    () => (state === 'closed' ? hangUp() : void close()),
    options.helloWithinMs ?? HELLO_WITHIN_MS,
  );
  noHello.unref();
  receiver.start().then(
    () => {
      clearTimeout(noHello);
      // Closed while it was being opened: the SDK went on all the same.
      if (state === 'closed') return hangUp();
      state = 'open';
      opened.resolve();
      options.onChange();
    },
    (error: unknown) => {
      clearTimeout(noHello);
      end(error);
    },
  );
  // Nobody may be waiting any more when it turns out that there is no hello.
  opened.promise.catch(() => undefined);

  return {
    opened: opened.promise,
    ending: ending.promise,
    closed: closed.promise,
    isOpen: () => state === 'open',
    async retire() {
      await settledWithin(Promise.all(underWay), ACKED_WITHIN_MS);
      await close();
    },
    close,
  };
}
