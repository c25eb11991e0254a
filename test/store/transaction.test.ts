import { afterEach, expect, test } from 'vitest';
import { drizzleOn } from '../../src/store/drizzle.ts';
import { newKeyringValue, parseKeyring } from '../../src/store/keyring.ts';
import { createPerson, findPerson } from '../../src/store/people.ts';
import { createPool } from '../../src/store/pool.ts';
import { cutLine } from '../support/cut-line.ts';
import { ownDatabase } from '../support/database.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const ADA = { platform: 'slack', scope: 'T1', userId: 'U0ADA' } as const;

// Drizzle begins a transaction outside of what gives its connection back: the pool lost one, and its end never came.
test.each(['BEGIN', 'insert into "people"', 'COMMIT'])(
  'a transaction whose %s is not answered gives its connection back, and the next one is carried out',
  async (word) => {
    const own = await ownDatabase('transaction');
    closing.push(own.drop);
    const line = await cutLine(own.url);
    closing.push(line.close);
    const pool = createPool(line.url, { max: 1, pipeline: true, onError: () => undefined });
    const db = drizzleOn(pool);
    const ring = parseKeyring(newKeyringValue('test'));
    const takenIn = () => createPerson(db, ring, ADA, { externalId: 'T1' });
    line.loseAnswerTo(word);
    await expect(takenIn()).rejects.toThrow();
    expect(pool.totalCount - pool.idleCount).toBe(0);
    await takenIn();
    expect(await findPerson(db, ring, ADA)).toBeDefined();
    await pool.end();
  },
);
