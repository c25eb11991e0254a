import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from '../support/practice.ts';
import { type AtLarge, atLarge } from './at-large.ts';
import { STORY } from './told.ts';

let at: AtLarge;
beforeAll(async () => {
  at = await atLarge('export-order');
});
afterAll(() => at?.close());

test('an export is handed over where the practice is, in the order it was asked for, and says nothing besides', async () => {
  const ada = at.person('order');
  for (const words of ['/practice-failure', 'story', 'skip', STORY[0]]) await ada.writes(words);
  const before = ada.did().length;
  const thread = ada.cards().at(-1)?.place;
  const [place] = await ada.places();
  expect(thread).toBe(place);
  const where = { place: ada.lobby, atLarge: true } as const;
  await ada.happens(ada.message('tips'), where);
  await ada.happens(ada.message('export'), where);
  await ada.happens(ada.message('tips'), where);
  expect(
    ada
      .did()
      .slice(before)
      .map(({ order }) => order.kind),
  ).toEqual(['say', 'export', 'say']);
});

test('the same message again hands over nothing more', async () => {
  const ada = at.person('again');
  const what = ada.message('export');
  for (let times = 0; times < 2; times += 1)
    await ada.happens(what, { place: ada.lobby, atLarge: true }, 'export-once');
  expect(ada.did('export')).toHaveLength(1);
  expect(await ada.practices()).toEqual([]);
});

test('one that has to wait holds what follows, and is tried again', async () => {
  const ada = at.person('waits');
  await ada.writes('hi');
  let tries = 0;
  at.threads.answers = ({ person, order }) => {
    if (person.userId !== 'waits' || order.kind !== 'export') return undefined;
    tries += 1;
    return tries === 1 ? { outcome: 'later', afterMs: 1 } : undefined;
  };
  await ada.writes('export');
  await ada.writes('help');
  expect(ada.did('export')).toEqual([]);
  await eventually(async () => {
    await at.world.system.deliverer.sweep();
    return ada.cards().length === 2;
  });
  expect(ada.did().map(({ order }) => order.kind)).toEqual(['say', 'export', 'say']);
  at.threads.answers = () => undefined;
});

test('one that is refused holds nobody up', async () => {
  const ada = at.person('refused');
  at.threads.answers = ({ person, order }) =>
    person.userId === 'refused' && order.kind === 'export'
      ? { outcome: 'refused', reason: 'file-not-taken' }
      : undefined;
  for (const words of ['/practice-failure', 'story', 'skip', 'export', STORY[0]]) await ada.writes(words);
  at.threads.answers = () => undefined;
  expect((await ada.rows()).find(({ kind }) => kind === 'export')?.state).toBe('dead');
  expect((await ada.session())?.stage.at).toBe('asking');
  expect(ada.reads()).toContain('1 of 5');
});
