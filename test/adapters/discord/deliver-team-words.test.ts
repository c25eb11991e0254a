import { describe, expect, test } from 'vitest';
import { decodeCustomId } from '../../../adapters/discord/custom-id.ts';
import { discordPlace } from '../../../adapters/discord/discord-place.ts';
import { text } from '../../../src/card/card.ts';
import type { Delivery } from '../../../src/coach/ports.ts';
import { teamRef } from '../../../src/who/team.ts';
import type { FakeCall } from '../../fakes/discord/call.ts';
import { ADA, card, MESSAGES, PARENT, type Performing, performing, SERVER, THREADS } from './performing.ts';

const BEA = '4444444444444444002';
const NOTICE = 'Your practice session: a note for you alone.';
const JOIN = { action: 'mock:0b9a:join', word: 'team join', label: 'Join' };
const ANNOUNCED = card('Thursday at ten.', { buttons: [JOIN], asks: 'nothing' });
const NOTE = card('You ask, Bea answers.', { buttons: [JOIN], asks: 'nothing', notice: NOTICE });

/** What makes a delivery a team's: no user of Discord stands behind its name. */
function ofTeam(at: Performing, channel: string): Partial<Delivery> {
  at.discord.guild(SERVER, { channels: [PARENT] });
  at.discord.user(BEA, { name: 'Bea' });
  const person = teamRef({ platform: 'discord', scope: at.discord.appId }, '0b9a');
  return { person, place: discordPlace(channel) };
}

/** Nothing was asked of Discord by the team's name. */
function hidesTeam(at: Performing): void {
  const asked = at.discord.calls.map(({ path, body }) => `${path} ${JSON.stringify(body)}`).join('\n');
  expect(asked).not.toContain('team:');
}

/** The ids of what can be pressed, as they were sent. */
const idsIn = (calls: readonly FakeCall[]) =>
  [...JSON.stringify(calls.map(({ body }) => body)).matchAll(/"custom_id":"([^"]+)"/g)].map(
    ([, id = '']) => id,
  );

describe('what a team says in its channel', () => {
  test('is posted there, and its buttons are nobody’s own', async () => {
    await using at = await performing();
    const outcome = await at.performer.perform(at.say(ANNOUNCED, ofTeam(at, PARENT)));
    expect(outcome).toEqual({ outcome: 'done', ref: at.discord.messages(PARENT)[0]?.id });
    expect(at.read(PARENT)).toEqual(['Thursday at ten.\n[Join]']);
    expect(idsIn(at.calls('POST', MESSAGES)).map((id) => decodeCustomId(id)?.userId)).toEqual(['0']);
    hidesTeam(at);
  });

  test('is changed in its own message, and found again where the answer was lost', async () => {
    await using at = await performing({}, { nonceMs: 0 });
    const delivery = at.say(ANNOUNCED, ofTeam(at, PARENT));
    at.discord.fault({ method: 'POST', path: MESSAGES }, { lostAnswer: true });
    expect(await at.performer.perform(delivery)).toEqual({ outcome: 'unknown' });
    const { ref } = (await at.again().perform({ ...delivery, inDoubt: true })) as { ref: string };
    const order = { kind: 'revise', card: card('It is called off.', { asks: 'nothing' }), ref } as const;
    const outcome = await at.performer.perform(at.order(order, ofTeam(at, PARENT)));
    expect(outcome).toEqual({ outcome: 'done', ref });
    expect(at.read(PARENT)).toEqual(['It is called off.']);
    hidesTeam(at);
  });

  test('where it may not write is gone: the channel does not take it', async () => {
    await using at = await performing();
    const delivery = at.say(ANNOUNCED, ofTeam(at, PARENT));
    at.discord.guild(SERVER).forbid('SEND_MESSAGES');
    const reason = 'place-50013';
    expect(await at.performer.perform(delivery)).toEqual({ outcome: 'gone', reason });
    hidesTeam(at);
  });
});

