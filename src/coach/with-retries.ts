import { codeOf } from '../errors.ts';

/** How long a turn waits for a database that is away before it gives up: a restart takes seconds. */
const GIVE_UP_AFTER_MS = 60_000;
const FIRST_WAIT_MS = 50;
const LONGEST_WAIT_MS = 2_000;

/**
 * Runs a turn again while the database is away or broke off in the middle. Safe after a commit whose answer was
 * lost: the event's id is in the same transaction, so the second run finds it and does nothing. `tries` counts from 1;
 * `enough` ends the tries early.
 */
export async function withRetries<T>(
  run: (tries: number) => Promise<T>,
  enough: () => boolean = () => false,
): Promise<T> {
  const began = performance.now();
  let wait = FIRST_WAIT_MS;
  for (let tries = 1; ; tries += 1, wait = Math.min(LONGEST_WAIT_MS, wait * 2)) {
    try {
      return await run(tries);
    } catch (error) {
      if (!isPassing(error) || enough() || performance.now() - began > GIVE_UP_AFTER_MS) throw error;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}

/** Connection refused, reset or ended, the server shutting down or starting up, a deadlock or a serialization failure. */
export function isPassing(error: unknown): boolean {
  const code = codeOf(error);
  if (/^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_)/.test(code)) return true;
  if (/^(08|57P|40001|40P01|53300|55P03)/.test(code)) return true;
  if (!(error instanceof Error)) return false;
  // Drizzle wraps what pg threw: the query's own error is its cause.
  if (error.cause !== undefined) return isPassing(error.cause);
  return /connection terminated|connection ended|timeout exceeded|not queryable|the database is away|Connection error/i.test(
    error.message,
  );
}
