import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { joinEmbedded } from '../../src/store/embedded/cluster.ts';
import { migrate } from '../../src/store/migrate.ts';
import { createPool } from '../../src/store/pool.ts';
import { contractsWereChecked } from '../fakes/discord/openapi.ts';
import { TEMPLATE } from './template.ts';

declare module 'vitest' {
  interface ProvidedContext {
    databaseUrl: string;
    redisUrl: string | undefined;
  }
}

/** One real PostgreSQL for the whole run; every test makes its own database of a migrated template. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const home = await mkdtemp(join(tmpdir(), 'comeback-tests-'));
  const server = await joinEmbedded(home);
  const admin = new pg.Client({ connectionString: server.url });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${TEMPLATE}`);
  // The tests kill and restart processes, not the machine: waiting for the disk proves nothing here.
  await admin.query('ALTER ROLE CURRENT_USER SET synchronous_commit = off');
  await admin.end();
  const url = new URL(server.url);
  url.pathname = `/${TEMPLATE}`;
  const pool = createPool(url.href, { max: 1, onError: () => undefined });
  await migrate(pool);
  await pool.end();
  project.provide('databaseUrl', server.url);
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
    await server.leave();
    await rm(home, { recursive: true, force: true });
  };
}
