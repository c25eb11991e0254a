import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as migrateBy } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { expect, inject, test } from 'vitest';
import { createJobBackend } from '../../jobs/backend.ts';
import { migrate } from '../../src/store/migrate.ts';
import { createPool } from '../../src/store/pool.ts';
import { eventually } from '../support/practice.ts';

/** A process that brings the schemas up to date and ends. */
const MIGRATING = fileURLToPath(new URL('./migrating.ts', import.meta.url));

/** An empty database, not even migrated. */
async function emptyDatabase(use: (url: string) => Promise<void>): Promise<void> {
  const name = `empty_${randomUUID().slice(0, 8)}`;
  const admin = new pg.Client({ connectionString: inject('databaseUrl') });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  const url = new URL(inject('databaseUrl'));
  url.pathname = `/${name}`;
  try {
    await use(url.href);
  } finally {
    await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await admin.end();
  }
}

const open = (url: string) => createPool(url, { max: 2, onError: () => undefined });

async function advisoryLocks(url: string): Promise<number> {
  const pool = open(url);
  const { rows } = await pool.query(
    `SELECT count(*)::int AS held FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
  );
  await pool.end();
  return rows[0]?.held;
}

/** A race shows itself in some rounds only: ten of them with FAULTS=all. */
const ROUNDS = process.env.FAULTS === 'all' ? 10 : 3;

test('five that start at once on an empty database are all ready, time and again, and each migration ran once', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    await emptyDatabase(async (url) => {
      const pools = Array.from({ length: 5 }, () => open(url));
      await Promise.all(pools.map(migrate));
      const { rows } = (await pools[0]?.query(
        'SELECT count(*)::int AS applied, count(DISTINCT hash)::int AS different FROM drizzle.__drizzle_migrations',
      )) ?? { rows: [] };
      expect(rows[0]?.applied).toBe(rows[0]?.different);
      expect(rows[0]?.applied).toBeGreaterThan(0);
      await Promise.all(pools.map((pool) => pool.end()));
      expect(await advisoryLocks(url)).toBe(0);
    });
  }
}, 90_000);

test('one that is cut off in the middle of migrating leaves no lock, and the next one is ready', async () => {
  await emptyDatabase(async (url) => {
    const cut = open(url);
    const admin = open(url);
    const running = migrate(cut).catch(() => 'cut off');
    await admin.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'`,
    );
    await running;
    await migrate(admin);
    expect(
      (await admin.query(`SELECT to_regclass('public.sessions') IS NOT NULL AS there`)).rows[0]?.there,
    ).toBe(true);
    await cut.end();
    await admin.end();
    expect(await advisoryLocks(url)).toBe(0);
  });
});

test('one killed with kill -9 while it waits for its turn keeps nobody else from being ready, in processes of their own', async () => {
  await emptyDatabase(async (url) => {
    const admin = open(url);
    const holder = await admin.connect();
    await holder.query('SELECT pg_advisory_lock(7040001)');
    const children = Array.from({ length: 2 }, () =>
      spawn(process.execPath, ['--import', 'tsx', MIGRATING, url], {
        stdio: ['ignore', 'ignore', 'inherit'],
      }),
    );
    const ends = children.map(async (child) => (await once(child, 'exit'))[0]);
    await eventually(async () => {
      const { rows } = await holder.query('SELECT 1 FROM pg_locks WHERE objid = 7040001 AND NOT granted');
      return rows.length === 2;
    }, 40_000);
    children[0]?.kill('SIGKILL');
    await ends[0];
    await holder.query('SELECT pg_advisory_unlock(7040001)');
    holder.release();
    expect(await Promise.all(ends)).toEqual([null, 0]);
    await admin.end();
    await eventually(async () => (await advisoryLocks(url)) === 0);
  });
}, 60_000);

test('a database of the first release keeps what is in it, and takes what is new', async () => {
  await emptyDatabase(async (url) => {
    const pool = open(url);
    await inFolderOf('0000_spine', (migrationsFolder) => migrateBy(drizzle(pool), { migrationsFolder }));
    const id = randomUUID();
    await pool.query(
      `INSERT INTO installations (id, platform, external_id) VALUES ($1, 'terminal', 'local')`,
      [id],
    );
    await pool.query(
      `INSERT INTO people (id, installation_id, platform, scope, user_id, ring_key, wrapped_key)
       VALUES ($1, $1, 'terminal', 'local', 'ada', 'k', '\\x00')`,
      [id],
    );
    await migrate(pool);
    const { rows } = await pool.query('SELECT user_id, tone FROM people');
    expect(rows).toEqual([{ user_id: 'ada', tone: 'gentle' }]);
    expect((await pool.query('SELECT * FROM set_asides')).rows).toEqual([]);
    await pool.end();
  });
});

/** The migrations up to one of them, as the release that had no later ones had them. */
async function inFolderOf(last: string, use: (folder: string) => Promise<void>): Promise<void> {
  const all = fileURLToPath(new URL('../../src/store/migrations', import.meta.url));
  const folder = mkdtempSync(join(tmpdir(), 'comeback-migrations-'));
  try {
    const journal = JSON.parse(readFileSync(join(all, 'meta/_journal.json'), 'utf8'));
    const upTo = journal.entries.findIndex((entry: { tag: string }) => entry.tag === last) + 1;
    const entries = journal.entries.slice(0, upTo);
    mkdirSync(join(folder, 'meta'));
    writeFileSync(join(folder, 'meta/_journal.json'), JSON.stringify({ ...journal, entries }));
    for (const { tag } of entries) copyFileSync(join(all, `${tag}.sql`), join(folder, `${tag}.sql`));
    await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('five queues that start at once on an empty database are all ready', async () => {
  await emptyDatabase(async (url) => {
    const backends = await Promise.all(
      Array.from({ length: 5 }, () =>
        createJobBackend({ redisUrl: undefined, databaseUrl: url, log: () => undefined }),
      ),
    );
    expect(await Promise.all(backends.map((backend) => backend.isReady()))).toEqual([
      true,
      true,
      true,
      true,
      true,
    ]);
    await Promise.all(backends.map((backend) => backend.close()));
  });
});
