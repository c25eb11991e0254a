import { expect, test } from 'vitest';
import { createJobBackend } from '../../jobs/backend.ts';
import { createPatientBackend } from '../../jobs/patient-backend.ts';
import { PatientPool } from '../../jobs/patient-pool.ts';
import { ownDatabase } from '../support/database.ts';

/** A pool whose first connections are refused, as while PostgreSQL comes back from being killed. */
class RefusingPool extends PatientPool {
  refusals = 2;
  override connect(...args: unknown[]): never {
    if (this.refusals > 0) {
      this.refusals -= 1;
      return Promise.reject(Object.assign(new Error('terminating connection'), { code: '57P02' })) as never;
    }
    return Reflect.apply(super.connect, this, args) as never;
  }
}

test('a queue whose first hello met a killed database says it again, and works', async () => {
  const database = await ownDatabase('killed at hello');
  await (
    await createJobBackend({ redisUrl: undefined, databaseUrl: database.url, log: () => undefined })
  ).close();
  const pool = new RefusingPool({ connectionString: database.url, options: '-c search_path=bullmq,public' });
  try {
    const backend = createPatientBackend('q', { connection: pool as never });
    const { connection } = backend as unknown as { connection: { waitUntilReady(): Promise<void> } };
    await expect(connection.waitUntilReady()).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    await expect(connection.waitUntilReady()).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    await expect(connection.waitUntilReady()).resolves.toBeUndefined();
  } finally {
    await pool.end();
    await database.drop();
  }
});
