import type { App, Receiver } from '@slack/bolt';
import type { Log } from '../../../src/log.ts';
import { type ConnectionOptions, openConnection } from './socket-connection.ts';
import { createLine, type Line } from './socket-line.ts';

export interface SocketReceiverOptions {
  readonly appToken: string;
  /** `SLACK_API_URL`; Slack itself if left out. */
  readonly apiUrl?: string;
  /** An undici dispatcher, for a proxy. */
  readonly dispatcher?: ConnectionOptions['dispatcher'];
  readonly log: Log;
  /** How many sockets at once. Slack allows an app ten, over all its processes. */
  readonly sockets?: number;
  /** How long after one another they are opened, in milliseconds, so that Slack does not renew them together. */
  readonly apartMs?: number;
  /** The first wait before another try, in milliseconds. */
  readonly firstWaitMs?: number;
  /** How long Slack may take to greet, in milliseconds. */
  readonly helloWithinMs?: number;
  /** 0 to 1, to spread the waits. */
  readonly chance?: () => number;
}

export interface SocketReceiver extends Receiver {
  /** Resolves after a first try: where Slack is away it goes on trying. Rejects with a `ConfigError` where it refused the token. */
  start(): Promise<void>;
  /** At least one socket is open. */
  isReady(): boolean;
  /** Calls when a socket is open after a time without any (`start` found none, or all closed): what was sent meanwhile has to be read back. */
  onReconnect(call: () => void): void;
  /** Calls at each greeting with how many sockets the app has open, by Slack's count, where it tells. */
  onHello(call: (connections: number | undefined) => void): void;
}

const SOCKETS = 2;
const APART_MS = 15_000;

/**
 * Several sockets as one receiver. Slack sends each event to one of them, and renews each every few hours: the others
 * hear meanwhile.
 */
export function createSocketReceiver(options: SocketReceiverOptions): SocketReceiver {
  const { log, sockets = SOCKETS, apartMs = APART_MS } = options;
  const reconnectCalls: (() => void)[] = [];
  const helloCalls: ((connections: number | undefined) => void)[] = [];
  let lines: readonly Line[] = [];
  let timers: NodeJS.Timeout[] = [];
  let hears: 'not-yet' | 'hearing' | 'deaf' = 'not-yet';

  const isReady = () => lines.some((line) => line.isOpen());

  function changed(): void {
    const next = isReady() ? 'hearing' : 'deaf';
    if (next === hears) return;
    const wasDeaf = hears === 'deaf';
    hears = next;
    log('slack-sockets', { state: next });
    if (next === 'hearing' && wasDeaf) for (const call of reconnectCalls) call();
  }

  function lineOf(app: App): Line {
    const connection: ConnectionOptions = {
      appToken: options.appToken,
      log,
      onChange: changed,
      onHello: (connections) => {
        for (const call of helloCalls) call(connections);
      },
      ...(options.apiUrl === undefined ? {} : { apiUrl: options.apiUrl }),
      ...(options.dispatcher === undefined ? {} : { dispatcher: options.dispatcher }),
      ...(options.helloWithinMs === undefined ? {} : { helloWithinMs: options.helloWithinMs }),
    };
    return createLine({
      open: () => openConnection(app, connection),
      log,
      chance: options.chance ?? Math.random,
      ...(options.firstWaitMs === undefined ? {} : { firstWaitMs: options.firstWaitMs }),
    });
  }

  return {
    init(app) {
      lines = Array.from({ length: sockets }, () => lineOf(app));
    },
    async start() {
      const [first, ...others] = lines;
      try {
        await first?.start();
      } catch (error) {
        await first?.stop();
        throw error;
      }
      // Slack is away: what was sent until it is back has to be read back too.
      if (!isReady()) changed();
      timers = others.map((line, at) =>
        setTimeout(() => void line.start().catch(toldInLog), apartMs * (at + 1)),
      );
    },
    async stop() {
      timers.forEach(clearTimeout);
      await Promise.all(lines.map((line) => line.stop()));
    },
    isReady,
    onReconnect: (call) => void reconnectCalls.push(call),
    onHello: (call) => void helloCalls.push(call),
  };
}

/** A line whose token is refused later goes on trying; it has said so in the log. */
function toldInLog(): void {}
