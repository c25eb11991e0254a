import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import { backOff } from '../../src/coach/deliver.ts';
import type { Delivery, Outcome } from '../../src/coach/ports.ts';
import { createPresence } from '../../src/store/process-presence.ts';
import type { PersonRef } from '../../src/who/person.ts';
import { createWorld, eventually, playedPlatform, type World } from '../support/practice.ts';
import { gate, movingClock, putIn, sayNow, shownTo } from './put-in.ts';

const ada: PersonRef = { platform: 'terminal', scope: 'local', userId: 'ada' };
const bob: PersonRef = { platform: 'terminal', scope: 'local', userId: 'bob' };
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const later = (afterMs: number) => (): Outcome => ({ outcome: 'later', afterMs });
const done = (): Outcome => ({ outcome: 'done' });

let worlds: World[] = [];
afterEach(async () => {
  for (const world of worlds.reverse()) await world.close();
  worlds = [];
});

async function worldOf(...args: Parameters<typeof createWorld>): Promise<World> {
  const world = await createWorld(args[0], { jobs: false, ...args[1] });
  worlds.push(world);
  return world;
}

async function rowsOf(
  world: World,
): Promise<{ state: string; attempts: number; next_at: Date; ref: string | null }[]> {
  return (await world.pool.query('SELECT state, attempts, next_at, ref FROM outbox ORDER BY id')).rows;
}

/** Until nothing is due: a sweep by the deliverer's own clock may have taken a lane just before ours. */
async function sweepThrough(world: World): Promise<void> {
  await world.system.deliverer.sweep();
  await eventually(async () => {
    const { rows } = await world.pool.query(
      `SELECT 1 FROM outbox WHERE state IN ('waiting', 'sending') AND next_at <= $1`,
      [world.now()],
    );
    return rows.length === 0;
  });
}

test('a card that has to wait holds its own lane in order, and no other', async () => {
  const clock = movingClock();
  const world = await worldOf('later', { now: clock.now });
  world.terminal.answers.push(later(MINUTE));
  await sayNow(world, ada, 'one', 'two');
  await sayNow(world, ada, 'three');
  await sayNow(world, bob, 'hello');
  expect(shownTo(world.terminal, ada)).toEqual([]);
  expect(shownTo(world.terminal, bob)).toEqual(['hello']);
  await world.system.deliverer.sweep();
  expect(shownTo(world.terminal, ada)).toEqual([]);
  clock.forward(MINUTE + 1_000);
  await sweepThrough(world);
  expect(shownTo(world.terminal, ada)).toEqual(['one', 'two', 'three']);
  expect(world.terminal.shown.map((shown) => shown.delivery.inDoubt)).toEqual([false, false, false, false]);
});

test('two hundred lanes that wait do not keep the next one from being served', async () => {
  const clock = movingClock();
  const world = await worldOf('many lanes', { now: clock.now });
  await sayNow(world, ada, 'first');
  await world.pool.query(
    `INSERT INTO outbox (key, installation_id, person_id, lane, performer, place, kind, body, delivery_id, state, next_at)
     SELECT 'w' || n || '-' || half, installation_id, person_id, 'lane' || n, 'terminal', place, kind, body, delivery_id, 'waiting',
       $1::timestamptz + half * interval '1 hour' FROM outbox, generate_series(1, 200) n, generate_series(1, 0, -1) half ORDER BY n, half DESC`,
    [clock.now()],
  );
  await putIn(world, bob, ['served']);
  clock.forward(1_000);
  await eventually(() => shownTo(world.terminal, bob).includes('served'));
  expect((await rowsOf(world)).filter((row) => row.state === 'waiting')).toHaveLength(400);
});

test('a lane that waits is left alone until its time', async () => {
  const world = await worldOf('no hot loop');
  world.terminal.answers.push(later(MINUTE));
  await sayNow(world, ada, 'one', 'two');
  let queries = 0;
  const ask = world.pool.query;
  world.pool.query = ((...args: unknown[]) => {
    queries += 1;
    return Reflect.apply(ask, world.pool, args);
  }) as typeof ask;
  await world.system.deliverer.sweep();
  await new Promise((resolve) => setTimeout(resolve, 200));
  world.pool.query = ask;
  expect(queries).toBeLessThan(6);
});

test('a card committed while the one before it is refused for now does not overtake it', async () => {
  const clock = movingClock();
  const world = await worldOf('no overtaking', { now: clock.now });
  const answer = gate();
  world.terminal.answers.push(async () => {
    await answer.opened;
    return { outcome: 'later', afterMs: MINUTE };
  });
  const first = sayNow(world, ada, 'one');
  await eventually(async () => (await rowsOf(world)).length === 1);
  const second = sayNow(world, ada, 'two');
  await eventually(async () => (await rowsOf(world)).filter((row) => row.state === 'sending').length === 2);
  answer.open();
  await Promise.all([first, second]);
  expect(shownTo(world.terminal, ada)).toEqual([]);
  clock.forward(MINUTE * 2);
  await world.system.deliverer.sweep();
  expect(shownTo(world.terminal, ada)).toEqual(['one', 'two']);
});

