import { afterEach, expect, test } from 'vitest';
import { GENERAL } from '../support/discord-talk.ts';
import { startTeamCoach, type TeamCoach, type TeamMate, teamMate } from '../support/discord-team.ts';

/** What people write for a session in Discord after it is over. */

const STARTS = Date.parse('2027-03-11T14:00:00Z');
const MINUTE = 60_000;
const DAY = 24 * 60;
const at = (minutes: number) => new Date(STARTS + minutes * MINUTE).toISOString();
const CARD = { stayed: 'The call at night.', question: 'Who rang first?' };
const ANSWER = 'I never got it in writing.';

let coach: TeamCoach;
afterEach(async () => {
  expect(coach.discord.violations).toEqual([]);
  await coach.close();
});

/** Two were in a session, and neither sent a card: it is an hour after the recap. */
async function isOver(name: string): Promise<{ candidate: TeamMate; partner: TeamMate }> {
  coach = await startTeamCoach(name);
  const mate = (number: number, called: string) => teamMate(coach, `444444444444444830${number}`, called);
  const [olga, ada, ben] = [mate(1, 'Olga'), mate(2, 'Ada'), mate(3, 'Ben')];
  await olga.asks('schedule every Thursday 15:00 Europe/Berlin', 'Noted');
  await coach.until(at(-2 * DAY));
  for (const one of [ada, ben]) await one.presses('Join', { channel: GENERAL });
  await coach.until(at(-9));
  for (const one of [ada, ben]) await one.presses('I am here', { channel: one.dm });
  await coach.until(at(0));
  const [candidate, partner] = ada.told().includes('You answer,') ? [ada, ben] : [ben, ada];
  await coach.until(at(100));
  return { candidate, partner };
}

/** The card of whoever listened second: the newest form in their messages; its first page is filled in. */
async function picks(one: TeamMate): Promise<void> {
  await one.presses('Send my card', { channel: one.dm });
  const [first] = one.person.modal()?.components ?? [];
  await one.submits({ [String(first?.label)]: 'want more' });
  await one.presses('Two more lines');
}

test('a card and an answer that are sent an hour after the recap reach who they are for', async () => {
  const { candidate, partner } = await isOver('discord team late');
  // Of the second answer the first candidate is who listened.
  await picks(candidate);
  await candidate.submits(CARD);
  expect(partner.told()).toMatch(/came later, and is here now[\s\S]*The call at night/u);
  await candidate.presses('Type my answer', { channel: candidate.dm });
  await candidate.submits({ answer: ANSWER });
  expect(partner.told()).not.toContain(ANSWER);
  await candidate.presses('Send it', { channel: candidate.dm });
  expect(partner.told()).toContain(ANSWER);
});

test('what is sent when nothing is taken any more comes back to its writer in full', async () => {
  const { candidate, partner } = await isOver('discord team too late');
  await picks(candidate);
  await partner.presses('Type my answer', { channel: partner.dm });
  await coach.until(at(9 * DAY));
  await candidate.person.submits(CARD);
  await partner.person.submits({ answer: ANSWER });
  for (const one of [candidate, partner])
    await coach.discord.until(() => one.alone().includes('your-words.txt'), 'their words as a file', 9_000);
  expect(await givenBack(candidate)).toBe(`${CARD.stayed}\n\n${CARD.question}`);
  expect(await givenBack(partner)).toBe(ANSWER);
  for (const one of [candidate, partner]) expect(one.alone()).toContain('This session is over');
  expect(partner.told()).not.toContain(CARD.stayed);
  expect(candidate.told()).not.toContain(ANSWER);
});

/** The file that they alone see. */
async function givenBack({ person }: TeamMate): Promise<string> {
  const [file] = person.ephemerals.flatMap(({ attachments }) => attachments);
  return (await fetch(String(file?.url))).text();
}
