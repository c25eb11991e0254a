import { setTimeout as sleep } from 'node:timers/promises';
import { ConfigError, codeOf } from '../../errors.ts';
import type { ClusterPaths } from './cluster-paths.ts';
import { disownStale, type Postmaster, readPostmaster } from './postmaster-file.ts';
import type { StartingServer } from './start-server.ts';

/** How long a server may stay in one state; a recovery after a crash may be long, and is worth waiting for. */
const PATIENCE_MS: Readonly<Record<Postmaster['state'], number>> = {
  none: 15_000,
  stale: 15_000,
  ready: 15_000,
  stopping: 90_000,
  starting: 600_000,
};

/** A zombie pid or memory still in use blocked three tries within 1.4 s when measured; this leaves room. */
const MAX_FAILED_STARTS = 12;
const POLL_MS = 20;
const AFTER_FAILED_START_MS = 400;

/** What arriving needs of the world. */
export interface Way<Place> {
  /** Asks a server to start. */
  start(): Promise<StartingServer>;
  /** Connects to a server that says it is ready; throws when it cannot. */
  enter(port: number): Promise<Place>;
  /** Once aborted, arriving gives up; not while a server of its own is coming up, which would stay behind alone. */
  readonly signal: AbortSignal;
}

/**
 * Gets to a running server: adopts one that answers (ours, another process's, an orphan left by one
 * that was killed), waits for one that is starting or stopping, starts one where there is none.
 * Whoever else does the same at once, PostgreSQL's own lock file lets one start through.
 * @throws {ConfigError} when it cannot be brought up, with the server's last fatal line.
 */
export async function arrive<Place>(
  paths: ClusterPaths,
  way: Way<Place>,
): Promise<{ place: Place; port: number; started: boolean }> {
  let starting: StartingServer | undefined;
  let starts = 0;
  let reason = 'no answer';
  let state: Postmaster['state'] = 'none';
  let since = performance.now();
  for (;;) {
    if (starting?.hasExited() !== false) way.signal.throwIfAborted();
    const postmaster = await readPostmaster(paths.data);
    if (postmaster.state !== state) since = performance.now();
    state = postmaster.state;

    if (postmaster.state === 'ready') {
      try {
        const place = await way.enter(postmaster.port);
        return { place, port: postmaster.port, started: starting?.hasExited() === false };
      } catch (error) {
        reason = codeOf(error); // shutting down this moment, or the port is another's: look again
      }
    } else if (
      (postmaster.state === 'none' || postmaster.state === 'stale') &&
      starting?.hasExited() !== false
    ) {
      if (starting !== undefined) {
        reason = await starting.whyExited();
        await sleep(AFTER_FAILED_START_MS);
      }
      if (starts > MAX_FAILED_STARTS) throw notStarted(paths, reason);
      starts += 1;
      if (postmaster.state === 'stale') disownStale(paths.data, postmaster.pid);
      starting = await way.start();
    }
    if (performance.now() - since > PATIENCE_MS[state]) throw notStarted(paths, reason);
    await sleep(POLL_MS);
  }
}

function notStarted(paths: ClusterPaths, reason: string): ConfigError {
  return new ConfigError(
    'COACH_HOME',
    `the database in ${paths.home} did not start: ${reason}. More may be in ${paths.log}.`,
  );
}
