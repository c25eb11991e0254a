import { createJobBackend } from '../../jobs/backend.ts';
import { migrate } from '../../src/store/migrate.ts';
import { createPool } from '../../src/store/pool.ts';

/** Run as a process: brings both schemas of the database it is given up to date, as a start does. */
const databaseUrl = process.argv[2] ?? '';
const pool = createPool(databaseUrl, { max: 1, onError: () => undefined });
await migrate(pool);
await pool.end();
const backend = await createJobBackend({ redisUrl: undefined, databaseUrl, log: () => undefined });
await backend.close();
