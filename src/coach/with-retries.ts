import { codeOf } from '../errors.ts';

/** How long a turn waits for a database that is away before it gives up: a restart takes seconds. */
const GIVE_UP_AFTER_MS = 60_000;
const FIRST_WAIT_MS = 50;
const LONGEST_WAIT_MS = 2_000;

/**
 * Runs a turn again while the database is away or broke off in the middle. Safe after a commit whose answer was
 * lost: the event's id is in the same transaction, so the second run finds it and does nothing.
 */
export async function withRetries<T>(run: () => Promise<T>): Promise<T> {
  const began = performance.now();
  for (let wait = FIRST_WAIT_MS; ; wait = Math.min(LONGEST_WAIT_MS, wait * 2)) {
    try {
      return await run();
    } catch (error) {
      if (!isPassing(error) || performance.now() - began > GIVE_UP_AFTER_MS) throw error;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}

/** Connection refused, reset or ended, the server shutting down or starting up, a deadlock or a serialization failure. */
export function isPassing(error: unknown): boolean {
  const code = codeOf(error);
  if (/^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_)/.test(code)) return true;
  if (/^(08|57P|40001|40P01|53300|55P03)/.test(code)) return true;
  return (
    error instanceof Error &&
    /connection terminated|connection ended|timeout exceeded|not queryable|the database is away|Connection error/i.test(
      error.message,
    )
  );
}
