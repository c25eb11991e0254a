import { afterEach, expect, test } from 'vitest';
import { dumpDatabase } from '../support/dump.ts';
import { createWorld, type World } from '../support/practice.ts';

const HARD = "I was fired after my breakdown last year and I still can't talk about it.";
const STORY = 'I agreed the room by phone and never got it in writing.';

let world: World;
afterEach(() => world?.close());

async function atHard(name: string) {
  world = await createWorld(name, { jobs: false });
  const ada = world.person('ada');
  for (const words of ['/practice-failure', 'story', 'event manager', HARD]) await ada.says(words);
  return ada;
}

test('a story of distress is met in its own turn, and no critique waits for anybody', async () => {
  const ada = await atHard('hard');
  expect(ada.reads()).toContain('That sounds hard, and it is yours to keep private.');
  expect((await ada.session())?.stage.at).toBe('sheltered');
  const { rows } = await world.pool.query(`SELECT kind FROM outbox WHERE kind = 'critique'`);
  expect(rows).toEqual([]);
  expect((await ada.practices())[0]?.attempts).toEqual([]);
});

test('history, stories and show name it as private and quote nothing of it', async () => {
  const ada = await atHard('hard history');
  for (const words of ['history', 'stories', 'stories for accountant', 'show 1']) {
    await ada.says(words);
    expect(ada.reads()).toMatch(/private story/);
    expect(ada.reads()).not.toMatch(/fired|breakdown/);
  }
});

test('a dump of the database does not say that a story was met as a hard one', async () => {
  const ada = await atHard('hard in a dump');
  const { rows } = await world.pool.query('SELECT stage FROM sessions');
  expect(rows).toEqual([{ stage: 'open' }]);
  expect(await dumpDatabase(world.url)).not.toMatch(/shelter|distress/);
  await ada.says('pause');
  expect((await world.pool.query('SELECT stage FROM sessions')).rows).toEqual([{ stage: 'paused' }]);
});

test('another story begins with one word: the role is known, the hard one is kept and paused', async () => {
  const ada = await atHard('hard another');
  await ada.says('another');
  const [hard, another] = await ada.practices();
  expect(hard?.session.stage.at).toBe('paused');
  expect(another?.session).toMatchObject({
    stage: { at: 'choosing' },
    purpose: { kind: 'role', name: 'event manager' },
    failure: [],
  });
  await ada.says(STORY);
  expect(ada.reads()).toContain('1 of 5: Context');
});

test('the one that was left is taken up again, and still nothing of it is quoted or scored', async () => {
  const ada = await atHard('hard resumed');
  await ada.says('another');
  await ada.says('resume 1');
  expect(ada.reads()).not.toMatch(/fired|breakdown/);
  for (const words of ['go on', 'keep', 'go']) await ada.says(words);
  const session = (await ada.practices())[0]?.session;
  expect(session?.sheltered).toBe(true);
  expect(session?.drafts).toBe(0);
});

test('deleted with two words, it is gone from what is stored', async () => {
  const ada = await atHard('hard deleted');
  await ada.says('delete');
  await ada.says('delete');
  expect(ada.reads()).toContain('Deleted. I keep nothing of it.');
  expect(await ada.practices()).toEqual([]);
  await ada.says('history');
  expect(ada.reads()).toContain('No practice yet.');
});

test('after it was deleted, the one button there begins another', async () => {
  const ada = await atHard('hard deleted');
  const gone = (await ada.session())?.id ?? '';
  await ada.says('delete');
  await ada.says('delete');
  expect(ada.reads()).toContain('Deleted. I keep nothing of it.');
  await ada.happens({ type: 'pressed', action: 'start', sessionId: gone, turn: 9 });
  expect(ada.reads()).toContain('How would you like to begin?');
  expect((await ada.practices()).map(({ session }) => session.stage.at)).toEqual(['opening']);
});
