import { describe, expect, test } from 'vitest';
import { discordPlace } from '../../../adapters/discord/discord-place.ts';
import type { Delivery, Outcome } from '../../../src/coach/ports.ts';
import { parsePlaceKey } from '../../../src/who/place.ts';
import type { Permission } from '../../fakes/discord/permissions.ts';
import { ADA, card, MESSAGES, PARENT, type Performing, performing, SERVER, THREADS } from './performing.ts';

/** A place that is to be opened in one of these ways, best first. */
function opening(at: Performing, ways: readonly string[], called?: string): Delivery {
  at.discord.guild(SERVER, { channels: [PARENT] });
  const place = discordPlace(ways.join('+'), 'new-1-1');
  return at.order({ kind: 'open', ...(called === undefined ? {} : { called }) }, { place });
}

function placeOf(outcome: Outcome) {
  if (outcome.outcome !== 'done' || outcome.ref === undefined) throw new Error(`it was ${outcome.outcome}`);
  return parsePlaceKey(outcome.ref);
}

const again = (delivery: Delivery): Delivery => ({ ...delivery, inDoubt: true });
const firstIn = (at: Performing, channel: string) => at.read(channel)[0] ?? '';
const MEMBERS = '/channels/{channel_id}/thread-members/{user_id}';

describe('direct messages', () => {
  test('say who can read them before anything is asked', async () => {
    await using at = await performing();
    const place = placeOf(await at.performer.perform(opening(at, [ADA, PARENT, 'answers'])));
    expect(place).toEqual(discordPlace(at.dm));
    expect(firstIn(at, at.dm)).toMatch(
      /^We practise here, just the two of us; whoever runs me can read it too/,
    );
    expect(firstIn(at, at.dm)).not.toContain('terminal');
    expect(at.discord.threads(PARENT)).toEqual([]);
  });

  test.each([50007, 50278] as const)('closed (%i): a private thread, which says why', async (code) => {
    await using at = await performing();
    at.ada.closesDms(code);
    const place = placeOf(await at.performer.perform(opening(at, [ADA, PARENT, 'answers'])));
    const [thread] = at.discord.threads(PARENT);
    expect(place).toEqual(discordPlace(PARENT, thread?.id));
    expect(firstIn(at, thread?.id ?? '')).toContain(
      'I cannot reach you in direct messages, so we practise in this thread.',
    );
    expect(firstIn(at, thread?.id ?? '')).toContain('Moderators of this server can read it');
    expect(at.calls('POST', MESSAGES).filter(({ path }) => path.includes(at.dm))).toHaveLength(1);
  });

  test('to which a card could not go are not tried again at once', async () => {
    await using at = await performing();
    at.ada.closesDms();
    expect(await at.performer.perform(at.say(card('once')))).toEqual({
      outcome: 'gone',
      reason: 'place-50007',
    });
    placeOf(await at.performer.perform(opening(at, [ADA, PARENT])));
    expect(at.calls('POST', MESSAGES).filter(({ path }) => path.includes(at.dm))).toHaveLength(1);
  });

  test('that were closed are tried again once their person was heard in them', async () => {
    await using at = await performing();
    at.ada.closesDms();
    placeOf(await at.performer.perform(opening(at, [ADA, PARENT])));
    at.ada.opensDms();
    at.performer.opened(ADA);
    expect(placeOf(await at.performer.perform(opening(at, [ADA, PARENT])))).toEqual(discordPlace(at.dm));
  });

  test('whose answer was lost get their first line once', async () => {
    await using at = await performing({}, { nonceMs: 0 });
    const delivery = opening(at, [ADA, 'answers']);
    at.discord.fault({ method: 'POST', path: MESSAGES }, { lostAnswer: true });
    expect(await at.performer.perform(delivery)).toEqual({ outcome: 'unknown' });
    expect(placeOf(await at.performer.perform(again(delivery)))).toEqual(discordPlace(at.dm));
    expect(at.read()).toHaveLength(1);
  });
});

