import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AtLarge, atLarge } from './at-large.ts';
import { STORY } from './told.ts';

/** A message can be edited or deleted for as long as it stands: long after its practice was left. */

let at: AtLarge;
beforeAll(async () => {
  at = await atLarge('edits of old');
});
afterAll(() => at?.close());

async function told(userId: string) {
  const ada = at.person(userId);
  for (const words of ['/practice-failure', 'story', 'skip', STORY[0]]) await ada.writes(words);
  const first = ada.message('It was a customer day.', 'open');
  const second = ada.message('It was in June.', 'open');
  for (const what of [first, second]) await ada.happens(what);
  const idOf = (what: typeof first) => ('messageId' in what ? what.messageId : '');
  const changes = async () => {
    const shown = ada.cards().length;
    await ada.happens({
      type: 'edited',
      messageId: idOf(first),
      text: 'It was our customer day.',
      stamp: '2',
    });
    await ada.happens({ type: 'deleted', messageId: idOf(second) });
    return ada.cards().length - shown;
  };
  const context = async () => {
    const [practice] = await ada.practices();
    return practice?.session.answers.context?.map(({ text }) => text);
  };
  return { ada, changes, context };
}

test.each([
  ['paused, with another one open in its place', ['pause', '/practice-failure', 'new']],
  ['ended', ['stop']],
])('a practice that is %s takes them, without a word', async (name, leave) => {
  const { ada, changes, context } = await told(`old-${leave.length}`);
  for (const words of leave) await ada.writes(words);
  const states = (await ada.practices()).map(({ session }) => session.stage.at);
  expect(states[0], name).toMatch(/paused|done/);
  expect(await changes()).toBe(0);
  expect(await context()).toEqual(['It was our customer day.']);
  expect((await ada.practices()).map(({ session }) => session.stage.at)).toEqual(states);
});

test('the open one takes them as before', async () => {
  const { changes, context } = await told('open');
  await changes();
  expect(await context()).toEqual(['It was our customer day.']);
});

test('a message that two practices hold is changed in both, and deleted from both', async () => {
  const { ada } = await told('twice');
  const [held] = (await ada.session())?.answers.context ?? [];
  const messageId = held?.id ?? '';
  await ada.happens({ type: 'brought', messageId, stamp: held?.stamp ?? '', text: STORY.join(' ') });
  const holding = async (words: string) =>
    (await ada.practices()).map(({ session }) => JSON.stringify(session).includes(words));
  expect((await ada.practices()).length).toBe(2);
  await ada.happens({ type: 'edited', messageId, text: 'Zwergkanarienvogel keeper', stamp: '9' });
  expect(await holding('Zwergkanarienvogel')).toEqual([true, true]);
  await ada.happens({ type: 'deleted', messageId });
  expect(await holding('Zwergkanarienvogel')).toEqual([false, false]);
});
