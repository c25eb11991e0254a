import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { createJobBackend } from '../../jobs/backend.ts';
import { createBellQueue } from '../../jobs/bell.ts';
import { createCritiqueQueue, workCritiques } from '../../jobs/critique.ts';
import { createJobsPerformer } from '../../jobs/performer.ts';
import { createTeamCritiqueQueue } from '../../jobs/team-critique.ts';
import type { Coach } from '../../src/coach/coach.ts';
import type { Incoming } from '../../src/coach/incoming.ts';
import type { Performer } from '../../src/coach/ports.ts';
import { loadLanguage } from '../../src/critique/language.ts';
import { read } from '../../src/critique/read.ts';
import { createRubricCritic } from '../../src/critique/rubric.ts';
import { catalog } from '../../src/guide/catalog.ts';
import { drizzleOn } from '../../src/store/drizzle.ts';
import { joinEmbedded } from '../../src/store/embedded/cluster.ts';
import { newKeyringValue, parseKeyring } from '../../src/store/keyring.ts';
import { migrate } from '../../src/store/migrate.ts';
import { createPool } from '../../src/store/pool.ts';
import { createPresence } from '../../src/store/process-presence.ts';
import { createSystem } from '../../src/system.ts';

/** As many as the product's own pool has. */
export const POOL = 10;

export interface BenchServer {
  readonly home: string;
  readonly url: string;
  /** A migrated database of its own. */
  database(name: string): Promise<string>;
  close(): Promise<void>;
}

/** The embedded server as the product starts it, durable to the disk, in a folder of its own. */
export async function createBenchServer(): Promise<BenchServer> {
  const parent = await mkdtemp(path.join(tmpdir(), 'comeback-bench-'));
  // The server may run as another OS user, who has to get through.
  await chmod(parent, 0o711);
  const server = await joinEmbedded(path.join(parent, 'home'));
  return {
    home: parent,
    url: server.url,
    async database(name) {
      const admin = new pg.Client({ connectionString: server.url });
      await admin.connect();
      await admin.query(`CREATE DATABASE ${name}`);
      await admin.end();
      const url = new URL(server.url);
      url.pathname = `/${name}`;
      const pool = createPool(url.href, { max: 1, onError: () => undefined });
      await migrate(pool);
      await pool.end();
      return url.href;
    },
    async close() {
      await server.leave();
      await rm(parent, { recursive: true, force: true });
    },
  };
}

/** A terminal that takes every card at once, or, while it is held, keeps every delivery waiting. */
export interface HeldTerminal extends Performer {
  hold(): void;
  release(): void;
}

function heldTerminal(): HeldTerminal {
  let gate = Promise.resolve();
  let open = () => {};
  return {
    name: 'terminal',
    async perform() {
      await gate;
      return { outcome: 'done', ref: 'shown' };
    },
    hold() {
      gate = new Promise((resolve) => {
        open = resolve;
      });
    },
    release: () => open(),
  };
}

export interface BenchWorldOptions {
  /** Runs the queue and its workers too. `redisUrl` undefined: on the same PostgreSQL. */
  readonly jobs?: { readonly redisUrl: string | undefined };
  /** Of a database that holds people already. */
  readonly keys?: string;
  /** Sees what the coach of the jobs was told, after its commit. */
  readonly committed?: (incoming: Incoming) => void;
}

/** Coach, store and, where asked for, queue, put together as `main.ts` does it. */
export async function createBenchWorld(url: string, options: BenchWorldOptions = {}) {
  const ring = parseKeyring(options.keys ?? newKeyringValue('bench'));
  const now = () => new Date();
  const log = () => undefined;
  const pool = createPool(url, { max: POOL, pipeline: true, onError: () => undefined });
  const db = drizzleOn(pool);
  const presence = await createPresence(url, log);
  const terminal = heldTerminal();
  const backend =
    options.jobs === undefined
      ? undefined
      : await createJobBackend({
          redisUrl: options.jobs.redisUrl,
          databaseUrl: url,
          ...apart(options.jobs),
          log,
        });
  const critiques = backend === undefined ? undefined : createCritiqueQueue(backend);
  const performers: Performer[] = [terminal];
  if (backend !== undefined && critiques !== undefined)
    performers.push(
      createJobsPerformer(critiques, createBellQueue(backend), createTeamCritiqueQueue(backend), now),
    );
  const system = createSystem({
    store: { pool, db, ring, presence },
    catalog,
    read: (text, guide, about, as) => read(text, guide, loadLanguage(), about, as),
    performers,
    whereabouts: () => 'What you write stays on this machine.',
    now,
    zone: 'UTC',
    log,
  });
  if (backend !== undefined) {
    const coach: Pick<Coach, 'handle'> = {
      async handle(incoming) {
        const handled = await system.coach.handle(incoming);
        options.committed?.(incoming);
        return handled;
      },
    };
    workCritiques(backend, { db, ring, catalog, critic: createRubricCritic(loadLanguage()), coach });
  }
  system.start();
  return {
    url,
    ring,
    pool,
    db,
    terminal,
    coach: system.coach,
    /** Resolves when every card of the terminal was delivered. */
    async idle() {
      const open = `SELECT 1 FROM outbox WHERE performer = 'terminal' AND state IN ('waiting', 'sending') LIMIT 1`;
      while ((await pool.query(open)).rowCount !== 0) await sleep(5);
    },
    async close() {
      terminal.release();
      await backend?.close();
      await system.stop();
      await presence.close();
      await pool.end();
    },
  };
}

/** Keys of a Redis that others use too stay apart; on PostgreSQL the database is this world's own. */
function apart(jobs: { readonly redisUrl: string | undefined }): { namespace?: string } {
  return jobs.redisUrl === undefined ? {} : { namespace: `bench-${randomUUID().slice(0, 8)}` };
}

export type BenchWorld = Awaited<ReturnType<typeof createBenchWorld>>;
