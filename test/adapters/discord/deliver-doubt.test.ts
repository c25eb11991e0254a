import { describe, expect, test } from 'vitest';
import { discordPlace } from '../../../adapters/discord/discord-place.ts';
import { card, longCard, MESSAGES, PARENT, type Performing, performing, SERVER } from './performing.ts';

/** Discord forgets a nonce after some minutes: in these tests at once, where it is not said. */
const FORGETS = { nonceMs: 0 };

const posted = (at: Performing) => at.calls('POST', MESSAGES).filter(({ status }) => status !== 0);
const losesAnswer = (at: Performing, words: string) =>
  at.discord.fault(
    { method: 'POST', path: MESSAGES, when: ({ body }) => JSON.stringify(body).includes(words) },
    { lostAnswer: true },
  );

describe('a card whose answer was lost', () => {
  test.each(['the same', 'another'] as const)(
    'is found and not posted again, by %s process',
    async (process) => {
      await using at = await performing({}, FORGETS);
      const delivery = at.say(card('once'));
      losesAnswer(at, 'once');
      expect(await at.performer.perform(delivery)).toEqual({ outcome: 'unknown' });
      const performer = process === 'the same' ? at.performer : at.again();
      const outcome = await performer.perform({ ...delivery, inDoubt: true });
      expect(outcome).toEqual({ outcome: 'done', ref: at.discord.messages(at.dm)[0]?.id });
      expect(at.read()).toEqual(['once']);
    },
  );

  test('is found below a hundred and twenty other messages', async () => {
    await using at = await performing({}, FORGETS);
    const delivery = at.say(card('once'));
    for (let turn = 0; turn < 60; turn += 1) await at.ada.says(`so it went ${turn}`);
    await at.performer.perform(delivery);
    for (let turn = 0; turn < 60; turn += 1) await at.ada.says(`and on ${turn}`);
    expect(await at.again().perform({ ...delivery, inDoubt: true })).toMatchObject({ outcome: 'done' });
    expect(at.read().filter((words) => words === 'once')).toHaveLength(1);
    expect(posted(at)).toHaveLength(1);
  });

  test('is posted when it never arrived', async () => {
    await using at = await performing();
    const delivery = at.say(card('once'));
    at.discord.fault({ method: 'POST', path: MESSAGES }, { refuse: true });
    expect(await at.performer.perform(delivery)).toEqual({ outcome: 'unknown' });
    expect(await at.performer.perform({ ...delivery, inDoubt: true })).toMatchObject({ outcome: 'done' });
    expect(at.read()).toEqual(['once']);
  });

  test('is told from another that says the same', async () => {
    await using at = await performing({}, FORGETS);
    await at.performer.perform(at.say(card('Go on.')));
    const second = at.say(card('Go on.'));
    at.discord.fault({ method: 'POST', path: MESSAGES }, { refuse: true });
    await at.performer.perform(second);
    await at.performer.perform({ ...second, inDoubt: true });
    expect(at.read()).toEqual(['Go on.', 'Go on.']);
  });

  test('words of the person are not taken for it', async () => {
    await using at = await performing({}, FORGETS);
    const delivery = at.say(card('once'));
    await at.ada.says('once');
    await at.performer.perform({ ...delivery, inDoubt: true });
    expect(posted(at)).toHaveLength(1);
  });

  test.each(['the same', 'another'] as const)(
    'of several messages only those that are missing are posted, by %s process',
    async (process) => {
      await using whole = await performing();
      await whole.performer.perform(whole.say(longCard()));
      await using at = await performing({}, FORGETS);
      const delivery = at.say(longCard());
      losesAnswer(at, 'Paragraph 60:');
      const outcome = await at.performer.perform(delivery);
      const [first, second] = at.discord.messages(at.dm);
      expect(second).toBeDefined();
      expect(outcome).toEqual({ outcome: 'unknown', ref: first?.id });
      const performer = process === 'the same' ? at.performer : at.again();
      expect(await performer.perform({ ...delivery, inDoubt: true })).toMatchObject({ outcome: 'done' });
      expect(at.read()).toEqual(whole.read());
    },
  );

  test('in the plain form it is found as well', async () => {
    await using at = await performing({}, FORGETS);
    const delivery = at.say(card('once'));
    at.discord.fault({ method: 'POST', path: MESSAGES }, { status: 400, code: 50035 });
    await at.performer.perform(delivery);
    expect(at.discord.messages(at.dm)[0]?.content).toBe('once');
    await at.again().perform({ ...delivery, inDoubt: true });
    expect(at.read()).toEqual(['once']);
  });

  test.each(['an empty list', 'refused'])(
    'where Discord lets nobody look (%s), the nonce keeps it from coming twice',
    async (what) => {
      await using at = await performing();
      const thread = await at.thread();
      const place = discordPlace(PARENT, thread.id);
      const delivery = at.say(card('once', { asks: 'nothing' }), { place });
      await at.performer.perform(delivery);
      if (what === 'refused')
        at.discord.fault({ method: 'GET', path: MESSAGES }, { status: 403, code: 50001 }, 9);
      else at.discord.guild(SERVER).forbid('READ_MESSAGE_HISTORY');
      const outcome = await at.again().perform({ ...delivery, inDoubt: true });
      expect(outcome).toEqual({ outcome: 'done', ref: at.discord.messages(thread.id)[0]?.id });
      expect(at.read(thread.id)).toEqual(['once']);
      if (what === 'refused') expect(at.logged.join()).toContain('discord-look-up-refused');
    },
  );

  test('where Discord cannot be asked, it stays in doubt', async () => {
    await using at = await performing({}, FORGETS);
    const delivery = at.say(card('once'));
    await at.performer.perform(delivery);
    at.discord.fault({ method: 'GET', path: MESSAGES }, { status: 503 });
    expect(await at.again().perform({ ...delivery, inDoubt: true })).toEqual({ outcome: 'unknown' });
    expect(posted(at)).toHaveLength(1);
  });

  test('nothing of it found, then too often: it is not in doubt any more', async () => {
    await using at = await performing();
    at.discord.fault({ method: 'POST', path: MESSAGES }, { retryAfter: 2 });
    const outcome = await at.performer.perform(at.say(card('once'), { inDoubt: true }));
    expect(outcome).toMatchObject({ outcome: 'later' });
  });

  test('half of it posted and then too often: the next try knows which half', async () => {
    await using at = await performing({}, FORGETS);
    const delivery = at.say(longCard());
    at.discord.fault(
      { method: 'POST', path: MESSAGES, when: ({ body }) => JSON.stringify(body).includes('Paragraph 60:') },
      { retryAfter: 0.01 },
    );
    // `later` would tell the outbox that nothing was sent.
    const [outcome, first] = [await at.performer.perform(delivery), at.discord.messages(at.dm)];
    expect(first).toHaveLength(1);
    expect(outcome).toEqual({ outcome: 'unknown', ref: first[0]?.id });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await at.performer.perform({ ...delivery, inDoubt: true })).toMatchObject({ outcome: 'done' });
    const words = at.read().join('\n');
    expect([...words.matchAll(/Paragraph \d+:/g)]).toHaveLength(130);
  });

  test('a change that is in doubt is made again', async () => {
    await using at = await performing();
    const { ref } = (await at.performer.perform(at.say(card('before')))) as { ref: string };
    const delivery = at.order({ kind: 'revise', card: card('after'), ref });
    at.discord.fault({ method: 'PATCH' }, { lostAnswer: true });
    expect(await at.performer.perform(delivery)).toEqual({ outcome: 'unknown' });
    expect(await at.performer.perform({ ...delivery, inDoubt: true })).toEqual({ outcome: 'done', ref });
    expect(at.read()).toEqual(['after']);
  });
});

