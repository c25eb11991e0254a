import CircuitBreaker from 'opossum';
import type { StoodInFor } from '../../src/critique/critique.ts';
import { NoReply } from './ask-model.ts';

export interface BreakerTimes {
  /** How long nobody calls a server that is down before one call tries again. */
  readonly restMs: number;
}

/** Three of the slowest calls, with their pauses, fall into it. */
const WINDOW_MS = 120_000;
/** So many calls are made before a server counts as down. */
const FEWEST_CALLS = 3;
/** Of what a server says to wait, so much is believed. */
const LONGEST_WAIT_MS = 10 * 60_000;

/** What is the server's trouble. A refusal or a garbled reply is about one answer: nobody else is to wait for it. */
const SERVER_TROUBLE: readonly StoodInFor[] = ['slow', 'rate-limited', 'down'];

/**
 * Calls a server as long as it helps. After a few failures it is left alone for a while, at no cost to anybody, and
 * then tried by one call. A server that says when to come back is not called before. Rejects with the reason for which
 * it was left alone.
 */
export function createBreaker<TI extends unknown[], T>(
  action: (...args: TI) => Promise<T>,
  { restMs }: BreakerTimes,
): (...args: TI) => Promise<T> {
  const breaker = new CircuitBreaker(action, {
    // The action ends by its own signal; opossum's time limit would leave the request running.
    timeout: false,
    volumeThreshold: FEWEST_CALLS,
    errorThresholdPercentage: 50,
    resetTimeout: restMs,
    rollingCountTimeout: WINDOW_MS,
    rollingCountBuckets: 12,
    errorFilter: (error) => error instanceof NoReply && !SERVER_TROUBLE.includes(error.code),
  });
  let last: StoodInFor = 'down';
  let waitUntil = 0;
  return async (...args) => {
    if (Date.now() < waitUntil) throw new NoReply('rate-limited');
    try {
      return await breaker.fire(...args);
    } catch (error) {
      if (!(error instanceof NoReply)) {
        if (CircuitBreaker.isOurError(asError(error))) throw new NoReply(last);
        throw error;
      }
      if (SERVER_TROUBLE.includes(error.code)) last = error.code;
      if (error.retryAfterMs !== undefined)
        waitUntil = Date.now() + Math.min(error.retryAfterMs, LONGEST_WAIT_MS);
      throw error;
    }
  };
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error('unknown'));
