/**
 * How long from nothing to a connection that answers, and to a queue that is ready: a first start (initdb), a start of an existing
 * cluster, and joining a server that runs. Prints, asserts nothing. `node --import tsx test/bench/embedded-start.ts`
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createJobBackend } from '../../jobs/backend.ts';
import { type EmbeddedServer, joinEmbedded } from '../../src/store/embedded/cluster.ts';
import { migrate } from '../../src/store/migrate.ts';
import { createPool } from '../../src/store/pool.ts';

const parent = await mkdtemp(path.join(tmpdir(), 'comeback-bench-'));
await chmod(parent, 0o711);
const home = path.join(parent, 'home');

const cold = await timed('first start (initdb)');
await cold.leave();
const warm = await timed('start of an existing one');
const joined = await timed('joining a running one');
await Promise.all([warm.leave(), joined.leave()]);
await rm(parent, { recursive: true, force: true });

async function timed(what: string): Promise<EmbeddedServer> {
  const began = performance.now();
  const server = await joinEmbedded(home);
  const pool = createPool(server.url, { max: 1, onError: () => {} });
  await pool.query('SELECT 1');
  const answered = performance.now() - began;
  await migrate(pool);
  const backend = await createJobBackend({ redisUrl: undefined, databaseUrl: server.url, log: () => {} });
  await backend.isReady();
  const ready = performance.now() - began;
  console.log(`${what.padEnd(26)} ${Math.round(answered)} ms, its queue ready after ${Math.round(ready)} ms`);
  await backend.close();
  await pool.end();
  return server;
}
