import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { newKeyringValue } from '../../src/store/keyring.ts';
import type { Fault } from '../fakes/discord/fault.ts';
import { ownDatabase } from '../support/database.ts';
import { type DiscordCoach, startDiscordCoach } from '../support/discord-coach.ts';
import {
  atFirstStep,
  beginsInDiscord,
  type DiscordPractice,
  practiceOf,
} from '../support/discord-practice.ts';
import { eventually } from '../support/practice.ts';

/** What Discord answers when a card is to be shown: retried or shown plainly; never twice, never a silent end. */

let coach: DiscordCoach;
beforeAll(async () => {
  coach = await startDiscordCoach('discord-faults-platform', { contentIntent: true });
});
afterEach(() => coach.discord.healFaults());
afterAll(async () => {
  expect(coach.discord.violations).toEqual([]);
  await coach.close();
});

const CONTEXT = 'Two years ago, at a customer day for 120 guests.';
const into = ({ channel }: DiscordPractice) => ({ method: 'POST', path: `/channels/${channel}/messages` });
const failing = (practice: DiscordPractice, fault: Fault, times = 1) =>
  coach.discord.fault(into(practice), fault, times);
const asking = (practice: DiscordPractice, words: string) =>
  practice.reads().filter((text) => text.includes(words));
const postsOf = (practice: DiscordPractice) =>
  coach.discord.calls.filter(({ method, path }) => method === 'POST' && path === into(practice).path);
const next = async (practice: DiscordPractice, text: string) => {
  await practice.says(text);
  await practice.person.presses('next');
};

describe('a card that Discord does not take at once', () => {
  test('for one channel (429) waits as long as Discord asks, and meanwhile another person goes on', async () => {
    const [ada, bea] = [await atFirstStep(coach), await atFirstStep(coach)];
    failing(ada, { retryAfter: 2 });
    await next(ada, CONTEXT);
    await bea.answers(CONTEXT);
    expect(asking(ada, '2 of 5')).toEqual([]);
    await ada.until('2 of 5');
    expect(asking(ada, '2 of 5')).toHaveLength(1);
    const [refused, taken] = postsOf(ada).slice(-2);
    expect([refused?.status, taken?.status]).toEqual([429, 200]);
    expect((taken?.at ?? 0) - (refused?.at ?? 0)).toBeGreaterThanOrEqual(1_900);
  });

  test('for the whole bot (429, global) waits; presses are answered meanwhile, and everybody gets their card once', async () => {
    const [cy, dee] = [await atFirstStep(coach), await atFirstStep(coach)];
    failing(cy, { retryAfter: 2, global: true });
    await next(cy, CONTEXT);
    await dee.says(CONTEXT);
    const press = await dee.person.presses('next');
    expect(press).toMatchObject({ lost: false, callbackType: 6 });
    await cy.until('2 of 5');
    await dee.until('2 of 5');
    expect([asking(cy, '2 of 5'), asking(dee, '2 of 5')].map(({ length }) => length)).toEqual([1, 1]);
  });

  test.each<[string, Fault]>([
    ['breaks with 500', { status: 500 }],
    ['breaks with 503', { status: 503 }],
    ['cuts the line', { refuse: true }],
    ['takes it, and the answer is lost', { lostAnswer: true }],
  ])('since it %s is there in the end, once', async (_, fault) => {
    const eva = await atFirstStep(coach);
    failing(eva, fault);
    await next(eva, CONTEXT);
    await eva.until('2 of 5');
    // The one that comes next shows that nothing of the former is under way any more.
    await next(eva, 'I agreed the room by phone.');
    await eva.until('3 of 5');
    expect([asking(eva, '2 of 5'), asking(eva, '3 of 5')].map(({ length }) => length)).toEqual([1, 1]);
    const bodies = postsOf(eva).map(({ body }) => body);
    expect(bodies.every((body) => body.enforce_nonce === true && String(body.nonce).length <= 25)).toBe(true);
  });

  test('as it is (50035) comes in plainer form, once, with its buttons', async () => {
    const flo = await atFirstStep(coach);
    failing(flo, { status: 400, code: 50035 });
    await flo.answers(CONTEXT);
    await coach.discord.calm(100);
    expect(asking(flo, '2 of 5')).toHaveLength(1);
    await flo.goesOn();
    expect(asking(flo, '3 of 5')).toHaveLength(1);
  });

  test('posted by a process that ended before the answer came is not posted again by the next', async () => {
    const gil = await atFirstStep(coach);
    const other = await coach.another();
    failing(gil, { lostAnswer: true });
    await next(gil, CONTEXT);
    await gil.until('2 of 5');
    await other.stop();
    await next(gil, 'I agreed the room by phone.');
    await gil.until('3 of 5');
    expect(asking(gil, '2 of 5')).toHaveLength(1);
  });
});

test('somebody who cannot be written to at all is not tried for ever, and others are not held up', async () => {
  const { discord } = coach;
  const hal = await atFirstStep(coach);
  discord.fault(into(hal), { status: 403, code: 50007 }, 1_000);
  const before = postsOf(hal).length;
  await next(hal, CONTEXT);
  await discord.until(() => postsOf(hal).length > before, 'it was tried', 9_000);
  await discord.calm(300);
  const tries = postsOf(hal).length - before;
  expect(tries).toBeLessThan(4);
  await coach.world.system.deliverer.sweep();
  await discord.calm(300);
  expect(postsOf(hal).length - before).toBe(tries);
  expect(await hal.parts('context')).toEqual([CONTEXT]);
  await beginsInDiscord(coach);
});

test('a token that is refused (401): not ready, nothing lost, and with a good one it goes on', async () => {
  const { url, drop } = await ownDatabase('discord-faults-token');
  const same = { contentIntent: true, url, keys: newKeyringValue('test') };
  const first = await startDiscordCoach('discord-faults-token', same);
  const { discord } = first;
  try {
    const ida = await atFirstStep(first);
    discord.fault({ when: ({ auth }) => auth === 'bot' }, { status: 401 }, 1_000);
    await next(ida, CONTEXT);
    await discord.until(() => !first.adapter.isReady(), 'it says that it is not ready', 9_000);
    await discord.calm(200);
    const refused = discord.calls.filter(({ status }) => status === 401).length;
    expect(refused).toBeLessThan(6);
    const { rows } = await first.world.pool.query(
      "SELECT state FROM outbox WHERE performer = 'discord' AND state <> 'done'",
    );
    expect(rows).toHaveLength(1);
    await first.stop();
    discord.healFaults();
    // What was refused waits for a minute.
    const now = () => new Date(Date.now() + 61_000);
    const second = await startDiscordCoach('discord-faults-token', { ...same, discord, now });
    try {
      await discord.until(() => second.adapter.isReady(), 'it is ready', 9_000);
      const again = practiceOf(second, ida.person, ida.channel);
      await second.world.system.deliverer.sweep();
      await again.until('2 of 5');
      expect(await again.parts('context')).toEqual([CONTEXT]);
      expect(again.reads().filter((text) => text.includes('2 of 5'))).toHaveLength(1);
      await eventually(async () => (await again.session()).stage.at === 'asking');
    } finally {
      await second.stop();
    }
  } finally {
    expect(discord.violations).toEqual([]);
    await discord.close();
    await drop();
  }
}, 60_000);
