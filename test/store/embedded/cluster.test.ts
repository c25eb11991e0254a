import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { joinEmbedded } from '../../../src/store/embedded/cluster.ts';
import { createPool } from '../../../src/store/pool.ts';
import { ask, clearHomes, joinElsewhere, killAndWait, newHome, postmasterPid, until } from './homes.ts';

/** A home whose server has run once and left a table with one row: copied, so that not every test makes its own. */
let seed: string;

beforeAll(async () => {
  seed = await newHome();
  const server = await joinEmbedded(seed);
  await ask(server.url, 'CREATE TABLE answers (id uuid PRIMARY KEY, words text)');
  await ask(server.url, "INSERT INTO answers VALUES (gen_random_uuid(), 'kept')");
  await server.leave();
});

afterEach(() => vi.unstubAllEnvs());
afterAll(clearHomes);

/** As `cp -a`: with owners, which PostgreSQL checks. */
function copyHome(from: string, to: string): void {
  execFileSync('cp', ['-a', from, to]);
}

async function seededHome(): Promise<string> {
  const home = await newHome();
  copyHome(seed, home);
  return home;
}

const kept = (url: string) => ask(url, 'SELECT words FROM answers');

describe('a fresh machine', () => {
  test('gets a UTF-8 database whatever its locale, its folder names and its PG variables are', async () => {
    vi.stubEnv('LC_ALL', 'xx_NOWHERE.latin9');
    vi.stubEnv('LANG', undefined);
    vi.stubEnv('PGSSLMODE', 'require');
    vi.stubEnv('PGDATA', '/nowhere');
    vi.stubEnv('PGPORT', '1');
    const home = await newHome('Élan Café $HOME `x" y');
    const server = await joinEmbedded(home);
    expect(await ask(server.url, "SELECT current_setting('server_encoding')")).toBe('UTF8');
    expect(await ask(server.url, "SELECT upper('élan') || length('🙂')")).toBe('ÉLAN1');
    expect(await ask(server.url, 'SELECT current_database() || current_user')).toBe('comebackcomeback');
    expect(await ask(server.url, "SELECT rolsuper FROM pg_roles WHERE rolname = 'comeback'")).toBe(false);
    expect(new URL(server.url).hostname).toBe('127.0.0.1');
    await server.leave();
    expect(await postmasterPid(home)).toBeUndefined();
    await expect(kept(server.url)).rejects.toThrow(/ECONNREFUSED/);
  });

  test('lets two first starters at once into one and the same database', async () => {
    const home = await newHome();
    const [one, two] = await Promise.all([joinElsewhere(home), joinElsewhere(home)]);
    expect(one.url).toMatch(/^postgres:/);
    expect(two.url).toBe(one.url);
    await ask(one.url, 'CREATE TABLE shared (n int)');
    await Promise.all([one.leave(), two.leave()]);
    expect(await postmasterPid(home)).toBeUndefined();
    const again = await joinEmbedded(home);
    expect(await ask(again.url, 'SELECT count(*)::int FROM shared')).toBe(0);
    await again.leave();
  });

  test('keeps the password to the user who made it', async () => {
    expect((await stat(path.join(seed, 'pg', 'server.json'))).mode & 0o777).toBe(0o600);
    expect((await stat(path.join(seed, 'pg', 'data'))).mode & 0o777).toBe(0o700);
  });
});

describe('coming and going', () => {
  test('a second process joins, and the leaving of the first does not stop the server', async () => {
    const home = await seededHome();
    const first = await joinEmbedded(home);
    const second = await joinElsewhere(home);
    await first.leave();
    expect(await kept(second.url)).toBe('kept');
    await second.leave();
    expect(await postmasterPid(home)).toBeUndefined();
  });

  test('of three that leave at once, one stops the server', async () => {
    const home = await seededHome();
    for (let round = 0; round < 3; round += 1) {
      const members = await Promise.all([1, 2, 3].map(() => joinEmbedded(home)));
      await Promise.all(members.map((member) => member.leave()));
      expect(await postmasterPid(home)).toBeUndefined();
    }
  });

  test('who joins while the last one leaves has a server that runs', async () => {
    const home = await seededHome();
    let leaving = await joinEmbedded(home);
    for (const pause of [0, 4, 12, 30, 60]) {
      const left = leaving.leave();
      await sleep(pause);
      const joined = await joinEmbedded(home);
      await left;
      await joined.ensureRunning();
      expect(await kept(joined.url)).toBe('kept');
      leaving = joined;
    }
    await leaving.leave();
    expect(await postmasterPid(home)).toBeUndefined();
  });

  test.each(['kill', 'interrupt'] as const)(
    'a server outlives the %s of its process, is adopted, and stopped by the heir',
    async (end) => {
      const home = await seededHome();
      const killed = await joinElsewhere(home);
      const pid = await postmasterPid(home);
      await killed[end]();
      const heir = await joinEmbedded(home);
      expect(await postmasterPid(home)).toBe(pid);
      expect(heir.url).toBe(killed.url);
      await heir.leave();
      expect(await postmasterPid(home)).toBeUndefined();
    },
  );

  test('leaves a copy of a running home alone and starts a server of its own for it', async () => {
    const home = await seededHome();
    const original = await joinEmbedded(home);
    const copyOfIt = `${home} copy`;
    copyHome(home, copyOfIt);
    const copy = await joinEmbedded(copyOfIt);
    expect(copy.port).not.toBe(original.port);
    await ask(copy.url, 'DELETE FROM answers');
    expect(await kept(original.url)).toBe('kept');
    await copy.leave();
    expect(await kept(original.url)).toBe('kept');
    await original.leave();
  });
});

