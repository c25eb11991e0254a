import { afterEach, expect, test } from 'vitest';
import { createWorld, type World } from '../support/practice.ts';
import { judge, tellStory } from './told.ts';

let world: World;
afterEach(() => world?.close());

test('a first practice keeps the part that felt weakest, a later one all five ratings, each with its draft', async () => {
  world = await createWorld('own ratings in a dialog');
  const ada = world.person('ada');
  await tellStory(ada);
  expect((await ada.session())?.first).toBe(true);
  await judge(ada, '4');
  await ada.says('/practice-failure', { startsFresh: true });
  await tellStory(ada);
  expect((await ada.session())?.first).toBeUndefined();
  await judge(ada, 'c c t n c');
  const steps = world.catalog.default.steps.map(({ id }) => id);
  const attempts = (await ada.practices()).flatMap((practice) => practice.attempts);
  expect(attempts.map(({ ownRating }) => ownRating)).toEqual([
    { weakest: steps[3] },
    { steps: Object.fromEntries(steps.map((id, index) => [id, [2, 2, 1, 0, 2][index]])) },
  ]);
  expect(attempts.map(({ critiques }) => critiques.length)).toEqual([1, 1]);
});

test('who rates nothing has a critique, and no rating', async () => {
  world = await createWorld('no own rating');
  const ada = world.person('ada');
  await tellStory(ada);
  await judge(ada);
  const [practice] = await ada.practices();
  expect(practice?.attempts).toMatchObject([{ draftNo: 1, critiques: [{}] }]);
  expect(practice?.attempts[0]).not.toHaveProperty('ownRating');
});
