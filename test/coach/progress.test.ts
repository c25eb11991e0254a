import { afterEach, expect, test } from 'vitest';
import { fallbackText } from '../../src/card/fallback.ts';
import { createWorld, type World } from '../support/practice.ts';
import { movingClock } from './put-in.ts';
import { judge, STORY } from './told.ts';

const WEEK = 7 * 24 * 60 * 60_000;
const HARD = "I was fired after my breakdown last year and I still can't talk about it.";

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function worldOf(name: string, options: Parameters<typeof createWorld>[1] = {}): Promise<World> {
  const world = await createWorld(`progress ${name}`, options);
  closing.push(() => world.close());
  return world;
}

/** A whole practice, up to its critique; a later one with own ratings. */
async function practises(ada: ReturnType<World['person']>, isFirst: boolean) {
  for (const words of ['/practice-failure', 'story', 'skip', ...STORY])
    await ada.says(words, { startsFresh: words === '/practice-failure' });
  await judge(ada, isFirst ? 'go' : 'c c t t n');
}

test('three weeks of practice are told and drawn; the fourth may still come', async () => {
  const clock = movingClock();
  const world = await worldOf('three weeks', { now: clock.now });
  const ada = world.person('ada');
  await ada.says('progress');
  expect(ada.reads()).toBe('Nothing to show yet. Your first practice takes about 12 minutes.');
  await practises(ada, true);
  await ada.says('progress');
  expect(ada.reads()).toContain('One practice so far.');
  expect(ada.reads()).not.toContain('week');
  for (let week = 1; week < 3; week += 1) {
    clock.forward(WEEK);
    await practises(ada, false);
  }
  clock.forward(WEEK);
  const before = (await ada.session()) ?? expect.fail('no practice');
  await ada.says('progress');
  const shown = ada.reads();
  expect(shown).toContain('Three weeks in a row. Three practices so far.');
  expect(shown).toContain('your own view: clear twice');
  expect(shown).toMatch(/Judged by: offline critic, version \d+\./);
  const pictures = ada
    .cards()
    .at(-1)
    ?.blocks.flatMap((block) => (block.kind === 'picture' ? [block.picture] : []));
  expect(pictures?.map(({ picture }) => picture)).toEqual(['progress', 'progress']);
  expect(await ada.session()).toMatchObject({ stage: before.stage, drafts: before.drafts });
});

test('a pause of the reminders keeps weeks in a row', async () => {
  const clock = movingClock();
  const world = await worldOf('paused', { now: clock.now });
  const ada = world.person('ada');
  await practises(ada, true);
  clock.forward(WEEK);
  await practises(ada, false);
  for (const words of ['remind zone Europe/Berlin', 'remind pause 2 weeks']) await ada.says(words);
  expect(
    ada
      .cards()
      .map(fallbackText)
      .some((words) => words.includes('Paused until')),
  ).toBe(true);
  clock.forward(2 * WEEK);
  await practises(ada, false);
  await ada.says('progress');
  expect(ada.reads()).toContain('Three weeks in a row.');
});

test('a private story counts, and nothing of it is told', async () => {
  const world = await worldOf('private', { jobs: false });
  const ada = world.person('ada');
  for (const words of ['/practice-failure', 'story', 'skip', HARD, 'progress']) await ada.says(words);
  expect(ada.reads()).toBe('One practice so far.');
});

test('history pages through what was practised, typed and pressed, and each opens', async () => {
  const world = await worldOf('pages', { jobs: false });
  const ada = world.person('ada');
  for (let count = 1; count <= 11; count += 1)
    for (const words of ['/practice-failure', 'story', 'skip', `${STORY[0]} It was my time ${count}.`])
      await ada.says(words, { startsFresh: words === '/practice-failure' });
  await ada.says('history');
  expect(ada.reads()).toContain('Your practices, page 1 of 2:');
  expect(ada.reads()).not.toContain('- 1. ');
  const older = ada
    .cards()
    .at(-1)
    ?.buttons.find(({ label }) => label === 'Older');
  expect(older).toMatchObject({ action: 'history:2', word: 'history 2' });
  const practices = await ada.practices();
  for (const turn of [() => ada.says('history 2'), () => ada.presses('history:2')]) {
    await turn();
    expect(ada.reads()).toContain('page 2 of 2:\n\n- 1. ');
    expect(
      ada
        .cards()
        .at(-1)
        ?.buttons.map(({ label }) => label),
    ).toContain('Newer');
  }
  await ada.says('show 1');
  expect(ada.reads()).toContain('It was my time 1.');
  expect((await ada.practices()).map(({ session }) => session.stage)).toEqual(
    practices.map(({ session }) => session.stage),
  );
});
