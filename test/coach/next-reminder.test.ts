import { afterEach, beforeEach, expect, test } from 'vitest';
import { nextReminder } from '../../src/coach/next-reminder.ts';
import { dumpDatabase } from '../support/dump.ts';
import { createWorld, type World } from '../support/practice.ts';

let world: World;
beforeEach(async ({ task }) => {
  world = await createWorld(`next reminder ${task.name}`);
});
afterEach(() => world.close());

const ADA = { platform: 'terminal', scope: 'local', userId: 'ada' } as const;
const next = (now = world.now()) => nextReminder(world.db, world.ring, ADA, now);

test('the next reminder is told as the wall shows it, and nothing is changed by looking', async () => {
  const ada = world.person('ada');
  await ada.says('remind weekdays 8:30 zone Europe/Berlin');
  expect(await next()).toBeUndefined();
  await ada.says('yes');
  const before = await dumpDatabase(world.url);
  expect(await next()).toMatch(/^\w+day \d+ \w+ \d{4}, 8:30$/);
  expect(await dumpDatabase(world.url)).toBe(before);
});

test('one that is due by now is not ahead, and after "stop" there is none', async () => {
  const ada = world.person('ada');
  await ada.says('remind in 2 hours zone Europe/Berlin');
  await ada.says('yes');
  const now = world.now().getTime();
  expect(await next()).toBeDefined();
  expect(await next(new Date(now + 3 * 60 * 60_000))).toBeUndefined();
  await ada.says('remind stop');
  expect(await next()).toBeUndefined();
});

test('nobody has none', async () => {
  expect(await next()).toBeUndefined();
});
