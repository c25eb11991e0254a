import { afterEach, expect, test } from 'vitest';
import { dumpDatabase } from '../support/dump.ts';
import { aSession, createStoreWorld, frozen, judged, type StoreWorld } from './by-hand.ts';

let world: StoreWorld;
afterEach(() => world?.close());

test('the last of several own ratings of a draft is kept, each draft has its own, and the critique beside it', async () => {
  world = await createStoreWorld('own ratings');
  const ada = await world.person('ada');
  const session = aSession();
  await ada.turn([session], [{ type: 'storeOwnRating', draftNo: 1, weakest: 'reflections' }, frozen()]);
  await ada.turn([{ ...session, turn: 2 }], [judged()]);
  await ada.turn(
    [{ ...session, turn: 3 }],
    [{ type: 'storeOwnRating', draftNo: 1, steps: { context: 2, reflections: 0 } }],
  );
  await ada.turn([{ ...session, turn: 4 }], [frozen(2)]);
  const [practice] = await ada.practices();
  expect(
    practice?.attempts.map(({ draftNo, ownRating, critiques }) => [draftNo, ownRating, critiques.length]),
  ).toEqual([
    [1, { steps: { context: 2, reflections: 0 } }, 1],
    [2, undefined, 0],
  ]);
});

test('runs aloud are kept beside the drafts, each number once, with the story of their practice', async () => {
  world = await createStoreWorld('runs aloud');
  const ada = await world.person('ada');
  const session = aSession();
  const run = { type: 'storeRun', seconds: 90, took: 104, said: ['context', 'failure'] } as const;
  await ada.turn([session], [frozen(), { ...run, runNo: 1 }]);
  await ada.turn(
    [{ ...session, turn: 2 }],
    [
      { ...run, runNo: 1, took: 1 },
      { ...run, runNo: 2, seconds: 60, said: [] },
    ],
  );
  const [practice] = await ada.practices();
  expect(practice?.storyId).toBe(session.storyId);
  expect(practice?.attempts.map(({ draftNo }) => draftNo)).toEqual([1]);
  expect(practice?.runs).toMatchObject([
    { runNo: 1, seconds: 90, took: 104, said: ['context', 'failure'] },
    { runNo: 2, seconds: 60, took: 104, said: [] },
  ]);
});

test('what was rated and said in a run is sealed', async () => {
  world = await createStoreWorld('sealed');
  const ada = await world.person('ada');
  await ada.turn(
    [aSession()],
    [
      frozen(),
      { type: 'storeOwnRating', draftNo: 1, weakest: 'growth-evidence' },
      { type: 'storeRun', runNo: 1, seconds: 90, took: 104, said: ['immediate-actions'] },
    ],
  );
  const stored = await dumpDatabase(world.url);
  expect(stored).toContain('spoken');
  expect(stored).not.toMatch(/growth-evidence|immediate-actions/);
});
