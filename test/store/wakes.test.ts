import { afterEach, expect, test } from 'vitest';
import { readWake } from '../../src/store/wakes.ts';
import { createWorld, type World } from '../support/practice.ts';

const MANY = 3_000;
const DUE = new Date('2027-03-01T08:30:00.000Z');

let world: World | undefined;
afterEach(async () => {
  await world?.close();
  world = undefined;
});

/** Many people with a practice each, and a wake of the practice's or of their plan's, all due at one instant. */
async function manyAtOnce(name: string, kind: 'session' | 'plan'): Promise<World> {
  const made = await createWorld(`wakes ${name}`, { jobs: false });
  world = made;
  await made.person('ada').says('/practice-failure');
  await made.pool.query(
    `INSERT INTO people (id, installation_id, platform, scope, user_id, ring_key, wrapped_key)
     SELECT gen_random_uuid(), installation_id, platform, scope, 'many' || n, ring_key, wrapped_key
     FROM people, generate_series(1, ${MANY}) n`,
  );
  await made.pool.query(
    `INSERT INTO sessions (id, installation_id, person_id, story_id, place, number, stage, active, v, state, turn)
     SELECT gen_random_uuid(), p.installation_id, p.id, s.story_id, 'terminal/' || p.user_id, 1, s.stage, true, s.v, s.state, s.turn
     FROM sessions s, people p WHERE p.user_id LIKE 'many%'`,
  );
  await made.pool.query(
    `INSERT INTO wakes (key, installation_id, person_id, aggregate, kind, due_at, v)
     SELECT $1 || '-' || p.user_id, p.installation_id, p.id, CASE WHEN $1 = 'plan' THEN p.id ELSE s.id END, $1, $2, 1
     FROM people p JOIN sessions s ON s.person_id = p.id WHERE p.user_id LIKE 'many%'`,
    [kind, DUE],
  );
  return made;
}

interface Scan {
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows'?: number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly Scan[];
}

/** How many rows of each table a question to the database looked at. */
async function looksOf(on: World, ask: (pool: World['pool']) => Promise<unknown>): Promise<number[]> {
  const asked: { text: string; values: unknown[] }[] = [];
  const pool = Object.create(on.pool) as World['pool'];
  pool.query = ((text: string, values: unknown[]) => {
    asked.push({ text, values });
    return on.pool.query(text, values);
  }) as unknown as typeof pool.query;
  await ask(pool);
  const looks: number[] = [];
  for (const { text, values } of asked) {
    const { rows } = await on.pool.query(`EXPLAIN (ANALYZE, FORMAT JSON) ${text}`, values);
    const visit = (scan: Scan): void => {
      if (scan['Relation Name'] !== undefined)
        looks.push((scan['Actual Rows'] ?? 0) + (scan['Rows Removed by Filter'] ?? 0));
      for (const inner of scan.Plans ?? []) visit(inner);
    };
    visit(rows[0]['QUERY PLAN'][0].Plan);
  }
  return looks;
}

test.each(['plan', 'session'] as const)(
  'a bell finds its %s among thousands due at the same instant without looking at the others',
  async (kind) => {
    const made = await manyAtOnce(kind, kind);
    const key = `${kind}-many7`;
    for (const analysed of [false, true]) {
      if (analysed) await made.pool.query('ANALYZE');
      const looks = await looksOf(made, (pool) => readWake(pool, key, DUE));
      expect(looks.length).toBeGreaterThan(1);
      expect(Math.max(...looks)).toBeLessThanOrEqual(1);
    }
    const wake = await readWake(made.pool, key, DUE);
    expect(wake).toMatchObject({ key, kind, person: { platform: 'terminal', userId: 'many7' } });
    if (wake?.kind === 'session') expect(wake.place).toBe('terminal/many7');
    expect(await readWake(made.pool, key, new Date(DUE.getTime() + 1))).toBeUndefined();
  },
);
