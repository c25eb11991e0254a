import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Place } from '../../src/who/place.ts';
import { parsePlaceKey, placeKey } from '../../src/who/place.ts';
import { type AtLarge, atLarge, type Writer } from './at-large.ts';
import { STORY } from './told.ts';

let at: AtLarge;
beforeAll(async () => {
  at = await atLarge('pointing');
});
afterAll(() => at?.close());

/** A practice at its first step, and its thread. */
async function begun(userId: string): Promise<{ ada: Writer; thread: Place }> {
  const ada = at.person(userId);
  for (const words of ['/practice-failure', 'story', 'skip', STORY[0]]) await ada.writes(words);
  const [place] = await ada.places();
  return { ada, thread: parsePlaceKey(place ?? '') };
}

/** Where pointers were put, and which thread they name. */
function points(ada: Writer): [string, string][] {
  return ada
    .did('point')
    .map(({ order, place }) => [order.kind === 'point' ? placeKey(order.at) : '', placeKey(place)]);
}

test('who wrote elsewhere is told there where it goes on', async () => {
  const { ada, thread } = await begun('elsewhere');
  const before = points(ada).length;
  await ada.writes(STORY[1]);
  expect(points(ada).slice(before)).toEqual([[placeKey(ada.lobby), placeKey(thread)]]);
});

test('who wrote in the thread is not', async () => {
  const { ada, thread } = await begun('thread');
  const before = points(ada).length;
  await ada.replies(thread, STORY[1]);
  await ada.replies(thread, 'tips');
  expect(points(ada)).toHaveLength(before);
});

test('who begins an answer elsewhere is told once that it was taken in', async () => {
  const { ada } = await begun('answers');
  const before = points(ada).length;
  const said = ada.cards().length;
  await ada.writes('It was our one event of the year.', 'quiet');
  await ada.writes('All of sales had waited for it.', 'quiet');
  // The hint that more may come is said once at most, and so is the way.
  expect(points(ada).length - before).toBeLessThanOrEqual(1 + (ada.cards().length - said));
  expect(points(ada).length).toBeGreaterThan(before);
});

test('an edit of which nothing is said points nowhere', async () => {
  const { ada } = await begun('edits');
  const before = ada.did().length;
  await ada.happens({ type: 'edited', messageId: 'never-an-answer', text: 'Later.' });
  expect(ada.did()).toHaveLength(before);
});

test('who looks at no place of theirs is pointed nowhere: a press, a form', async () => {
  const { ada } = await begun('presses');
  const before = points(ada).length;
  await ada.happens({ type: 'pressed', action: 'tips' }, { place: ada.lobby, atLarge: true });
  expect(points(ada)).toHaveLength(before);
  expect(ada.cards().at(-1)?.place).not.toBe(placeKey(ada.lobby));
});

test('what belongs to no practice is answered where it was written, without a pointer', async () => {
  const ada = at.person('lobby');
  await ada.writes('hi');
  expect(points(ada)).toEqual([]);
  expect(ada.cards().map(({ place }) => place)).toEqual([placeKey(ada.lobby)]);
});

test('a setting of which nothing is to be said is stored, and neither said nor pointed to', async () => {
  const { ada } = await begun('unsaid');
  const before = ada.did().length;
  await ada.happens(
    { type: 'pressed', action: 'settings:direct' },
    { place: ada.lobby, atLarge: true, pointer: true, unsaid: true },
  );
  expect(ada.did()).toHaveLength(before);
  expect((await ada.session())?.manner.tone).toBe('direct');
  const { rows } = await at.world.pool.query('SELECT tone FROM people WHERE user_id = $1', ['unsaid']);
  expect(rows).toEqual([{ tone: 'direct' }]);
});

test('a setting before any practice is stored too, and nothing is said', async () => {
  const ada = at.person('unsaid-lobby');
  await ada.happens(
    { type: 'pressed', action: 'settings:plain' },
    { place: ada.lobby, atLarge: true, unsaid: true },
  );
  expect(ada.did()).toEqual([]);
  const { rows } = await at.world.pool.query('SELECT tone FROM people WHERE user_id = $1', ['unsaid-lobby']);
  expect(rows).toEqual([{ tone: 'plain' }]);
});
