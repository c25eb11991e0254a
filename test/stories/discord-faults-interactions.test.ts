import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { blocksPeople } from '../support/blocked-people.ts';
import { type DiscordCoach, startDiscordCoach } from '../support/discord-coach.ts';
import { atDraft, atFirstStep, type DiscordPractice } from '../support/discord-practice.ts';

/** Discord's three seconds, and first responses that it does not take. */

let coach: DiscordCoach;
beforeAll(async () => {
  coach = await startDiscordCoach('discord-faults-interactions', { contentIntent: true });
});
afterEach(() => coach.discord.healFaults());
afterAll(async () => {
  expect(coach.discord.violations).toEqual([]);
  await coach.close();
});

const CONTEXT = 'Two years ago, at a customer day for 120 guests.';
const asking = (practice: DiscordPractice, words: string) =>
  practice.reads().filter((text) => text.includes(words));

/** Longer than Discord waits for a first response. */
const LOCKED_MS = 4_000;

test('while PostgreSQL is locked for four seconds a press and a command are acknowledged within one, and what follows comes', async () => {
  const [ada, bea] = [await atFirstStep(coach), await atFirstStep(coach)];
  await ada.says(CONTEXT);
  await coach.discord.calm(100);
  const release = await blocksPeople(coach.world.url);
  const released = new Promise((resolve) => setTimeout(resolve, LOCKED_MS)).then(release);
  const [press, command] = await Promise.all([
    ada.person.presses('next'),
    bea.person.slash('practice-failure', { sub: 'history' }),
  ]);
  expect([press.callbackType, command.callbackType]).toEqual([6, 5]);
  expect(Math.max(press.msToCallback ?? 9_999, command.msToCallback ?? 9_999)).toBeLessThan(1_000);
  expect(bea.person.toldAlone.at(-1)).toBe('(thinking)');
  await released;
  await ada.until('2 of 5');
  await coach.discord.until(() => bea.person.toldAlone.at(-1) !== '(thinking)', 'the history', 8_000);
  expect(asking(ada, '2 of 5')).toHaveLength(1);
  expect(await ada.parts('context')).toEqual([CONTEXT]);
});

describe('a first response that Discord does not take', () => {
  test.each([10062, 40060] as const)(
    '(%i): a press counts, and the next question comes once',
    async (code) => {
      const cy = await atFirstStep(coach);
      await cy.says(CONTEXT);
      coach.discord.interactionFault(code);
      await cy.andSees(() => cy.person.presses('next'));
      await coach.discord.calm(200);
      expect(asking(cy, '2 of 5')).toHaveLength(1);
      expect((await cy.session()).stage).toMatchObject({ at: 'asking', step: 'failure' });
      await cy.answers('I agreed the room by phone.');
    },
  );

  test('because it came too late (10062): the answer to a command comes as a message', async () => {
    const dee = await atFirstStep(coach);
    coach.discord.interactionFault(10062);
    await dee.andSees(() => dee.person.slash('practice-failure', { sub: 'example' }));
    expect(dee.person.toldAlone.filter((text) => text.includes('(thinking)'))).toEqual([]);
  });

  test('because another process was first (40060): its answer is the only one', async () => {
    const eva = await atFirstStep(coach);
    const before = eva.cards().length;
    coach.discord.interactionFault(40060);
    await eva.person.slash('practice-failure', { sub: 'example' });
    await coach.discord.calm(300);
    // The other one said that it is at it.
    expect(eva.reads().slice(before)).toEqual(['(thinking)']);
  });
});

describe('a first response of which nobody knows whether it came', () => {
  const CALLBACK = /\/callback$/;
  const EXAMPLE = 'bakery with nine shops';
  /** Where somebody reads the example: in answers that only they see, and in messages. */
  const read = (practice: DiscordPractice) => [
    practice.person.toldAlone.filter((text) => text.includes(EXAMPLE)).length,
    asking(practice, EXAMPLE).length,
  ];
  const example = async (practice: DiscordPractice) => {
    void practice.person.slash('practice-failure', { sub: 'example' });
    await coach.discord.until(() => read(practice).some((times) => times > 0), 'the example');
    await coach.discord.calm(200);
  };

  test('where it came, the answer takes the place of "thinking"', async () => {
    const fay = await atFirstStep(coach);
    coach.discord.fault({ path: CALLBACK }, { lostAnswer: true });
    await example(fay);
    expect(read(fay)).toEqual([1, 0]);
    expect(fay.person.toldAlone).not.toContain('(thinking)');
  });

  test.each([{ refuse: true }, { status: 503 }] as const)(
    'where it did not (%o), the answer comes as a message',
    async (fault) => {
      const gus = await atFirstStep(coach);
      coach.discord.fault({ path: CALLBACK }, fault);
      await example(gus);
      expect(read(gus)).toEqual([0, 1]);
    },
  );

  test('and whose answer is lost on its way as well: it is read once', async () => {
    const hew = await atFirstStep(coach);
    coach.discord.fault({ path: CALLBACK }, { lostAnswer: true });
    coach.discord.fault({ method: 'PATCH', path: /original/ }, { lostAnswer: true });
    await example(hew);
    expect(read(hew)).toEqual([1, 0]);
  });

  test('since they are limited for a minute: the answer comes as a message at once', async () => {
    const ike = await atFirstStep(coach);
    coach.discord.fault({ path: CALLBACK }, { retryAfter: 60 });
    await example(ike);
    expect(read(ike)).toEqual([0, 1]);
  });
});

test('a practice told up to its draft took one question a step, and not one twice', async () => {
  const ora = await atDraft(coach);
  for (const step of [1, 2, 3, 4, 5]) expect(asking(ora, `${step} of 5`)).toHaveLength(1);
});
