import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/node-postgres';
import type pg from 'pg';

/** The lock under which one process migrates: drizzle's migrator takes none of its own. */
const MIGRATION_LOCK = 7_040_001;
const FOLDER = fileURLToPath(new URL('./migrations', import.meta.url));

/**
 * Brings the schema up to date. Any number of processes may call it at once: one migrates, the others wait and
 * find nothing to do. The lock is held by the very connection that migrates, so a killed process lets it go.
 */
export async function migrate(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    if (await isUpToDate(client)) {
      client.release();
      return;
    }
    const { migrate: run } = await import('drizzle-orm/node-postgres/migrator');
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await run(drizzle(client), { migrationsFolder: FOLDER });
    await client.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    client.release();
  } catch (error) {
    client.release(true);
    throw error;
  }
}

/** Whether the newest migration of the folder is in the database: the usual start asks this one question. */
async function isUpToDate(client: pg.PoolClient): Promise<boolean> {
  const newest =
    (await import('./migrations/meta/_journal.json', { with: { type: 'json' } })).default.entries.at(-1)
      ?.when ?? 0;
  const { rows } = await client.query<{ exists: boolean }>(
    `SELECT to_regclass('drizzle.__drizzle_migrations') IS NOT NULL AS exists`,
  );
  if (rows[0]?.exists !== true) return false;
  const applied = await client.query<{ newest: string | null }>(
    'SELECT max(created_at) AS newest FROM drizzle.__drizzle_migrations',
  );
  return Number(applied.rows[0]?.newest ?? 0) >= newest;
}
