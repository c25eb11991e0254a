import { Routes } from 'discord.js';
import { expect, test } from 'vitest';
import { createTidying } from '../../../adapters/discord/deliver/leftovers.ts';
import { discordPlace } from '../../../adapters/discord/discord-place.ts';
import type { Leftover } from '../../../src/store/leftovers.ts';
import { ADA, card, longCard, PARENT, type Performing, performing, SERVER } from './performing.ts';

/** A try a minute. */
const DAY = 24 * 60;

/** Sweeps these once, as if each had been tried so many times. Resolves with the ids of those that are over. */
async function swept(
  at: Performing,
  ...left: readonly (Omit<Leftover, 'id' | 'attempts'> & { readonly attempts?: number })[]
): Promise<number[]> {
  const forgotten: number[] = [];
  const waiting = [left.map((one, id): Leftover => ({ attempts: 1, ...one, id }))];
  let isOver = () => {};
  const over = new Promise<void>((resolve) => {
    isOver = resolve;
  });
  const tidying = createTidying({
    world: {
      takeLeftovers: async () => {
        const next = waiting.shift();
        if (next === undefined) isOver();
        return next ?? [];
      },
      forgetLeftover: async (id) => void forgotten.push(id),
    },
    rest: at.rest,
    bot: { appId: at.discord.appId, userId: at.discord.botUserId, hasContent: false },
    log: (event, fields) => void at.logged.push(JSON.stringify([event, fields])),
    pauseMs: 0,
  });
  tidying.now();
  await over;
  tidying.stop();
  return forgotten;
}

async function posts(at: Performing, channel: string, ...words: readonly string[]): Promise<string[]> {
  for (const content of words) {
    const body = { content, allowed_mentions: { parse: [] } };
    await at.rest.post(Routes.channelMessages(channel), { body });
  }
  return at.discord.messages(channel).map(({ id }) => id);
}

test('a message is removed', async () => {
  await using at = await performing();
  const [first = ''] = await posts(at, at.dm, 'one', 'two');
  expect(await swept(at, { channel: at.dm, ref: first, kind: 'message' })).toEqual([0]);
  expect(at.read()).toEqual(['two']);
});

test('a line that stands elsewhere than its practice is removed where it stands', async () => {
  await using at = await performing({ exportOf: async () => [{ name: 'a.md', content: 'mine' }] });
  const thread = await at.thread();
  const place = discordPlace(PARENT, thread.id);
  const orders = [{ kind: 'point', at: discordPlace(at.dm) }, { kind: 'export' }] as const;
  for (const order of orders) {
    const done = await at.performer.perform(at.order(order, { place }));
    expect(at.read()).toHaveLength(1);
    const ref = 'ref' in done ? (done.ref ?? '') : '';
    // As the store leaves it: with the channel of the practice.
    expect(await swept(at, { channel: PARENT, ref, kind: 'message' })).toEqual([0]);
    expect(at.read()).toEqual([]);
  }
});

test('what has a word for an id was never there', async () => {
  await using at = await performing();
  expect(await swept(at, { channel: at.dm, ref: 'unseen', kind: 'message' })).toEqual([0]);
  expect(at.discord.calls).toEqual([]);
});

test('of a thread all that the bot wrote is removed, the newest first; what others wrote stays, and the name loses the role', async () => {
  await using at = await performing();
  const thread = await at.thread();
  await at.rest.patch(Routes.channel(thread.id), { body: { name: 'Practice · surgeon' } });
  await posts(at, thread.id, 'one');
  await at.ada.says('mine', { thread: thread.id });
  const ids = await posts(at, thread.id, 'two');
  expect(await swept(at, { channel: PARENT, ref: thread.id, kind: 'thread' })).toEqual([0]);
  expect(at.read(thread.id)).toEqual(['mine']);
  expect(thread.name).toBe('Practice');
  expect(at.calls('DELETE').map(({ path }) => path.split('/').at(-1))).toEqual([ids[2], ids[0]]);
});

test('of direct messages only what is older: whoever began anew there keeps it', async () => {
  await using at = await performing();
  await posts(at, at.dm, 'one', 'two');
  await new Promise((resolve) => setTimeout(resolve, 5));
  const before = new Date();
  await new Promise((resolve) => setTimeout(resolve, 5));
  await posts(at, at.dm, 'anew');
  expect(await swept(at, { channel: at.dm, ref: at.dm, kind: 'thread', before })).toEqual([0]);
  expect(at.read()).toEqual(['anew']);
});

test('what stands further back than a page goes as well', async () => {
  await using at = await performing();
  await posts(at, at.dm, 'the oldest');
  for (let turn = 0; turn < 110; turn += 1) await at.ada.says(`so it went ${turn}`);
  await posts(at, at.dm, 'the newest');
  expect(await swept(at, { channel: at.dm, ref: at.dm, kind: 'thread' })).toEqual([0]);
  expect(at.read()).toHaveLength(110);
  expect(at.read()).not.toContain('the oldest');
});

