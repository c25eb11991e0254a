import { describe, expect, test } from 'vitest';
import { discordPlace } from '../../../adapters/discord/discord-place.ts';
import type { Delivery, Order, Outcome } from '../../../src/coach/ports.ts';
import { parsePlaceKey } from '../../../src/who/place.ts';
import { teamRef } from '../../../src/who/team.ts';
import { CHANNEL } from '../../fakes/discord/channel.ts';
import type { Permission } from '../../fakes/discord/permissions.ts';
import {
  ADA,
  BARS,
  card,
  MESSAGES,
  PARENT,
  type Performing,
  performing,
  SERVER,
  THREADS,
} from './performing.ts';

const BEA = '4444444444444444002';
const CYD = '4444444444444444003';
const MEMBERS = '/channels/{channel_id}/thread-members/{user_id}';
const MOVED = { action: 'mock:0b9a:next:1-0-settle', word: 'team next', label: 'Next' };

const QUIET = { asks: 'nothing' } as const;

type Gather = Extract<Order, { kind: 'gather' }>;

/** A group of a team, in a server with one text channel; its place is one that was named and is not opened. */
function gathering(at: Performing, more: Partial<Gather> = {}): Delivery {
  at.discord.guild(SERVER, { channels: [PARENT] });
  at.discord.user(BEA, { name: 'Bea' });
  at.discord.user(CYD, { name: 'Cyd' });
  const order: Gather = {
    kind: 'gather',
    card: card('Bea asks first.', { buttons: [MOVED], asks: 'nothing' }),
    people: [ADA, BEA],
    called: 'Thursday round',
    near: discordPlace(PARENT),
    ...more,
  };
  const person = teamRef({ platform: 'discord', scope: at.discord.appId }, '0b9a');
  return at.order(order, { person, place: discordPlace('team', '0b9an1-1-2') });
}

function placeOf(outcome: Outcome) {
  if (outcome.outcome !== 'done' || outcome.ref === undefined)
    throw new Error(`it was ${JSON.stringify(outcome)}`);
  return parsePlaceKey(outcome.ref);
}

const threadsOf = (at: Performing) => at.discord.threads(PARENT);
const tryAgain = (delivery: Delivery): Delivery => ({ ...delivery, inDoubt: true });

describe('several people are gathered', () => {
  test('in one private thread of their channel, each in it, which lets nobody invite', async () => {
    await using at = await performing();
    const place = placeOf(await at.performer.perform(gathering(at)));
    const [thread] = threadsOf(at);
    expect(threadsOf(at)).toHaveLength(1);
    expect(place).toEqual(discordPlace(PARENT, thread?.id));
    expect(thread).toMatchObject({
      type: CHANNEL.privateThread,
      invitable: false,
      name: expect.stringMatching(/^Practice \d{5} · Thursday round$/),
    });
    expect([...(thread?.members ?? [])]).toEqual([at.discord.botUserId, ADA, BEA]);
  });

  test('and read there first who can read it, then their card, posted under a nonce that is enforced', async () => {
    await using at = await performing();
    const delivery = gathering(at);
    const { thread = '' } = placeOf(await at.performer.perform(delivery));
    expect(at.read(thread)).toHaveLength(1);
    expect(at.read(thread)[0]).toMatch(
      /^Nobody else was added to this thread\. Moderators of this server can read it[^\n]*\nBea asks first\.\n\[Next\]$/,
    );
    const [posted] = at.calls('POST', MESSAGES);
    expect(posted?.body).toMatchObject({ nonce: delivery.deliveryId, enforce_nonce: true });
  });

  test('and what is said into their place comes into the thread', async () => {
    await using at = await performing();
    const delivery = gathering(at);
    const place = placeOf(await at.performer.perform(delivery));
    const { person } = delivery;
    const outcome = await at.performer.perform(at.say(card('Two minutes.', QUIET), { person, place }));
    expect(outcome).toEqual({ outcome: 'done', ref: at.discord.messages(place.thread ?? '').at(-1)?.id });
    expect(at.read(place.thread).at(-1)).toBe('Two minutes.');
  });

  test('also in a thread that Discord archived meanwhile', async () => {
    await using at = await performing();
    const delivery = gathering(at);
    const place = placeOf(await at.performer.perform(delivery));
    at.discord.archive(place.thread ?? '');
    const { person } = delivery;
    expect(await at.performer.perform(at.say(card('On.', QUIET), { person, place }))).toMatchObject({
      outcome: 'done',
    });
    expect(at.read(place.thread).at(-1)).toBe('On.');
  });

  test('in a thread of their own for each group, called alike or not', async () => {
    await using at = await performing();
    const one = placeOf(await at.performer.perform(gathering(at)));
    const two = placeOf(await at.performer.perform(gathering(at, { people: [CYD, BEA] })));
    expect(two.thread).not.toBe(one.thread);
    expect(threadsOf(at).map(({ members }) => members.has(CYD))).toEqual([false, true]);
  });
});

