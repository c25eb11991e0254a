import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { manners } from '../support/discord-manners.ts';
import {
  type RemindedPerson,
  type RemindingCoach,
  remindedIn,
  setsUp,
  startReminding,
} from '../support/discord-reminders.ts';
import { STORY, talkOf, tellUpTo } from '../support/discord-talk.ts';
import { dumpDatabase } from '../support/dump.ts';
import { eventually } from '../support/practice.ts';

/** The time has come: what arrives in the direct messages, and what its buttons do. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let coach: RemindingCoach;
beforeAll(async () => {
  coach = await startReminding('discord due');
});
afterEach(() => coach.discord.healFaults());
afterAll(() => coach.close());

const id = (number: number) => `44444444444444447${String(number).padStart(2, '0')}`;

/** Somebody whose first reminder just came. */
async function reminded(number: number, when = 'daily 9:30'): Promise<RemindedPerson> {
  const someone = remindedIn(coach, id(number));
  await setsUp(someone, when);
  await timeComes(someone);
  return someone;
}

async function timeComes(someone: RemindedPerson): Promise<void> {
  const before = someone.reminders().length;
  someone.looks();
  await coach.timeComes(someone.person.id);
  await someone.sees('[Skip this one]');
  expect(someone.reminders()).toHaveLength(before + 1);
}

const isPlanned = async (someone: RemindedPerson) => (await coach.dueOf(someone.person.id)) !== undefined;

test('it arrives in the direct messages, once; a lock screen shows no reason, and "Why now?" tells it', async () => {
  const ada = await reminded(1);
  await coach.world.sweeps.everyMinute();
  await coach.discord.calm(200);
  expect(ada.reminders()).toEqual([
    [
      'A few minutes are yours now, if you like.',
      'Later',
      '[In an hour | This evening | Tomorrow]',
      '[Start now] [Skip this one] [Change] [Stop reminders] [Why now?]',
    ].join('\n'),
  ]);
  await ada.presses('Why now?', 'This is your time to practise. A first draft takes about 12 minutes');
  expect(await isPlanned(ada)).toBe(true);
});

test('"Start now" begins a practice where practices open, and a second press begins no other', async () => {
  const bea = await reminded(2);
  await bea.presses('Start now', 'How would you like to begin?');
  expect(bea.cards().join('\n')).toContain('We practise here, just the two of us');
  expect(bea.threads()).toEqual([]);
  coach.forward(MINUTE);
  await bea.person.presses('Start now');
  await coach.discord.calm(300);
  expect(await coach.sessions(bea.person.id)).toHaveLength(1);
});

test('after a critique it offers one step of that practice, and none of its words', async () => {
  const talk = talkOf(coach, id(3), 'Cleo');
  await tellUpTo(talk, '4 of 5');
  await talk.answers('I learned to be more careful with bookings.', '5 of 5');
  await talk.answers('I am much better organised now.', 'Your answer so far');
  await talk.presses('Look at it', 'STEPS');
  const cleo = await reminded(3);
  const [reminder = ''] = cleo.reminders();
  const [, label = ''] = /\[(Start now \(\d+ minutes\))\] \[The whole answer\]/.exec(reminder) ?? [];
  await cleo.presses('Why now?', 'This is your time to practise.');
  for (const card of cleo.reminders())
    for (const words of STORY) expect(card).not.toContain(words.slice(0, 20));
  await cleo.presses(label, ' of 5');
  expect(await coach.sessions(cleo.person.id)).toHaveLength(1);
  expect((await talk.session()).stage.at).toBe('asking');
});

test('put off it comes again at that time, and the rhythm stays', async () => {
  const dan = await reminded(4);
  await dan.chooses('In an hour', 'Put off to ');
  const inAnHour = ((await coach.dueOf(dan.person.id))?.getTime() ?? 0) - coach.now().getTime();
  expect(Math.abs(inAnHour - HOUR)).toBeLessThan(MINUTE);
  await timeComes(dan);
  await dan.presses('Why now?', 'Here it is again, as you asked.');
  await dan.chooses('This evening', ', 19:00 (Europe/Berlin).');
  await timeComes(dan);
  await dan.chooses('Tomorrow', ', 19:00 (Europe/Berlin).');
  await timeComes(dan);
  await dan.presses('Why now?', 'This is your time to practise.');
});

test('"Skip this one" lets it go, and the next comes as planned', async () => {
  const eve = await reminded(5);
  const next = await coach.dueOf(eve.person.id);
  await eve.presses('Skip this one', 'Let go. The next is ');
  expect(await coach.dueOf(eve.person.id)).toEqual(next);
});

test('"Change" asks when instead, and "Stop reminders" ends them', async () => {
  const fay = await reminded(6);
  await fay.presses('Change', 'When instead?');
  await fay.types('remind every Friday 17:00', 'It takes the place of: every day at 9:30 (Europe/Berlin).');
  await fay.presses('Yes, remind me', 'next on Friday ');
  await timeComes(fay);
  await fay.presses('Stop reminders', 'Stopped: no reminders come any more.');
  expect(await isPlanned(fay)).toBe(false);
  coach.forward(7 * 24 * HOUR);
  await coach.world.sweeps.everyMinute();
  await coach.discord.calm(200);
  expect(fay.reminders()).toHaveLength(2);
});