test('a card committed while its lane is swept is shown once', async () => {
  const clock = movingClock();
  const world = await worldOf('swept and sent', { now: clock.now });
  const answer = gate();
  world.terminal.answers.push(later(0), async () => {
    await answer.opened;
    return done();
  });
  await sayNow(world, ada, 'one');
  clock.forward(MINUTE);
  const swept = world.system.deliverer.sweep();
  await eventually(async () => (await rowsOf(world))[0]?.state === 'sending');
  const second = sayNow(world, ada, 'two');
  await eventually(async () => (await rowsOf(world)).length === 2);
  answer.open();
  await Promise.all([swept, second]);
  await sweepThrough(world);
  expect(shownTo(world.terminal, ada)).toEqual(['one', 'two']);
});

test('an answer that was lost is looked for before the card is sent again, and nothing overtakes it', async () => {
  const clock = movingClock();
  const world = await worldOf('unknown', { now: clock.now });
  world.terminal.answers.push(() => ({ outcome: 'unknown' }));
  await sayNow(world, ada, 'one');
  await sayNow(world, ada, 'two');
  expect(shownTo(world.terminal, ada)).toEqual([]);
  clock.forward(MINUTE);
  await sweepThrough(world);
  expect(world.terminal.shown.map((shown) => shown.delivery.inDoubt)).toEqual([true, false]);
  expect(shownTo(world.terminal, ada)).toEqual(['one', 'two']);
});

test('a platform that throws is treated as one whose answer was lost', async () => {
  const clock = movingClock();
  const world = await worldOf('throws', { now: clock.now });
  world.terminal.answers.push(() => Promise.reject(new Error('the words of a person')));
  await sayNow(world, ada, 'one');
  clock.forward(MINUTE);
  await sweepThrough(world);
  expect(world.terminal.shown.map((shown) => shown.delivery.inDoubt)).toEqual([true]);
  expect(JSON.stringify(world.logged)).not.toContain('words of a person');
});

test.each(['gone', 'refused'] as const)(
  '%s comes back to the conversation, and the lane goes on',
  async (outcome) => {
    const world = await worldOf(`refused ${outcome}`);
    const person = world.person('ada');
    world.terminal.answers.push(() => ({ outcome, reason: 'channel-archived' }));
    await person.says('/practice-failure');
    const session = await person.session();
    expect(session?.turn).toBe(2);
    const noted = world.ring.hash(`event:failed-e-${session?.id}-1-0`);
    const { rows } = await world.pool.query('SELECT 1 FROM seen_events WHERE event_id = $1', [noted]);
    expect(rows).toHaveLength(1);
    expect((await rowsOf(world))[0]).toMatchObject({ state: 'dead', ref: 'channel-archived' });
    await person.says('story');
    // The one that tells of it, and the next question.
    expect(person.cards()).toHaveLength(2);
  },
);

test('what a dead process was sending is sent by another at once, in doubt', async () => {
  const world = await worldOf('dead process');
  await putIn(world, ada, ['one', 'two'], { holder: randomUUID() });
  await world.system.deliverer.sweep();
  expect(shownTo(world.terminal, ada)).toEqual(['one', 'two']);
  expect(world.terminal.shown.map((shown) => shown.delivery.inDoubt)).toEqual([true, true]);
});

test('what a living process is sending is left to it until it dies', async () => {
  const world = await worldOf('living process');
  const other = await createPresence(world.url, () => undefined);
  await putIn(world, ada, ['one'], { holder: other.holder });
  await sayNow(world, ada, 'two');
  await world.system.deliverer.sweep();
  expect(shownTo(world.terminal, ada)).toEqual([]);
  await other.close();
  await eventually(async () => {
    await world.system.deliverer.sweep();
    return shownTo(world.terminal, ada).length === 2;
  });
  expect(shownTo(world.terminal, ada)).toEqual(['one', 'two']);
});

test('a card that waited behind another process follows at once when that one is through', async () => {
  const one = await worldOf('two processes');
  const answer = gate();
  one.terminal.answers.push(async () => {
    await answer.opened;
    return done();
  });
  const first = sayNow(one, ada, 'one');
  await eventually(async () => (await rowsOf(one)).length === 1);
  await putIn(one, ada, ['two']);
  answer.open();
  await first;
  expect(shownTo(one.terminal, ada)).toEqual(['one', 'two']);
});

