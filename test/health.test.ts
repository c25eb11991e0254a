import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { ConfigError } from '../src/errors.ts';
import { type Readiness, serveHealth } from '../src/health.ts';
import { createPool } from '../src/store/pool.ts';
import { createPresence } from '../src/store/process-presence.ts';
import { cutLine } from './support/cut-line.ts';
import { ownDatabase } from './support/database.ts';
import { eventually } from './support/practice.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function serving(
  readiness: Readiness,
): Promise<{ server: Server; ask: (path: string) => Promise<{ status: number; body: unknown }> }> {
  const server = await serveHealth(0, readiness);
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return {
    server,
    async ask(path) {
      const response = await fetch(`http://127.0.0.1:${port}${path}`);
      return { status: response.status, body: await response.json() };
    },
  };
}

test('a part that is not ready is named, whatever it answers with', async () => {
  const { ask } = await serving({
    postgresql: async () => true,
    queue: () => Promise.reject(new Error('secret')),
    terminal: async () => false,
  });
  expect(await ask('/readyz?x=1')).toEqual({
    status: 503,
    body: { ok: false, postgresql: true, queue: false, terminal: false },
  });
  expect(await ask('/healthz')).toEqual({ status: 200, body: { ok: true } });
  expect(await ask('/else')).toEqual({ status: 404, body: { ok: false } });
});

test('readiness goes down with PostgreSQL and comes back with it; the process stays healthy', async () => {
  const own = await ownDatabase('health');
  closing.push(own.drop);
  const line = await cutLine(own.url);
  closing.push(line.close);
  const pool = createPool(line.url, { max: 2, onError: () => undefined });
  closing.push(() => pool.end());
  const presence = await createPresence(line.url, () => undefined);
  closing.push(() => presence.close());
  const { ask } = await serving({
    async postgresql() {
      await pool.query('SELECT 1');
      return presence.isConnected();
    },
  });
  expect((await ask('/readyz')).status).toBe(200);
  line.cut();
  expect(await ask('/readyz')).toEqual({ status: 503, body: { ok: false, postgresql: false } });
  expect((await ask('/healthz')).status).toBe(200);
  line.mend();
  await eventually(async () => (await ask('/readyz')).status === 200);
});

test('a port that is taken is a setting to change', async () => {
  const { server } = await serving({});
  const { port } = server.address() as AddressInfo;
  const taken = serveHealth(port, {});
  await expect(taken).rejects.toThrow(ConfigError);
  await expect(taken).rejects.toThrow(/^HEALTH_PORT: port \d+ cannot be had \(EADDRINUSE\)\. Example: /);
});
