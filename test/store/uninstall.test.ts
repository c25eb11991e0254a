import { afterAll, beforeAll, expect, test } from 'vitest';
import { deleteInstallation, deletePerson } from '../../src/store/people.ts';
import { type AtLarge, atLarge } from '../coach/at-large.ts';
import { STORY } from '../coach/told.ts';
import { dumpDatabase } from '../support/dump.ts';

let at: AtLarge;
beforeAll(async () => {
  at = await atLarge('uninstall');
});
afterAll(() => at?.close());

/** Every table that names an installation, and how many rows of this one it has. */
async function rowsByTable(installationId: string): Promise<Record<string, number>> {
  const { rows: tables } = await at.world.pool.query<{ table_name: string }>(
    `SELECT table_name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'installation_id'`,
  );
  const counted: Record<string, number> = {};
  for (const { table_name: table } of tables) {
    const { rows } = await at.world.pool.query(
      `SELECT count(*)::int AS count FROM ${table} WHERE installation_id = $1`,
      [installationId],
    );
    counted[table] = rows[0]?.count;
  }
  return counted;
}

async function installationOf(externalId: string): Promise<string | undefined> {
  const { rows } = await at.world.pool.query<{ id: string }>(
    `SELECT id FROM installations WHERE platform = 'slack' AND external_id = $1`,
    [externalId],
  );
  return rows[0]?.id;
}

test('everybody of the workspace goes with it, in every table, and nobody of another one', async () => {
  const ada = at.person('UADA');
  for (const words of ['/practice-failure', 'story', 'skip', ...STORY, 'go']) await ada.writes(words);
  const grace = at.person('UGRACE');
  await grace.writes('hi');
  await deletePerson(at.world.db, at.world.ring, grace.ref, new Date());
  const other = { platform: 'slack', scope: 'T2', userId: 'UMARY' } as const;
  await at.world.system.coach.handle({
    id: 'other-1',
    person: other,
    place: { platform: 'slack', channel: 'DMARY' },
    installation: 'T2',
    atLarge: true,
    what: ada.message('/practice-failure'),
  });
  const id = (await installationOf('T1')) ?? expect.fail('no installation');
  const before = await rowsByTable(id);
  for (const table of ['people', 'sessions', 'stories', 'attempts', 'outbox', 'leftovers'])
    expect([table, before[table] ?? 0]).not.toEqual([table, 0]);

  expect(await deleteInstallation(at.world.db, 'slack', 'T1')).toBe(true);
  expect(Object.values(await rowsByTable(id)).every((count) => count === 0)).toBe(true);
  const dump = await dumpDatabase(at.world.url);
  expect(dump).not.toContain('UADA');
  expect(dump).toContain('UMARY');
  // In either order: the second word of it finds nothing.
  expect(await deleteInstallation(at.world.db, 'slack', 'T1')).toBe(false);
});

test('nothing is sent to its people any more, and a bell or a failure that comes late finds nobody', async () => {
  const ada = at.person('ULATE');
  for (const words of ['/practice-failure', 'story', 'skip']) await ada.writes(words);
  const session = (await ada.session()) ?? expect.fail('no practice');
  at.threads.answers = () => ({ outcome: 'later', afterMs: 1 });
  await ada.writes(STORY[0]);
  at.threads.answers = () => undefined;
  const shown = ada.did().length;
  await deleteInstallation(at.world.db, 'slack', 'T1');
  await at.world.system.deliverer.sweep();
  const key = `e-${session.id}-4-0`;
  const late = await ada.happens({
    type: 'deliveryFailed',
    sessionId: session.id,
    key,
    reason: 'place-gone',
  });
  const edited = await ada.happens({ type: 'edited', messageId: 'ULATE-1', text: 'late' });
  expect([late.outcome, edited.outcome]).toEqual(['gone', 'gone']);
  expect(ada.did()).toHaveLength(shown);
  expect(await installationOf('T1')).toBeUndefined();
});

test('a workspace that comes back begins with nothing', async () => {
  const ada = at.person('UBACK');
  await ada.writes('/practice-failure');
  await deleteInstallation(at.world.db, 'slack', 'T1');
  await ada.writes('/practice-failure');
  expect((await ada.practices()).map(({ number }) => number)).toEqual([1]);
});
