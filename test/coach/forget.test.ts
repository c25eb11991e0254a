import { afterEach, expect, test } from 'vitest';
import { exportPerson } from '../../src/coach/export.ts';
import { findPerson } from '../../src/store/people.ts';
import { dumpDatabase } from '../support/dump.ts';
import { createWorld, eventually, type World } from '../support/practice.ts';
import { judge, STORY, tellStory } from './told.ts';

let world: World;
afterEach(() => world?.close());

type Person = ReturnType<World['person']>;

/** A story that is not to be scored: told far enough that an answer is open. The practice's id. */
async function tellHardStory(person: Person): Promise<string> {
  for (const words of ['/practice-failure', 'story', 'skip']) await person.says(words, { startsFresh: true });
  await person.says('My brother died last spring, and I was not there for the project or for him.');
  const session = await person.session();
  expect(session?.stage.at).toBe('sheltered');
  return session?.id ?? '';
}

/** The tables that name a practice, of every schema, the queue's too. */
async function tablesNaming(sessionId: string): Promise<string[]> {
  const dumps = (await dumpDatabase(world.url)).split(/^-- /m);
  return dumps.filter((dump) => dump.includes(sessionId)).map((dump) => dump.split(':')[0] ?? '');
}

async function deletesIt(person: Person): Promise<void> {
  await person.says('delete');
  await person.says('delete');
}

test('a practice that its person deletes leaves its id nowhere but in the one reply, which is shown', async () => {
  world = await createWorld('forget in a dialog');
  const ada = world.person('ada');
  await tellStory(ada);
  await judge(ada);
  const kept = (await ada.session())?.id ?? '';
  const gone = await tellHardStory(ada);
  await deletesIt(ada);
  expect(ada.reads()).toContain('Deleted. I keep nothing of it.');
  await eventually(async () => (await tablesNaming(gone)).join() === 'public.outbox');
  const { rows } = await world.pool.query('SELECT kind, state FROM outbox WHERE key LIKE $1 ORDER BY id', [
    `%${gone}%`,
  ]);
  expect(rows).toEqual([
    { kind: 'say', state: 'done' },
    { kind: 'close', state: 'done' },
  ]);
  expect((await ada.practices()).map(({ session, attempts }) => [session.id, attempts.length])).toEqual([
    [kept, 1],
  ]);
  await ada.says('/practice-failure');
  expect((await ada.practices()).map(({ number }) => number)).toEqual([1, 2]);
});

test('what comes late for a deleted practice shows nothing, faults nowhere and leaves no trace', async () => {
  world = await createWorld('late for a deleted practice');
  const ada = world.person('ada');
  const gone = await tellHardStory(ada);
  await deletesIt(ada);
  const shown = ada.cards().length;
  const dueAt = new Date().toISOString();
  const late = { sessionId: gone, draftNo: 1 };
  await ada.happens({ type: 'critiqueFailed', ...late, code: 'late' }, `critique-failed-${gone}-1`);
  await ada.happens(
    { type: 'critiqueReady', ...late, judgement: { cannotJudge: 'too-short', advice: 'Tell more.' } },
    `critique-${gone}-1`,
  );
  await ada.happens({ type: 'woke', sessionId: gone, key: `quiet-${gone}`, dueAt }, `bell-${gone}`);
  await ada.happens({ type: 'silent', sessionId: gone }, `silent-${gone}-1`);
  await ada.happens(
    { type: 'deliveryFailed', sessionId: gone, key: `e-${gone}-1-0`, reason: 'gone' },
    `failed-e-${gone}-1-0`,
  );
  const values = { context: 'Three years ago, for 80 guests.' };
  const form = await ada.happens({ type: 'filled', action: 'answers', values, sessionId: gone });
  expect(form.outcome).toBe('gone');
  await world.critiques.enqueue({ person: ada.ref, ...late }, 99);
  await world.bells.ring([{ key: `quiet-${gone}`, dueAt }], new Date());
  await world.sweeps.everyMinute();
  await eventually(async () => (await tablesNaming(gone)).join() === 'public.outbox');
  expect(await ada.practices()).toEqual([]);
  expect(ada.cards()).toHaveLength(shown);
});

test('a button of a deleted practice does nothing, and says so', async () => {
  world = await createWorld('a button of a deleted practice');
  const ada = world.person('ada');
  const gone = await tellHardStory(ada);
  await deletesIt(ada);
  await ada.happens({ type: 'pressed', action: 'resume', sessionId: gone, turn: 1 });
  expect(ada.reads()).toContain('That practice is deleted, and nothing of it is kept.');
  await ada.says('/practice-failure');
  await ada.says('story');
  await ada.happens({ type: 'pressed', action: 'next', sessionId: gone, turn: 3 });
  expect(ada.reads()).toContain('That button belongs to an earlier card.');
  expect((await ada.session())?.stage).toEqual({ at: 'opening', asks: 'purpose' });
});

test('a reply that cannot be delivered is given up, and the practice stays gone', async () => {
  world = await createWorld('a lost reply', { jobs: false });
  const ada = world.person('ada');
  const gone = await tellHardStory(ada);
  await ada.says('delete');
  world.terminal.answers.push(() => ({ outcome: 'gone', reason: 'channel-archived' }));
  await ada.says('delete');
  const { rows } = await world.pool.query('SELECT kind, state FROM outbox WHERE key LIKE $1 ORDER BY id', [
    `%${gone}%`,
  ]);
  expect(rows).toEqual([
    { kind: 'say', state: 'dead' },
    { kind: 'close', state: 'done' },
  ]);
  expect(world.logged.map(({ event }) => event)).not.toContain('failure-not-told');
  expect(await tablesNaming(gone)).toEqual(['public.outbox']);
  expect(await ada.practices()).toEqual([]);
});

test('a card of the practice that still waits to be shown is not shown any more', async () => {
  world = await createWorld('a card that waits', { jobs: false });
  const ada = world.person('ada');
  await tellHardStory(ada);
  world.terminal.answers.push(() => ({ outcome: 'later', afterMs: 60_000 }));
  await ada.says('delete');
  await ada.says('delete');
  await eventually(() => ada.reads().includes('Deleted. I keep nothing of it.'));
  expect(ada.cards().filter((card) => JSON.stringify(card).includes('cannot be brought back'))).toEqual([]);
});

test('the words of a deleted practice are in no later card and in no export', async () => {
  world = await createWorld('no later word', { jobs: false });
  const ada = world.person('ada');
  await tellHardStory(ada);
  await deletesIt(ada);
  const shown = ada.cards().length;
  for (const words of ['history', 'stories', '/practice-failure', 'story', 'skip', STORY[0], 'history'])
    await ada.says(words);
  expect(JSON.stringify(ada.cards().slice(shown))).not.toContain('brother');
  const person = await findPerson(world.db, world.ring, ada.ref);
  if (person === undefined) throw new Error('nobody');
  const exported = await exportPerson(world.db, person, { as: 'operator' }, world.catalog);
  expect(JSON.stringify(exported)).toContain(STORY[0]);
  expect(JSON.stringify(exported)).not.toContain('brother');
});
