import { afterAll, beforeAll, expect, test } from 'vitest';
import { readMessage } from '../fakes/discord/plain.ts';
import { GENERAL } from '../support/discord-talk.ts';
import { startTeamCoach, type TeamCoach, type TeamMate, teamMate } from '../support/discord-team.ts';

/** Ada takes no direct messages. What comes to each alone she sees in answers to what she presses, and nobody else does. */

const STARTS = Date.parse('2027-03-11T14:00:00Z');
const at = (minutes: number) => new Date(STARTS + minutes * 60_000).toISOString();
const CLOSED = 'I could not write to you in direct messages';

let coach: TeamCoach;
let ada: TeamMate;
let ben: TeamMate;
beforeAll(async () => {
  coach = await startTeamCoach('discord team closed');
  const mate = (number: number, name: string) => teamMate(coach, `444444444444444840${number}`, name);
  const olga = mate(1, 'Olga');
  [ada, ben] = [mate(2, 'Ada'), mate(3, 'Ben')];
  ada.person.closesDms();
  await olga.asks('schedule every Thursday 15:00 Europe/Berlin', 'Noted');
  await coach.until(at(-2 * 24 * 60));
});
afterAll(() => coach.close());

const newest = ({ person }: TeamMate) => person.toldAlone.at(-1) ?? '';
const sees = (one: TeamMate, words: string) =>
  coach.discord.until(() => newest(one).includes(words), words, 15_000);
const inOpen = () =>
  [GENERAL, ...coach.discord.threads(GENERAL).map(({ id }) => id)]
    .flatMap((channel) => coach.discord.messages(channel).map(readMessage))
    .join('\n');

test('who joins without taking direct messages is told so at once, how to open them, and what came', async () => {
  await ben.presses('Join', { channel: GENERAL });
  expect(ben.alone()).not.toContain(CLOSED);
  await ada.presses('Join', { channel: GENERAL });
  await sees(ada, CLOSED);
  expect(newest(ada)).toContain('Privacy Settings');
  expect(newest(ada)).toContain('11 March 2027');
  expect(newest(ada)).toContain('[Not with my manager or report]');
});

test('who organises without taking direct messages reads in the answer what became of it', async () => {
  const pat = teamMate(coach, '4444444444444448409', 'Pat');
  pat.person.closesDms();
  await pat.asks('schedule every Friday 10:00 Europe/Berlin', CLOSED);
  expect(newest(pat)).toContain('Friday');
  expect(newest(pat)).not.toContain('press Join');
  await pat.asks('cancel 2', CLOSED);
});

test('ten minutes before she finds what the others are written, and says that she is there', async () => {
  await coach.until(at(-9));
  await ben.presses('I am here', { channel: ben.dm });
  await ada.presses('Join', { channel: GENERAL });
  await sees(ada, '[I am here]');
  await ada.presses('I am here');
  await coach.until(at(0));
  const [thread] = coach.discord.threads(GENERAL);
  expect(thread?.members.has(ada.person.id)).toBe(true);
});

test('her group reads that she cannot be written to, and nothing of what is hers', async () => {
  const [thread] = coach.discord.threads(GENERAL);
  const said = coach.discord.messages(thread?.id ?? '').map(readMessage);
  expect(said.filter((words) => words.includes('Ada, I cannot write to you alone'))).toHaveLength(1);
  await ada.presses('Show me', { channel: thread?.id ?? '' });
  await sees(ada, 'You a');
  expect(newest(ada)).toMatch(/You answer|You ask/u);
  // Whoever is not meant finds nothing of hers behind the same button.
  await ben.presses('Show me', { channel: thread?.id ?? '' });
  await sees(ben, 'There is nothing for you that did not come');
});

test('she sends her card and reads those of both, alone', async () => {
  const { id: thread = '' } = coach.discord.threads(GENERAL)[0] ?? {};
  await coach.until(at(8));
  await ada.presses('Show me', { channel: thread });
  await sees(ada, '[Send my card]');
  await ada.presses('Send my card');
  const isPartner = ada.person.modal()?.components.length === 5;
  await ada.submits({});
  if (isPartner) {
    await ada.presses('Two more lines');
    await ada.submits({ stayed: 'The hall was your promise.', question: 'What did you tell them?' });
  }
  expect(newest(ada)).not.toContain('your-words.txt');
  await coach.until(at(10));
  await ada.presses('Show me', { channel: thread });
  await sees(ada, 'side by side');
  expect(inOpen()).not.toMatch(/: the cards, side by side|your promise/u);
  expect(JSON.stringify([coach.world.logged, coach.adapterLogged])).not.toContain('your promise');
});

test('once she opens her direct messages, everything comes there again', async () => {
  const { id: thread = '' } = coach.discord.threads(GENERAL)[0] ?? {};
  ada.person.opensDms();
  await ada.presses('Leave', { channel: thread });
  expect(ada.told()).toContain('Leave now?');
  expect(ada.person.toldAlone.at(-1)).not.toContain('Leave now?');
  // What she missed is there for a day all the same.
  coach.forward(60_000);
  const before = ada.person.toldAlone.length;
  await ada.presses('Show me', { channel: thread });
  await coach.discord.until(() => ada.person.toldAlone.length > before, 'what she missed', 15_000);
  expect(newest(ada)).toContain('side by side');
  expect(coach.discord.violations).toEqual([]);
});