describe('a private thread', () => {
  test('is called after the role, has the person in it, and lets nobody invite', async () => {
    await using at = await performing();
    const place = placeOf(await at.performer.perform(opening(at, [PARENT, ADA], 'ward nurse\n')));
    const [thread] = at.discord.threads(PARENT);
    expect(place).toEqual(discordPlace(PARENT, thread?.id));
    expect(thread).toMatchObject({
      name: expect.stringMatching(/^Practice \d{5} · ward nurse$/),
      invitable: false,
      type: 12,
    });
    expect(thread?.members.has(ADA)).toBe(true);
    expect(firstIn(at, thread?.id ?? '')).toMatch(/^We practise in this thread. Moderators/);
  });

  test.each([['🙂'.repeat(60)], ['///:::'], ['ward\nnurse'], ['\u200b'], ['x'.repeat(200)]])(
    'is opened for the role "%s"',
    async (role) => {
      await using at = await performing();
      placeOf(await at.performer.perform(opening(at, [PARENT], role)));
      expect(at.discord.threads(PARENT)).toHaveLength(1);
    },
  );

  test.each<[string, Permission, string]>([
    ['see the channel', 'VIEW_CHANNEL', 'I lack "View Channels" in that channel'],
    ['make threads', 'CREATE_PRIVATE_THREADS', 'I lack "Create Private Threads" in that channel'],
    ['write in threads', 'SEND_MESSAGES_IN_THREADS', 'I lack "Send Messages in Threads" in that channel'],
  ])('where the bot may not %s: direct messages, which name it', async (_, permission, why) => {
    await using at = await performing();
    const delivery = opening(at, [PARENT, ADA, 'answers']);
    at.discord.guild(SERVER).forbid(permission);
    expect(placeOf(await at.performer.perform(delivery))).toEqual(discordPlace(at.dm));
    expect(firstIn(at, at.dm)).toContain(`${why}, so we practise in our direct messages.`);
    // What was made on the way is put out of the way.
    expect(at.discord.threads(PARENT).every(({ archived }) => archived)).toBe(true);
  });

  test('in a server that is full of them: direct messages', async () => {
    await using at = await performing();
    const delivery = opening(at, [PARENT, ADA]);
    at.discord.guild(SERVER).threadCap = 0;
    expect(placeOf(await at.performer.perform(delivery))).toEqual(discordPlace(at.dm));
    expect(firstIn(at, at.dm)).toContain('as many open threads as it can hold');
  });

  test('for somebody who left the server: direct messages, and no thread stands open', async () => {
    await using at = await performing();
    const delivery = opening(at, [PARENT, ADA]);
    at.ada.leaves(SERVER);
    expect(placeOf(await at.performer.perform(delivery))).toEqual(discordPlace(at.dm));
    expect(at.discord.threads(PARENT).map(({ archived }) => archived)).toEqual([true]);
  });

  test.each(['the same', 'another'] as const)(
    'whose opening was lost is found again by %s process: nobody gets a second one',
    async (process) => {
      await using at = await performing();
      const delivery = opening(at, [PARENT, ADA]);
      at.discord.fault({ method: 'POST', path: THREADS }, { lostAnswer: true });
      expect(await at.performer.perform(delivery)).toEqual({ outcome: 'unknown' });
      const performer = process === 'the same' ? at.performer : at.again();
      const place = placeOf(await performer.perform(again(delivery)));
      const threads = at.discord.threads(PARENT);
      expect(threads.map(({ id }) => id)).toEqual([place.thread]);
      expect(at.read(place.thread)).toHaveLength(1);
    },
  );

  test('whose openings were lost for two people, who are looked for at the same moment: each finds their own', async () => {
    await using at = await performing();
    const bea = '4444444444444444002';
    at.discord.user(bea, { name: 'Bea' });
    at.discord.guild(SERVER, { channels: [PARENT] });
    const forAda = opening(at, [PARENT, ADA]);
    const forBea: Delivery = {
      ...opening(at, [PARENT, bea]),
      person: { platform: 'discord', scope: SERVER, userId: bea },
    };
    for (const delivery of [forAda, forBea]) {
      at.discord.fault({ method: 'POST', path: THREADS }, { lostAnswer: true });
      expect(await at.performer.perform(delivery)).toEqual({ outcome: 'unknown' });
    }
    const performer = at.again();
    await Promise.all([forAda, forBea].map((delivery) => performer.perform(again(delivery))));
    const people = at.discord.threads(PARENT).map(({ members }) => [members.has(ADA), members.has(bea)]);
    expect(people).toEqual([
      [true, false],
      [false, true],
    ]);
  });

  test.each([
    ['adding the person was lost', { method: 'PUT', path: MEMBERS }, { lostAnswer: true }],
    ['adding the person was too early', { method: 'PUT', path: MEMBERS }, { retryAfter: 0.01 }],
    ['its first line was lost', { method: 'POST', path: MESSAGES }, { lostAnswer: true }],
  ] as const)('where %s: it is the same at the next try', async (_, matcher, fault) => {
    for (const process of ['the same', 'another'] as const) {
      await using at = await performing();
      const delivery = opening(at, [PARENT, ADA]);
      at.discord.fault(matcher, fault);
      expect(await at.performer.perform(delivery)).toEqual({ outcome: 'unknown' });
      await new Promise((resolve) => setTimeout(resolve, 100));
      const performer = process === 'the same' ? at.performer : at.again();
      const place = placeOf(await performer.perform(again(delivery)));
      expect(at.discord.threads(PARENT).map(({ id }) => id)).toEqual([place.thread]);
      expect(at.read(place.thread)).toHaveLength(1);
    }
  });
});

