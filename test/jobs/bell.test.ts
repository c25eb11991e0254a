import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import { bellJobId } from '../../jobs/bell.ts';
import { openTurn } from '../../src/store/turn.ts';
import { placeKey } from '../../src/who/place.ts';
import { movingClock } from '../coach/put-in.ts';
import { createWorld, eventually, type World } from '../support/practice.ts';
import { backends, queueOf, type SeenQueue } from './queue-of.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

describe.each(backends)('with the queue on $kind', ({ kind, redisUrl, isThere }) => {
  async function worldOf(name: string, options: Parameters<typeof createWorld>[1] = {}): Promise<World> {
    const world = await createWorld(`${name} ${kind}`, { redisUrl, ...options });
    closing.push(() => world.close());
    return world;
  }

  function bellsOf(world: World): SeenQueue {
    const queue = queueOf(world, 'bell');
    closing.push(() => queue.close());
    return queue;
  }

  type Person = ReturnType<World['person']>;

  async function atTheFailure(person: Person): Promise<void> {
    await person.says('/practice-failure');
    await person.says('story');
    await person.says('skip');
  }

  async function isAsked(person: Person): Promise<boolean> {
    return (await person.session())?.stage.at === 'asking';
  }

  async function rung(world: World): Promise<number> {
    const { rows: wakes } = await world.pool.query<{ key: string; due_at: Date }>(
      'SELECT key, due_at FROM wakes',
    );
    const ids = wakes.map(({ key, due_at: at }) =>
      world.ring.hash(`event:${bellJobId(key, at.toISOString())}`),
    );
    const noted = await world.pool.query('SELECT 1 FROM seen_events WHERE event_id = ANY($1)', [ids]);
    return noted.rowCount ?? 0;
  }

  /** A wake of ada's open practice, committed as the coach commits it. */
  async function wakeAt(world: World, key: string, at: Date): Promise<void> {
    const ada = world.person('ada');
    if ((await ada.session()) === undefined) await ada.says('/practice-failure');
    const place = placeKey(ada.place);
    const opened = await openTurn(world.pool, world.ring, ada.ref, randomUUID(), { place });
    if (opened.found !== 'turn' || opened.turn.current === undefined) throw new Error(opened.found);
    const rows = await opened.turn.commit({
      place,
      sessions: [opened.turn.current.session],
      effects: [
        {
          key: `e-${randomUUID()}`,
          effect: { type: 'wakeAt', key, at: at.toISOString() },
          performer: undefined,
        },
      ],
      now: world.now(),
      local: new Set(['jobs']),
      holder: world.presence.holder,
      supersede: false,
    });
    await world.system.deliverer.performSent(rows);
  }

  test.runIf(isThere)(
    'a pause closes an answer, once, counted from its last message; Next before it leaves the bell nothing to do',
    async () => {
      const world = await worldOf('quiet');
      const people = ['ada', 'bob', 'eve'].map((name) => world.person(name));
      const [ada, bob, eve] = people as [Person, Person, Person];
      await Promise.all(people.map(atTheFailure));
      await Promise.all(
        people.map((person) => person.says('I agreed a room by phone.', { ends: 'quiet', stamp: '1' })),
      );
      await bob.presses('next');
      expect(await isAsked(bob)).toBe(true);
      const bobsTurn = (await bob.session())?.turn;
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      await eve.says('It was double booked.', { ends: 'quiet', stamp: '2' });
      await eventually(() => isAsked(ada));
      expect(await isAsked(eve)).toBe(false);
      await eventually(() => isAsked(eve));
      expect((await eve.session())?.failure.map((part) => part.text)).toEqual([
        'I agreed a room by phone.',
        'It was double booked.',
      ]);
      expect((await bob.session())?.turn).toBe(bobsTurn);
      expect(await rung(world)).toBe(2);
      const { rows } = await world.pool.query('SELECT key FROM wakes WHERE done_at IS NULL');
      expect(rows).toEqual([]);
    },
  );

  test.runIf(isThere)(
    'wakes 40 and 400 days ahead fire nothing now and are not in the queue until their day',
    async () => {
      const clock = movingClock();
      const world = await worldOf('far ahead', { now: clock.now });
      const bells = bellsOf(world);
      const start = clock.now().getTime();
      await wakeAt(world, 'interview-40', new Date(start + 40 * DAY));
      await wakeAt(world, 'interview-400', new Date(start + 400 * DAY));
      await world.sweeps.atStart();
      await world.sweeps.everyMinute();
      expect(await bells.jobs()).toHaveLength(0);
      clock.forward(40 * DAY - 5 * MINUTE);
      await world.sweeps.everyMinute();
      expect((await bells.jobs()).map((job) => job.data)).toEqual([
        { v: 1, key: 'interview-40', dueAt: new Date(start + 40 * DAY).toISOString() },
      ]);
      expect(await rung(world)).toBe(0);
    },
  );

  test.runIf(isThere)(
    'a queue that was lost is filled again at a start, and two starts fill it once',
    async () => {
      const clock = movingClock();
      const world = await worldOf('lost queue', { now: clock.now });
      const bells = bellsOf(world);
      await wakeAt(world, 'soon', new Date(clock.now().getTime() + 5 * MINUTE));
      expect(await bells.jobs()).toHaveLength(1);
      await world.sweeps.everyMinute();
      expect(await bells.jobs()).toHaveLength(1);
      await bells.lose();
      expect(await bells.jobs()).toHaveLength(0);
      await Promise.all([world.sweeps.atStart(), world.sweeps.atStart()]);
      await world.sweeps.atStart();
      expect(await bells.jobs()).toHaveLength(1);
    },
  );

  test.runIf(isThere)('a bell that was lost after it was put in is rung again by the sweep', async () => {
    const clock = movingClock();
    const world = await worldOf('lost bell', { now: clock.now });
    const bells = bellsOf(world);
    await wakeAt(world, 'soon', new Date(clock.now().getTime() + 5 * MINUTE));
    await world.sweeps.everyMinute();
    await bells.lose();
    clock.forward(7 * MINUTE);
    await world.sweeps.everyMinute();
    await eventually(async () => (await rung(world)) === 1);
    await eventually(async () => (await bells.jobs()).length === 0);
    await world.sweeps.everyMinute();
    expect(await bells.jobs()).toHaveLength(0);
  });

  test.runIf(isThere)('a wake that was moved rings at the new instant only', async () => {
    const clock = movingClock();
    const world = await worldOf('moved', { now: clock.now });
    const bells = bellsOf(world);
    const first = new Date(clock.now().getTime() + 5 * MINUTE);
    const second = new Date(clock.now().getTime() + 8 * MINUTE);
    await wakeAt(world, 'moved', first);
    await wakeAt(world, 'moved', second);
    await world.sweeps.everyMinute();
    expect(await bells.jobs()).toHaveLength(2);
    const session = await world.person('ada').session();
    const what = { type: 'woke', sessionId: session?.id ?? '', key: 'moved' } as const;
    const handled = await world.person('ada').happens({ ...what, dueAt: first.toISOString() });
    expect(handled.outcome).toBe('gone');
    expect((await world.person('ada').session())?.turn).toBe(session?.turn);
    clock.forward(10 * MINUTE);
    await world.sweeps.everyMinute();
    expect((await world.person('ada').happens({ ...what, dueAt: second.toISOString() })).outcome).toBe(
      'done',
    );
    expect((await world.person('ada').happens({ ...what, dueAt: second.toISOString() })).outcome).toBe(
      'gone',
    );
  });
});
