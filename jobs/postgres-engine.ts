import { type PostgresConnectionOptions, runMigrations, withBackend } from 'bullmq';
import type pg from 'pg';
import { codeOf } from '../src/errors.ts';
import { atMost } from './at-most.ts';
import { type BackendSettings, type Engine, KEEP, RETRIES, STALLED } from './engine.ts';
import { createPatientBackend } from './patient-backend.ts';
import { PatientPool } from './patient-pool.ts';

const SCHEMA = 'bullmq';
const POOL = 8;
const CLOSE_MS = 500;

/** BullMQ on PostgreSQL. Brings its own schema up to date first (it locks by itself). */
export async function createPostgresEngine(settings: BackendSettings): Promise<Engine> {
  const schema = settings.namespace ?? SCHEMA;
  const pool = new PatientPool({
    connectionString: settings.databaseUrl,
    max: POOL,
    options: `-c search_path=${schema},public`,
    application_name: 'comeback-jobs',
    keepAlive: true,
  });
  pool.on('error', (error) => settings.log('jobs-pool-error', { code: codeOf(error) }));
  pool.on('connect', (client) => client.on('error', () => undefined));
  const inUse = new Set<pg.PoolClient>();
  pool.on('acquire', (client) => inUse.add(client));
  pool.on('release', (_, client) => inUse.delete(client));
  try {
    await migrated(pool, schema);
  } catch (error) {
    await pool.end();
    throw error;
  }
  // BullMQ's own type of a pool lacks the overloads of pg's; at run time it takes pg's as it is.
  const connection = pool as unknown as PostgresConnectionOptions;
  const bound = withBackend(createPatientBackend);
  return {
    kind: 'postgresql',
    queue: (name) => new bound.Queue(name, { connection, defaultJobOptions: { ...RETRIES, ...KEEP } }),
    worker: (name, processor) =>
      new bound.Worker(name, processor, { connection, ...STALLED, concurrency: 4 }),
    isReady: async () => {
      await pool.query('SELECT 1');
      return true;
    },
    end: async () => {
      await atMost(CLOSE_MS, () => pool.end());
      // A worker whose job goes on for ever keeps its connection, and with it the process.
      for (const client of inUse) client.release(true);
    },
  };
}

async function migrated(pool: PatientPool, schema: string): Promise<void> {
  const client = await pool.connect();
  let broken = true;
  try {
    await runMigrations(client, schema);
    broken = false;
  } finally {
    client.release(broken);
  }
}
