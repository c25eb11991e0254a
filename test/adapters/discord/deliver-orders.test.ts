import { describe, expect, test, vi } from 'vitest';
import { decodeCustomId } from '../../../adapters/discord/custom-id.ts';
import { discordPlace } from '../../../adapters/discord/discord-place.ts';
import { text } from '../../../src/card/card.ts';
import { BARS, card, longCard, MESSAGES, PARENT, performing, SERVER } from './performing.ts';

const ORIGIN = { sessionId: '0b9a4f4e-4d7b-4a51-9c53-6d2b6c4b7e10', turn: 3 };
const NEXT = { action: 'next', word: 'next', label: 'Next' } as const;

describe('a card', () => {
  test('is one message of Components V2 that pings nobody, under a nonce of its delivery', async () => {
    await using at = await performing();
    const delivery = at.say(card('The room was double booked. @everyone'));
    expect(await at.performer.perform(delivery)).toEqual({
      outcome: 'done',
      ref: at.discord.messages(at.dm)[0]?.id,
    });
    const [call] = at.calls('POST', MESSAGES);
    expect(call?.body).toMatchObject({
      flags: 1 << 15,
      nonce: delivery.deliveryId,
      enforce_nonce: true,
      allowed_mentions: { parse: [] },
    });
    expect(at.read()).toEqual(['The room was double booked. @everyone']);
  });

  test('that no message holds is several in order, each under a nonce of at most 25 characters', async () => {
    await using at = await performing();
    const { ref } = (await at.performer.perform(at.say(longCard()))) as { ref: string };
    const ids = at.discord.messages(at.dm).map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(2);
    expect(ref).toBe(ids.join(' '));
    const nonces = at.calls('POST', MESSAGES).map(({ body }) => String(body.nonce));
    expect(new Set(nonces).size).toBe(ids.length);
    for (const nonce of nonces) expect(nonce.length).toBeLessThanOrEqual(25);
    const words = at.read().join('\n');
    const found = [...words.matchAll(/Paragraph (\d+):/g)].map(([, number]) => Number(number));
    expect(found).toEqual(Array.from({ length: 130 }, (_, number) => number));
    expect(at.read().at(-1)).toContain('[Next]');
  });

  test('that is changed takes its own message', async () => {
    await using at = await performing();
    const { ref } = (await at.performer.perform(at.say(card('before', { buttons: [NEXT] })))) as {
      ref: string;
    };
    const order = { kind: 'revise', card: card('after'), ref } as const;
    expect(await at.performer.perform(at.order(order))).toEqual({ outcome: 'done', ref });
    expect(at.read()).toEqual(['after']);
    expect(at.calls('PATCH')[0]?.body).toMatchObject({ allowed_mentions: { parse: [] } });
  });

  test.each(['a message that somebody removed', 'one that was never shown'])(
    'that is changed, %s: it is posted',
    async (which) => {
      await using at = await performing();
      const { ref } = (await at.performer.perform(at.say(card('before')))) as { ref: string };
      at.discord.deleteMessage(at.dm, ref);
      const changed = which.startsWith('a message') ? ref : undefined;
      const order = { kind: 'revise', card: card('after'), ref: changed } as const;
      expect(await at.performer.perform(at.order(order))).toMatchObject({ outcome: 'done' });
      expect(at.read()).toEqual(['after']);
    },
  );

  test('that Discord does not take goes in the plainest form, and what went out of the first is taken away', async () => {
    await using at = await performing();
    const isSecond = (body: unknown) => JSON.stringify(body).includes('Paragraph 60:');
    at.discord.fault(
      { method: 'POST', path: MESSAGES, when: ({ body }) => isSecond(body) },
      { status: 400, code: 50035 },
    );
    expect(await at.performer.perform(at.say(longCard()))).toMatchObject({ outcome: 'done' });
    const shown = at.discord.messages(at.dm);
    expect(shown.every(({ content }) => content !== '')).toBe(true);
    const words = shown.map(({ content }) => content).join('\n');
    expect([...words.matchAll(/Paragraph \d+:/g)]).toHaveLength(130);
    expect(at.calls('DELETE').length).toBeGreaterThan(0);
    const nonces = at.calls('POST', MESSAGES).map(({ body }) => String(body.nonce));
    expect(new Set(nonces).size).toBe(nonces.length);
    for (const nonce of nonces) expect(nonce.length).toBeLessThanOrEqual(25);
  });

  test('that Discord takes in no form is refused, and the words are not in the log', async () => {
    await using at = await performing();
    at.discord.fault({ method: 'POST', path: MESSAGES }, { status: 400, code: 50035 }, 2);
    const outcome = await at.performer.perform(at.say(card('a secret')));
    expect(outcome).toEqual({ outcome: 'refused', reason: '50035' });
    expect(at.logged.join()).not.toContain('a secret');
    expect(at.logged.join()).toContain('discord-not-taken');
  });
});

