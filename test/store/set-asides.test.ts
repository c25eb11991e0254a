import { afterEach, expect, test } from 'vitest';
import { diagnose } from '../../src/cli/diagnose.ts';
import type { Config } from '../../src/config.ts';
import type { Effect } from '../../src/conversation/effect.ts';
import { readSetAsides } from '../../src/store/set-asides.ts';
import { aSession, createStoreWorld, type StoreWorld } from './by-hand.ts';

let world: StoreWorld;
afterEach(() => world?.close());

test('findings set aside are counted by rule and critic, and by nobody', async () => {
  world = await createStoreWorld('set asides');
  const ada = await world.person('ada');
  const rubric = { type: 'countSetAside', critic: 'rubric', version: 'rubric-2' } as const;
  await ada.turn(
    [aSession()],
    [
      { ...rubric, rule: 'too-long' },
      { ...rubric, rule: 'reflections.specific-lesson' },
    ],
  );
  await (await world.person('grace')).turn([], [{ ...rubric, rule: 'reflections.specific-lesson' }]);
  await ada.turn([], [{ ...rubric, rule: 'reflections.specific-lesson', version: 'rubric-3' }]);
  expect(await readSetAsides(world.pool)).toEqual([
    { rule: 'reflections.specific-lesson', version: 'rubric-2', critic: 'rubric', count: 2 },
    { rule: 'reflections.specific-lesson', version: 'rubric-3', critic: 'rubric', count: 1 },
    { rule: 'too-long', version: 'rubric-2', critic: 'rubric', count: 1 },
  ]);
  const { rows } = await world.pool.query(
    `SELECT column_name FROM information_schema.columns WHERE table_name = 'set_asides' ORDER BY 1`,
  );
  expect(rows.map((row) => row.column_name)).toEqual(['count', 'critic', 'critic_version', 'rule']);
});

/** What the doctor says of the findings that were set aside; undefined where it says nothing. */
async function doctorSays(): Promise<string | undefined> {
  const config: Config = {
    home: '/var/lib/comeback',
    user: 'local',
    databaseUrl: world.url,
    redisUrl: undefined,
    encryptionKeys: 'k:x',
    slack: undefined,
    discord: undefined,
    roles: ['terminal', 'jobs'],
    healthPort: undefined,
    retentionDays: 365,
    logLevel: 'info',
  };
  const store = { pool: world.pool, db: world.db, ring: world.ring, close: async () => undefined };
  const findings = await diagnose(config, {
    openStore: async () => store as Awaited<ReturnType<Parameters<typeof diagnose>[1]['openStore']>>,
    readRedisPolicy: async () => ({ state: 'safe' }),
  });
  expect(findings.filter(({ state }) => state === 'ill')).toEqual([]);
  return findings.find(({ what }) => what === 'Findings set aside')?.says;
}

test('the doctor lists the rules that were set aside, most often first, and ten at most', async () => {
  world = await createStoreWorld('the doctor on set asides');
  const ada = await world.person('ada');
  expect(await doctorSays()).toBeUndefined();
  const aside = (rule: string): Effect => ({
    type: 'countSetAside',
    rule,
    critic: 'rubric',
    version: 'rubric-2',
  });
  for (let times = 0; times < 3; times += 1) await ada.turn([], [aside('reflections.specific-lesson')]);
  await ada.turn([], [aside('too-long')]);
  expect(await doctorSays()).toBe(
    'reflections.specific-lesson 3 (rubric rubric-2), too-long 1 (rubric rubric-2)',
  );
  await ada.turn(
    [],
    Array.from({ length: 11 }, (_, index) => aside(`rule-${index}`)),
  );
  expect(await doctorSays()).toMatch(/^reflections\.specific-lesson 3 .*, and 3 more$/);
});
