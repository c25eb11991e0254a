import { randomUUID } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { fallbackText } from '../../src/card/fallback.ts';
import { findPerson } from '../../src/store/people.ts';
import { clockAt } from '../jobs/reminded.ts';
import { dumpDatabase } from '../support/dump.ts';
import { createWorld, eventually, playedPlatform, type World } from '../support/practice.ts';
import { judge, tellStory } from './told.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Eleven in the morning in Berlin. */
const MONDAY = '2027-03-08T10:00:00Z';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function worldOf(name: string, options: Parameters<typeof createWorld>[1] = {}): Promise<World> {
  const world = await createWorld(`reminders ${name}`, options);
  closing.push(() => world.close());
  return world;
}

type Person = ReturnType<World['person']>;

async function setsUp(ada: Person, words = 'weekdays 8:30'): Promise<void> {
  await ada.says('remind zone Europe/Berlin');
  await ada.says(`remind ${words}`);
  await ada.presses(`remind:yes:${await seqOf(ada)}`);
}

/** The number on the buttons of the card that asks for a yes. */
async function seqOf(ada: Person): Promise<number> {
  const yes = ada
    .cards()
    .at(-1)
    ?.buttons.find(({ action }) => action.startsWith('remind:yes:'));
  if (yes === undefined) throw new Error(ada.reads());
  return Number(yes.action.split(':')[2]);
}

async function dueOf(world: World): Promise<Date | undefined> {
  const { rows } = await world.pool.query<{ due_at: Date }>(
    `SELECT due_at FROM wakes WHERE kind = 'plan' AND done_at IS NULL`,
  );
  return rows[0]?.due_at;
}

function reminders(ada: Person): number {
  return ada.cards().filter(({ notice }) => notice !== undefined).length;
}

test('a plain "start now" takes up the step that the reminder offers, and a plain yes keeps what was said', async () => {
  const clock = clockAt(MONDAY);
  const world = await worldOf('plain start', { now: clock.now });
  const ada = world.person('ada');
  await tellStory(ada);
  await judge(ada);
  await ada.says('stop');
  await ada.says('remind zone Europe/Berlin');
  await ada.says('remind interview in 30 days');
  const said = ada.reads();
  expect(said).not.toContain('a first draft');
  await ada.says('yes');
  const [, first = ''] = /a revision on \w+ (\d+ \w+ \d{4})/.exec(said) ?? [];
  expect(first).not.toBe('');
  expect(ada.reads()).toContain(first);
  clock.forward(((await dueOf(world))?.getTime() ?? 0) - clock.now().getTime() + 1_000);
  await world.sweeps.everyMinute();
  await eventually(() => reminders(ada) === 1);
  const before = (await ada.session())?.id;
  await ada.says('start now');
  expect(ada.reads()).toMatch(/Here we go on| of 5: /);
  expect((await ada.session())?.id).toBe(before);
});

test('a plan is asked for, repeated, said yes to, and its wake is a row beside it', async () => {
  const clock = clockAt(MONDAY);
  const world = await worldOf('set up', { now: clock.now });
  const ada = world.person('ada');
  await ada.says('remind');
  expect(ada.reads()).toContain('When shall I remind you');
  await ada.says('remind weekdays 8:30');
  expect(ada.reads()).toContain('time zone');
  await ada.says('Berlin');
  expect(ada.reads()).toContain('Europe/Berlin');
  expect(await dueOf(world)).toBeUndefined();
  await ada.says('yes');
  expect(ada.reads()).toContain('Set.');
  const due = await dueOf(world);
  expect(due?.getTime()).toBeGreaterThan(clock.now().getTime());
  const { rows } = await world.pool.query('SELECT zone, zone_source FROM people');
  expect(rows).toEqual([{ zone: 'Europe/Berlin', zone_source: 'asked' }]);
});

test('its time comes: once, with two sweeps and a bell that rings again', async () => {
  const clock = clockAt(MONDAY);
  const world = await worldOf('due', { now: clock.now });
  const ada = world.person('ada');
  await setsUp(ada);
  const due = await dueOf(world);
  clock.forward((due?.getTime() ?? 0) - clock.now().getTime() + 100);
  await Promise.all([world.sweeps.everyMinute(), world.sweeps.everyMinute()]);
  await eventually(() => reminders(ada) === 1);
  await world.bells.ring(
    [{ key: (await planKey(world)) ?? '', dueAt: due?.toISOString() ?? '' }],
    clock.now(),
  );
  await world.sweeps.everyMinute();
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(reminders(ada)).toBe(1);
  expect((await dueOf(world))?.getTime()).toBeGreaterThan(clock.now().getTime());
});

