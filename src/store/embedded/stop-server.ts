import type { Binaries } from './binaries.ts';
import type { ClusterPaths } from './cluster-paths.ts';
import type { OsUser } from './os-user.ts';
import { type Ended, runProgram } from './server-command.ts';

const STOP_TIMEOUT_S = 60;

/** Ends all connections and the server, with a checkpoint, and waits until it is gone. */
export function stopServer(
  paths: ClusterPaths,
  binaries: Binaries,
  user: OsUser | undefined,
): Promise<Ended> {
  const args = ['stop', '-m', 'fast', '-w', '-t', String(STOP_TIMEOUT_S), '-D', paths.data];
  return runProgram(binaries.pgCtl, args, { user });
}
