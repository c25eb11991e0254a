import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf } from '../../errors.ts';
import { arrive } from './arrive.ts';
import { type Binaries, runnableBinaries } from './binaries.ts';
import { type ClusterPaths, clusterPaths } from './cluster-paths.ts';
import { createCluster, DATABASE, hasCluster, ROLE } from './create-cluster.ts';
import { freePort } from './free-port.ts';
import { prepareHome } from './home.ts';
import { type OsUser, serverUser } from './os-user.ts';
import { type Presence, takePresence } from './presence.ts';
import { readServerFile, writeServerFile } from './server-file.ts';
import { startServer } from './start-server.ts';
import { stopServer } from './stop-server.ts';

const REVIVE_FIRST_MS = 250;
const REVIVE_MOST_MS = 5_000;

/** The database that comes with the coach, as seen by one process that uses it. */
export interface EmbeddedServer {
  /** `postgres://…@127.0.0.1:port/comeback`, with the password. */
  readonly url: string;
  /** The same after a restart, unless somebody else has taken it meanwhile. */
  readonly port: number;
  /** Starts the server again when it is gone. Also happens by itself when our connection is lost. */
  ensureRunning(): Promise<void>;
  /** Close the pools first. The last process out stops the server. Never throws; a second call does nothing. */
  leave(): Promise<void>;
}

export interface JoinOptions {
  /** Told what happens to the server: event names and technical fields only. */
  readonly log?: (event: string, fields?: object) => void;
  /** PostgreSQL's `native` folder, other than the installed one: for tests. */
  readonly native?: string;
}

/**
 * Joins the server of this home: makes the cluster on the very first start, starts the server where
 * none runs, adopts the one that does.
 * @throws {ConfigError} saying which variable to change, when that is not possible.
 */
export async function joinEmbedded(home: string, options: JoinOptions = {}): Promise<EmbeddedServer> {
  await prepareHome(home);
  const member = new Member(clusterPaths(home), options);
  await member.ensureRunning();
  return member;
}

class Member implements EmbeddedServer {
  readonly #paths: ClusterPaths;
  readonly #native: string | undefined;
  readonly #log: (event: string, fields?: object) => void;
  readonly #leaving = new AbortController();
  #url = '';
  #port = 0;
  #presence: Presence | undefined;
  #joining: Promise<void> | undefined;
  #left: Promise<void> | undefined;
  #binaries: Promise<Binaries> | undefined;

  constructor(paths: ClusterPaths, options: JoinOptions) {
    this.#paths = paths;
    this.#native = options.native;
    this.#log = options.log ?? (() => {});
  }

  get url(): string {
    return this.#url;
  }

  get port(): number {
    return this.#port;
  }

  ensureRunning(): Promise<void> {
    this.#joining ??= this.#join().finally(() => {
      this.#joining = undefined;
    });
    return this.#joining;
  }

  leave(): Promise<void> {
    this.#left ??= this.#leave();
    return this.#left;
  }

  async #join(): Promise<void> {
    if (await this.#presence?.isAlive()) return;
    this.#presence = undefined;
    const began = performance.now();
    const paths = this.#paths;
    const user = await serverUser(paths.data);
    if (!(await hasCluster(paths))) {
      this.#log('database.creating', { home: paths.home });
      await createCluster(paths, await this.#programs(user), user);
    }
    const file = await readServerFile(paths.serverFile);
    const urlAt = (port: number) =>
      // sslmode: on loopback there is none, whatever PGSSLMODE says.
      `postgres://${ROLE}:${file.password}@127.0.0.1:${port}/${DATABASE}?sslmode=disable`;
    const { place, port, started } = await arrive(paths, {
      signal: this.#leaving.signal,
      start: async () => startServer(paths, await this.#programs(user), user, await freePort(file.port)),
      enter: (at) => takePresence(urlAt(at), () => this.#lost()),
    });
    if (this.#port !== 0 && this.#port !== port) this.#log('database.moved', { from: this.#port, to: port });
    this.#presence = place;
    this.#port = port;
    this.#url = urlAt(port);
    if (started && port !== file.port) await writeServerFile(paths.serverFile, { ...file, port });
    const ms = Math.round(performance.now() - began);
    this.#log(started ? 'database.started' : 'database.joined', { port, ms });
  }

  #lost(): void {
    this.#presence = undefined;
    if (this.#leaving.signal.aborted) return;
    this.#log('database.lost');
    void this.#revive();
  }

  /** Without our presence another process that leaves would stop the server under us. */
  async #revive(): Promise<void> {
    for (
      let wait = REVIVE_FIRST_MS;
      !this.#leaving.signal.aborted;
      wait = Math.min(wait * 2, REVIVE_MOST_MS)
    ) {
      try {
        return await this.ensureRunning();
      } catch (error) {
        this.#log('database.away', { code: codeOf(error) });
      }
      await sleep(wait, undefined, { ref: false });
    }
  }

  async #leave(): Promise<void> {
    this.#leaving.abort(new Error('left the database'));
    await this.#joining?.catch(() => {});
    // A presence lost this moment is taken once more: we may be the last one out all the same.
    const presence = this.#presence ?? (await takePresence(this.#url, () => {}).catch(() => undefined));
    this.#presence = undefined;
    try {
      if (await presence?.leave()) await this.#stop();
    } catch (error) {
      this.#log('database.leave-failed', { code: codeOf(error) });
    }
    await presence?.close();
  }

  async #stop(): Promise<void> {
    const user = await serverUser(this.#paths.data);
    const stopped = await stopServer(this.#paths, await this.#programs(user), user);
    this.#log(stopped ? 'database.stopped' : 'database.stop-failed');
  }

  #programs(user: OsUser | undefined): Promise<Binaries> {
    this.#binaries ??= runnableBinaries(this.#paths.home, user, this.#native);
    return this.#binaries;
  }
}
