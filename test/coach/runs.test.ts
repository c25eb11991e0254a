import { afterEach, expect, test } from 'vitest';
import { createWorld, type World } from '../support/practice.ts';
import { movingClock } from './put-in.ts';
import { judge, tellStory } from './told.ts';

let world: World;
afterEach(() => world?.close());

test('a run aloud is kept with what was said; one of the whole answer sets the pace for the next practice', async () => {
  const clock = movingClock();
  world = await createWorld('runs', { now: clock.now });
  const ada = world.person('ada');
  await tellStory(ada);
  await judge(ada);
  for (const [seconds, said] of [
    [20, '1 3'],
    [50, 'all'],
  ] as const) {
    await ada.says('aloud');
    await ada.says('60');
    clock.forward(seconds * 1_000);
    await ada.says('done');
    await ada.says(said);
  }
  const [practice] = await ada.practices();
  const steps = world.catalog.default.steps.map(({ id }) => id);
  expect(practice?.runs).toMatchObject([
    { runNo: 1, seconds: 60, said: [steps[0], steps[2]] },
    { runNo: 2, seconds: 60, said: steps },
  ]);
  expect(practice?.runs.map(({ took }) => took)).toEqual(practice?.session.runs.map(({ took }) => took));
  expect(practice?.attempts.map(({ draftNo }) => draftNo)).toEqual([1]);
  const pace = practice?.session.manner.wordsPerMinute;
  expect(pace).toBeGreaterThan(60);
  await ada.says('/practice-failure', { startsFresh: true });
  expect((await ada.session())?.manner.wordsPerMinute).toBe(pace);
});
