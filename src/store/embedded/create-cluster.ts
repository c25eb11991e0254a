import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, mkdtemp, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ConfigError } from '../../errors.ts';
import type { Binaries } from './binaries.ts';
import { type ClusterPaths, clusterPaths } from './cluster-paths.ts';
import { freePort } from './free-port.ts';
import type { OsUser } from './os-user.ts';
import { type Ended, runProgram } from './server-command.ts';
import { writeServerFile } from './server-file.ts';

/** The role the coach works as: it owns the database and may create others (tests do), and is no superuser. */
export const ROLE = 'comeback';
export const DATABASE = 'comeback';

/** A creation that was interrupted leaves its draft; older than this, nobody is at work in it. */
const ABANDONED_MS = 10 * 60_000;

/** True when the home holds a whole cluster. */
export async function hasCluster(paths: ClusterPaths): Promise<boolean> {
  return (await stat(paths.root).catch(() => undefined)) !== undefined;
}

/**
 * Makes the cluster, its role and its database in a draft folder, then renames that into place: a
 * first start that is killed leaves nothing half made, and of two first starters the slower one
 * discards its own. False: another process was first.
 */
export async function createCluster(
  paths: ClusterPaths,
  binaries: Binaries,
  user: OsUser | undefined,
): Promise<boolean> {
  await removeAbandoned(paths);
  const draft = clusterPaths(paths.home, await mkdtemp(`${paths.root}.new-`));
  try {
    if (user !== undefined) await chmod(draft.root, 0o711);
    await fillDraft(draft, binaries, user);
    await rename(draft.root, paths.root);
    await sync(paths.home);
    return true;
  } catch (error) {
    await rm(draft.root, { recursive: true, force: true });
    if (await hasCluster(paths)) return false;
    throw error;
  }
}

async function fillDraft(draft: ClusterPaths, binaries: Binaries, user: OsUser | undefined): Promise<void> {
  const password = randomBytes(24).toString('base64url');
  const passwordFile = path.join(draft.root, 'password');
  await mkdir(draft.data, { mode: 0o700 });
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  if (user !== undefined) {
    await chown(draft.data, user.uid, user.gid);
    await chown(passwordFile, user.uid, user.gid);
  }
  const initdb = ['-D', draft.data, '-U', 'postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
  // The builtin provider needs nothing of the machine's locales, and sorts the same everywhere.
  const locale = ['--encoding=UTF8', '--no-locale', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  succeeded(await runProgram(binaries.initdb, [...initdb, ...locale, '--no-instructions'], { user }));
  // In single-user mode, so that role and database are there before anybody can see the cluster.
  const single = [
    '--single',
    '-D',
    draft.data,
    '-c',
    'exit_on_error=on',
    '-c',
    'log_checkpoints=off',
    'template1',
  ];
  const input =
    `CREATE ROLE ${ROLE} LOGIN CREATEDB PASSWORD '${password}';\n` +
    `CREATE DATABASE ${DATABASE} OWNER ${ROLE};\n`;
  succeeded(await runProgram(binaries.postgres, single, { user, input }));
  await rm(passwordFile);
  await writeServerFile(draft.serverFile, { v: 1, password, port: await freePort() });
}

function succeeded(ended: Ended): void {
  if (ended.ok) return;
  if (ended.said.includes('could not look up effective user ID')) {
    throw new ConfigError(
      'DATABASE_URL',
      `PostgreSQL starts only for an OS user with a name, and uid ${process.getuid?.()} has none here. ` +
        'Start Comeback as a named user (in the node image: node), or name a PostgreSQL server of your own.',
      'DATABASE_URL=postgres://coach:secret@db.example.org:5432/comeback',
    );
  }
  const line = ended.said.split('\n').findLast((text) => /error|fatal|panic/i.test(text)) ?? ended.said;
  throw new ConfigError(
    'COACH_HOME',
    `the database could not be made there: "${line}".`,
    'COACH_HOME=/srv/comeback',
  );
}

async function removeAbandoned(paths: ClusterPaths): Promise<void> {
  const prefix = `${path.basename(paths.root)}.new-`;
  for (const entry of await readdir(paths.home)) {
    if (!entry.startsWith(prefix)) continue;
    const at = path.join(paths.home, entry);
    const found = await stat(at).catch(() => undefined);
    if (found === undefined || Date.now() - found.mtimeMs < ABANDONED_MS) continue;
    await rm(at, { recursive: true, force: true });
  }
}

/** Makes the rename itself outlive a power cut. Windows cannot open a folder for this, and need not. */
async function sync(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}