describe('a gathering that is tried again makes no second thread and says nothing twice', () => {
  const CALLS = [
    ['looking at the channel', { method: 'GET', path: '/channels/{channel_id}' }],
    ['making the thread', { method: 'POST', path: THREADS }],
    ['adding the first', { method: 'PUT', when: ({ path }: { path: string }) => path.endsWith(ADA) }],
    ['adding the second', { method: 'PUT', when: ({ path }: { path: string }) => path.endsWith(BEA) }],
    ['posting the card', { method: 'POST', path: MESSAGES }],
  ] as const;
  const PROCESSES = ['the same', 'another'] as const;

  describe.each(PROCESSES)('by %s process', (process) => {
    test.each(CALLS)('after the answer to %s was lost', async (_, matcher) => {
      await using at = await performing({}, { nonceMs: 0 });
      const delivery = gathering(at);
      at.discord.fault(matcher, { lostAnswer: true });
      expect(await at.performer.perform(delivery)).toEqual({ outcome: 'unknown' });
      const performer = process === 'the same' ? at.performer : at.again();
      const place = placeOf(await performer.perform(tryAgain(delivery)));
      expect(threadsOf(at).map(({ id }) => id)).toEqual([place.thread]);
      expect(at.read(place.thread)).toHaveLength(1);
      expect(threadsOf(at)[0]?.members.size).toBe(3);
    });

    test.each(CALLS)('after %s was refused for now', async (_, matcher) => {
      await using at = await performing({}, { nonceMs: 0 });
      const delivery = gathering(at);
      at.discord.fault(matcher, { retryAfter: 0.01 });
      const { outcome } = await at.performer.perform(delivery);
      // Once there is a thread, the next try must look for it first: that is what `unknown` says.
      expect(outcome).toBe(threadsOf(at).length === 0 ? 'later' : 'unknown');
      await new Promise((resolve) => setTimeout(resolve, 100));
      const performer = process === 'the same' ? at.performer : at.again();
      const inDoubt = outcome === 'unknown';
      const place = placeOf(await performer.perform({ ...delivery, inDoubt }));
      expect(threadsOf(at).map(({ id }) => id)).toEqual([place.thread]);
      expect(at.read(place.thread)).toHaveLength(1);
    });
  });

  test('after all of it was done and the process died before it could say so', async () => {
    await using at = await performing({}, { nonceMs: 0 });
    const delivery = gathering(at);
    const first = await at.performer.perform(delivery);
    expect(await at.again().perform(tryAgain(delivery))).toEqual(first);
    expect(at.read(placeOf(first).thread)).toHaveLength(1);
  });
});

