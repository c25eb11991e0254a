import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type World } from '../support/practice.ts';
import { judge, tellStory } from './told.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld('latest');
});
afterAll(() => world.close());

test('a practice that was begun and left with nothing in it hides none: not from a reminder, and not in the history', async () => {
  const ada = world.person('ada');
  await tellStory(ada);
  await judge(ada);
  await ada.says('stop');
  await ada.says('/practice-failure');
  await ada.says('stop');
  await ada.says('history');
  expect(ada.reads()).toContain('1. ');
  expect(ada.reads()).not.toContain('2. ');
  await ada.says('remind zone Europe/Berlin');
  await ada.says('remind interview in 30 days');
  expect(ada.reads()).toContain('a revision on');
  expect(ada.reads()).not.toContain('a first draft');
});
