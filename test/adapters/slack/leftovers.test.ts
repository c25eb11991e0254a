import { expect, test } from 'vitest';
import { createSlackClient } from '../../../adapters/slack/api/client.ts';
import { createTidying } from '../../../adapters/slack/deliver/leftovers.ts';
import { slackPlace } from '../../../adapters/slack/slack-place.ts';
import type { Outcome } from '../../../src/coach/ports.ts';
import type { Leftover } from '../../../src/store/leftovers.ts';
import { teamRef } from '../../../src/who/team.ts';
import { ADA, card, longCard, type Performing, performing } from './performing.ts';

/** What is left of team sessions; of practices see test/stories/slack-deletion.test.ts. */

const TAKEN_BACK = 'An answer was here for a week.';

/** Sweeps these once. Resolves with the ids of those that are over. */
async function swept(
  at: Performing,
  ...left: readonly Omit<Leftover, 'id' | 'attempts'>[]
): Promise<number[]> {
  const forgotten: number[] = [];
  const waiting = [left.map((one, id): Leftover => ({ ...one, id, attempts: 1 }))];
  let isOver = () => {};
  const over = new Promise<void>((resolve) => {
    isOver = resolve;
  });
  const { botToken: token, apiUrl, teamId, botUserId: userId } = at.slack;
  const client = createSlackClient({ token, apiUrl, teamId });
  const { bot_id: botId = '' } = await client.auth.test();
  const tidying = createTidying(
    {
      client,
      bot: { userId, botId },
      log: (event, fields) => void at.logged.push(JSON.stringify([event, fields])),
      world: {
        takeLeftovers: async () => {
          const next = waiting.shift();
          if (next === undefined) isOver();
          return next ?? [];
        },
        forgetLeftover: async (id) => void forgotten.push(id),
      },
    },
    0,
  );
  tidying.now();
  await over;
  tidying.stop();
  return forgotten;
}

/** What the platform called it, message by message. */
function refsOf(outcome: Outcome): readonly string[] {
  return 'ref' in outcome ? (outcome.ref ?? '').split(' ') : [];
}

const told = (at: Performing, shown = card('my story')) =>
  at.performer.perform(at.order({ kind: 'remind', card: shown }, { place: slackPlace(ADA.userId) }));

/** A moment between what came before it and what comes after. */
async function moment(): Promise<Date> {
  await new Promise((resolve) => setTimeout(resolve, 5));
  const now = new Date();
  await new Promise((resolve) => setTimeout(resolve, 5));
  return now;
}

test('what was lent says from now on that it was taken back, where it stands, and keeps no button; again it is the same', async () => {
  await using at = await performing();
  const shown = card('my story', { buttons: [{ action: 'next', word: 'next', label: 'My card' }] });
  const [ref = ''] = refsOf(await told(at, shown));
  for (const _ of ['once', 'twice']) {
    expect(await swept(at, { channel: ADA.userId, ref, kind: 'lent' })).toEqual([0]);
    expect(at.readOutside()).toEqual([expect.stringContaining(TAKEN_BACK)]);
  }
  const [message] = at.slack.messages(at.dm).filter(({ ts }) => ts === ref);
  expect(JSON.stringify(message)).not.toMatch(/my story|My card/u);
});

test('of a long one that was lent, no part stays', async () => {
  await using at = await performing();
  const [first = '', ...others] = refsOf(await told(at, longCard()));
  expect(others.length).toBeGreaterThan(0);
  const parts = others.map((ref) => ({ channel: ADA.userId, ref, kind: 'message' }) as const);
  await swept(at, { channel: ADA.userId, ref: first, kind: 'lent' }, ...parts);
  expect(at.readOutside()).toEqual([expect.stringContaining(TAKEN_BACK)]);
});

test.each([
  ['that cannot be changed is removed', 'edit_window_closed', 0],
  ['that is there no more is over', 'message_not_found', 1],
])('what was lent %s', async (_, error, stay) => {
  await using at = await performing();
  const [ref = ''] = refsOf(await told(at));
  at.slack.fail('chat.update', { error });
  expect(await swept(at, { channel: ADA.userId, ref, kind: 'lent' })).toEqual([0]);
  expect(at.readOutside()).toHaveLength(stay);
});