describe('no way', () => {
  test('but the answers: they are the place, whether anybody looks or not', async () => {
    await using at = await performing();
    at.ada.closesDms();
    const delivery = opening(at, ['answers', ADA, PARENT]);
    at.discord.guild(SERVER).forbid('CREATE_PRIVATE_THREADS');
    expect(placeOf(await at.performer.perform(delivery))).toEqual(discordPlace(ADA, 'answers'));
  });

  test('at all: it is refused, each way was tried once, and each is one line of the log', async () => {
    await using at = await performing();
    at.ada.closesDms();
    const delivery = opening(at, [ADA, PARENT]);
    at.discord.guild(SERVER).forbid('CREATE_PRIVATE_THREADS');
    expect(await at.performer.perform(delivery)).toEqual({ outcome: 'refused', reason: 'not-opened' });
    expect(at.logged.filter((line) => line.includes('discord-way-shut'))).toHaveLength(2);
    expect(at.calls('POST', THREADS)).toHaveLength(1);
    expect(at.calls('POST', MESSAGES)).toHaveLength(1);
  });

  test('for a card of a place that was never opened: the practice asks for another place', async () => {
    await using at = await performing();
    const place = discordPlace(ADA, 'new-1-1');
    expect(await at.performer.perform(at.say(card('once'), { place }))).toEqual({
      outcome: 'gone',
      reason: 'place-not-opened',
    });
    expect(at.discord.calls).toEqual([]);
  });
});

describe('a practice in a thread', () => {
  const inThread = async (at: Performing) => {
    const thread = await at.thread();
    return { thread, place: discordPlace(PARENT, thread.id) };
  };

  test('that Discord archived goes on in it', async () => {
    await using at = await performing({ hasContent: true });
    const { thread, place } = await inThread(at);
    const { ref } = (await at.performer.perform(at.say(card('before'), { place }))) as { ref: string };
    at.discord.archive(thread.id);
    const order = { kind: 'revise', card: card('after'), ref } as const;
    expect(await at.performer.perform(at.order(order, { place }))).toEqual({ outcome: 'done', ref });
    at.discord.archive(thread.id);
    expect(await at.performer.perform(at.say(card('on'), { place }))).toMatchObject({ outcome: 'done' });
    expect(at.read(thread.id)).toEqual(['after', 'on']);
    expect(thread.archived).toBe(false);
  });

  test('that a moderator locked is over, and the next place says so', async () => {
    await using at = await performing();
    const { thread, place } = await inThread(at);
    at.discord.archive(thread.id, { locked: true });
    const outcome = await at.performer.perform(at.say(card('once'), { place }));
    expect(outcome).toMatchObject({ outcome: 'gone', reason: expect.stringMatching(/^place-/) });
    placeOf(await at.performer.perform(opening(at, [ADA, PARENT])));
    expect(firstIn(at, at.dm)).toMatch(/so we practise in our direct messages/);
  });

  test('that was deleted is over after one call, without a reason that all can see', async () => {
    await using at = await performing();
    const { thread, place } = await inThread(at);
    at.discord.deleteChannel(thread.id);
    const calls = at.discord.calls.length;
    expect(await at.performer.perform(at.say(card('once'), { place }))).toEqual({
      outcome: 'gone',
      reason: 'place-10003',
    });
    expect(at.discord.calls.length).toBe(calls + 1);
    placeOf(await at.performer.perform(opening(at, [ADA, PARENT])));
    expect(firstIn(at, at.dm)).not.toContain('so we practise');
  });

  test('where the bot may not write any more is over, and the next place names what it lacks, once', async () => {
    await using at = await performing();
    const { place } = await inThread(at);
    at.discord.guild(SERVER).forbid('SEND_MESSAGES_IN_THREADS');
    expect(await at.performer.perform(at.say(card('once'), { place }))).toEqual({
      outcome: 'gone',
      reason: 'place-50013',
    });
    placeOf(await at.performer.perform(opening(at, [ADA, PARENT])));
    placeOf(await at.performer.perform(opening(at, [ADA, PARENT])));
    expect(at.read()[0]).toContain('I lack "Send Messages in Threads" in that channel');
    expect(at.read()[1]).not.toContain('I lack');
  });
});
