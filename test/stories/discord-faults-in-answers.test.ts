import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FakePerson } from '../fakes/discord/person.ts';
import { type DiscordCoach, startDiscordCoach } from '../support/discord-coach.ts';
import { DOOR, someone } from '../support/discord-practice.ts';

/** A practice in the answers to what its person presses: the bot can write to them nowhere. */

let coach: DiscordCoach;
beforeAll(async () => {
  coach = await startDiscordCoach('discord-faults-in-answers');
});
let left: readonly (() => Promise<void>)[] = [() => coach.close()];
afterAll(async () => {
  const { violations } = coach.discord;
  for (const end of left) await end();
  expect(violations).toEqual([]);
});

function shutOut(): FakePerson {
  const person = someone(coach);
  person.closesDms();
  return person;
}
const EXAMPLE = 'A good answer';
const starts = (person: FakePerson) => person.slash('practice-failure', { sub: 'start', in: 'user-install' });
const showing = (person: FakePerson, words: string) =>
  person.toldAlone.filter((text) => text.includes(words)).length;
const sees = (person: FakePerson, words: string) =>
  coach.discord.until(() => showing(person, words) > 0, words, 9_000);
const stopsThinking = (person: FakePerson) =>
  coach.discord.until(() => showing(person, '(thinking)') === 0, 'nothing that thinks', 12_000);

test('two commands at once: the first card is shown, and nothing stays "thinking"', async () => {
  const ada = shutOut();
  await Promise.all([starts(ada), starts(ada)]);
  await sees(ada, DOOR);
  await stopsThinking(ada);
  // The second command shows the card again: a button of the first then belongs to an earlier one.
  await coach.discord.calm(500);
  expect(await coach.sessions(ada.id)).toHaveLength(1);
  await ada.presses('story');
  await sees(ada, 'What are you practising for?');
});

test('a command that is answered by itself keeps its answer when the practice goes on', async () => {
  const bea = shutOut();
  await starts(bea);
  await sees(bea, DOOR);
  await Promise.all([starts(bea), bea.slash('practice-failure', { sub: 'example', in: 'user-install' })]);
  await sees(bea, EXAMPLE);
  await stopsThinking(bea);
  await coach.discord.calm(200);
  expect(showing(bea, EXAMPLE)).toBe(1);
});

test('files are asked for and cannot be handed over: the command is answered', async () => {
  const cy = shutOut();
  await starts(cy);
  await sees(cy, DOOR);
  await cy.slash('practice-failure', { sub: 'export', in: 'user-install' });
  await sees(cy, 'I cannot reach you in direct messages');
  await stopsThinking(cy);
});

test('after a restart a button of before is pressed, and the practice goes on in its answer', async () => {
  const dee = shutOut();
  await starts(dee);
  await sees(dee, DOOR);
  await dee.presses('story');
  await sees(dee, 'What are you practising for?');
  // The new process knows nothing of the answers that were given before it.
  await coach.stop();
  const again = await coach.another();
  left = [() => again.stop(), () => coach.world.drop(), () => coach.discord.close()];
  await dee.presses('practice');
  await sees(dee, 'It need not be your greatest.');
  await dee.presses('write');
  expect((await dee.submits({ text: 'It was double booked.' })).lost).toBe(false);
  await sees(dee, '1 of 5');
  await stopsThinking(dee);
});