describe('Discord is not well', () => {
  test('too often: it says when to come back, and what goes elsewhere is not held up', async () => {
    await using at = await performing();
    at.discord.user('4444444444444444002');
    at.discord.fault({ method: 'POST', path: MESSAGES }, { retryAfter: 30 });
    const outcome = await at.performer.perform(at.say(card('once')));
    expect(outcome).toMatchObject({ outcome: 'later' });
    expect((outcome as { afterMs: number }).afterMs).toBeGreaterThanOrEqual(30_000);
    const place = discordPlace(at.discord.dmOf('4444444444444444002'));
    expect(await at.performer.perform(at.say(card('to Bea'), { place }))).toMatchObject({ outcome: 'done' });
  });

  test('its token is refused: the gateway is told, and nothing is lost', async () => {
    await using at = await performing();
    at.discord.fault({ method: 'POST', path: MESSAGES }, { status: 401, code: 0 });
    const delivery = at.say(card('once'));
    expect(await at.performer.perform(delivery)).toEqual({ outcome: 'later', afterMs: 60_000 });
    expect(at.died).toEqual(['died']);
    // discord.js forgot the token: the gateway gives it back where Discord took it after all.
    expect(await at.performer.perform(delivery)).toEqual({ outcome: 'later', afterMs: 60_000 });
    at.rest.setToken(at.discord.botToken);
    expect(await at.performer.perform(delivery)).toMatchObject({ outcome: 'done' });
    expect(at.logged.filter((line) => line.includes('discord-token-refused'))).not.toEqual([]);
  });

  test('what only the operator can mend waits, and is said once a minute', async () => {
    await using at = await performing();
    at.discord.fault({ method: 'POST', path: MESSAGES }, { status: 403, code: 40001 }, 3);
    for (let turn = 0; turn < 3; turn += 1)
      expect(await at.performer.perform(at.say(card('once')))).toEqual({ outcome: 'later', afterMs: 60_000 });
    expect(at.logged.filter((line) => line.includes('discord-has-to-be-mended'))).toHaveLength(1);
  });
});
