import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { flat } from '../fakes/discord/controls.ts';
import { textOf } from '../fakes/slack/json.ts';
import { manners } from '../support/discord-manners.ts';
import { type RemindingCoach, remindedIn, setsUp, startReminding } from '../support/discord-reminders.ts';

/** Reminders are asked for in Discord, by the command in a channel that others read: only the person is shown anything. */

let coach: RemindingCoach;
beforeAll(async () => {
  coach = await startReminding('discord remind');
});
afterEach(() => coach.discord.healFaults());
afterAll(() => coach.close());

/** As long as they get: 20 digits. */
const someone = (number: number) => remindedIn(coach, `184467440737095516${String(number).padStart(2, '0')}`);

test('"remind" alone looks at what there is, and offers times that are set by a press and a yes', async () => {
  const ada = someone(1);
  await ada.asks({}, 'When shall I remind you to practise?');
  expect(ada.told()).toContain('[Weekdays, 8:30] [Mon and Thu, 18:00] [When it pays]');
  await ada.presses('Mon and Thu, 18:00', 'Which time zone are you in?');
  await ada.asks({ zone: 'Europe/Berlin' }, 'every Monday and Thursday at 18:00 (Europe/Berlin)');
  expect(ada.told()).toContain('The first: Monday 8 March 2027, 18:00 (Europe/Berlin).');
  expect(await coach.dueOf(ada.person.id)).toBeUndefined();
  await ada.presses('Yes, remind me', 'Set. I remind you here, next on Monday 8 March 2027, 18:00');
  expect(ada.cards()).toHaveLength(1);
  await ada.asks({}, 'I remind you every Monday and Thursday at 18:00 (Europe/Berlin).');
  expect(ada.told()).toContain('[Skip the next] [Change] [Pause] [Stop reminders]');
});

test('the zone is asked, since Discord tells none; "IST" is asked back with choices to press', async () => {
  const bea = someone(2);
  await bea.asks({ when: 'weekdays 8:30' }, 'Which time zone are you in?');
  await bea.asks({ zone: 'IST' }, '"IST" means several zones. Which is yours?');
  expect(bea.told()).toMatch(/\[Asia\/Kolkata\].*\[Europe\/Dublin\]/);
  await bea.presses('Asia/Kolkata', 'every weekday at 8:30 (Asia/Kolkata)');
  await bea.presses('Yes, remind me', 'Set. I remind you here, next on Tuesday 9 March 2027, 8:30');
  const due = (await coach.dueOf(bea.person.id))?.getTime() ?? 0;
  const wall = Date.parse('2027-03-09T03:00:00Z');
  expect(due).toBeGreaterThanOrEqual(wall);
  expect(due).toBeLessThanOrEqual(wall + 5 * 60_000);
});

test('both at once: what waits for the zone is what was said with it', async () => {
  const cleo = someone(3);
  await cleo.asks({ when: 'weekdays 8:30', zone: 'EST' }, '"EST" means several zones.');
  await cleo.presses('America/New_York', 'every weekday at 8:30 (America/New_York)');
});

test('while a zone is typed every name of the database is offered, aliases too, and never over 25', async () => {
  const dan = someone(4);
  const offered = async (value: string) => {
    const typing = { option: 'zone', value, sub: 'remind' };
    const { choices } = await dan.person.autocomplete('practice-failure', typing);
    expect(choices.length).toBeLessThanOrEqual(25);
    return choices.map(({ value: choice }) => textOf(choice));
  };
  for (const zone of ['Asia/Kolkata', 'Europe/Kyiv', 'UTC', 'Asia/Calcutta', 'US/Eastern'])
    expect(await offered(zone)).toContain(zone);
  expect((await offered('berl'))[0]).toBe('Europe/Berlin');
  expect(await offered('new york')).toContain('America/New_York');
  expect(await offered('')).toHaveLength(25);
  expect(await offered('14:20')).toContain('14:20');
  for (const zone of ['Antarctica/Troll', 'Pacific/Kiritimati', 'Africa/Ouagadougou', 'Asia/Kathmandu'])
    expect(await offered(zone)).toContain(zone);
});

