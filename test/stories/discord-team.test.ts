import { afterAll, beforeAll, expect, test } from 'vitest';
import { readComponent, readMessage } from '../fakes/discord/plain.ts';
import { GENERAL } from '../support/discord-talk.ts';
import { startTeamCoach, type TeamCoach, type TeamMate, teamMate } from '../support/discord-team.ts';

/** A team practises in Discord: from the words that schedule it to the cards side by side. */

/** The Thursday after the coach's Monday, 15:00 in Berlin. */
const STARTS = Date.parse('2027-03-11T14:00:00Z');
const MINUTE = 60_000;
const at = (minutes: number) => new Date(STARTS + minutes * MINUTE).toISOString();

let coach: TeamCoach;
beforeAll(async () => {
  coach = await startTeamCoach('discord team');
});
afterAll(() => coach.close());

const inChannel = () => coach.discord.messages(GENERAL).map(readMessage).join('\n');
const modalOf = ({ person }: TeamMate) => person.modal()?.components.map(readComponent).join('\n') ?? '';

/** The five steps of a card, as they are said in it. */
const HEARD = 'heard clearly';
const stepsOf = ({ person }: TeamMate) =>
  Object.fromEntries(
    (person.modal()?.components ?? []).map((label) => [String(label.label), HEARD] as const),
  );

test('two people practise together from the words that schedule it to the cards side by side', async () => {
  const [olga, ada, ben] = ['Olga', 'Ada', 'Ben'].map((name, index) =>
    teamMate(coach, `44444444444444481${index}0`, name),
  ) as [TeamMate, TeamMate, TeamMate];
  const two = [ada, ben];

  // In direct messages there is no team.
  await olga.asks('list', 'in the channel of your team', { in: 'dm' });
  await olga.asks('sing', 'team help');
  await olga.asks('schedule every Thursday 15:00', 'Noted', { zone: 'Europe/Berlin' });
  await coach.until(at(-2 * 24 * 60));
  expect(inChannel()).toContain('[Join]');
  // Each reads it by their own clock, here one that shows UTC; the organiser's stands beside it.
  expect(inChannel()).toContain('Thursday, 11 March 2027 at 14:00 (Thursday 15:00 in Berlin)');
  expect(olga.told()).toContain('Thursday 11 March 2027, 15:00');

  // Who does not organise it changes nothing.
  await ada.asks('cancel', 'Noted');
  expect(ada.told()).toContain('Only Olga or an admin can change it');
  await ada.asks('list', 'Team practice');

  for (const one of two) {
    await one.presses('Join', { channel: GENERAL });
    expect(one.alone()).toContain('I write to you alone');
    expect(one.files().join()).toContain('.ics');
  }
  await coach.until(at(-9));
  for (const one of two) await one.presses('I am here', { channel: one.dm });
  await coach.until(at(0));
  const threads = coach.discord.threads(GENERAL);
  expect(threads).toHaveLength(1);
  for (const one of two) expect(threads[0]?.members.has(one.person.id)).toBe(true);
  expect(threads[0]?.members.has(olga.person.id)).toBe(false);

  await coach.until(at(8));
  const asksPartner = (one: TeamMate) => one.told().includes('How did it come across to you?');
  const [partner = ada, candidate = ben] = asksPartner(ada) ? [ada, ben] : [ben, ada];

  // Five steps fill a form, so the two lines stand in a second one.
  await partner.presses('Send my card', { channel: partner.dm });
  await partner.submits(stepsOf(partner));
  expect(partner.alone()).toContain('not sent yet');
  await partner.presses('Two more lines');
  expect(modalOf(partner)).toContain('One sentence that stayed with me');
  await partner.submits({ stayed: 'You said the hall was your promise.' });
  expect(partner.alone()).toContain('One question you still have is still missing');
  expect(partner.alone()).toContain('You said the hall was your promise.');
  await partner.presses('Open it again');
  expect(modalOf(partner)).toContain('___You said the hall was your promise.');
  await partner.submits({ question: 'What did you tell the customer?' });

  await candidate.presses('Send my card', { channel: candidate.dm });
  await candidate.submits(stepsOf(candidate));
  for (const one of two) {
    expect(one.told()).toContain('side by side');
    expect(one.told()).toContain(HEARD);
    expect(one.told()).toContain('You said the hall was your promise.');
    expect(one.told()).toContain('What did you tell the customer?');
  }
  expect(inChannel()).not.toContain('your promise');
  expect(JSON.stringify([coach.world.logged, coach.adapterLogged])).not.toContain('your promise');
  expect(coach.discord.violations).toEqual([]);
});
