import pg from 'pg';

const CONNECT_TIMEOUT_MS = 5_000;
const KEEP_ALIVE_AFTER_MS = 10_000;
/** Longer than pg's 10 s: turns come with pauses of thinking between them, and a new login costs milliseconds. */
const IDLE_MS = 5 * 60_000;

export interface PoolOptions {
  /** The most connections it opens. All pools of all processes share the server's 100. */
  readonly max: number;
  /** Queries of one client go out without waiting for the answers before them: for `turn.ts` only. */
  readonly pipeline?: boolean;
  /** An idle connection broke (the server restarted, say). For counting: the pool goes on by itself. */
  readonly onError: (error: Error) => void;
}

/** Connecting fails in seconds where the server is dead; waiting for a free client of a busy pool has no such end. */
class QuickClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super({ ...config, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
  }
}

/** A pool that outlives its server: a bare one ends the process when PostgreSQL stops. The caller `end`s it. */
export function createPool(url: string, options: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    Client: QuickClient,
    max: options.max,
    pipeline: options.pipeline ?? false,
    application_name: 'comeback',
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_AFTER_MS,
    idleTimeoutMillis: IDLE_MS,
  });
  pool.on('error', options.onError);
  // The pool hears its idle clients only. One that is checked out when the server stops would emit an
  // error nobody hears, which ends the process; its owner learns of it by the next query's rejection.
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}
