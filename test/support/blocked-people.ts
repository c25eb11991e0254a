import pg from 'pg';

/** Nobody else gets at the people's rows until what it resolves to is called: a migration, a backup, a full disk. */
export async function blocksPeople(url: string): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('BEGIN');
  await client.query('LOCK TABLE people, sessions IN ACCESS EXCLUSIVE MODE');
  return async () => {
    await client.query('ROLLBACK');
    await client.end();
  };
}
