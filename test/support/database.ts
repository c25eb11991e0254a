import { createHash } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { TEMPLATE } from './template.ts';

/** A database of this test's own, named after it. `drop` removes it. */
export async function ownDatabase(name: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const server = inject('databaseUrl');
  const database = `t_${createHash('sha256').update(`${name}${Math.random()}`).digest('hex').slice(0, 16)}`;
  await asAdmin(server, `CREATE DATABASE ${database} TEMPLATE ${TEMPLATE}`);
  const url = new URL(server);
  url.pathname = `/${database}`;
  return { url: url.href, drop: () => asAdmin(server, `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`) };
}

/** Copying a template is refused while another copy of it is under way, dropping while autovacuum looks in: try again. */
const PASSING: readonly (string | undefined)[] = ['55006', '42501'];

async function asAdmin(server: string, statement: string): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    const client = new pg.Client({ connectionString: server });
    client.on('error', () => undefined);
    await client.connect();
    try {
      await client.query(statement);
      return;
    } catch (error) {
      if (tries > 50 || !(error instanceof pg.DatabaseError) || !PASSING.includes(error.code)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    } finally {
      await client.end();
    }
  }
}
