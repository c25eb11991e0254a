import { afterEach, describe, expect, test } from 'vitest';
import { createWorld, type World } from '../support/practice.ts';
import { movingClock } from './put-in.ts';

const DAY = 24 * 60 * 60_000;
const STORY = 'I agreed the room by phone and never got it in writing.';
const SETTING = 'Two years ago I organised our customer day for 120 guests.';

let world: World;
afterEach(() => world?.close());

async function atSecondStep(name: string) {
  const clock = movingClock();
  world = await createWorld(name, { jobs: false, now: clock.now });
  const ada = world.person('ada');
  for (const words of ['/practice-failure', 'story', 'event manager', STORY, SETTING]) await ada.says(words);
  return { ada, clock };
}

describe('a terminal that is opened again', () => {
  test('after three days begins with one line of recap and their last words', async () => {
    const { ada, clock } = await atSecondStep('three days');
    clock.forward(3 * DAY);
    await ada.happens({ type: 'attached' });
    expect(ada.reads()).toContain('You were here three days ago, at 2 of 5, The Failure.');
    expect(ada.reads()).toContain(SETTING);
    await ada.says('go on');
    expect(ada.reads()).toContain('2 of 5: The Failure');
    expect(await ada.practices()).toHaveLength(1);
  });

  test('after ten minutes shows the question that stands', async () => {
    const { ada, clock } = await atSecondStep('ten minutes');
    clock.forward(10 * 60_000);
    await ada.happens({ type: 'attached' });
    expect(ada.reads()).toContain('2 of 5: The Failure');
    expect(ada.reads()).not.toContain('You were here');
  });
});

test('a fresh start is a second practice of the same story, and stories lists one', async () => {
  const { ada, clock } = await atSecondStep('fresh start');
  clock.forward(3 * DAY);
  await ada.happens({ type: 'attached' });
  await ada.says('fresh');
  const [first, second] = await ada.practices();
  expect(first?.session.stage.at).toBe('paused');
  expect(second?.session.storyId).toBe(first?.session.storyId);
  expect(ada.reads()).toContain(STORY);
  await ada.says('stories');
  expect(ada.reads()).toContain('2 practices');
  await ada.says('keep');
  expect((await ada.practices())[1]?.session.stage).toMatchObject({ at: 'asking' });
});

test('another story is a practice of its own, and both can be gone on with', async () => {
  const { ada, clock } = await atSecondStep('another story');
  clock.forward(3 * DAY);
  await ada.happens({ type: 'attached' });
  await ada.says('another');
  for (const words of ['story', 'skip', 'I sent the wrong price list to our largest client.'])
    await ada.says(words);
  await ada.says('history');
  expect(ada.reads()).toContain('2. ');
  expect(ada.reads()).toContain('1. ');
  await ada.says('resume 1');
  expect(ada.reads()).toContain('2 of 5: The Failure');
  const [first, second] = await ada.practices();
  expect([first?.session.stage.at, second?.session.stage.at]).toEqual(['asking', 'paused']);
});