describe('where what is typed does not reach the bot', () => {
  const actions = (at: Awaited<ReturnType<typeof performing>>) =>
    [...JSON.stringify(at.discord.calls.at(-1)?.body).matchAll(/"custom_id":"([^"]+)"/g)].map(
      ([, id = '']) => decodeCustomId(id)?.action,
    );

  test.each([
    ['a thread without the intent', false, 'thread', true],
    ['a thread with it', true, 'thread', false],
    ['direct messages without it', false, 'dm', false],
  ] as const)('%s', async (_, hasContent, where, hasButton) => {
    await using at = await performing({ hasContent }, { contentIntent: hasContent });
    const place = where === 'dm' ? discordPlace(at.dm) : discordPlace(PARENT, (await at.thread()).id);
    const asks = card('What happened?', { origin: ORIGIN, asks: 'answer', buttons: [NEXT] });
    await at.performer.perform(at.say(asks, { place }));
    expect(actions(at).includes('write')).toBe(hasButton);
    expect(actions(at)).toContain('next');
  });
});

describe('while the coach is at work', () => {
  const AT_WORK = { working: true, standing: true } as const;

  test.each([
    ['a reply beside it', { working: true }, ['Here is help.']],
    [
      'a line above it',
      { ...AT_WORK, blocks: [text('Nothing was changed.'), text('I read it.')] },
      undefined,
    ],
  ] as const)('%s is posted, and it types on', async (_, more, read) => {
    await using at = await performing();
    const typed = () => at.calls('POST', '/channels/{channel_id}/typing').length;
    await at.performer.perform(at.say(card('I read it.', AT_WORK)));
    await at.discord.until(() => typed() === 1, 'typing');
    const outcome = await at.performer.perform(at.say(card('Here is help.', more)));
    expect(outcome).toMatchObject({ outcome: 'done', ref: at.discord.messages(at.dm).at(-1)?.id });
    expect(at.read()).toEqual(read ?? [expect.stringContaining('Nothing was changed.')]);
    await at.discord.until(() => typed() === 2, 'typing on');
    await at.performer.perform(at.say(card('Right story.')));
    expect(at.read()).toHaveLength(2);
  });

  test('it types, again every nine seconds, until its next card', async () => {
    await using at = await performing();
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    try {
      const outcome = await at.performer.perform(at.say(card('I read it.', AT_WORK)));
      expect(outcome).toEqual({ outcome: 'done' });
      const typed = () => at.calls('POST', '/channels/{channel_id}/typing').length;
      await at.discord.until(() => typed() === 1, 'typing');
      vi.advanceTimersByTime(18_000);
      await at.discord.until(() => typed() === 3, 'typing again');
      await at.performer.perform(at.say(card('Right story, one thing to fix.')));
      vi.advanceTimersByTime(60_000);
      await at.discord.calm();
      expect(typed()).toBe(3);
      expect(at.read()).toEqual(['Right story, one thing to fix.']);
    } finally {
      vi.useRealTimers();
    }
  });

  test('where it may not type nothing is lost', async () => {
    await using at = await performing();
    at.discord.fault({ path: '/channels/{channel_id}/typing' }, { status: 403, code: 50013 });
    const outcome = await at.performer.perform(at.say(card('I read it.', AT_WORK)));
    expect(outcome).toEqual({ outcome: 'done' });
    await at.discord.calm();
    expect(at.logged.join()).toContain('discord-no-typing');
  });
});

describe('a picture', () => {
  const withBars = card('Your answer:', {
    blocks: [{ kind: 'text', runs: ['Your answer:'] }, BARS],
    asks: 'nothing',
  });

  test('comes with the card, with its words for those who do not see it', async () => {
    await using at = await performing();
    await at.performer.perform(at.say(withBars));
    const [call] = at.calls('POST', MESSAGES);
    expect(call?.files.map(({ contentType, description }) => ({ contentType, description }))).toEqual([
      { contentType: 'image/png', description: 'Setting: clear.' },
    ]);
    expect(call?.files[0]?.bytes.subarray(1, 4).toString()).toBe('PNG');
    expect(at.read()[0]).toContain('(picture: Setting: clear.)');
  });

  test('where the bot may attach nothing the words go alone', async () => {
    await using at = await performing();
    const thread = await at.thread();
    at.discord.guild(SERVER).forbid('ATTACH_FILES');
    const place = discordPlace(PARENT, thread.id);
    expect(await at.performer.perform(at.say(withBars, { place }))).toMatchObject({ outcome: 'done' });
    expect(at.read(thread.id)).toEqual(['Your answer:']);
    expect(at.logged.join()).toContain('discord-picture-left-out');
  });

  test('goes from a message that is changed to a card without one', async () => {
    await using at = await performing();
    const { ref } = (await at.performer.perform(at.say(withBars))) as { ref: string };
    await at.performer.perform(at.order({ kind: 'revise', card: card('It is over.'), ref }));
    expect(at.discord.messages(at.dm)[0]?.attachments).toEqual([]);
    expect(at.read()).toEqual(['It is over.']);
  });
});

