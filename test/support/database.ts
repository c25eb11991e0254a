import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { empty, schemaOf } from './emptied.ts';
import { TEMPLATE } from './template.ts';

/** Databases of this worker that were used and are as new: to copy the template costs many times what emptying does. */
const spare: string[] = [];

/** A database of this test's own, named after it. After `drop` nobody who still has its URL gets in. */
export async function ownDatabase(name: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const database = newName(name);
  const used = spare.pop();
  if (used === undefined) await asAdmin(`CREATE DATABASE ${database} TEMPLATE ${TEMPLATE}`);
  else await asAdmin(`ALTER DATABASE ${used} RENAME TO ${database}`);
  return { url: urlOf(database), drop: () => takeBack(database) };
}

async function takeBack(database: string): Promise<void> {
  const emptied = newName('spare');
  await letGo(database);
  await asAdmin(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${database}'`,
    `ALTER DATABASE ${database} RENAME TO ${emptied}`,
  );
  const client = new pg.Client({ connectionString: urlOf(emptied) });
  await client.connect();
  let isAsNew = false;
  try {
    await empty(client);
    isAsNew = (await schemaOf(client)) === inject('schema');
  } finally {
    await client.end();
  }
  if (isAsNew) spare.push(emptied);
  else await asAdmin(`DROP DATABASE ${emptied} WITH (FORCE)`);
}

/** Waits a moment for connections that are about to close: one that is ended from here meanwhile is an error nobody hears. */
async function letGo(database: string): Promise<void> {
  const client = await admin();
  for (let looks = 0; looks < 30; looks += 1) {
    const { rowCount } = await client.query('SELECT FROM pg_stat_activity WHERE datname = $1', [database]);
    if (rowCount === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

function newName(name: string): string {
  const words = name.toLowerCase().replace(/[^a-z0-9]+/g, '_');
  return `t_${words.slice(0, 40)}_${randomBytes(8).toString('hex')}`;
}

function urlOf(database: string): string {
  const url = new URL(inject('databaseUrl'));
  url.pathname = `/${database}`;
  return url.href;
}

/** Copying a template is refused while another copy of it is under way, renaming while somebody is in: try again. */
const PASSING: readonly (string | undefined)[] = ['55006', '42501'];

async function asAdmin(...statements: readonly string[]): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    const client = await admin();
    try {
      for (const statement of statements) await client.query(statement);
      return;
    } catch (error) {
      if (tries > 50 || !(error instanceof pg.DatabaseError) || !PASSING.includes(error.code)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

let connected: Promise<pg.Client> | undefined;

/** One connection for the whole worker: a new login costs more than most of what is asked here. */
function admin(): Promise<pg.Client> {
  connected ??= (async () => {
    const client = new pg.Client({ connectionString: inject('databaseUrl') });
    client.on('error', () => {
      connected = undefined;
    });
    await client.connect();
    return client;
  })();
  return connected;
}
