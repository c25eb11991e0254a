import { setTimeout as sleep } from 'node:timers/promises';
import pRetry from 'p-retry';

/** Waits of half a second, doubling, with chance on top: half a minute in all. Discord knows a nonce for longer. */
const RETRIES = 5;
const FIRST_WAIT_MS = 500;
/** Who asks for more time than this is not waited for: nobody would read it as an answer any more. */
const LONGEST_WAIT_MS = 30_000;

/** What a platform had against a call, as its adapter reads it; `afterMs` where it named a time. */
interface Against {
  readonly kind: string;
  readonly afterMs?: number;
}

/**
 * Says something beside the outbox, which would try by itself: to somebody of whom nothing is kept, say. A limit and an
 * answer that was lost are tried again, for it is better read twice than never. Rejects with the last error; a process
 * that ends does not wait for it.
 */
export function triedAgain<T>(call: () => Promise<T>, answerOf: (error: unknown) => Against): Promise<T> {
  return pRetry(call, {
    retries: RETRIES,
    minTimeout: FIRST_WAIT_MS,
    randomize: true,
    unref: true,
    shouldRetry: ({ error }) => mayPass(answerOf(error)),
    onFailedAttempt: async ({ error, retriesLeft }) => {
      const against = answerOf(error);
      if (retriesLeft > 0 && mayPass(against)) await sleep(against.afterMs ?? 0, undefined, { ref: false });
    },
  });
}

function mayPass({ kind, afterMs = 0 }: Against): boolean {
  return (kind === 'later' || kind === 'unknown') && afterMs <= LONGEST_WAIT_MS;
}
