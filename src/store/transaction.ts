import { drizzle } from 'drizzle-orm/node-postgres';
import type { Drizzle } from './drizzle.ts';

/** Drizzle within a transaction. */
export type Transaction = Pick<
  Drizzle,
  'select' | 'selectDistinct' | 'insert' | 'update' | 'delete' | 'execute'
>;

/**
 * Runs `work` in one transaction. Drizzle's own begins outside of what gives its connection back: where the database went
 * away just then, the pool lost a connection for good, and its end never came. (drizzle-orm 0.45, `NodePgSession.transaction`.)
 */
export async function inTransaction<T>(db: Drizzle, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const client = await db.$client.connect();
  let isBroken = false;
  try {
    await client.query('BEGIN');
    const done = await work(drizzle(client));
    await client.query('COMMIT');
    return done;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {
      isBroken = true;
    });
    throw error;
  } finally {
    client.release(isBroken);
  }
}
