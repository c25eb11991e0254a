import { afterEach, describe, expect, test } from 'vitest';
import { createWorld, eventually, type World } from '../support/practice.ts';
import { backends, queueOf } from './queue-of.ts';
import { aMoment, clockAt, dueOf, plans, reminders, timeComes } from './reminded.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

describe.each(backends)('with the queue on $kind', ({ kind, redisUrl, isThere }) => {
  type Options = NonNullable<Parameters<typeof createWorld>[1]>;

  async function worldOf(name: string, options: Options): Promise<World> {
    const world = await createWorld(`${name} ${kind}`, { redisUrl, ...options });
    closing.push(() => world.close());
    return world;
  }

  /** Another process on the same database and queue. */
  function again({ url, keys, now, namespace }: World): Promise<World> {
    return createWorld('again', { redisUrl, url, keys, now, namespace });
  }

  test.runIf(isThere)(
    'a queue that lost its bell is filled again: at a start, or a minute after its time',
    async () => {
      const clock = clockAt('2027-03-08T10:00:00Z');
      const world = await worldOf('reminders lost', { now: clock.now });
      const bells = queueOf(world, 'bell');
      closing.push(() => bells.close());
      const ada = world.person('ada');
      await ada.says('remind zone Europe/Berlin');
      await plans(ada, 'in 5 minutes');
      await eventually(async () => (await bells.jobs()).length === 1);
      await bells.lose();
      await world.sweeps.atStart();
      expect(await bells.jobs()).toHaveLength(1);
      await bells.lose();
      await world.sweeps.everyMinute();
      clock.forward(7 * MINUTE);
      await Promise.all([world.sweeps.everyMinute(), world.sweeps.everyMinute()]);
      await eventually(() => reminders('ada', world) === 1);
      await world.sweeps.atStart();
      await aMoment();
      expect(reminders('ada', world)).toBe(1);
    },
  );

  test.runIf(isThere)('two processes on one database remind once', async () => {
    const clock = clockAt('2027-03-08T10:00:00Z');
    const world = await worldOf('reminders twice', { now: clock.now });
    const other = await again(world);
    closing.push(() => other.dropDead());
    const ada = world.person('ada');
    await ada.says('remind zone Europe/Berlin');
    await plans(ada, 'daily 9:00');
    for (let day = 1; day <= 3; day += 1) {
      clock.setTo(((await dueOf(world)) ?? 0) + 100);
      await Promise.all([world, other].map(({ sweeps }) => sweeps.everyMinute()));
      await eventually(() => reminders('ada', world, other) === day);
      await Promise.all([world, other].map(({ sweeps }) => sweeps.atStart()));
    }
    await aMoment();
    expect(reminders('ada', world, other)).toBe(3);
  });

  test.runIf(isThere)('changed, stopped and begun anew at the same time it comes then, once', async () => {
    const clock = clockAt('2027-03-08T10:00:00Z');
    const world = await worldOf('reminders moved', { now: clock.now });
    const ada = world.person('ada');
    await ada.says('remind zone America/New_York');
    await plans(ada, 'daily 9:30');
    const old = (await dueOf(world)) ?? 0;
    clock.setTo(old - MINUTE);
    await world.sweeps.everyMinute();
    await plans(ada, 'daily 14:00');
    await ada.says('remind stop');
    expect(await dueOf(world)).toBeUndefined();
    await plans(ada, 'daily 14:00');
    clock.setTo(old + MINUTE);
    await world.sweeps.everyMinute();
    await aMoment();
    expect(reminders('ada', world)).toBe(0);
    const fired = await timeComes(world, clock);
    // 14:00 on that day, and up to five minutes.
    expect(new Date(fired).toISOString()).toMatch(/^2027-03-08T19:0[0-5]:/);
    await ada.says('remind stop');
    await plans(ada, 'daily 14:00');
    expect(await dueOf(world)).toBeGreaterThan(fired + 20 * HOUR);
    await world.sweeps.atStart();
    await aMoment();
    expect(reminders('ada', world)).toBe(1);
  });

  test.runIf(isThere)(
    '40 and 400 days ahead nothing is in the queue, nor fires; then it comes once',
    async () => {
      const clock = clockAt('2027-03-08T10:00:00Z');
      const world = await worldOf('reminders far', { now: clock.now });
      const bells = queueOf(world, 'bell');
      closing.push(() => bells.close());
      const ada = world.person('ada');
      await ada.says('remind zone Europe/Berlin');
      await plans(ada, '17 April 2027 9:00');
      await plans(ada, '11 April 2028 9:00');
      for (const due of ['2027-04-17T07:00:00.000Z', '2028-04-11T07:00:00.000Z']) {
        await world.sweeps.atStart();
        await world.sweeps.everyMinute();
        // The bell that has just rung is put away a moment after its reminder was seen.
        await eventually(async () => (await bells.jobs()).length === 0);
        const before = reminders('ada', world);
        await aMoment();
        expect(reminders('ada', world)).toBe(before);
        expect(new Date(await timeComes(world, clock)).toISOString()).toBe(due);
      }
      expect(reminders('ada', world)).toBe(2);
      expect(await dueOf(world)).toBeUndefined();
    },
  );

  test.runIf(isThere)(
    'in the week of a change of clocks, started anew in between: Monday 6:00 New York, once',
    async () => {
      const clock = clockAt('2027-11-02T15:00:00Z');
      const world = await worldOf('reminders week', { now: clock.now });
      const ada = world.person('ada');
      await ada.says('remind zone America/New_York');
      await ada.says('remind quiet none');
      await plans(ada, 'every Monday 6:00');
      clock.setTo(Date.parse('2027-11-06T12:00:00Z'));
      const next = await again(world);
      closing.push(() => next.dropDead());
      await next.sweeps.atStart();
      clock.setTo(Date.parse('2027-11-08T10:45:00Z'));
      await next.sweeps.everyMinute();
      await aMoment();
      expect(reminders('ada', world, next)).toBe(0);
      clock.setTo(((await dueOf(next)) ?? 0) + 100);
      expect(clock.now().toISOString()).toMatch(/^2027-11-08T11:0[0-5]:/);
      await next.sweeps.atStart();
      await eventually(() => reminders('ada', world, next) === 1);
      await next.sweeps.atStart();
      await aMoment();
      expect(reminders('ada', world, next)).toBe(1);
      expect(new Date((await dueOf(next)) ?? 0).toISOString()).toMatch(/^2027-11-15T11:0/);
    },
  );

  test.runIf(isThere)('1:30 comes once on the day on which the wall shows it twice', async () => {
    const clock = clockAt('2027-11-06T15:00:00Z');
    const world = await worldOf('reminders fold', { now: clock.now });
    const ada = world.person('ada');
    await ada.says('remind zone America/New_York');
    await ada.says('remind quiet none');
    await plans(ada, 'daily 1:30');
    for (let hours = 0; hours < 36; hours += 1) {
      clock.setTo(Date.parse('2027-11-07T03:36:00Z') + hours * HOUR);
      await world.sweeps.everyMinute();
      if (hours === 3 || hours === 27)
        await eventually(() => reminders('ada', world) === (hours < 27 ? 1 : 2));
    }
    await aMoment();
    expect(reminders('ada', world)).toBe(2);
  });

  test.runIf(isThere).each(['2027-03-26', '2027-10-29'])(
    'daily 8:30 Berlin shows 8:30 on every day around %s',
    async (day) => {
      const clock = clockAt(`${day}T15:00:00Z`);
      const world = await worldOf('reminders daily', { now: clock.now });
      const ada = world.person('ada');
      await ada.says('remind zone Europe/Berlin');
      await plans(ada, 'daily 8:30');
      const shown = new Intl.DateTimeFormat('de', {
        timeZone: 'Europe/Berlin',
        timeStyle: 'short',
        dateStyle: 'short',
      });
      const walls: string[] = [];
      for (let days = 0; days < 4; days += 1) {
        walls.push(shown.format(await timeComes(world, clock)));
        clock.forward(MINUTE);
        await ada.says('hello');
      }
      expect(walls.map((wall) => wall.slice(-5)).every((time) => time >= '08:30' && time <= '08:35')).toBe(
        true,
      );
      expect(new Set(walls.map((wall) => wall.slice(0, 8))).size).toBe(4);
    },
  );
});
