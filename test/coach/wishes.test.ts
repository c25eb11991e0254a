import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Begins } from '../../src/coach/incoming.ts';
import { type AtLarge, atLarge, type Writer } from './at-large.ts';
import { STORY } from './told.ts';

let at: AtLarge;

beforeAll(async () => {
  at = await atLarge('wishes');
});
afterAll(() => at?.close());

/** Where a platform of this test would open a practice. */
const MESSAGES = ['me', 'C1'];
const THREAD: Begins = { ways: ['C1', 'me'], insists: true };

function starts(ada: Writer, begins: Begins) {
  return ada.happens(ada.message('/practice-failure'), { place: ada.lobby, atLarge: true, begins });
}

async function tells(ada: Writer): Promise<void> {
  await starts(ada, { ways: MESSAGES });
  for (const words of ['story', 'skip', STORY[0]]) await ada.writes(words);
}

/** Presses a button of the card shown last, in the practice's own place. */
async function presses(ada: Writer, action: string): Promise<void> {
  const last = ada.cards().at(-1);
  const { sessionId, turn } = last?.card.origin ?? { sessionId: '', turn: 0 };
  const place = ada.did().at(-1)?.place ?? ada.lobby;
  await ada.happens({ type: 'pressed', action, sessionId, turn }, { place, begins: { ways: MESSAGES } });
}

const opened = (ada: Writer) => ada.did('open').map(({ place }) => place.channel);

test.each(['fresh', 'new'])('the place that was asked for is where "%s" begins', async (action) => {
  const ada = at.person(`place-${action}`);
  await tells(ada);
  await starts(ada, THREAD);
  expect(await ada.practices()).toHaveLength(1);
  await presses(ada, action);
  expect(opened(ada)).toEqual(['me+C1', 'C1+me']);
  const [old, fresh] = await ada.places();
  expect(fresh).not.toBe(old);
  expect(ada.cards().at(-1)?.place).toBe(fresh);
  expect((await ada.session())?.ways).toEqual(['C1', 'me']);
});

test('without a wish another story stays where its button was', async () => {
  const bea = at.person('unasked');
  await tells(bea);
  await starts(bea, { ways: ['C1', 'me'] });
  await presses(bea, 'new');
  expect(opened(bea)).toEqual(['me+C1']);
  expect(new Set(await bea.places()).size).toBe(1);
});

test('the job that was named is what another story, or the same anew, is for', async () => {
  for (const action of ['new', 'fresh']) {
    const cleo = at.person(`role-${action}`);
    await tells(cleo);
    await starts(cleo, { ways: MESSAGES, role: 'midwife' });
    await presses(cleo, action);
    expect((await cleo.session())?.purpose).toMatchObject({ kind: 'role', name: 'midwife' });
  }
});

test('from a story that is not scored, another one is for the job that was named', async () => {
  const hal = at.person('closed');
  await starts(hal, { ways: MESSAGES });
  for (const words of ['story', 'waiter', 'My mother died last year and I failed her when she needed me.'])
    await hal.writes(words);
  expect((await hal.session())?.stage.at).toBe('sheltered');
  await starts(hal, { ways: MESSAGES, role: 'nurse' });
  await presses(hal, 'new');
  expect(await hal.session()).toMatchObject({
    stage: { at: 'choosing' },
    purpose: { kind: 'role', name: 'nurse' },
  });
});

test('a job that was wished for is for one practice, also where the other one was paused', async () => {
  const jo = at.person('once');
  await tells(jo);
  await jo.writes('pause');
  await starts(jo, { ways: MESSAGES, role: 'nurse' });
  const offered = jo.cards().at(-1);
  const { sessionId, turn } = offered?.card.origin ?? { sessionId: '', turn: 0 };
  const place = jo.did().at(-1)?.place ?? jo.lobby;
  const begins = () =>
    jo.happens(
      { type: 'pressed', action: 'start', sessionId, turn },
      { place, atLarge: true, begins: { ways: MESSAGES } },
    );
  await begins();
  expect((await jo.session())?.purpose).toMatchObject({ kind: 'role', name: 'nurse' });
  expect((await jo.practices()).map(({ session }) => session.wishes)).toEqual([undefined, undefined]);
  await jo.writes('stop');
  await begins();
  const purposes = (await jo.practices()).map(({ session }) => session.purpose?.kind);
  expect(purposes).toEqual(['skipped', 'role', undefined]);
});

test('what happens in between leaves a wish as long as its buttons stand', async () => {
  const gil = at.person('between');
  await tells(gil);
  await starts(gil, THREAD);
  const offered = gil.cards().at(-1);
  await gil.writes('tips');
  await gil.happens({ type: 'deleted', messageId: 'unknown' });
  const { sessionId, turn } = offered?.card.origin ?? { sessionId: '', turn: 0 };
  const place = gil.did().at(-1)?.place ?? gil.lobby;
  await gil.happens(
    { type: 'pressed', action: 'new', sessionId, turn },
    { place, begins: { ways: MESSAGES } },
  );
  expect(opened(gil)).toEqual(['me+C1', 'C1+me']);
});

test('a wish is over with what it was offered beside', async () => {
  const dee = at.person('over');
  await tells(dee);
  await starts(dee, THREAD);
  await presses(dee, 'resume');
  await starts(dee, { ways: MESSAGES });
  await presses(dee, 'new');
  expect(opened(dee)).toEqual(['me+C1']);
});

test('from a thread, the person’s own messages are a wish like another', async () => {
  const ida = at.person('ida');
  await starts(ida, { ways: ['Dida', 'ida'] });
  for (const words of ['story', 'skip', STORY[0]]) await ida.writes(words);
  await starts(ida, { ways: ['ida', 'Dida'], insists: true });
  await presses(ida, 'new');
  expect(opened(ida)).toEqual(['Dida+ida', 'ida+Dida']);
});

test('the same start once more begins nothing anew, though nothing was told yet', async () => {
  const fay = at.person('twice');
  const asks: Begins = { ways: ['Dtwice', 'C1'], insists: true, role: 'midwife' };
  await starts(fay, asks);
  await starts(fay, asks);
  expect(opened(fay)).toEqual(['Dtwice+C1']);
  expect(await fay.practices()).toHaveLength(1);
});

test('one in which nothing was told gives way at once', async () => {
  const eve = at.person('untouched');
  await starts(eve, { ways: MESSAGES });
  await starts(eve, { ...THREAD, role: 'midwife' });
  expect(opened(eve)).toEqual(['me+C1', 'C1+me']);
  expect((await eve.practices()).map(({ session }) => session.stage.at)).toEqual(['paused', 'opening']);
});
