import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type World } from '../support/practice.ts';

/** Whatever the plan of reminders asks: who speaks of not wanting to live is answered as such, and none of it is kept as a reply. */

let world: World;
beforeAll(async () => {
  world = await createWorld('plan despair');
});
afterAll(() => world.close());

test.each([
  ['asked when', ['remind zone Europe/Berlin', 'remind'], 'I want to die'],
  ['asked for the zone', ['remind zone'], 'I want to kill myself'],
  ['asked until when', ['remind zone Europe/Berlin', 'remind pause'], 'I do not want to live anymore'],
  ['asked to agree', ['remind zone Europe/Berlin', 'remind daily 9:00'], 'I want to kill myself'],
])('%s', async (name, before, words) => {
  const person = world.person(name.replaceAll(' ', '-'));
  for (const each of before) await person.says(each);
  await person.says(words);
  expect(person.reads()).toContain('findahelpline.com');
});