test('an option of an earlier reminder says how it stands now, and changes nothing', async () => {
  const gus = await reminded(7);
  const [old] = coach.discord.messages(gus.dm).slice(-1);
  await timeComes(gus);
  const next = await coach.dueOf(gus.person.id);
  gus.looks();
  await gus.person.presses('Skip this one', { in: old?.id ?? '' });
  await gus.sees('Let go.');
  expect(await coach.dueOf(gus.person.id)).toEqual(next);
});

test('three that were not answered: it says that it rests, and a press wakes it', async () => {
  const hal = await reminded(8);
  await timeComes(hal);
  await timeComes(hal);
  hal.looks();
  await coach.timeComes(hal.person.id);
  await hal.sees('I will be quiet now.');
  expect(await isPlanned(hal)).toBe(false);
  await hal.presses('Wake it', 'Next: ');
  expect(await isPlanned(hal)).toBe(true);
});

test('the day after the interview one question comes, and a line typed under it is kept', async () => {
  const ida = remindedIn(coach, id(9));
  const day = new Date(coach.now().getTime() + 2 * 24 * HOUR).toISOString().slice(0, 10);
  await ida.asks({ when: `interview on ${day}`, zone: 'Europe/Berlin' }, 'your interview on ');
  await ida.presses('Yes, remind me', 'Set. I remind you here');
  for (let time = 0; !ida.cards().join('\n').includes('[It was asked]'); time += 1) {
    if (time > 5) throw new Error(ida.cards().join('\n---\n'));
    const before = ida.cards().length;
    await coach.timeComes(ida.person.id);
    await coach.discord.until(() => ida.cards().length > before, 'the next of the plan', 9_000);
  }
  await ida.presses('Why now?', 'Was this question asked, which follow-ups came, and what landed?');
  await ida.types('They asked what sales said, and the phone call landed.', 'Kept, for you alone.');
  expect(await coach.sessions(ida.person.id)).toEqual([]);
  await ida.asks({ when: 'interview in 30 days' }, 'the phone call landed.');
});

test('a reminder whose answer was lost is posted once', async () => {
  const joe = remindedIn(coach, id(10));
  await setsUp(joe);
  coach.discord.fault({ method: 'POST', path: `/channels/${joe.dm}/messages` }, { lostAnswer: true });
  await coach.timeComes(joe.person.id);
  const open = () =>
    coach.world.pool.query(`SELECT 1 FROM outbox WHERE kind = 'remind' AND state NOT IN ('done', 'dead')`);
  await coach.discord.until(() => joe.reminders().length === 1, 'the reminder', 9_000);
  const posts = () =>
    coach.discord.calls
      .filter(({ path }) => path === `/channels/${joe.dm}/messages`)
      .map(({ method, status }) => `${method} ${status}`)
      .join();
  coach.forward(5 * MINUTE);
  await eventually(async () => {
    await coach.world.system.deliverer.sweep();
    return (await open()).rows.length === 0;
  });
  // Soon after it is posted again, and its nonce makes one of the two; later it is looked for.
  expect(posts()).toMatch(/POST -1,(POST|GET) 200$/);
  expect(joe.reminders()).toHaveLength(1);
  expect(coach.world.logged.filter(({ event }) => event === 'effect-dead')).toEqual([]);
});

test('two processes on one database: one reminder', async () => {
  const kay = remindedIn(coach, id(11));
  await setsUp(kay);
  const other = await coach.another();
  try {
    kay.looks();
    const due = (await coach.dueOf(kay.person.id)) ?? coach.now();
    coach.forward(due.getTime() - coach.now().getTime() + 100);
    await Promise.all([coach.world.sweeps.everyMinute(), other.world.sweeps.everyMinute()]);
    await kay.sees('[Skip this one]');
    await coach.discord.calm(400);
    expect(kay.reminders()).toHaveLength(1);
    await kay.presses('Skip this one', 'Let go.');
    await coach.discord.calm(300);
    expect(kay.cards().filter((card) => card.includes('Let go.'))).toHaveLength(1);
  } finally {
    await other.adapter.stop();
    await other.world.close();
  }
});

test('whoever deletes everything is reminded of nothing afterwards, and nothing of them is left', async () => {
  const lou = await reminded(12);
  await lou.person.slash('practice-failure', { sub: 'delete-my-data', in: 'dm' });
  await lou.sees('This deletes all I hold about you');
  await lou.presses('Delete everything', 'Deleted: all I held about you.');
  expect(await isPlanned(lou)).toBe(false);
  await coach.discord.until(() => lou.reminders().length === 0, 'what was posted is removed', 15_000);
  coach.forward(25 * HOUR);
  await coach.world.sweeps.everyMinute();
  await coach.discord.calm(200);
  expect(lou.reminders()).toEqual([]);
  expect(await dumpDatabase(coach.world.url)).not.toContain(lou.person.id);
});

describe('and in all of it', () => manners(() => coach));
