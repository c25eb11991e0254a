import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type DiscordCoach, startDiscordCoach } from '../support/discord-coach.ts';
import { DOOR, practiceOf, someone, starts, threadOf } from '../support/discord-practice.ts';

/** Where the coach could not be heard, or did not hear: it takes the next chance. */

let coach: DiscordCoach;
beforeAll(async () => {
  coach = await startDiscordCoach('discord-faults-unheard');
});
afterEach(() => coach.discord.healFaults());
afterAll(async () => {
  expect(coach.discord.violations).toEqual([]);
  await coach.close();
});

test('direct messages that were closed, and in which somebody writes again, are where their practice goes on', async () => {
  const { discord } = coach;
  const ada = someone(coach);
  ada.closesDms();
  await ada.slash('practice-failure', { sub: 'start', in: 'user-install' });
  await discord.until(() => ada.toldAlone.some((text) => text.includes(DOOR)), 'the first card');
  ada.opensDms();
  const dm = practiceOf(coach, ada, discord.dmOf(ada.id));
  await dm.writes('story');
  await dm.until('What are you practising for?');
});

test('how to write in a thread is said with the next message where it could not be sent with the first', async () => {
  const { discord } = coach;
  const person = someone(coach);
  await starts(coach, { where: 'thread', person });
  await discord.until(() => threadOf(coach, person) !== undefined, 'a thread', 8_000);
  const bea = practiceOf(coach, person, threadOf(coach, person) ?? '');
  await bea.until(DOOR);
  discord.fault({ method: 'POST', path: `/channels/${bea.channel}/messages` }, { status: 503 });
  const before = bea.cards().length;
  await bea.writes('Hello?');
  await discord.calm(200);
  expect(bea.cards()).toHaveLength(before);
  await bea.andSees(() => bea.writes('Hello?'));
  expect(bea.reads().at(-1)).toContain('Discord did not show me what you sent here');
  await bea.writes('Hello?');
  await discord.calm(200);
  expect(bea.cards()).toHaveLength(before + 1);
});
