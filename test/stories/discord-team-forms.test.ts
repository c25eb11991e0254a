import { afterAll, beforeAll, expect, test } from 'vitest';
import { GENERAL } from '../support/discord-talk.ts';
import { startTeamCoach, type TeamCoach, type TeamMate, teamMate } from '../support/discord-team.ts';
import { dumpDatabase } from '../support/dump.ts';

/** One session of a team, and the forms beside its cards; the last test ends the process in the middle of one. */

const STARTS = Date.parse('2027-03-11T14:00:00Z');
const MINUTE = 60_000;
const at = (minutes: number) => new Date(STARTS + minutes * MINUTE).toISOString();
const WRITTEN = 'I did not ask the hotel in writing.';

let coach: TeamCoach;
let olga: TeamMate;
let two: readonly [TeamMate, TeamMate];
let closing: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  coach = await startTeamCoach('discord team forms');
  closing = [() => coach.close()];
  const mate = (number: number, name: string) => teamMate(coach, `444444444444444820${number}`, name);
  olga = mate(1, 'Olga');
  two = [mate(2, 'Ada'), mate(3, 'Ben')];
  await olga.asks('schedule every Thursday 15:00 Europe/Berlin', 'Noted');
  await coach.until(at(-2 * 24 * 60));
  for (const one of two) await one.presses('Join', { channel: GENERAL });
});
afterAll(async () => {
  for (const close of closing) await close();
});

/** Who answers first, and who listens to them. */
function roles(): { readonly candidate: TeamMate; readonly partner: TeamMate } {
  const [ada, ben] = two;
  return ada.told().includes('You answer,')
    ? { candidate: ada, partner: ben }
    : { candidate: ben, partner: ada };
}

test('whoever may manage the server changes what another scheduled, and whoever may not does not', async () => {
  const [ada] = two;
  await olga.asks('schedule every Friday 10:00 Europe/Berlin', 'Noted');
  await ada.asks('cancel 2', 'Noted');
  await olga.asks('list', 'Friday');
  const manager = teamMate(coach, '4444444444444448209', 'Meg');
  manager.person.becomesManager();
  await manager.asks('cancel 2', 'Noted');
  await olga.asks('list', 'Thursday');
  expect(olga.person.toldAlone.at(-1)).not.toContain('Friday');
});

test('whom somebody is not to be paired with is picked in a form, and told to nobody', async () => {
  const [ada, ben] = two;
  const others = () => [olga, ben].map((other) => other.told() + other.alone());
  const before = others();
  await ada.presses('Not with my manager or report', { channel: ada.dm });
  await ada.submits({});
  expect(ada.alone()).toContain('Choose somebody');
  await ada.presses('Open it again');
  await ada.submits({ 'Not with': olga.person.id });
  expect(ada.alone()).toContain('nobody sees this');
  expect(others()).toEqual(before);
});

test('a typed answer is read by nobody before it is sent; where there is nothing in it, that is said', async () => {
  await coach.until(at(-9));
  for (const one of two) await one.presses('I am here', { channel: one.dm });
  await coach.until(at(0));
  const { candidate, partner } = roles();
  await candidate.presses('Type my answer', { channel: candidate.dm });
  await candidate.submits({ answer: ' ' });
  expect(candidate.alone()).toContain('There is nothing in it yet');
  await candidate.presses('Open it again');
  await candidate.submits({ answer: WRITTEN });
  expect(partner.told()).not.toContain(WRITTEN);
  expect(await dumpDatabase(coach.world.url)).not.toContain(WRITTEN);
  await candidate.presses('Send it', { channel: candidate.dm });
  expect(partner.told()).toContain(WRITTEN);
});

test('what was picked on the first page of a card outlives the process', async () => {
  await coach.until(at(8));
  const { candidate, partner } = roles();
  await partner.presses('Send my card', { channel: partner.dm });
  const [first] = partner.person.modal()?.components ?? [];
  await partner.submits({ [String(first?.label)]: 'want more' });
  await coach.stop();
  const again = await coach.another();
  closing = [() => again.stop(), () => coach.world.drop(), () => coach.discord.close()];
  const sends = async (one: TeamMate, filled: Readonly<Record<string, string>>, words: string) => {
    expect((await one.person.submits(filled)).lost).toBe(false);
    await coach.discord.until(() => one.told().includes(words), words, 9_000);
  };
  await partner.person.presses('Two more lines');
  await partner.person.submits({ stayed: 'In writing.', question: 'And then?' });
  await candidate.person.presses('Send my card', { channel: candidate.dm });
  await sends(candidate, { [String(first?.label)]: 'heard clearly' }, 'side by side');
  expect(candidate.told()).toContain('want more');
  expect(candidate.told()).toContain('In writing.');
  expect(coach.discord.violations).toEqual([]);
});
