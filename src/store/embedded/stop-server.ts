import { setTimeout as sleep } from 'node:timers/promises';
import type { Binaries } from './binaries.ts';
import type { ClusterPaths } from './cluster-paths.ts';
import type { OsUser } from './os-user.ts';
import { readPostmaster } from './postmaster-file.ts';
import { runProgram } from './server-command.ts';

/** A fast stop writes a checkpoint first; on a slow disk that takes its time. */
const STOP_PATIENCE_MS = 60_000;
const POLL_MS = 20;

/**
 * Ends all connections and the server, and waits until that server is gone. False when it is not.
 * The waiting is not left to `pg_ctl`: where a newcomer starts the next server at once, it takes
 * that one's pid file for ours and waits in vain.
 */
export async function stopServer(
  paths: ClusterPaths,
  binaries: Binaries,
  user: OsUser | undefined,
): Promise<boolean> {
  const before = await readPostmaster(paths.data);
  if (before.state === 'none' || before.state === 'stale') return true;
  const args = ['stop', '-m', 'fast', '-W', '-D', paths.data];
  if (!(await runProgram(binaries.pgCtl, args, { user })).ok) return false;
  const deadline = performance.now() + STOP_PATIENCE_MS;
  while (performance.now() < deadline) {
    const now = await readPostmaster(paths.data);
    if (now.state === 'none' || now.state === 'stale' || now.pid !== before.pid) return true;
    await sleep(POLL_MS);
  }
  return false;
}
