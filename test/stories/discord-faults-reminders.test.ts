import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { manners } from '../support/discord-manners.ts';
import {
  type RemindedPerson,
  type RemindingCoach,
  remindedIn,
  setsUp,
  startReminding,
} from '../support/discord-reminders.ts';
import { GENERAL } from '../support/discord-talk.ts';
import { eventually } from '../support/practice.ts';

/** Direct messages that are closed to reminders: a private thread, and else a plan that is held; never anything in public. */

const DAY = 24 * 60 * 60_000;

let coach: RemindingCoach;
beforeAll(async () => {
  coach = await startReminding('discord faults reminders');
});
afterEach(() => coach.discord.healFaults());
afterAll(() => coach.close());

const someone = (number: number) => remindedIn(coach, `44444444444444448${String(number).padStart(2, '0')}`);

/** The time comes for somebody whose direct messages are closed. */
async function timeComes(person: RemindedPerson): Promise<void> {
  const before = person.threads().flatMap((thread) => person.reminders(thread)).length;
  person.looks();
  await coach.timeComes(person.person.id);
  await person.sees('[Skip this one]');
  expect(person.threads().flatMap((thread) => person.reminders(thread))).toHaveLength(before + 1);
}

const IN_THREAD = 'It is in a private thread, since I cannot reach you in direct messages';
const threadsIn = (channel: string) => coach.discord.threads(channel).map(({ id }) => id);
/** What the coach and its adapter logged, a line each: of the two the adapter's come first. */
const logged = () =>
  [...coach.adapterLogged, ...coach.world.logged].map(
    ({ event, fields }) => `${event} ${JSON.stringify(fields)}`,
  );
const MADE = { method: 'POST', path: '/channels/{channel_id}/threads' };

describe.each([50007, 50278] as const)('closed direct messages (%i)', (code) => {
  test('lead to a private thread where it was asked for, the same each time, and the yes says so', async () => {
    const ada = someone(code === 50007 ? 1 : 2);
    ada.person.closesDms(code);
    await setsUp(ada, 'daily 9:30', IN_THREAD);
    const [thread = ''] = ada.threads();
    expect(ada.cards(thread)[0]).toContain(
      'I cannot reach you in direct messages, so your reminders come here.',
    );
    expect(ada.cards(thread)[0]).toContain('Moderators of this server can read it');
    await timeComes(ada);
    expect(ada.reminders(thread).at(-1)).toContain('A few minutes are yours now, if you like.');
    expect(ada.reminders(thread).at(-1)).not.toContain('This is your time');
    await ada.presses('Why now?', 'This is your time to practise.', thread);
    await timeComes(ada);
    expect(ada.threads()).toEqual([thread]);
    expect(coach.adapterLogged.filter(({ event }) => event === 'discord-way-shut').length).toBeLessThan(8);
    ada.person.opensDms();
    ada.looks();
    await coach.timeComes(ada.person.id);
    await ada.sees('[Skip this one]');
    expect(ada.reminders()).toHaveLength(1);
  });
});

test('archived, the thread is woken by the reminder; locked, another is opened', async () => {
  const bea = someone(3);
  bea.person.closesDms();
  await setsUp(bea, 'daily 9:30', IN_THREAD);
  const [thread = ''] = bea.threads();
  coach.discord.archive(thread);
  await timeComes(bea);
  expect(bea.threads()).toEqual([thread]);
  expect(bea.reminders(thread)).toHaveLength(1);
  coach.discord.archive(thread, { locked: true });
  await timeComes(bea);
  expect(bea.threads()).toHaveLength(2);
  await timeComes(bea);
  expect(bea.threads()).toHaveLength(2);
  await bea.asks({ when: 'stop' }, 'Stopped');
});

test('what is pressed in the thread works there: put off, skipped, and a practice begins where only they are', async () => {
  const cleo = someone(4);
  cleo.person.closesDms();
  await setsUp(cleo, 'daily 9:30', IN_THREAD);
  await timeComes(cleo);
  const [thread = ''] = cleo.threads();
  await cleo.chooses('In an hour', 'Put off to ', thread);
  await timeComes(cleo);
  await cleo.presses('Skip this one', 'Let go.', thread);
  await timeComes(cleo);
  await cleo.presses('Start now', 'How would you like to begin?', thread);
  expect(await coach.sessions(cleo.person.id)).toHaveLength(1);
  await timeComes(cleo);
  await cleo.presses('Stop reminders', 'Stopped: no reminders come any more.', thread);
  expect(await coach.dueOf(cleo.person.id)).toBeUndefined();
});

