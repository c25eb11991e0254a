import { createPostgresBackend } from 'bullmq';
import { away, PAUSE_MS } from './patient-pool.ts';

/** What we reach for inside BullMQ's backend: its connection keeps the promise of its first hello. */
interface Inside {
  readonly connection: { waitUntilReady(): Promise<void>; readyPromise: Promise<void> | undefined };
}

/**
 * BullMQ's PostgreSQL backend, which says hello to the database once and keeps the answer: if that one failed
 * because the server was just killed, every later query fails with it, at once and for ever, and the worker's loop
 * starves the process. Here a hello that failed is said again. (BullMQ 6.7.0, `PostgresConnection.waitUntilReady`.)
 */
export const createPatientBackend: typeof createPostgresBackend = (...args) => {
  const backend = createPostgresBackend(...args);
  const { connection } = backend as unknown as Inside;
  const hello = connection.waitUntilReady.bind(connection);
  connection.waitUntilReady = async () => {
    try {
      await hello();
    } catch (error) {
      connection.readyPromise = undefined;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      throw away(error);
    }
  };
  return backend;
};
