import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, link, open as openFile, readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import type { Config } from '../config.ts';
import { ConfigError, codeOf } from '../errors.ts';
import type { Log } from '../log.ts';
import { type Drizzle, drizzleOn } from './drizzle.ts';
import { joinEmbedded } from './embedded/cluster.ts';
import { type Keyring, newKeyringValue, parseKeyring } from './keyring.ts';
import { migrate } from './migrate.ts';
import { createPool } from './pool.ts';
import { createPresence, type Presence } from './process-presence.ts';

/** Turns and everything else share one pool; the server allows 100 connections over all processes. */
const POOL = 10;

/** The system of record, open. */
export interface Store {
  readonly url: string;
  readonly embedded: boolean;
  readonly pool: pg.Pool;
  readonly db: Drizzle;
  readonly ring: Keyring;
  readonly presence: Presence;
  isReady(): Promise<boolean>;
  /** Lets all go; the last process out stops the embedded server. */
  close(): Promise<void>;
}

/** Opens the database that the configuration names, or the embedded one, and brings its schema up to date. */
export async function openStore(config: Config, log: Log): Promise<Store> {
  const server =
    config.databaseUrl === undefined
      ? await joinEmbedded(config.home, { log: (event) => log(event) })
      : undefined;
  const url = server?.url ?? config.databaseUrl ?? '';
  const pool = createPool(url, {
    max: POOL,
    pipeline: true,
    onError: (error) => log('pool-error', { code: codeOf(error) }),
  });
  const close = async (presence?: Presence) => {
    await presence?.close();
    await pool.end();
    await server?.leave();
  };
  try {
    await migrate(pool).catch((error: unknown) => {
      if (config.databaseUrl === undefined) throw error;
      throw new ConfigError(
        'DATABASE_URL',
        unusable(config.databaseUrl, error),
        'postgres://coach:secret@db.example.org:5432/coach',
      );
    });
    if (config.encryptionKeys === undefined) await expectKeys(config.home, pool);
    const ring =
      config.encryptionKeys === undefined ? await ownRing(config.home) : parseKeyring(config.encryptionKeys);
    const presence = await createPresence(url, log);
    return {
      url,
      embedded: server !== undefined,
      pool,
      db: drizzleOn(pool),
      ring,
      presence,
      async isReady() {
        await pool.query('SELECT 1');
        return presence.isConnected();
      },
      close: () => close(presence),
    };
  } catch (error) {
    // Whoever cannot open it must not keep the server, or the process, from ending.
    await close().catch(() => undefined);
    throw error;
  }
}

/** New keys beside old practices would hide that the old ones are lost, and mix what can be read with what cannot. */
async function expectKeys(home: string, pool: pg.Pool): Promise<void> {
  const file = join(home, 'keys');
  if (existsSync(file)) return;
  const { rows } = await pool.query<{ held: boolean }>('SELECT EXISTS (SELECT 1 FROM people) AS held');
  if (rows[0]?.held !== true) return;
  throw new ConfigError(
    'COACH_HOME',
    `the file ${file} is missing, and what the database holds can be read with its keys alone. Put back the copy that was kept with the database; without one, move the database away to begin anew.`,
  );
}

/** The ring of an embedded database. A file that holds none is named as such, not as a variable nobody set. */
async function ownRing(home: string): Promise<Keyring> {
  const value = await ownKeys(home);
  try {
    return parseKeyring(value);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    throw new ConfigError(
      'COACH_HOME',
      `the file ${join(home, 'keys')} holds no keys that can be read. Put back the copy that was kept with the database.`,
    );
  }
}

/**
 * The keys of an embedded database: made at the first start, for this user's eyes only. They protect dumps, not a
 * stolen disk. The file appears whole or not at all, and the first of two starters wins.
 */
async function ownKeys(home: string): Promise<string> {
  const file = join(home, 'keys');
  if (!existsSync(file)) {
    const draft = join(home, `keys.${randomUUID()}`);
    const made = await openFile(draft, 'wx', 0o600);
    await made.writeFile(`${newKeyringValue('k1')}\n`);
    await made.sync();
    await made.close();
    await link(draft, file).catch((error: unknown) => {
      if (codeOf(error) !== 'EEXIST') throw error;
    });
    await unlink(draft);
  }
  await chmod(file, 0o600);
  return (await readFile(file, 'utf8')).trim();
}

/** Why the named database cannot be used, without its password. */
function unusable(url: string, error: unknown): string {
  const { host, pathname } = new URL(url);
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  return `the database${pathname} at ${host} cannot be used (${codeOf(cause)}). Check that it runs, its host, port, user, password and name, and that the role may create tables.`;
}