describe('waits between tries', () => {
  test('double from one second to five minutes, with up to a fifth on top', () => {
    expect([1, 2, 3, 4, 9, 10, 40].map((attempts) => backOff(attempts, 0))).toEqual([
      1_000, 2_000, 4_000, 8_000, 256_000, 300_000, 300_000,
    ]);
    expect(backOff(1, 0.999)).toBeLessThanOrEqual(1_200);
    expect(backOff(40, 0.999)).toBeLessThanOrEqual(360_000);
  });

  test('are what the outbox keeps, and what a platform asks for wins', async () => {
    const clock = movingClock();
    const world = await worldOf('back-off', { now: clock.now });
    const waits: number[] = [];
    world.terminal.answers.push(later(0), later(0), later(0), later(10 * MINUTE));
    await sayNow(world, ada, 'one');
    for (let tries = 1; tries <= 4; tries += 1) {
      const [row] = await rowsOf(world);
      waits.push((row?.next_at.getTime() ?? 0) - clock.now().getTime());
      clock.forward(10 * MINUTE);
      if (tries < 4) await sweepThrough(world);
    }
    const least = [1_000, 2_000, 4_000, 10 * MINUTE];
    expect(waits.map((wait) => least.findLast((one) => wait >= one))).toEqual(least);
  });

  test('end after a day: the conversation is told and the lane goes on', async () => {
    const clock = movingClock();
    const world = await worldOf('a day', { now: clock.now });
    const person = world.person('ada');
    world.terminal.answers.push(later(0), later(0));
    await person.says('/practice-failure');
    await person.says('story');
    clock.forward(DAY + MINUTE);
    await sweepThrough(world);
    await eventually(async () =>
      (await rowsOf(world)).every(({ state }) => state === 'dead' || state === 'done'),
    );
    expect((await rowsOf(world)).map((row) => [row.state, row.ref])).toEqual([
      ['dead', 'too-old'],
      ['done', 'm1'],
    ]);
    expect((await person.session())?.turn).toBe(3);
  });
});

test('a card for a platform this process does not have is shown by the process that has it', async () => {
  const slack = playedPlatform('slack');
  const one = await worldOf('roles');
  await worldOf('roles too', { url: one.url, keys: one.keys, platforms: [slack] });
  const person = one.person('U1', 'slack');
  await person.says('/practice-failure');
  await eventually(() => slack.shown.length === 1);
  expect(one.terminal.shown).toEqual([]);
});

test('what waits when a terminal is attached is replaced by the card that shows where the talk stands', async () => {
  const clock = movingClock();
  const world = await worldOf('supersede', { now: clock.now });
  const person = world.person('ada');
  const answer = gate();
  world.terminal.answers.push(later(0), async () => {
    await answer.opened;
    return { outcome: 'later', afterMs: 0 };
  });
  await person.says('/practice-failure');
  clock.forward(MINUTE);
  const swept = world.system.deliverer.sweep();
  await eventually(async () => (await rowsOf(world))[0]?.state === 'sending');
  const attached = person.happens({ type: 'attached' });
  await eventually(async () => (await rowsOf(world))[0]?.ref === 'superseded');
  answer.open();
  await Promise.all([swept, attached]);
  clock.forward(MINUTE);
  await sweepThrough(world);
  expect(person.cards()).toHaveLength(1);
  expect((await rowsOf(world)).map((row) => row.state)).toEqual(['done', 'done']);
});

test('nothing is shown twice or out of order by two processes that live', async () => {
  const shown: string[] = [];
  const recorded = () => {
    const platform = playedPlatform('terminal');
    const perform = async (delivery: Delivery): Promise<Outcome> => {
      await new Promise((resolve) => setImmediate(resolve));
      if (delivery.order.kind === 'say')
        shown.push(`${delivery.person.userId} ${JSON.stringify(delivery.order.card.blocks)}`);
      return done();
    };
    return { ...platform, perform };
  };
  const one = await worldOf('two live', { platforms: [recorded()] });
  const two = await worldOf('two live too', { url: one.url, keys: one.keys, platforms: [recorded()] });
  const people = ['a', 'b', 'c'].map(
    (userId): PersonRef => ({ platform: 'terminal', scope: 'local', userId }),
  );
  await Promise.all(
    people.map(async (person) => {
      for (let count = 0; count < 12; count += 1) {
        const world = count % 3 === 0 ? two : one;
        if (count % 4 === 1) await putIn(world, person, [`card ${count}`]);
        else {
          const rows = await putIn(world, person, [`card ${count}`], { holder: world.presence.holder });
          void world.system.deliverer.performSent(rows);
        }
      }
    }),
  );
  await eventually(async () => (await rowsOf(one)).every((row) => row.state === 'done'));
  for (const { userId } of people) {
    const numbers = shown
      .filter((line) => line.startsWith(`${userId} `))
      .map((line) => Number(/card (\d+)/.exec(line)?.[1]));
    expect(numbers).toEqual(Array.from({ length: 12 }, (_, index) => index));
  }
});