test('what was lent to somebody who is there no more is over', async () => {
  await using at = await performing();
  const [ref = ''] = refsOf(await told(at));
  at.slack.fail('conversations.open', { error: 'user_disabled' });
  expect(await swept(at, { channel: ADA.userId, ref, kind: 'lent' })).toEqual([0]);
});

test('what was lent and can be neither changed nor removed now is taken back another time', async () => {
  await using at = await performing();
  const [ref = ''] = refsOf(await told(at));
  for (const method of ['chat.update', 'chat.delete']) at.slack.fail(method, { error: 'internal_error' });
  const left = { channel: ADA.userId, ref, kind: 'lent' } as const;
  expect(await swept(at, left)).toEqual([]);
  expect(await swept(at, left)).toEqual([0]);
  expect(at.readOutside()).toEqual([expect.stringContaining(TAKEN_BACK)]);
});

test('of somebody’s direct messages all that is older goes: cards, files, and what hangs on them; what they wrote stays', async () => {
  await using at = await performing();
  const ada = at.slack.user(ADA.userId, { name: 'Ada' });
  const place = slackPlace(ADA.userId);
  const file = { kind: 'file', name: 'practice.ics', text: 'BEGIN', words: 'For your calendar.' } as const;
  await at.performer.perform(at.order(file, { place }));
  // Slack shares it a moment after it took it.
  await at.slack.until(() => at.slack.messages(at.dm).some(({ files }) => files !== undefined), 'the file');
  await told(at);
  await at.performer.perform(at.say(card('in a thread')));
  await ada.says('mine', { thread: at.thread });
  const before = await moment();
  await told(at, card('anew'));
  expect(await swept(at, { channel: ADA.userId, ref: ADA.userId, kind: 'direct', before })).toEqual([0]);
  const all = at.slack.messages(at.dm);
  expect(all.filter(({ user }) => user === ADA.userId)).toHaveLength(1);
  expect(all.filter(({ bot_id }) => bot_id !== undefined)).toHaveLength(1);
  expect(at.readOutside()).toEqual(['anew']);
  expect(at.calls('files.delete').map(({ result }) => result)).toEqual(['ok']);
});

test('a file that was handed over goes by itself, whatever its message is called', async () => {
  await using at = await performing();
  const file = { kind: 'file', name: 'named.csv', text: 'Ada', words: 'Who agreed to be named.' } as const;
  const done = await at.performer.perform(at.order(file, { place: slackPlace(ADA.userId) }));
  const refs = refsOf(done);
  expect(refs).toHaveLength(2);
  const left = refs.map((ref) => ({ channel: ADA.userId, ref, kind: 'message' }) as const);
  expect(await swept(at, ...left)).toEqual([0, 1]);
  expect(at.readOutside().filter((words) => words !== '')).toEqual([]);
  expect(at.calls('files.delete').map(({ result }) => result)).toEqual(['ok']);
});

test.each([
  ['what was said until then goes, and the place goes on', undefined, ['A colleague has left.']],
  [
    'nothing is found where the bot may not read it, and that is over',
    'missing_scope',
    ['You two practise.', 'A colleague has left.'],
  ],
])('in the messages of a group %s', async (_, error, stays) => {
  await using at = await performing();
  const people = [ADA.userId, 'UBOB'];
  for (const id of people) at.slack.user(id, {});
  const person = teamRef(ADA, 'team1');
  const near = slackPlace('C0TEAM');
  const order = { kind: 'gather', card: card('You two practise.'), people, called: 'Tuesday', near } as const;
  const [place = ''] = refsOf(
    await at.performer.perform(at.order(order, { person, place: slackPlace('team', 'mock1-1-2') })),
  );
  const group = place.split('/')[1] ?? '';
  const before = await moment();
  await at.performer.perform(at.say(card('A colleague has left.'), { person, place: slackPlace(group) }));
  if (error !== undefined) at.slack.fail('conversations.history', { error });
  expect(await swept(at, { channel: group, ref: group, kind: 'place', before })).toEqual([0]);
  expect(at.readOutside(group)).toEqual(stays);
});
