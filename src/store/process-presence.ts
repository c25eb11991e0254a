import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { HOLDER_LOCK } from './outbox.ts';

/** The lock class under which a process holds a place that only one can show at a time (a terminal). */
const PLACE_LOCK = 7042;
const RECONNECT_MS = 500;
const TAKE = 'SELECT pg_try_advisory_lock($1, hashtext($2)) AS taken';
/** Ends the other connections that hold a lock. */
const END_HOLDERS = `SELECT pg_terminate_backend(l.pid) FROM pg_locks l WHERE l.locktype = 'advisory' AND l.granted AND l.pid <> pg_backend_pid()
  AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database()) AND l.classid = $1 AND l.objid = ((hashtext($2)::bigint & 4294967295))::oid`;

export interface Presence {
  /** The name under which this process sends. Its lock shows the others that it lives. */
  readonly holder: string;
  /** Calls back for every notification on a channel. The connection comes back by itself; `onReconnect` says when. */
  listen(channel: string, heard: (payload: string) => void): void;
  onReconnect(call: () => void): void;
  /** While the connection was away another process took a place that was ours. */
  onPlaceLost(call: (place: string) => void): void;
  notify(channel: string, payload: string): Promise<void>;
  /** Takes a place for this process; false where another living process has it. */
  takePlace(place: string): Promise<boolean>;
  /** Ends the connection of whoever holds the place: for a holder that does not answer. */
  evict(place: string): Promise<void>;
  leavePlace(place: string): Promise<void>;
  isConnected(): boolean;
  close(): Promise<void>;
}

/**
 * One connection that lives as long as the process: locks held on it vanish at the very moment the process dies,
 * so nobody waits for a lease to run out. Needs a direct connection (pgbouncer in transaction mode breaks LISTEN).
 */
export async function createPresence(
  url: string,
  log: (event: string, fields?: Record<string, string>) => void,
): Promise<Presence> {
  const holder = randomUUID();
  const heard = new Map<string, (payload: string) => void>();
  const places = new Set<string>();
  const reconnected: (() => void)[] = [];
  const lost: ((place: string) => void)[] = [];
  let client: pg.Client | undefined;
  let closed = false;

  async function connect(): Promise<void> {
    const next = new pg.Client({
      connectionString: url,
      application_name: 'comeback-process',
      keepAlive: true,
      pipeline: true,
      connectionTimeoutMillis: 5_000,
    });
    const broke = () => {
      if (client !== next) return;
      client = undefined;
      if (!closed) void reconnect();
    };
    // A broken client emits `error` first: from then on it takes no query, and `end` may be long in coming.
    next.on('error', broke);
    next.on('end', broke);
    next.on('notification', (message) => heard.get(message.channel)?.(message.payload ?? ''));
    await next.connect();
    try {
      // A connection that broke unnoticed may still hold the lock on the server, and would for hours.
      await next.query(END_HOLDERS, [HOLDER_LOCK, holder]);
      await next.query('SELECT pg_advisory_lock($1, hashtext($2))', [HOLDER_LOCK, holder]);
      for (const place of places) {
        const { rows } = await next.query(TAKE, [PLACE_LOCK, place]);
        if (rows[0]?.taken !== true) {
          places.delete(place);
          for (const call of lost) call(place);
        }
      }
      for (const channel of heard.keys()) await next.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
    } catch (error) {
      await next.end().catch(() => undefined);
      throw error;
    }
    if (closed) await next.end().catch(() => undefined);
    else client = next;
  }

  async function reconnect(): Promise<void> {
    log('presence-lost');
    while (!closed && client === undefined) {
      await new Promise((resolve) => setTimeout(resolve, RECONNECT_MS));
      if (closed) return;
      try {
        await connect();
        log('presence-back');
        for (const call of reconnected) call();
      } catch {
        // the server is still away: try again
      }
    }
  }

  function connected(): pg.Client {
    if (client === undefined) throw new Error('the database is away');
    return client;
  }

  await connect();
  return {
    holder,
    listen(channel, call) {
      heard.set(channel, call);
      client?.query(`LISTEN ${pg.escapeIdentifier(channel)}`).catch(() => undefined);
    },
    onReconnect(call) {
      reconnected.push(call);
    },
    onPlaceLost(call) {
      lost.push(call);
    },
    async notify(channel, payload) {
      await connected().query('SELECT pg_notify($1, $2)', [channel, payload]);
    },
    async takePlace(place) {
      const { rows } = await connected().query(TAKE, [PLACE_LOCK, place]);
      const taken = rows[0]?.taken === true;
      if (taken) places.add(place);
      return taken;
    },
    async evict(place) {
      await connected().query(END_HOLDERS, [PLACE_LOCK, place]);
    },
    async leavePlace(place) {
      if (!places.delete(place)) return;
      await client?.query('SELECT pg_advisory_unlock($1, hashtext($2))', [PLACE_LOCK, place]);
    },
    isConnected: () => client !== undefined,
    async close() {
      closed = true;
      await client?.end().catch(() => undefined);
    },
  };
}
