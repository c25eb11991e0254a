import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { ConfigError, codeOf } from '../../errors.ts';

const run = promisify(execFile);

/** The OS user the database server runs as, when that is not the one we run as. */
export interface OsUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** True where the process may act for other users. PostgreSQL refuses to run as this one. */
export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/**
 * Whom the server runs as: undefined means as ourselves, the ordinary case. As root it is the owner
 * of the data directory where there is one (PostgreSQL insists on it), else `postgres`, else
 * `nobody`. No user is ever created.
 */
export async function serverUser(dataDirectory: string): Promise<OsUser | undefined> {
  if (!isRoot()) return undefined;
  const owner = await stat(dataDirectory).catch(() => undefined);
  if (owner !== undefined && owner.uid !== 0) {
    return { name: `uid ${owner.uid}`, uid: owner.uid, gid: owner.gid };
  }
  return (await userNamed('postgres')) ?? (await userNamed('nobody'));
}

/** What `spawn` needs to run a command as that user; libuv drops our supplementary groups along with the uid. */
export function runAs(user: OsUser | undefined): { uid?: number; gid?: number } {
  return user === undefined ? {} : { uid: user.uid, gid: user.gid };
}

/**
 * The first folder on the way to `target` that this user may not pass through, or undefined when the
 * way is open. Asked of the kernel rather than read from the mode bits, so that ACLs count.
 * @throws {ConfigError} where we may not act for that user.
 */
export async function firstBlocked(target: string, user: OsUser): Promise<string | undefined> {
  const way: string[] = [];
  for (let at = path.resolve(target); ; at = path.dirname(at)) {
    way.unshift(at);
    if (at === path.dirname(at)) break;
  }
  const script = 'for d in "$@"; do cd -- "$d" 2>/dev/null || { printf "%s" "$d"; exit 0; }; done';
  try {
    const { stdout } = await run('/bin/sh', ['-c', script, 'sh', ...way], { ...runAs(user), cwd: '/' });
    return stdout === '' ? undefined : stdout;
  } catch (error) {
    throw codeOf(error) === 'EPERM' ? cannotRunAs(user) : error;
  }
}

/** Root without the right to become somebody else: a container with its capabilities dropped. */
export function cannotRunAs(user: OsUser): ConfigError {
  return new ConfigError(
    'DATABASE_URL',
    `the database cannot run as root, and this process may not start it as the OS user ${user.name}. ` +
      'Start Comeback as an ordinary user, or name a PostgreSQL server of your own.',
    'DATABASE_URL=postgres://coach:secret@db.example.org:5432/comeback',
  );
}

/** A user of this system by name. */
export async function userNamed(name: string): Promise<OsUser | undefined> {
  // `id` and not /etc/passwd: the user may come from LDAP or systemd.
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
    return { name, uid: Number(uid.stdout.trim()), gid: Number(gid.stdout.trim()) };
  } catch {
    return undefined;
  }
}