test('how the interview went is written in a form there, and goes to no practice', async () => {
  const fay = someone(11);
  fay.person.closesDms();
  const day = new Date(coach.now().getTime() + 2 * DAY).toISOString().slice(0, 10);
  await setsUp(fay, `interview on ${day}`);
  const [thread = ''] = fay.threads();
  for (let time = 0; !fay.cards(thread).join('\n').includes('[It was asked]'); time += 1) {
    if (time > 5) throw new Error(fay.cards(thread).join('\n---\n'));
    const before = fay.cards(thread).length;
    await coach.timeComes(fay.person.id);
    await coach.discord.until(() => fay.cards(thread).length > before, 'the next of the plan', 9_000);
  }
  await fay.presses('Why now?', 'Was this question asked', thread);
  await fay.person.presses('Write your answer', { channel: thread });
  expect(fay.person.modal()?.title).toBe('How did it go?');
  fay.looks();
  await fay.person.submits({ text: 'They asked what sales said, and the phone call landed.' });
  await fay.sees('Kept, for you alone.');
  expect(await coach.sessions(fay.person.id)).toEqual([]);
  await fay.asks({ when: 'interview in 30 days' }, 'the phone call landed.');
});

describe.each([
  ['Missing Access (50001)', 50001, 403, 20],
  ['Unknown Channel (10003)', 10003, 404, 30],
  ['Missing Permissions (50013)', 50013, 403, 40],
] as const)('no thread either: %s', (_, code, status, number) => {
  test('one line in the log, a few calls, the plan is held, and the next visit says so; others are reminded', async () => {
    const { discord } = coach;
    const [dan, eve] = [someone(number), someone(number + 1)];
    // Where it comes is told before the clock is set forward: an interaction is over after a quarter of an hour.
    for (const one of [dan, eve]) {
      await setsUp(one);
      await one.sees('It is in our direct messages');
    }
    dan.person.closesDms();
    for (const path of [
      MADE.path,
      '/guilds/{guild_id}/threads/active',
      '/channels/{channel_id}/users/@me/threads/archived/private',
    ])
      discord.fault({ path }, { status, code }, 99);
    const [calls, lines] = [discord.calls.length, logged().length];
    eve.looks();
    const [first, second] = [await coach.dueOf(dan.person.id), await coach.dueOf(eve.person.id)];
    const due = Math.max(first?.getTime() ?? 0, second?.getTime() ?? 0);
    coach.forward(due - coach.now().getTime() + 100);
    await coach.world.sweeps.everyMinute();
    await eve.sees('[Skip this one]');
    await discord.calm(300);
    // A try that discord.js stops for its fifty calls a second is made again a second later.
    await eventually(async () => (await coach.dueOf(dan.person.id)) === undefined);
    await discord.calm(300);
    expect(dan.reminders()).toEqual([]);
    expect(dan.threads()).toEqual([]);
    const refused = discord.calls.slice(calls).filter((call) => call.status >= 400);
    // Four for a try; discord.js lets fifty calls a second out, and a try that it stops is made once more.
    expect(refused.length).toBeLessThanOrEqual(8);
    expect(logged().slice(lines)).toEqual([
      expect.stringMatching(`^effect-dead .*not-reached 50007 ${code}`),
    ]);
    const after = discord.calls.length;
    for (let day = 0; day < 3; day += 1) {
      coach.forward(DAY);
      await coach.world.sweeps.everyMinute();
    }
    await discord.calm(300);
    expect(discord.calls.slice(after).filter(({ path }) => path.includes(dan.dm))).toEqual([]);
    dan.person.opensDms();
    await dan.asks({}, 'I could not write to you where your reminders come');
    expect(dan.told()).toContain('Next: ');
    expect(await coach.dueOf(dan.person.id)).toBeDefined();
    discord.healFaults();
    await eve.asks({ when: 'stop' }, 'Stopped');
    await dan.asks({ when: 'stop' }, 'Stopped');
  });
});

test('where nothing gets through the yes says so at once, and keeps the plan', async () => {
  const fay = someone(5);
  fay.person.closesDms();
  coach.discord.fault(MADE, { status: 403, code: 50013 }, 9);
  await setsUp(
    fay,
    'daily 9:30',
    'I cannot write to you: neither in direct messages nor in a private thread',
  );
  fay.person.opensDms();
  await fay.asks({}, 'I could not write to you where your reminders come');
  expect(await coach.dueOf(fay.person.id)).toBeDefined();
});

test('nothing of it was ever in a channel', () => {
  expect(coach.discord.messages(GENERAL)).toEqual([]);
  expect(threadsIn(GENERAL).length).toBeLessThan(8);
});

describe('and in all of it', () => manners(() => coach));
