import { afterEach, expect, test } from 'vitest';
import type { TurnPerson } from '../../src/store/turn-person.ts';
import { aSession, createStoreWorld, frozen, judged, type PersonByHand, type StoreWorld } from './by-hand.ts';

let world: StoreWorld;
afterEach(() => world?.close());

/** What a turn knows of a person as it opens. */
async function known(person: PersonByHand): Promise<TurnPerson> {
  const turn = await person.open();
  await turn.abort();
  return turn.person;
}

test('somebody new is spoken to gently, without numbers, and has not practised', async () => {
  world = await createStoreWorld('a new person');
  const ada = await known(await world.person('ada'));
  expect(ada).toMatchObject({ manner: { tone: 'gentle', numbers: false }, practised: false });
  expect(ada.manner).not.toHaveProperty('wordsPerMinute');
});

test('what is set holds from the next turn on, in every place, and the rest stays as it was', async () => {
  world = await createStoreWorld('a person with settings');
  const ada = await world.person('ada');
  const grace = await world.person('grace');
  await ada.turn([], [{ type: 'setManner', tone: 'direct' }]);
  await ada.turn([], [{ type: 'setManner', numbers: true }]);
  await ada.turn([], [{ type: 'setManner', wordsPerMinute: 131 }]);
  expect((await known(ada)).manner).toEqual({ tone: 'direct', numbers: true, wordsPerMinute: 131 });
  await ada.turn([], [{ type: 'setManner', tone: 'plain', numbers: false }]);
  expect((await known(ada)).manner).toEqual({ tone: 'plain', numbers: false, wordsPerMinute: 131 });
  expect((await known(grace)).manner).toEqual({ tone: 'gentle', numbers: false });
});

test('who had a critique once has practised; their own rating and a run aloud do not count', async () => {
  world = await createStoreWorld('practised');
  const ada = await world.person('ada');
  const session = aSession();
  await ada.turn(
    [session],
    [
      frozen(),
      { type: 'storeOwnRating', draftNo: 1, weakest: 'reflections' },
      { type: 'storeRun', runNo: 1, seconds: 90, took: 80, said: [] },
    ],
  );
  expect((await known(ada)).practised).toBe(false);
  await ada.turn([{ ...session, turn: 2 }], [judged()]);
  const turn = await ada.open();
  await turn.abort();
  expect(turn).toMatchObject({ person: { practised: true }, current: { session: { id: session.id } } });
  expect((await known(await world.person('grace'))).practised).toBe(false);
});
