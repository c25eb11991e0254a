import { access, chmod, constants, mkdir, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import envPaths from 'env-paths';
import { ConfigError, codeOf } from '../../errors.ts';
import { clusterPaths } from './cluster-paths.ts';
import { firstBlocked, isRoot, serverUser } from './os-user.ts';

/** Where the server's own OS user gets to when we are root: `/root` is closed to it. */
const ROOT_HOME = '/var/lib/comeback';
const EXAMPLE = 'COACH_HOME=/var/lib/comeback';

/** What we put into a home: an existing folder that holds none of it may be somebody else's. */
const OURS: readonly string[] = ['pg', 'keys', 'coach.log'];

/**
 * The folder for the database and the keys, as an absolute path: COACH_HOME, else as root
 * /var/lib/comeback, else the user's data folder of this system. Nothing is created.
 */
export function coachHome(env: NodeJS.ProcessEnv): string {
  const named = env.COACH_HOME;
  if (named !== undefined && named.trim() !== '') return path.resolve(named);
  return isRoot() ? ROOT_HOME : envPaths('comeback', { suffix: '' }).data;
}

/**
 * Makes the folder, closed to other users. As root it is 0711, so that the server's OS user can pass
 * through to its data without seeing what lies beside it.
 * @throws {ConfigError} naming COACH_HOME, where it cannot be made, written, or reached by that user.
 */
export async function prepareHome(home: string): Promise<void> {
  try {
    const first = await mkdir(home, { recursive: true, mode: isRoot() ? 0o711 : 0o700 });
    if (isRoot()) await openForPassing(home, first ?? home);
    await access(home, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new ConfigError(
      'COACH_HOME',
      `the folder ${home} cannot be made or written (${codeOf(error)}). Name one that this user may write.`,
      EXAMPLE,
    );
  }
  const user = await serverUser(clusterPaths(home).data);
  if (user === undefined) return;
  const blocked = await firstBlocked(home, user);
  if (blocked === undefined) return;
  throw new ConfigError(
    'COACH_HOME',
    `the database server runs as the OS user ${user.name}, which may not pass through ${blocked} on the way to ${home}. ` +
      `Choose a folder it can reach, or let it through with: chmod o+x '${blocked}'.`,
    EXAMPLE,
  );
}

/**
 * Adds the right to pass through, to the folders just made (the umask may have taken it) and to a home
 * that is empty or already ours; a folder full of other things keeps its mode.
 */
async function openForPassing(home: string, first: string): Promise<void> {
  for (let at = home; at !== first && at !== path.dirname(at); at = path.dirname(at)) await chmod(at, 0o711);
  const entries = await readdir(first);
  const isOurs = first !== home || entries.length === 0 || entries.some((entry) => OURS.includes(entry));
  const { mode, uid } = await stat(first);
  if (isOurs && uid === 0) await chmod(first, (mode & 0o777) | 0o011);
}
