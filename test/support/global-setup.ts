import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runMigrations } from 'bullmq';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '../../src/store/migrate.ts';
import { createPool } from '../../src/store/pool.ts';
import { contractsWereChecked } from '../fakes/discord/openapi.ts';
import { schemaOf } from './emptied.ts';
import { TEMPLATE } from './template.ts';
import { startTestServer } from './test-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    databaseUrl: string;
    redisUrl: string | undefined;
    /** `schemaOf` a database that is as new. */
    schema: string;
  }
}

/** One real PostgreSQL for the whole run; every test gets a database of its own, a copy of a migrated template. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const home = await mkdtemp(join(tmpdir(), 'comeback-tests-'));
  const server = await startTestServer(home);
  project.provide('databaseUrl', server.url);
  project.provide('schema', await makeTemplate(server.url));
  const redisUrl = process.env.TEST_REDIS_URL;
  project.provide('redisUrl', redisUrl);
  if (redisUrl === undefined) {
    process.stdout.write(
      '\n*** NO REDIS: the Redis half of the tests is left out. Set TEST_REDIS_URL=redis://127.0.0.1:6379 to run it (.ci/run does). ***\n\n',
    );
  }
  return async () => {
    process.stdout.write(
      contractsWereChecked()
        ? 'Contracts: what was sent to Discord was checked against its OpenAPI.\n'
        : 'Contracts: no OpenAPI of Discord here (CONTRACTS_DIR); only its limits were checked.\n',
    );
    await server.stop();
    await rm(home, { recursive: true, force: true });
  };
}

/** Ours and the queue's tables: the queue finds them and makes none. Returns its schema. */
async function makeTemplate(serverUrl: string): Promise<string> {
  const admin = new pg.Client({ connectionString: serverUrl });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${TEMPLATE}`);
  await admin.end();
  const url = new URL(serverUrl);
  url.pathname = `/${TEMPLATE}`;
  const pool = createPool(url.href, { max: 1, onError: () => undefined });
  await migrate(pool);
  await pool.end();
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  await runMigrations(client);
  const schema = await schemaOf(client);
  await client.end();
  return schema;
}
