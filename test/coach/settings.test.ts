import { afterEach, expect, test } from 'vitest';
import { exportPerson } from '../../src/coach/export.ts';
import { findPerson } from '../../src/store/people.ts';
import { createWorld, type World } from '../support/practice.ts';

let world: World;
afterEach(() => world?.close());

test('a setting holds in the practice where it was changed, in the next one, and in the export', async () => {
  world = await createWorld('settings', { jobs: false });
  const ada = world.person('ada');
  await ada.says('/practice-failure');
  expect((await ada.session())?.manner).toEqual({ tone: 'gentle', numbers: false });
  await ada.says('settings tone direct');
  expect(ada.reads()).toContain('My tone is direct, numbers are off');
  expect((await ada.session())?.manner).toEqual({ tone: 'direct', numbers: false });
  await ada.says('settings numbers on');
  await ada.says('/practice-failure', { startsFresh: true });
  const practices = await ada.practices();
  expect(practices.map(({ session }) => session.manner.tone)).toEqual(['direct', 'direct']);
  expect(practices[1]?.session.manner).toEqual({ tone: 'direct', numbers: true });
  const person = await findPerson(world.db, world.ring, ada.ref);
  if (person === undefined) throw new Error('nobody');
  const data = await exportPerson(world.db, person, { as: 'operator' }, world.catalog);
  expect(data.settings).toMatchObject({ tone: 'direct', showNumbers: true });
});

test('settings are changed without a practice too, and belong to nobody else', async () => {
  world = await createWorld('settings in the lobby', { jobs: false });
  const [ada, grace] = [world.person('ada'), world.person('grace')];
  await ada.says('settings plain');
  expect(ada.reads()).toContain('My tone is plain');
  for (const person of [ada, grace]) await person.says('/practice-failure');
  expect((await ada.session())?.manner.tone).toBe('plain');
  expect((await grace.session())?.manner.tone).toBe('gentle');
});

test('a practice that was left open is spoken in the manner that is set by now', async () => {
  world = await createWorld('settings elsewhere', { jobs: false });
  const ada = world.person('ada');
  await ada.says('/practice-failure');
  await world.pool.query(`UPDATE people SET tone = 'direct'`);
  await ada.says('story');
  expect((await ada.session())?.manner.tone).toBe('direct');
});