test('what is for jobs is not for Discord', async () => {
  await using at = await performing();
  const order = { kind: 'bell', key: 'k', dueAt: new Date().toISOString() } as const;
  expect(await at.performer.perform(at.order(order))).toEqual({
    outcome: 'refused',
    reason: 'not-for-discord',
  });
  expect(at.discord.calls).toEqual([]);
});

test('sharing shows the card to somebody else, in their direct messages with the bot', async () => {
  await using at = await performing();
  at.discord.user('4444444444444444002', { name: 'Bea' });
  const order = {
    kind: 'share',
    card: card('Ada shows you her answer.'),
    to: '4444444444444444002',
  } as const;
  expect(await at.performer.perform(at.order(order))).toMatchObject({ outcome: 'done' });
  expect(at.read(at.discord.dmOf('4444444444444444002'))).toEqual(['Ada shows you her answer.']);
  expect(at.read()).toEqual([]);
});

test('sharing with somebody whose direct messages are closed says so by a code', async () => {
  await using at = await performing();
  at.discord.user('4444444444444444002', { name: 'Bea' }).closesDms(50278);
  const order = {
    kind: 'share',
    card: card('Ada shows you her answer.'),
    to: '4444444444444444002',
  } as const;
  expect(await at.performer.perform(at.order(order))).toEqual({
    outcome: 'refused',
    reason: 'share-50278',
  });
  // That Bea cannot be written to says nothing of Ada.
  expect(await at.performer.perform(at.say(card('Not shown.')))).toMatchObject({ outcome: 'done' });
});

test('at its end a thread is archived, and direct messages stay', async () => {
  await using at = await performing();
  const thread = await at.thread();
  const close = { kind: 'close' } as const;
  await at.performer.perform(at.order(close, { place: discordPlace(PARENT, thread.id) }));
  expect(thread.archived).toBe(true);
  const calls = at.discord.calls.length;
  expect(await at.performer.perform(at.order(close))).toEqual({ outcome: 'done' });
  expect(at.discord.calls).toHaveLength(calls);
});

test('a thread that cannot be archived is no trouble of the practice', async () => {
  await using at = await performing();
  const thread = await at.thread();
  at.discord.fault({ method: 'PATCH' }, { status: 500 });
  const place = discordPlace(PARENT, thread.id);
  expect(await at.performer.perform(at.order({ kind: 'close' }, { place }))).toEqual({ outcome: 'done' });
  expect(at.logged.join()).toContain('discord-not-archived');
});

describe('whoever writes elsewhere is told where it goes on', () => {
  test('in a thread, by its address', async () => {
    await using at = await performing();
    const thread = await at.thread();
    const order = { kind: 'point', at: discordPlace(at.dm), kept: true } as const;
    await at.performer.perform(at.order(order, { place: discordPlace(PARENT, thread.id) }));
    expect(at.read()).toEqual(['I put that with your practice. It goes on in our thread.']);
    expect(JSON.stringify(at.discord.messages(at.dm))).toContain(
      `https://discord.com/channels/${SERVER}/${thread.id}`,
    );
  });

  test('in direct messages', async () => {
    await using at = await performing();
    const thread = await at.thread();
    const order = { kind: 'point', at: discordPlace(PARENT, thread.id) } as const;
    await at.performer.perform(at.order(order));
    expect(at.read(thread.id)).toEqual(['Your practice goes on in our direct messages.']);
    expect(JSON.stringify(at.discord.messages(thread.id))).toContain(
      `https://discord.com/channels/@me/${at.dm}`,
    );
  });

  test('and where no address is to be had, with the command', async () => {
    await using at = await performing();
    const thread = await at.thread();
    at.discord.fault({ method: 'GET' }, { status: 500 });
    const order = { kind: 'point', at: discordPlace(at.dm) } as const;
    await at.performer.perform(at.order(order, { place: discordPlace(PARENT, thread.id) }));
    expect(at.read()).toEqual(['Your practice goes on with /practice-failure start.']);
  });
});