test('a day there is not is refused with the nearest there are, which can be pressed', async () => {
  const eve = someone(5);
  const options = { when: '31 April 2027 9:00', zone: 'Europe/Berlin' };
  await eve.asks(options, 'There is no 31 April');
  await eve.presses('Friday 30 April 2027, 9:00', 'once, Friday 30 April 2027 at 9:00 (Europe/Berlin)');
  await eve.presses('Yes, remind me', 'Set. I remind you here, next on Friday 30 April 2027, 9:00');
  expect((await coach.dueOf(eve.person.id))?.toISOString()).toBe('2027-04-30T07:00:00.000Z');
});

test('words that are no time are said to be none, and the times to choose from stay', async () => {
  const fay = someone(6);
  await fay.asks({ when: 'the milk', zone: 'Europe/Berlin' }, 'I found no time in that.');
  await fay.presses('Weekdays, 8:30', 'every weekday at 8:30 (Europe/Berlin)');
});

test('a zone that is none is asked again, and what was asked for waits', async () => {
  const gus = someone(7);
  await gus.asks({ when: 'weekdays 8:30', zone: 'Atlantis' }, 'I know no time zone by that name.');
  await gus.asks({ zone: 'Lisbon' }, 'every weekday at 8:30 (Europe/Lisbon)');
});

test('"another time" and "no" are answered where they are pressed, and arm nothing', async () => {
  const hal = someone(8);
  await hal.asks({ when: 'daily 19:00', zone: 'Europe/Berlin' }, 'Is that right?');
  await hal.presses('Another time', 'When instead? A time alone moves it.');
  await hal.asks({ when: 'daily 20:00' }, 'every day at 20:00 (Europe/Berlin)');
  await hal.presses('No', 'Then nothing is planned.');
  expect(await coach.dueOf(hal.person.id)).toBeUndefined();
  expect(hal.cards()).toEqual([]);
});

test('typed in the direct messages it is heard as well, and a plain yes is one', async () => {
  const ida = someone(9);
  await ida.types('remind zone Berlin', 'Your time zone is Europe/Berlin.');
  await ida.types('remind Mon/Thu 18:00', 'every Monday and Thursday at 18:00 (Europe/Berlin)');
  await ida.types('yes', 'Set. I remind you here');
  expect(await coach.dueOf(ida.person.id)).toBeDefined();
  expect(await coach.sessions(ida.person.id)).toEqual([]);
});

test('asked by the command and answered by a plain word in the messages, it is an answer', async () => {
  const joe = someone(10);
  await joe.asks({ when: 'weekdays 8:30' }, 'Which time zone are you in?');
  await joe.types('Berlin', 'every weekday at 8:30 (Europe/Berlin)');
  await joe.types('yes', 'Set. I remind you here');
  expect(await coach.sessions(joe.person.id)).toEqual([]);
});

test('"stop" ends it, and says so where it was asked', async () => {
  const kay = someone(11);
  await setsUp(kay);
  await kay.asks({ when: 'stop' }, 'Stopped: no reminders come any more.');
  expect(await coach.dueOf(kay.person.id)).toBeUndefined();
  await kay.asks({}, 'When shall I remind you to practise?');
});

test('no id of a button or a menu is longer than Discord takes, with the longest ids there are', async () => {
  const lou = someone(12);
  await setsUp(lou);
  await coach.timeComes(lou.person.id);
  await coach.discord.until(() => lou.reminders().length === 1, 'the reminder', 9_000);
  const shown = [...coach.discord.messages(lou.dm), ...lou.person.ephemerals];
  const ids = shown.flatMap(({ components }) => flat(components)).flatMap(({ custom_id: id }) => id ?? []);
  expect(ids.length).toBeGreaterThan(8);
  for (const id of ids) expect(textOf(id).length).toBeLessThanOrEqual(100);
});

describe('and in all of it', () => manners(() => coach));