async function planKey(world: World): Promise<string | undefined> {
  const { rows } = await world.pool.query<{ key: string }>(`SELECT key FROM wakes WHERE kind = 'plan'`);
  return rows[0]?.key;
}

test('a plan that is changed a minute before fires at the new time only', async () => {
  const clock = clockAt(MONDAY);
  const world = await worldOf('moved', { now: clock.now });
  const ada = world.person('ada');
  await setsUp(ada, 'daily 9:00');
  const old = await dueOf(world);
  clock.forward((old?.getTime() ?? 0) - clock.now().getTime() - MINUTE);
  await world.sweeps.everyMinute();
  await ada.says('remind daily 14:00');
  await ada.says('yes');
  const moved = await dueOf(world);
  expect((moved?.getTime() ?? 0) - (old?.getTime() ?? 0)).toBeGreaterThan(4 * HOUR);
  clock.forward(2 * MINUTE);
  await world.sweeps.everyMinute();
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(reminders(ada)).toBe(0);
  clock.forward((moved?.getTime() ?? 0) - clock.now().getTime() + 100);
  await world.sweeps.everyMinute();
  await eventually(() => reminders(ada) === 1);
});

test('the bot was down over the time: late once, or left out and said with the next', async () => {
  const clock = clockAt(MONDAY);
  const slack = playedPlatform('slack');
  const world = await worldOf('down', { now: clock.now, platforms: [slack] });
  const ada = world.person('ada', 'slack');
  const shown = () => slack.shown.filter(({ card }) => card.notice !== undefined);
  await ada.says('remind zone Europe/Berlin');
  await ada.says('remind daily 9:00');
  await ada.says('yes');
  const due = (await dueOf(world))?.getTime() ?? 0;
  clock.forward(due - clock.now().getTime() + 3 * HOUR);
  await world.sweeps.atStart();
  await eventually(() => shown().length === 1);
  expect(
    shown()
      .map(({ card }) => fallbackText(card))
      .join('\n'),
  ).toContain('This was for');
  const next = (await dueOf(world))?.getTime() ?? 0;
  clock.forward(next - clock.now().getTime() + 7 * HOUR);
  await world.sweeps.atStart();
  await eventually(async () => ((await dueOf(world))?.getTime() ?? 0) > next);
  expect(shown()).toHaveLength(1);
});

test('in a terminal it waits until they look, however late that is', async () => {
  const clock = clockAt(MONDAY);
  const world = await worldOf('looks', { now: clock.now });
  const ada = world.person('ada');
  await setsUp(ada, 'daily 9:00');
  const due = (await dueOf(world))?.getTime() ?? 0;
  clock.forward(due - clock.now().getTime() + 11 * HOUR);
  await world.sweeps.atStart();
  await eventually(() => reminders(ada) === 1);
  expect(ada.reads()).toContain('This was for Tuesday 9 March 2027, 9:00');
});

test.each(['stop', 'skip'])('a plain "%s" under a reminder is said to it', async (word) => {
  const clock = clockAt(MONDAY);
  const world = await worldOf(word, { now: clock.now });
  const ada = world.person('ada');
  await setsUp(ada, 'daily 12:30');
  clock.forward(((await dueOf(world))?.getTime() ?? 0) - clock.now().getTime() + 100);
  await world.sweeps.everyMinute();
  await eventually(() => reminders(ada) === 1);
  await ada.says(word);
  expect(ada.reads()).toContain(word === 'stop' ? 'Stopped' : 'Let go. The next is');
  expect(await dueOf(world)).toEqual(word === 'stop' ? undefined : expect.any(Date));
  await ada.says('back');
  if (word === 'stop') expect(await dueOf(world)).toEqual(expect.any(Date));
});

test('in an open practice the same words are for the practice', async () => {
  const clock = clockAt(MONDAY);
  const world = await worldOf('stop beside', { now: clock.now });
  const ada = world.person('ada');
  await setsUp(ada, 'daily 12:30');
  await ada.says('/practice-failure');
  await ada.says('story');
  clock.forward(((await dueOf(world))?.getTime() ?? 0) - clock.now().getTime() + 100);
  await world.sweeps.everyMinute();
  await eventually(() => reminders(ada) === 1);
  await ada.says('stop');
  expect((await ada.session())?.stage.at).toBe('done');
  expect(await dueOf(world)).toEqual(expect.any(Date));
});

