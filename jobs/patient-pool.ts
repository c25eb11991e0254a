import pg from 'pg';
import { isPassing } from '../src/coach/with-retries.ts';

/** Long enough for sockets to be heard between two tries. */
export const PAUSE_MS = 200;

/**
 * The pool BullMQ works on. Its worker tries again at once, for ever, after any error that does not say ECONNREFUSED:
 * when PostgreSQL is killed, a pooled client answers with "not queryable" within the same tick, the loop never lets
 * the event loop go, and the closed sockets are never noticed. So a failed query waits a moment, and what passes by
 * itself is named as the lost connection it is, which BullMQ waits for. (BullMQ 6.7.0, `Worker.retryIfFailed`.)
 */
export class PatientPool extends pg.Pool {
  override query(...args: unknown[]): never {
    return this.#patiently(args) as never;
  }

  async #patiently(args: unknown[]): Promise<unknown> {
    try {
      return await Reflect.apply(super.query, this, args);
    } catch (error) {
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      if (!isPassing(error)) throw error;
      throw away(error);
    }
  }
}

/** The lost connection as BullMQ knows it: it waits and tries again. */
export function away(cause: unknown): Error {
  return Object.assign(new Error('the database is away', { cause }), { code: 'ECONNREFUSED' });
}