test('in an archived thread it is opened first', async () => {
  await using at = await performing();
  const thread = await at.thread();
  await posts(at, thread.id, 'one');
  await at.rest.patch(Routes.channel(thread.id), { body: { name: 'Practice · surgeon' } });
  at.discord.archive(thread.id);
  expect(await swept(at, { channel: PARENT, ref: thread.id, kind: 'thread' })).toEqual([0]);
  expect(at.read(thread.id)).toEqual([]);
  expect(thread.name).toBe('Practice');
});

test('in a locked thread nothing can be removed now; it is tried again for a day, two calls a time', async () => {
  await using at = await performing();
  const thread = await at.thread();
  const [id = ''] = await posts(at, thread.id, 'one');
  at.discord.archive(thread.id, { locked: true });
  const left = { channel: thread.id, ref: id, kind: 'message' } as const;
  expect(await swept(at, left)).toEqual([]);
  expect(at.discord.calls.slice(-2).map(({ method }) => method)).toEqual(['DELETE', 'PATCH']);
  expect(at.logged.join('\n')).toContain('discord-leftover');
  expect(await swept(at, { ...left, attempts: DAY })).toEqual([0]);
});

test.each([
  ['the message is gone', { status: 404, code: 10008 }],
  ['the channel is gone', { status: 404, code: 10003 }],
])('%s: it is over', async (_, fault) => {
  await using at = await performing();
  const [id = ''] = await posts(at, at.dm, 'one');
  at.discord.fault({ method: 'DELETE' }, fault);
  expect(await swept(at, { channel: at.dm, ref: id, kind: 'message' })).toEqual([0]);
});

test.each([
  { status: 503 },
  { retryAfter: 0.01 },
  { lostAnswer: true },
  { status: 403, code: 50013 },
  { status: 403, code: 50001 },
] as const)(
  'Discord does not do it now (%o): it is tried again another time, and for a day at most',
  async (fault) => {
    await using at = await performing();
    const [id = ''] = await posts(at, at.dm, 'one');
    at.discord.fault({ method: 'DELETE' }, fault, 'retryAfter' in fault ? 2 : 1);
    expect(await swept(at, { channel: at.dm, ref: id, kind: 'message' })).toEqual([]);
    at.discord.fault({ method: 'DELETE' }, { status: 503 });
    const last: Omit<Leftover, 'id'> = { channel: at.dm, ref: id, kind: 'message', attempts: DAY };
    expect(await swept(at, last)).toEqual([0]);
  },
);

test('one of many that is too much at once is waited for', async () => {
  await using at = await performing();
  const ids = await posts(at, at.dm, 'one', 'two', 'three');
  at.discord.fault({ method: 'DELETE' }, { retryAfter: 0.01 });
  expect(await swept(at, { channel: at.dm, ref: at.dm, kind: 'thread' })).toEqual([0]);
  expect(ids).toHaveLength(3);
  expect(at.read()).toEqual([]);
});

test('a history that may not be read for a while is not an empty one', async () => {
  await using at = await performing();
  const thread = await at.thread();
  await posts(at, thread.id, 'one');
  const left = { channel: PARENT, ref: thread.id, kind: 'thread' } as const;
  at.discord.fault({ method: 'GET' }, { status: 403, code: 50001 });
  expect(await swept(at, left)).toEqual([]);
  expect(at.read(thread.id)).toEqual(['one']);
  expect(await swept(at, left)).toEqual([0]);
  expect(at.read(thread.id)).toEqual([]);
});

test('a thread of which Discord lists nothing, for want of Read Message History, is not an empty one, and its name loses the role at once', async () => {
  await using at = await performing();
  const thread = await at.thread();
  await posts(at, thread.id, 'one');
  const left = { channel: PARENT, ref: thread.id, kind: 'thread' } as const;
  await at.rest.patch(Routes.channel(thread.id), { body: { name: 'Practice · surgeon' } });
  const guild = at.discord.guild(SERVER);
  guild.forbid('READ_MESSAGE_HISTORY');
  const names = () => at.calls('PATCH').filter(({ body }) => JSON.stringify(body).includes('name'));
  const before = names().length;
  expect(await swept(at, left)).toEqual([]);
  expect(at.logged.join('\n')).toContain('history');
  expect(thread.name).toBe('Practice');
  // Discord takes few changes of a name.
  expect(await swept(at, left)).toEqual([]);
  expect(names()).toHaveLength(before + 1);
  guild.allow('READ_MESSAGE_HISTORY');
  expect(await swept(at, left)).toEqual([0]);
  expect(at.read(thread.id)).toEqual([]);
});