test('another zone, told with whatever they say, moves the plan at once', async () => {
  const clock = clockAt(MONDAY);
  const world = await worldOf('moves', { now: clock.now });
  const ada = world.person('ada');
  await ada.says('/practice-failure', { zone: 'Europe/Berlin' });
  await ada.says('remind daily 12:30', { zone: 'Europe/Berlin' });
  await ada.says('yes', { zone: 'Europe/Berlin' });
  clock.forward(((await dueOf(world))?.getTime() ?? 0) - clock.now().getTime() + 100);
  await world.sweeps.everyMinute();
  await eventually(() => reminders(ada) === 1);
  await ada.says('story', { zone: 'Asia/Tokyo' });
  expect((await dueOf(world))?.toISOString()).toMatch(/^2027-03-09T03:3/);
});

test('start from a reminder: one step of the last practice, or the whole', async () => {
  const clock = clockAt(MONDAY);
  const world = await worldOf('start', { now: clock.now });
  const ada = world.person('ada');
  await setsUp(ada, 'daily 9:00');
  clock.forward(((await dueOf(world))?.getTime() ?? 0) - clock.now().getTime() + 100);
  await world.sweeps.everyMinute();
  await eventually(() => reminders(ada) === 1);
  const start = ada
    .cards()
    .at(-1)
    ?.buttons.find(({ action }) => action.startsWith('remind:start:'));
  await ada.presses(start?.action ?? '');
  expect((await ada.session())?.stage.at).toBe('opening');
});

test('words beside a question of the plan are still an answer to the practice', async () => {
  const world = await worldOf('beside');
  const ada = world.person('ada');
  await ada.says('/practice-failure');
  await ada.says('story');
  await ada.says('skip');
  await ada.says('remind zone Europe/Berlin');
  await ada.says('remind weekdays 8:30');
  await ada.says('I agreed the room by phone and never got it in writing.');
  expect((await ada.session())?.failure.map(({ text }) => text)).toEqual([
    'I agreed the room by phone and never got it in writing.',
  ]);
  await ada.says('Remind customers of what they agreed to.');
  expect(JSON.stringify(await ada.session())).toContain('Remind customers');
});

test('a reminder that cannot be shown holds the plan, and is said at the next visit', async () => {
  const clock = clockAt(MONDAY);
  const world = await worldOf('held', { now: clock.now });
  const ada = world.person('ada');
  await setsUp(ada, 'daily 9:00');
  world.terminal.answers.push(() => ({ outcome: 'gone', reason: '50007' }));
  clock.forward(((await dueOf(world))?.getTime() ?? 0) - clock.now().getTime() + 100);
  await world.sweeps.everyMinute();
  await eventually(async () => (await dueOf(world)) === undefined);
  clock.forward(3 * DAY);
  await world.sweeps.everyMinute();
  expect(reminders(ada)).toBe(0);
  await ada.says('hello');
  expect(ada.cards().some((card) => JSON.stringify(card).includes('could not write to you'))).toBe(true);
  expect(await dueOf(world)).toBeDefined();
});

test('a reminder is no activity of the person, and what they do after it is', async () => {
  const clock = clockAt(MONDAY);
  const world = await worldOf('activity', { now: clock.now });
  const ada = world.person('ada');
  await setsUp(ada, 'daily 9:00');
  const active = async () =>
    (await world.pool.query<{ last_active_at: Date }>('SELECT last_active_at FROM people')).rows[0]
      ?.last_active_at;
  const before = await active();
  clock.forward(((await dueOf(world))?.getTime() ?? 0) - clock.now().getTime() + 100);
  await world.sweeps.everyMinute();
  await eventually(() => reminders(ada) === 1);
  expect(await active()).toEqual(before);
  clock.forward(MINUTE);
  await ada.says('hello');
  expect(await active()).not.toEqual(before);
});

test('what a plan says is sealed: neither a date of an interview nor what was told of it is in the database', async () => {
  const clock = clockAt(MONDAY);
  const world = await worldOf('sealed', { now: clock.now });
  const ada = world.person('ada');
  const canary = `canary${randomUUID().slice(0, 8)}`;
  await setsUp(ada, 'daily 9:00');
  await ada.says(`remind asked they wanted to hear about ${canary}`);
  expect(await dumpDatabase(world.url)).not.toContain(canary);
  const person = await findPerson(world.db, world.ring, ada.ref);
  expect(person).toBeDefined();
});