describe('what a team tells one person', () => {
  test('comes in the direct messages of whom the place names, whole', async () => {
    await using at = await performing();
    const outcome = await at.performer.perform(at.order({ kind: 'remind', card: NOTE }, ofTeam(at, BEA)));
    const dm = at.discord.dmOf(BEA);
    expect(outcome).toEqual({ outcome: 'done', ref: `${dm}/${at.discord.messages(dm)[0]?.id}` });
    expect(at.read(dm)).toEqual(['You ask, Bea answers.\n[Join]']);
    expect(decodeCustomId(idsIn(at.calls('PATCH'))[0] ?? '')?.userId).toBe(BEA);
    hidesTeam(at);
  });

  test('shows its notice alone where a screen is locked: the rest comes into the message afterwards', async () => {
    await using at = await performing();
    await at.performer.perform(at.order({ kind: 'remind', card: NOTE }, ofTeam(at, BEA)));
    expect(at.calls('POST', MESSAGES).map(({ body }) => JSON.stringify(body))).toEqual([
      expect.stringMatching(/a note for you alone(?!.*Bea)/),
    ]);
    expect(JSON.stringify(at.calls('PATCH')[0]?.body)).toContain('Bea answers');
  });

  test('with words of another in it goes to whom the place names, not to whose words they are', async () => {
    await using at = await performing();
    const { place } = { ...ofTeam(at, BEA), place: discordPlace(BEA) };
    // The delivery's person is Ada: her answer is in the card.
    await at.performer.perform(at.order({ kind: 'remind', card: NOTE }, { place }));
    expect(at.read(at.discord.dmOf(BEA))).toEqual(['You ask, Bea answers.\n[Join]']);
    expect(at.read()).toEqual([]);
  });

  test.each([
    ['its first call', 'POST'],
    ['its second call', 'PATCH'],
  ])('is there once after the answer to %s was lost, in the same process and another', async (_, method) => {
    for (const process of ['the same', 'another'] as const) {
      await using at = await performing({}, { nonceMs: 0 });
      const delivery = at.order({ kind: 'remind', card: NOTE }, ofTeam(at, BEA));
      at.discord.fault({ method, path: /\/messages/ }, { lostAnswer: true });
      expect(await at.performer.perform(delivery)).toEqual({ outcome: 'unknown' });
      const performer = process === 'the same' ? at.performer : at.again();
      expect(await performer.perform({ ...delivery, inDoubt: true })).toMatchObject({ outcome: 'done' });
      expect(at.read(at.discord.dmOf(BEA))).toEqual(['You ask, Bea answers.\n[Join]']);
    }
  });

  test('whose change is refused for now is not told again: the next try looks first', async () => {
    await using at = await performing({}, { nonceMs: 0 });
    const delivery = at.order({ kind: 'remind', card: NOTE }, ofTeam(at, BEA));
    at.discord.fault({ method: 'PATCH' }, { retryAfter: 0.01 });
    expect(await at.performer.perform(delivery)).toMatchObject({ outcome: 'unknown' });
    await new Promise((resolve) => setTimeout(resolve, 100));
    await at.again().perform({ ...delivery, inDoubt: true });
    expect(at.read(at.discord.dmOf(BEA))).toEqual(['You ask, Bea answers.\n[Join]']);
  });

  test('that no message holds is told in several, once', async () => {
    await using at = await performing();
    const blocks = Array.from({ length: 90 }, (_, n) =>
      text(`Line ${n}: ${'and so it went on. '.repeat(5)}`),
    );
    const delivery = at.order({ kind: 'remind', card: { ...NOTE, blocks } }, ofTeam(at, BEA));
    expect(await at.performer.perform(delivery)).toMatchObject({ outcome: 'done' });
    await at.again().perform({ ...delivery, inDoubt: true });
    const words = at.read(at.discord.dmOf(BEA)).join('\n');
    expect([...words.matchAll(/Line \d+:/g)]).toHaveLength(90);
  });

  test.each([50007, 50278] as const)(
    'whose direct messages are closed (%i) is refused with the code',
    async (code) => {
      await using at = await performing();
      const delivery = at.order({ kind: 'remind', card: NOTE }, ofTeam(at, BEA));
      at.discord.user(BEA).closesDms(code);
      const reason = `not-reached ${code}`;
      expect(await at.performer.perform(delivery)).toEqual({ outcome: 'refused', reason });
      // That Bea cannot be written to says nothing of Ada.
      expect(await at.performer.perform(at.say(card('to Ada')))).toMatchObject({ outcome: 'done' });
      expect(at.calls('POST', THREADS)).toEqual([]);
      hidesTeam(at);
    },
  );

  test('goes into a private thread of theirs where the place names a channel as well', async () => {
    await using at = await performing();
    const delivery = at.order({ kind: 'remind', card: NOTE }, ofTeam(at, `${BEA}+${PARENT}`));
    at.discord.user(BEA).closesDms();
    expect(await at.performer.perform(delivery)).toMatchObject({ outcome: 'done' });
    const [thread] = at.discord.threads(PARENT);
    expect([...(thread?.members ?? [])]).toEqual([at.discord.botUserId, BEA]);
    expect(at.read(thread?.id).at(-1)).toBe('You ask, Bea answers.\n[Join]');
    expect(at.read(thread?.id)).toHaveLength(2);
    hidesTeam(at);
  });

  test('who is no user of Discord at all is refused without a call', async () => {
    await using at = await performing();
    const delivery = at.order({ kind: 'remind', card: NOTE }, ofTeam(at, 'team:0b9a'));
    const reason = 'not-reached no-user';
    expect(await at.performer.perform(delivery)).toEqual({ outcome: 'refused', reason });
    expect(at.discord.calls).toEqual([]);
  });
});

test.each([{ kind: 'open' }, { kind: 'export' }] as const)(
  'what only a person can have ($kind) is refused to a team without a call',
  async (order) => {
    await using at = await performing();
    const delivery = at.order(order, ofTeam(at, ADA));
    const reason = 'not-a-person';
    expect(await at.performer.perform(delivery)).toEqual({ outcome: 'refused', reason });
    expect(at.discord.calls).toEqual([]);
  },
);

test('a reminder of a plan is its person’s as before, with its reason behind "Why now?"', async () => {
  await using at = await performing();
  at.discord.guild(SERVER, { channels: [PARENT] });
  const skip = { action: 'remind:skip:3', word: 'remind skip', label: 'Skip this one' };
  const reminder = card('The interview is tomorrow.', {
    buttons: [skip],
    notice: 'A few minutes are yours.',
  });
  // A practice in a thread is reminded of with the channel named first.
  const place = discordPlace(`${PARENT}+${ADA}`);
  await at.performer.perform(at.order({ kind: 'remind', card: reminder }, { place }));
  expect(at.read()).toEqual(['A few minutes are yours.\n[Skip this one] [Why now?]']);
  expect(at.calls('PATCH')).toEqual([]);
});
