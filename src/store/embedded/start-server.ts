import { type ChildProcess, spawn } from 'node:child_process';
import { chown, type FileHandle, open, readFile } from 'node:fs/promises';
import path from 'node:path';
import { ConfigError } from '../../errors.ts';
import type { Binaries } from './binaries.ts';
import type { ClusterPaths } from './cluster-paths.ts';
import type { OsUser } from './os-user.ts';
import { serverProcess } from './server-command.ts';
import { settingArguments } from './server-settings.ts';

/** At a start a longer log than this begins anew. */
const LOG_LIMIT_BYTES = 5 * 1024 * 1024;

/** A server that was asked to start. It is up when the data directory's `postmaster.pid` says so. */
export interface StartingServer {
  /** True once it gave up or was stopped. */
  hasExited(): boolean;
  /** Its last fatal line, once it has exited. */
  whyExited(): Promise<string>;
}

/**
 * Starts `postgres` in a session of its own: Ctrl-C in our terminal does not reach it, and it outlives
 * us. Not by `pg_ctl start`, which puts the paths through a shell in double quotes (a `$` in a folder's
 * name breaks it), opens the log as the server's user, and leaves a dead server to an init that a
 * container may not have: as its parent we reap it ourselves.
 * @throws {ConfigError} when the cluster is of another major version.
 */
export async function startServer(
  paths: ClusterPaths,
  binaries: Binaries,
  user: OsUser | undefined,
  port: number,
): Promise<StartingServer> {
  await checkVersion(paths, binaries);
  const log = await openLog(paths.log, user);
  const from = (await log.stat()).size;
  try {
    const child = spawn(binaries.postgres, ['-D', paths.data, '-p', String(port), ...settingArguments()], {
      ...serverProcess(binaries.postgres, user),
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    });
    return watch(child, paths.log, from);
  } finally {
    await log.close();
  }
}

function watch(child: ChildProcess, log: string, from: number): StartingServer {
  let exited = false;
  let spawnError: Error | undefined;
  child.once('exit', () => {
    exited = true;
  });
  child.once('error', (error) => {
    spawnError = error;
    exited = true;
  });
  child.unref();
  return {
    hasExited: () => exited,
    whyExited: async () => {
      if (spawnError !== undefined) return spawnError.message;
      const told = (await readFile(log)).subarray(from).toString('utf8').split('\n');
      return told.findLast((line) => /FATAL|PANIC|error while loading/.test(line)) ?? 'no reason given';
    },
  };
}

async function checkVersion(paths: ClusterPaths, binaries: Binaries): Promise<void> {
  const made = (await readFile(path.join(paths.data, 'PG_VERSION'), 'utf8').catch(() => '')).trim();
  if (made === '' || made === binaries.major) return;
  throw new ConfigError(
    'COACH_HOME',
    `${paths.home} holds a database of PostgreSQL ${made}, and this version brings ${binaries.major}. ` +
      'Go back to the version of Comeback that made it, or choose another folder for a new database.',
    'COACH_HOME=/srv/comeback-new',
  );
}

/** Opened by us and handed over, so that the server's user needs no way to it. */
async function openLog(file: string, user: OsUser | undefined): Promise<FileHandle> {
  const log = await open(file, 'a', 0o600);
  if ((await log.stat()).size > LOG_LIMIT_BYTES) await log.truncate(0);
  if (user !== undefined) await chown(file, user.uid, user.gid);
  return log;
}
