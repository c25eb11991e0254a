import { Redis } from 'ioredis';
import pg from 'pg';

/** Every cell of every table of every schema but PostgreSQL's own, as text; bytes in every reading they could have. */
export async function dumpDatabase(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
       WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`,
    );
    const dumps: string[] = [];
    for (const { name } of tables) {
      const { rows } = await client.query(`SELECT * FROM ${name}`);
      dumps.push(
        `-- ${name}: ${rows.length} rows`,
        ...rows.flatMap((row) => Object.values(row).map(readings)),
      );
    }
    return dumps.join('\n');
  } finally {
    await client.end();
  }
}

/** Every key and value of a Redis. */
export async function dumpRedis(url: string): Promise<string> {
  const redis = new Redis(url);
  try {
    const dumps: string[] = [];
    for (const key of await redis.keys('*')) {
      const bytes = await redis.dumpBuffer(key);
      dumps.push(key, readings(bytes ?? Buffer.alloc(0)));
    }
    return dumps.join('\n');
  } finally {
    redis.disconnect();
  }
}

function readings(value: unknown): string {
  if (Buffer.isBuffer(value))
    return [
      value.toString('latin1'),
      value.toString('utf8'),
      value.toString('utf16le'),
      Buffer.from(value.toString('latin1'), 'base64').toString('utf8'),
    ].join('\n');
  return typeof value === 'string'
    ? `${value}\n${Buffer.from(value, 'base64').toString('utf8')}`
    : JSON.stringify(value ?? null);
}
