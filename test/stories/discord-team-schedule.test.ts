import { afterAll, beforeAll, expect, test } from 'vitest';
import { readComponent, readMessage } from '../fakes/discord/plain.ts';
import { GENERAL } from '../support/discord-talk.ts';
import { startTeamCoach, type TeamCoach, type TeamMate, teamMate } from '../support/discord-team.ts';

/** Sessions are scheduled and changed by forms, two of them each: Discord's hold five things. */

let coach: TeamCoach;
let olga: TeamMate;
beforeAll(async () => {
  coach = await startTeamCoach('discord team schedule');
  olga = teamMate(coach, '4444444444444448310', 'Olga');
});
afterAll(() => coach.close());

const modalOf = ({ person }: TeamMate) => person.modal()?.components.map(readComponent).join('\n') ?? '';
const inChannel = () => coach.discord.messages(GENERAL).map(readMessage).join('\n');
const seriesCount = async () => (await coach.world.pool.query('SELECT 1 FROM teams WHERE NOT over')).rowCount;

/** `/practice-failure team` in the channel, with words that open a form. */
async function opens(one: TeamMate, what: string): Promise<void> {
  const done = await one.person.slash('practice-failure', { sub: 'team', options: { what }, in: GENERAL });
  expect(done.lost).toBe(false);
  expect(one.person.modal()).toBeDefined();
}

test('a series is scheduled by two forms: what is missing is asked, what was filled in stays, and however often it is sent it is one', async () => {
  await opens(olga, 'schedule');
  expect(modalOf(olga)).toContain('You see no content');
  await olga.submits({ How: 'async', 'In writing: days for a pair': '2' });
  expect(olga.alone()).toContain('Nothing is scheduled yet');
  expect(await seriesCount()).toBe(0);

  // Discord tells no zone, so that is asked; nothing is guessed.
  await olga.presses('One more form');
  await olga.submits({ title: 'Thursday circle', when: 'every Thursday 15:00' });
  expect(olga.alone()).toContain('In which time zone is that?');
  expect(await seriesCount()).toBe(0);
  await olga.presses('Open it again');
  expect(modalOf(olga)).toContain('Title: ___Thursday circle');
  expect(modalOf(olga)).toContain('___every Thursday 15:00');
  // Discord does not hear that it is kept: the form stays open, and is sent once more.
  coach.discord.interactionFault(10062);
  expect((await olga.person.submits({ zone: 'Berlin' })).lost).toBe(true);
  await olga.submits({ zone: 'Berlin' });
  expect(olga.alone()).toContain('Noted');
  expect(olga.person.toldAlone.join()).not.toMatch(/\[(?:Open it again|One more form)\]/u);
  expect(await seriesCount()).toBe(1);

  await coach.until('2027-03-09T09:00:00.000Z');
  expect(inChannel()).toContain('Thursday circle');
  expect(olga.told()).toContain('11 March 2027, 15:00');
  expect(olga.told()).toContain('each pair has two days');
});

test('what is changed in the forms changes, and the rest stays', async () => {
  const before = olga.told().length;
  await opens(olga, 'edit 1');
  await olga.submits({});
  expect(olga.alone()).toContain('Nothing is changed yet');
  await olga.presses('One more form');
  expect(modalOf(olga)).toContain('Title: ___Thursday circle');
  expect(modalOf(olga)).toContain('Time zone: ___Europe/Berlin');
  // One day moves the next session alone.
  await olga.submits({ when: '12 March 2027 16:00' });
  expect(olga.told().slice(before)).toContain('12 March 2027, 16:00');
  await olga.asks('list', 'Thursday circle');
  expect(olga.person.toldAlone.at(-1)).toMatch(/every (?:week on )?Thursday/iu);

  // Sent as it stands, nothing of it changes.
  const then = olga.told().length;
  await opens(olga, 'edit 1');
  await olga.submits({});
  await olga.presses('One more form');
  await olga.submits({});
  expect(olga.told().slice(then)).toContain('Nothing');
  expect(coach.discord.violations).toEqual([]);
});

test('who may not change a series is told so, and fills in nothing for it', async () => {
  const eve = teamMate(coach, '4444444444444448330', 'Eve');
  await eve.asks('edit 1', 'Only Olga or an admin can change it');
  expect(eve.person.modal()).toBeUndefined();
});

test('what was said beside the command stands in both forms', async () => {
  await opens(olga, 'schedule 6 sessions');
  await olga.submits({});
  await olga.presses('One more form');
  expect(modalOf(olga)).toContain('Sessions before I ask whether to go on: ___6');
});

test('whom somebody is not to be paired with can be said by the command, and is told to nobody', async () => {
  const ada = teamMate(coach, '4444444444444448320', 'Ada');
  const before = olga.told();
  await opens(ada, 'avoid');
  await ada.submits({ 'Not with': olga.person.id });
  expect(ada.alone()).toContain('Join a session first');
  await ada.presses('Join', { channel: GENERAL });
  await opens(ada, 'avoid');
  await ada.submits({ 'Not with': olga.person.id });
  expect(ada.alone()).toContain('nobody sees this');
  expect(olga.told()).toBe(before);
  expect(coach.discord.violations).toEqual([]);
});
