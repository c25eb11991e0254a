import pg from 'pg';

/** "CMBK" and one: two-number keys have a space of their own beside the single numbers that migrators use. */
const KEY = '1129136715, 1';

/** How we are seen in `pg_stat_activity`. */
const PRESENCE_NAME = 'comeback-presence';

const CONNECT_TIMEOUT_MS = 3_000;
const LOCK_TIMEOUT_MS = 5_000;
const QUERY_TIMEOUT_MS = 10_000;

/** That this process uses the server: a shared advisory lock on a connection of its own. */
export interface Presence {
  /** Gives it up. True: nobody else is present, newcomers wait, and the caller stops the server, then `close`s. */
  leave(): Promise<boolean>;
  /** Asks the server. */
  isAlive(): Promise<boolean>;
  close(): Promise<void>;
}

/**
 * Connects and takes the shared lock. Waits while a leaver holds the exclusive one: its stopping the
 * server ends the wait with an error, and the caller starts the server again.
 * @param onLost called once when the connection ends without `close`; never throws into the process.
 */
export async function takePresence(url: string, onLost: () => void): Promise<Presence> {
  const client = new pg.Client({
    connectionString: url,
    application_name: PRESENCE_NAME,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    lock_timeout: LOCK_TIMEOUT_MS,
    query_timeout: QUERY_TIMEOUT_MS,
    keepAlive: true,
  });
  client.on('error', () => {}); // 'end' follows; unheard it would end the process
  let present = false;
  client.once('end', () => {
    if (present) onLost();
    present = false;
  });
  const close = async () => {
    present = false;
    await client.end().catch(() => {});
  };
  try {
    await client.connect();
    await client.query(`SELECT pg_advisory_lock_shared(${KEY})`);
    present = true;
  } catch (error) {
    await close();
    throw error;
  }
  return {
    async leave() {
      present = false;
      // Released before the exclusive one is tried: of two that leave at once and both held on, neither
      // would get it. This way the last to try does, or another already has.
      await client.query(`SELECT pg_advisory_unlock_shared(${KEY})`);
      const { rows } = await client.query<{ last: boolean }>(`SELECT pg_try_advisory_lock(${KEY}) AS last`);
      return rows[0]?.last === true;
    },
    isAlive: () =>
      client.query('SELECT 1').then(
        () => present,
        () => false,
      ),
    close,
  };
}
