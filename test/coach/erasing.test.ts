import { afterAll, beforeAll, expect, test } from 'vitest';
import { fallbackText } from '../../src/card/fallback.ts';
import { dumpDatabase } from '../support/dump.ts';
import { type AtLarge, atLarge, type Writer } from './at-large.ts';
import { STORY } from './told.ts';

const CANARY = 'Zwergkanarienvogel';

let at: AtLarge;
beforeAll(async () => {
  at = await atLarge('erasing');
});
afterAll(() => at?.close());

async function practised(userId: string): Promise<Writer> {
  const ada = at.person(userId);
  for (const words of ['/practice-failure', 'story', `${CANARY} keeper`, ...STORY]) await ada.writes(words);
  return ada;
}

async function isKnown({ ref }: Writer): Promise<boolean> {
  const { rows } = await at.world.pool.query('SELECT 1 FROM people WHERE user_id = $1', [ref.userId]);
  return rows.length > 0;
}

test('asked for by word, it is asked once more, then all of the person is gone from every table', async () => {
  const ada = await practised('worded');
  await ada.writes('delete my data');
  expect(ada.reads()).toContain('It cannot be taken back.');
  expect(await isKnown(ada)).toBe(true);
  const id = (await ada.session())?.id ?? expect.fail('no practice');
  const handled = await ada.writes('delete everything');
  expect(handled.outcome).toBe('gone');
  expect(handled.reply && fallbackText(handled.reply)).toContain('Deleted: all I held about you.');
  const tables = (await dumpDatabase(at.world.url)).split(/^-- /m);
  const naming = tables.filter((table) => table.includes('worded') || table.includes(id));
  expect(naming.map((table) => table.split(':')[0])).toEqual(['public.leftovers']);
  expect(naming.join()).not.toContain(id);
});

test('the button does the same', async () => {
  const ada = await practised('button');
  const handled = await ada.happens({ type: 'pressed', action: 'erase-yes' });
  expect(handled.reply).toBeDefined();
  expect(await isKnown(ada)).toBe(false);
});

test('pressed twice, the second finds nobody and says nothing', async () => {
  const ada = await practised('twice');
  await ada.happens({ type: 'pressed', action: 'erase-yes' });
  const again = await ada.happens({ type: 'pressed', action: 'erase-yes' });
  expect(again).toMatchObject({ outcome: 'gone' });
  expect(again.reply).toBeUndefined();
});

test('what of theirs waits in line behind it does nothing, and what came before it is gone with the rest', async () => {
  const ada = await practised('line');
  const before = ada.did().length;
  const all = await Promise.all([
    ada.writes('redo 2'),
    ada.happens({ type: 'pressed', action: 'erase-yes' }),
    ada.writes(`${CANARY} late`),
    ada.happens({ type: 'pressed', action: 'next' }),
    ada.happens({ type: 'filled', action: 'answers', values: { context: CANARY } }),
    ada.happens({ type: 'filesUnread', names: ['late.pdf'] }),
  ]);
  expect(all.map(({ outcome }) => outcome)).toEqual(['done', 'gone', 'gone', 'gone', 'gone', 'gone']);
  expect(await isKnown(ada)).toBe(false);
  // The card of the first may have been on its way; nothing came after it.
  expect(ada.did().length - before).toBeLessThanOrEqual(2);
});

test('late events are no-ops until the person begins anew: by word, by a button, by an answer that is brought', async () => {
  const begins: ((ada: Writer) => Promise<unknown>)[] = [
    (ada) => ada.writes('/practice-failure'),
    (ada) => ada.happens({ type: 'pressed', action: 'start' }),
    (ada) => ada.happens({ type: 'brought', messageId: 'b1', stamp: '1', text: STORY.join(' ') }),
  ];
  for (const [index, begin] of begins.entries()) {
    const ada = await practised(`anew${index}`);
    const old = (await ada.session())?.id ?? expect.fail('no practice');
    await ada.writes('delete everything');
    const late = [
      await ada.writes(STORY[1]),
      await ada.writes('hi'),
      await ada.happens({ type: 'pressed', action: 'go', sessionId: old, turn: 9 }),
      await ada.happens({ type: 'shared', to: 'U', toName: 'G', fromName: 'A', sessionId: old, turn: 9 }),
    ];
    expect(late.map(({ outcome }) => outcome)).toEqual(['gone', 'gone', 'gone', 'gone']);
    expect(await isKnown(ada)).toBe(false);
    await begin(ada);
    expect((await ada.practices()).map(({ number }) => number)).toEqual([1]);
    expect((await ada.session())?.id).not.toBe(old);
  }
});

test('nobody else loses anything by it', async () => {
  const [ada, grace] = [await practised('ada'), await practised('grace')];
  await ada.writes('delete everything');
  expect((await grace.practices()).length).toBe(1);
  await grace.writes('tips');
  expect((await grace.session())?.answers).not.toEqual({});
});

test('a card that was waiting for them is not shown any more', async () => {
  const ada = await practised('waits');
  at.threads.answers = ({ person }) =>
    person.userId === 'waits' ? { outcome: 'later', afterMs: 1 } : undefined;
  await ada.writes('tips');
  await ada.writes('delete everything');
  at.threads.answers = () => undefined;
  const before = ada.did().length;
  await at.world.system.deliverer.sweep();
  expect(ada.did()).toHaveLength(before);
});

test('what waited in hand behind a slow card is not sent any more, a share least of all', async () => {
  const ada = await practised('inhand');
  let release = () => {};
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  at.threads.answers = async ({ person, order }) => {
    if (person.userId === 'inhand' && order.kind === 'say') await gate;
    return undefined;
  };
  const before = ada.did().length;
  const slow = ada.writes('tips');
  const isPutIn = async (kind: string) =>
    (await ada.rows()).some((row) => row.kind === kind && row.state === 'sending');
  while (!(await isPutIn('say'))) await new Promise((resolve) => setTimeout(resolve, 10));
  const { id: sessionId = '', turn = 0 } = (await ada.session()) ?? {};
  const share = ada.happens({ type: 'shared', to: 'eve', toName: 'Eve', fromName: 'Ada', sessionId, turn });
  while (!(await isPutIn('share'))) await new Promise((resolve) => setTimeout(resolve, 10));
  expect((await ada.happens({ type: 'pressed', action: 'erase-yes' })).outcome).toBe('gone');
  release();
  await Promise.all([slow, share]);
  at.threads.answers = () => undefined;
  expect(ada.did('share')).toEqual([]);
  expect(ada.did().length - before).toBe(1);
});
