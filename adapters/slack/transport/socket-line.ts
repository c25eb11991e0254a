import type { Log } from '../../../src/log.ts';
import { refusedToken, retryAfterMs, whyNoSocket } from './refused-token.ts';
import { type Deferred, deferred } from './settling.ts';
import type { Connection } from './socket-connection.ts';

export interface LineOptions {
  /** Opens a new connection. */
  readonly open: () => Connection;
  readonly log: Log;
  /** The first wait after a connection that did not hold, in milliseconds; it doubles up to 30 s. */
  readonly firstWaitMs?: number;
  /** 0 to 1: half of a wait is left to it, so that many processes do not come back in step. */
  readonly chance: () => number;
}

/** One socket after another, so that there is always one. */
export interface Line {
  /** Resolves after the first try, or rejects with a `ConfigError` where Slack refused the token at it. */
  start(): Promise<void>;
  isOpen(): boolean;
  stop(): Promise<void>;
}

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;
/** A connection that was open for so long was a good one: the next is opened at once. */
const STEADY_AFTER_MS = 10_000;

export function createLine({ open, log, firstWaitMs = FIRST_WAIT_MS, chance }: LineOptions): Line {
  const connections = new Set<Connection>();
  let isStopped = true;
  let wake: () => void = () => undefined;

  /** Ends when the line is stopped. Each round is one connection; the one before is retired when the next is open. */
  async function run(firstTry: Deferred): Promise<void> {
    let failures = 0;
    let before: Connection | undefined;
    while (!isStopped) {
      const connection = hold(open());
      try {
        await connection.opened;
      } catch (error) {
        const refused = refusedToken(error);
        log('slack-socket-refused', { code: whyNoSocket(error) });
        if (refused !== undefined) firstTry.reject(refused);
        else firstTry.resolve();
        failures += 1;
        await pause(retryAfterMs(error) ?? (refused === undefined ? wait(failures) : LONGEST_WAIT_MS));
        continue;
      }
      firstTry.resolve();
      void before?.retire();
      before = connection;
      failures = (await isSteady(connection)) ? 0 : failures + 1;
      await pause(wait(failures));
    }
  }

  function hold(connection: Connection): Connection {
    connections.add(connection);
    void connection.closed.then(() => connections.delete(connection));
    return connection;
  }

  function wait(failures: number): number {
    if (failures === 0) return 0;
    const whole = Math.min(LONGEST_WAIT_MS, firstWaitMs * 2 ** (failures - 1));
    return whole / 2 + (whole / 2) * chance();
  }

  function pause(ms: number): Promise<void> {
    if (isStopped || ms === 0) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  return {
    start() {
      isStopped = false;
      const firstTry = deferred();
      void run(firstTry);
      return firstTry.promise;
    },
    isOpen: () => [...connections].some((connection) => connection.isOpen()),
    async stop() {
      isStopped = true;
      wake();
      await Promise.all([...connections].map((connection) => connection.close()));
    },
  };
}

/** Waits for its end; true when it took its time. */
async function isSteady(connection: Connection): Promise<boolean> {
  let isLong = false;
  const timer = setTimeout(() => {
    isLong = true;
  }, STEADY_AFTER_MS);
  await connection.ending;
  clearTimeout(timer);
  return isLong;
}
