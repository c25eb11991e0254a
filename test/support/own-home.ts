import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A COACH_HOME of this test's own. `remove` ends a database server that was left running there, and takes the folder away. */
export function ownHome(name = 'comeback-home-'): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), name));
  return {
    path,
    remove() {
      const pid = postmasterPid(path);
      if (pid !== undefined) endProcess(pid);
      rmSync(path, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    },
  };
}

/** The pid of the embedded server of this home, if one wrote it down. */
export function postmasterPid(home: string): number | undefined {
  try {
    return Number(readFileSync(join(home, 'pg', 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);
  } catch {
    return undefined;
  }
}

function endProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // it ended by itself
  }
}
