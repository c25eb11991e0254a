import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type World } from '../support/practice.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld('many at once');
});
afterAll(() => world?.close());

/** Each turn holds one connection: had it to wait for a second one, so many at once would wait for each other for ever. */
test('more answers at the same moment than there are connections are all taken in', async () => {
  const people = Array.from({ length: 3 * (world.pool.options.max ?? 10) }, (_, n) => world.person(`p${n}`));
  await Promise.all(
    people.map(async (person) => {
      for (const words of ['/practice-failure', 'story', 'practice', 'skip']) await person.says(words);
    }),
  );
  await Promise.all(people.map((person) => person.says('Two years ago, at a bank.', { ends: 'quiet' })));
  const sessions = await Promise.all(people.map((person) => person.session()));
  expect(sessions.map((session) => session?.answers.context?.length)).toEqual(people.map(() => 1));
});
