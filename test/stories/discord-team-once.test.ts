import { afterAll, beforeAll, expect, test } from 'vitest';
import { readMessage } from '../fakes/discord/plain.ts';
import { GENERAL } from '../support/discord-talk.ts';
import { startTeamCoach, type TeamCoach, type TeamMate, teamMate } from '../support/discord-team.ts';

/** What stands beside a team's sessions, in Discord: how they went, a pause, and "once by Friday". */

/** The Thursday after the coach's Monday, 15:00 in Berlin. */
const STARTS = Date.parse('2027-03-11T14:00:00Z');
const MINUTE = 60_000;
const at = (minutes: number) => new Date(STARTS + minutes * MINUTE).toISOString();
const BERLIN = { zone: 'Europe/Berlin' };

let coach: TeamCoach;
beforeAll(async () => {
  coach = await startTeamCoach('discord team once');
});
afterAll(() => coach.close());

const channel = () => coach.discord.messages(GENERAL).map(readMessage);
/** What is in the channel is changed after the press was answered. */
const inChannel = (words: string) =>
  coach.discord.until(() => channel().join('\n').includes(words), words, 9_000);

test('a channel is invited to practise once, somebody pauses, and the organiser reads how a session went', async () => {
  const [olga, ada, ben] = ['Olga', 'Ada', 'Ben'].map((name, index) =>
    teamMate(coach, `44444444444444491${index}0`, name),
  ) as [TeamMate, TeamMate, TeamMate];

  // Discord tells no zone: by which clock is asked.
  await olga.asks('once by Friday', 'In which time zone');
  await olga.asks('once by Friday', 'Noted', BERLIN);
  expect(channel().join('\n')).toContain('Olga invites you to practise once by');
  await ada.presses('I take part, and you may show it', { channel: GENERAL });
  expect(ada.told()).toContain('Olga sees your name with one word');
  await ben.presses('I take part', { channel: GENERAL });
  expect(ben.told()).toContain('Olga sees nothing of it');
  await ada.asks('once', 'Noted');
  expect(ada.told()).toContain('I show Olga alone');

  await olga.asks('schedule every Thursday 15:00', 'Noted', BERLIN);
  await coach.until(at(-2 * 24 * 60));
  for (const one of [ada, ben]) await one.presses('Join', { channel: GENERAL });
  await ben.asks('pause until 20 March', 'Paused until Saturday 20 March 2027', BERLIN);
  await inChannel('1 so far');
  // It is their word: they are in it all the same. A minute later: the same button at once is impatience.
  await coach.until(at(-2 * 24 * 60 + 1));
  await ben.presses('Join', { channel: GENERAL });
  await inChannel('2 so far');
  await coach.until(at(-9));
  for (const one of [ada, ben]) await one.presses('I am here', { channel: one.dm });
  await coach.until(at(60));

  const before = channel();
  await ada.asks('stats', 'I write to you alone');
  expect(ada.told()).toContain('I show only to Olga, who organises them, and to admins');
  await olga.asks('stats csv', 'I write to you alone');
  expect(olga.told()).toContain('2 joined, 2 took part in 1 group.');
  expect(olga.files()).toEqual(expect.arrayContaining(['sessions.csv', 'named.csv', 'pairings.csv']));
  expect(channel()).toEqual(before);

  // The Friday after: Ben, who pauses, was not reminded, and is in no list.
  await coach.until(at(2 * 24 * 60));
  expect(ada.told()).toContain('You wanted to practise once by');
  expect(ben.told()).not.toContain('You wanted to practise once by');
  expect(olga.told()).toMatch(/Not yet\W+Ada/u);
  expect(olga.told()).not.toContain('Ben');
});