describe('a gathering is refused', () => {
  test.each([
    ['left the server', 10007],
    ['is nobody any more', 10013],
    ['may not see the channel', 50001],
  ] as const)(
    'where one %s: by their number, and the thread is put out of the way unused',
    async (why, code) => {
      await using at = await performing();
      const delivery = gathering(at, { people: [ADA, BEA, CYD] });
      if (code === 10007) at.discord.user(BEA).leaves(SERVER);
      else at.discord.fault({ method: 'PUT', when: ({ path }) => path.endsWith(BEA) }, { status: 403, code });
      expect(await at.performer.perform(delivery), why).toEqual({
        outcome: 'refused',
        reason: `not-added 2-${code}`,
      });
      expect(threadsOf(at).map(({ archived }) => archived)).toEqual([true]);
      expect(at.read(threadsOf(at)[0]?.id)).toEqual([]);
      expect(at.logged.join()).not.toContain(BEA);
    },
  );

  test('where several cannot be added: it names them all at once', async () => {
    await using at = await performing();
    const delivery = gathering(at, { people: [ADA, 'team:0b9a', CYD] });
    at.ada.leaves(SERVER);
    expect(await at.performer.perform(delivery)).toEqual({
      outcome: 'refused',
      reason: 'not-added 1-10007 2-no-user',
    });
    expect(at.calls('PUT', MEMBERS).map(({ path }) => path.split('/').at(-1))).toEqual([ADA, CYD]);
  });

  test.each<[Permission, string, number]>([
    ['VIEW_CHANNEL', 'lacks-view-channels', 0],
    ['CREATE_PRIVATE_THREADS', 'lacks-create-private-threads', 0],
    ['SEND_MESSAGES_IN_THREADS', 'lacks-send-messages-in-threads', 1],
  ])('without %s: it says so, once, and no thread stands open', async (permission, reason, made) => {
    await using at = await performing();
    const delivery = gathering(at);
    at.discord.guild(SERVER).forbid(permission);
    expect(await at.performer.perform(delivery)).toEqual({ outcome: 'refused', reason });
    expect(threadsOf(at).map(({ archived }) => archived)).toEqual(Array.from({ length: made }, () => true));
  });

  test('in a server that has as many threads as it can hold', async () => {
    await using at = await performing();
    const delivery = gathering(at);
    at.discord.guild(SERVER).threadCap = 0;
    const reason = 'too-many-threads';
    expect(await at.performer.perform(delivery)).toEqual({ outcome: 'refused', reason });
  });

  test('near a channel that is gone', async () => {
    await using at = await performing();
    const delivery = gathering(at);
    at.discord.deleteChannel(PARENT);
    expect(await at.performer.perform(delivery)).toEqual({ outcome: 'refused', reason: 'near-gone' });
  });

  test('near a channel of a server that put the bot out', async () => {
    await using at = await performing();
    const delivery = gathering(at);
    at.discord.kick(SERVER);
    const reason = 'lacks-view-channels';
    expect(await at.performer.perform(delivery)).toEqual({ outcome: 'refused', reason });
  });

  test.each(['direct messages', 'a forum', 'announcements', 'a thread'] as const)(
    'near %s, without a try to make one there',
    async (what) => {
      await using at = await performing();
      const delivery = gathering(at);
      const id = '2222222222222222229';
      at.discord.channel(SERVER, id, { type: what === 'a forum' ? CHANNEL.forum : CHANNEL.news });
      const thread = what === 'a thread' ? (await at.thread()).id : '';
      const before = at.calls('POST', THREADS).length;
      const near = discordPlace(what === 'direct messages' ? at.dm : what === 'a thread' ? thread : id);
      const order = { ...(delivery.order as Gather), near };
      const outcome = await at.performer.perform({ ...delivery, order });
      expect(outcome).toEqual({ outcome: 'refused', reason: 'near-not-text' });
      expect(at.calls('POST', THREADS)).toHaveLength(before);
    },
  );

  test('where Discord takes its card in no form, and its words are not in the log', async () => {
    await using at = await performing();
    const delivery = gathering(at, { card: card('a secret') });
    at.discord.fault({ method: 'POST', path: MESSAGES }, { status: 400, code: 50035 }, 2);
    const reason = 'not-gathered-50035';
    expect(await at.performer.perform(delivery)).toEqual({ outcome: 'refused', reason });
    expect(threadsOf(at).map(({ archived }) => archived)).toEqual([true]);
    expect(at.logged.join()).not.toContain('a secret');
  });
});

test('a group whose card has a picture is gathered without it where nothing may be attached', async () => {
  await using at = await performing();
  const delivery = gathering(at, { card: card('', { blocks: [BARS], asks: 'nothing' }) });
  at.discord.guild(SERVER).forbid('ATTACH_FILES');
  const place = placeOf(await at.performer.perform(delivery));
  expect(at.read(place.thread)).toEqual([expect.stringMatching(/^Nobody else was added/)]);
});

test('a group that could not be gathered has no place: nothing of theirs is sent to Discord', async () => {
  await using at = await performing();
  const { person, place } = gathering(at);
  const gone = { outcome: 'gone', reason: 'place-not-opened' };
  expect(await at.performer.perform(at.say(card('On.', QUIET), { person, place }))).toEqual(gone);
  const revised = { kind: 'revise', card: card('On.', QUIET), ref: '2222222222222222230' } as const;
  expect(await at.performer.perform(at.order(revised, { person, place }))).toEqual(gone);
  const closed = at.order({ kind: 'close' }, { person, place: discordPlace('team', '17') });
  expect(await at.performer.perform(closed)).toEqual({ outcome: 'done' });
  expect(at.discord.calls).toEqual([]);
});
