import { afterEach, expect, test } from 'vitest';
import { createWorld, type World } from '../support/practice.ts';
import { judge, tellStory } from './told.ts';

let world: World;
afterEach(() => world?.close());

test('a story that turns out to be a hard one loses the ratings it had, and gets none any more', async () => {
  world = await createWorld('hard after the critique');
  const ada = world.person('ada');
  await tellStory(ada);
  await judge(ada);
  const ratings = async () => (await world.pool.query('SELECT 1 FROM scorecards')).rowCount;
  expect(await ratings()).toBe(1);
  await ada.says('answer that question');
  await ada.says('To be honest, my mother died that week and I could not think at all.');
  expect((await ada.session())?.stage.at).toBe('sheltered');
  expect(await ratings()).toBe(0);
  await ada.says('go on');
  await ada.says('go');
  expect((await ada.session())?.stage.at).toBe('reviewing');
  expect(await ratings()).toBe(0);
  await ada.says('history');
  expect(ada.reads()).toContain('not scored: a private story');
});