test('a thread in which nothing was ever written is over at once', async () => {
  await using at = await performing();
  at.discord.guild(SERVER, { channels: [PARENT] });
  const body = { name: 'Practice', type: 12, invitable: false };
  await at.rest.post(Routes.threads(PARENT), { body });
  const ref = at.discord.threads(PARENT).at(-1)?.id ?? '';
  expect(await swept(at, { channel: PARENT, ref, kind: 'thread' })).toEqual([0]);
});

test('a channel that cannot be listed just now is looked at another time', async () => {
  await using at = await performing();
  const thread = await at.thread();
  await posts(at, thread.id, 'one');
  at.discord.fault({ method: 'GET' }, { status: 503 });
  const left = { channel: PARENT, ref: thread.id, kind: 'thread' } as const;
  expect(await swept(at, left)).toEqual([]);
  expect(await swept(at, left)).toEqual([0]);
  expect(at.read(thread.id)).toEqual([]);
  expect(at.discord.guild(SERVER).botIsMember).toBe(true);
});

const TAKEN_BACK = 'An answer was here for a week.';

test('what was lent says from now on that it was taken back, where it stands, and keeps no button; again it is the same', async () => {
  await using at = await performing();
  const shown = card('my story', { buttons: [{ action: 'next', word: 'next', label: 'My card' }] });
  const done = await at.performer.perform(
    at.order({ kind: 'remind', card: shown }, { place: discordPlace(ADA) }),
  );
  const ref = 'ref' in done ? (done.ref ?? '') : '';
  for (const _ of ['once', 'twice']) {
    expect(await swept(at, { channel: ADA, ref, kind: 'lent' })).toEqual([0]);
    expect(at.read().join()).toContain(TAKEN_BACK);
  }
  expect(at.read().join()).not.toMatch(/my story|My card/u);
});

test('of a long one that was lent, no part stays', async () => {
  await using at = await performing();
  const done = await at.performer.perform(
    at.order({ kind: 'remind', card: longCard() }, { place: discordPlace(ADA) }),
  );
  const [first = '', ...others] = ('ref' in done ? (done.ref ?? '') : '').split(' ');
  expect(others.length).toBeGreaterThan(0);
  const parts = others.map((ref) => ({ channel: ADA, ref, kind: 'message' }) as const);
  await swept(at, { channel: ADA, ref: first, kind: 'lent' }, ...parts);
  expect(at.read()).toEqual([expect.stringContaining(TAKEN_BACK)]);
});

test.each([
  ['that cannot be changed is removed', { status: 400, code: 50035 }, []],
  ['that is there no more is over', { status: 404, code: 10008 }, ['lent']],
])('what was lent %s', async (_, fault, stays) => {
  await using at = await performing();
  const [id = ''] = await posts(at, at.dm, 'lent');
  at.discord.fault({ method: 'PATCH' }, fault);
  expect(await swept(at, { channel: ADA, ref: `${at.dm}/${id}`, kind: 'lent' })).toEqual([0]);
  expect(at.read()).toEqual(stays);
});

test('what was lent and can be neither changed nor removed now is taken back another time', async () => {
  await using at = await performing();
  const done = await at.performer.perform(
    at.order({ kind: 'remind', card: card('my story') }, { place: discordPlace(ADA) }),
  );
  for (const method of ['PATCH', 'DELETE']) at.discord.fault({ method }, { status: 503 });
  const left = { channel: ADA, ref: 'ref' in done ? (done.ref ?? '') : '', kind: 'lent' } as const;
  expect(await swept(at, left)).toEqual([]);
  expect(await swept(at, left)).toEqual([0]);
  expect(at.read().join()).toContain(TAKEN_BACK);
});

test('of somebody’s direct messages, known by who they are, all that is older goes, with its files', async () => {
  await using at = await performing();
  const file = { kind: 'file', name: 'practice.ics', text: 'BEGIN', words: 'For your calendar.' } as const;
  await at.performer.perform(at.order(file, { place: discordPlace(ADA) }));
  await at.ada.says('mine');
  await new Promise((resolve) => setTimeout(resolve, 5));
  const before = new Date();
  await new Promise((resolve) => setTimeout(resolve, 5));
  await posts(at, at.dm, 'anew');
  expect(await swept(at, { channel: ADA, ref: ADA, kind: 'direct', before })).toEqual([0]);
  expect(at.read()).toEqual(['mine', 'anew']);
});

test('of a place of several people what was said until then goes; the place goes on under its name', async () => {
  await using at = await performing();
  const thread = await at.thread();
  await at.rest.patch(Routes.channel(thread.id), { body: { name: 'Team practice' } });
  await posts(at, thread.id, 'You two practise.');
  await new Promise((resolve) => setTimeout(resolve, 5));
  const before = new Date();
  await new Promise((resolve) => setTimeout(resolve, 5));
  await posts(at, thread.id, 'A colleague has left.');
  expect(await swept(at, { channel: PARENT, ref: thread.id, kind: 'place', before })).toEqual([0]);
  expect(at.read(thread.id)).toEqual(['A colleague has left.']);
  expect(thread.name).toBe('Team practice');
});
