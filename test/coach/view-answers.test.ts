import { afterAll, beforeAll, expect, test } from 'vitest';
import { placeKey } from '../../src/who/place.ts';
import { type AtLarge, atLarge } from './at-large.ts';
import { STORY } from './told.ts';

let at: AtLarge;
beforeAll(async () => {
  at = await atLarge('view-answers');
});
afterAll(() => at?.close());

const VIEWS = [
  'history',
  'history 2',
  'show 1',
  'progress',
  'stories',
  'tips',
  'example',
  'help',
  'draft',
  'settings',
];

test.each(VIEWS)(
  '"%s" written in a message is one turn, one card, and no change of the practice',
  async (words) => {
    const ada = at.person(`view-${words.replace(' ', '-')}`);
    for (const told of ['/practice-failure', 'story', 'skip', STORY[0], STORY[1]]) await ada.writes(told);
    const before = (await ada.session()) ?? expect.fail('no practice');
    const cards = ada.cards().length;
    const [place] = await ada.places();
    const what = ada.message(words);
    await ada.happens(what, { place: ada.lobby, atLarge: true }, `once-${words}`);
    await ada.happens(what, { place: ada.lobby, atLarge: true }, `once-${words}`);
    expect(ada.cards()).toHaveLength(cards + 1);
    expect(ada.cards().at(-1)?.place).toBe(place);
    const after = (await ada.session()) ?? expect.fail('no practice');
    const { turn: _, touchedAt: __, offer: ___, ...rest } = before;
    expect(after).toMatchObject(rest);
    expect(after.turn).toBe(before.turn + 1);
  },
);

test('a view is shown in the lobby where no practice is open, and begins none', async () => {
  const ada = at.person('lobby');
  for (const words of ['history', 'stories', 'show 1', 'tips']) await ada.writes(words);
  expect(new Set(ada.cards().map(({ place }) => place))).toEqual(new Set([placeKey(ada.lobby)]));
  expect(ada.cards()).toHaveLength(4);
  expect(await ada.practices()).toEqual([]);
});