describe('a server that dies under us', () => {
  test('comes back on the same port with what was committed, and pools go on', async () => {
    const home = await seededHome();
    const events: string[] = [];
    const server = await joinEmbedded(home, { log: (event) => events.push(event) });
    const errors: Error[] = [];
    const pool = createPool(server.url, { max: 3, onError: (error) => errors.push(error) });
    const inMidTurn = await pool.connect();
    await Promise.all([inMidTurn.query('BEGIN'), pool.query('SELECT pg_sleep(0.01)')]);
    await ask(server.url, "UPDATE answers SET words = 'confirmed'");
    const { url } = server;

    const pid = await postmasterPid(home);
    if (pid !== undefined) await killAndWait(pid);
    await until(() => events.includes('database.lost')); // and starts again without being asked
    await server.ensureRunning();

    expect(server.url).toBe(url);
    expect(await postmasterPid(home)).not.toBe(pid);
    expect((await pool.query('SELECT words FROM answers')).rows).toEqual([{ words: 'confirmed' }]);
    await expect(inMidTurn.query('SELECT 1')).rejects.toThrow();
    inMidTurn.release(true);
    expect(errors.length).toBeGreaterThan(0);
    await pool.end();
    await server.leave();
    expect(await postmasterPid(home)).toBeUndefined();
  });

  test('is present again after every connection was terminated', async () => {
    const home = await seededHome();
    const events: string[] = [];
    const first = await joinEmbedded(home, { log: (event) => events.push(event) });
    const second = await joinEmbedded(home);
    await ask(
      first.url,
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND usename = current_user',
    );
    await until(() => events.filter((event) => event === 'database.joined').length === 1);
    await second.ensureRunning();
    await second.leave();
    expect(await kept(first.url)).toBe('kept');
    await first.leave();
    expect(await postmasterPid(home)).toBeUndefined();
  });

  test('is stopped by who leaves in the very moment it comes back', async () => {
    const home = await seededHome();
    const events: string[] = [];
    const server = await joinEmbedded(home, { log: (event) => events.push(event) });
    const pid = await postmasterPid(home);
    if (pid !== undefined) await killAndWait(pid);
    await until(() => events.includes('database.lost'));
    await server.leave();
    expect(await postmasterPid(home)).toBeUndefined();
    await expect(kept(server.url)).rejects.toThrow(/ECONNREFUSED/);
  });

  test.runIf(process.platform === 'linux')(
    'starts over a stale pid that a stranger or a zombie bears by now',
    async () => {
      const home = await seededHome();
      const { uid, gid } = await stat(path.join(home, 'pg', 'data'));
      // Of one user with the server, as in a container: PostgreSQL itself would take either for a rival.
      const stranger = spawn('sh', ['-c', 'sleep 0 & echo $!; exec sleep 60'], { uid, gid });
      const zombie = Number.parseInt(String((await once(stranger.stdout, 'data'))[0]), 10);
      for (const pid of [stranger.pid, zombie]) {
        const left = [
          pid,
          path.join(home, 'pg', 'data'),
          1_700_000_000,
          5_432,
          '',
          '127.0.0.1',
          '',
          'ready',
          '',
        ];
        await writeFile(path.join(home, 'pg', 'data', 'postmaster.pid'), left.join('\n'));
        const server = await joinEmbedded(home);
        expect(await kept(server.url)).toBe('kept');
        await server.leave();
      }
      stranger.kill('SIGKILL');
    },
  );
});

describe('the server', () => {
  test('writes no words of a person into its log', async () => {
    const home = await seededHome();
    const server = await joinEmbedded(home);
    const words = 'I dropped the customer table';
    const refused = [
      ask(server.url, 'INSERT INTO answers VALUES ($1, $2)', [words, words]),
      ask(server.url, `INSERT INTO answers VALUES ('${words}')`),
      ask(server.url, 'INSERT INTO answers SELECT id, $1 FROM answers', [words]),
      ask(server.url, 'INSERT INTO answers VALUES (NULL, $1)', [words]),
      ask(server.url, `DO $$ BEGIN RAISE WARNING '${words}'; RAISE EXCEPTION '${words}'; END $$`),
    ];
    for (const outcome of await Promise.allSettled(refused)) expect(outcome.status).toBe('rejected');
    await server.leave();
    const log = await readFile(path.join(home, 'postgres.log'), 'utf8');
    expect(log).toContain('ready to accept connections');
    expect(log).not.toContain('dropped');
  });

  test('begins its log anew at a start when that has passed 5 MB', async () => {
    const home = await seededHome();
    await writeFile(path.join(home, 'postgres.log'), 'x'.repeat(5 * 1024 * 1024 + 1));
    const server = await joinEmbedded(home);
    await server.leave();
    const log = await readFile(path.join(home, 'postgres.log'), 'utf8');
    expect(log.length).toBeLessThan(10_000);
    expect(log).toContain('ready to accept connections');
  });

  test('that cannot start says why, and which variable to change', async () => {
    const home = await seededHome();
    await writeFile(path.join(home, 'pg', 'data', 'PG_VERSION'), '12\n');
    await expect(joinEmbedded(home)).rejects.toThrow(/COACH_HOME: .* holds a database of PostgreSQL 12/);
    const damaged = await seededHome();
    await writeFile(`${damaged}/pg/server.json`, '{');
    await expect(joinEmbedded(damaged)).rejects.toThrow(/COACH_HOME: .*server\.json cannot be read/);
  });
});
