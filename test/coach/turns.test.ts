import pg from 'pg';
import { afterEach, describe, expect, inject, test } from 'vitest';
import { catalog } from '../../src/guide/catalog.ts';
import { personKey } from '../../src/who/person.ts';
import { cutLine } from '../support/cut-line.ts';
import { ownDatabase } from '../support/database.ts';
import { createWorld, eventually, type World } from '../support/practice.ts';

const SCRIPT = [
  '/practice-failure',
  'story',
  'skip',
  'I agreed a room by phone.',
  'Two years ago I organised our customer day.',
  'The hotel told me it was double booked.',
  'I rang sales the same day.',
  'I learned that a yes on the phone is no booking.',
  'Last March I asked for it in writing.',
] as const;
/** By step: the line told at first is carried to the second, and the answer there is added to it. */
const ANSWERS = [SCRIPT[4], SCRIPT[3], ...SCRIPT.slice(5)];

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function worldOf(...args: Parameters<typeof createWorld>): Promise<World> {
  const world = await createWorld(args[0], { jobs: false, ...args[1] });
  closing.push(() => world.close());
  return world;
}

type Person = ReturnType<World['person']>;

async function answersOf(person: Person): Promise<string[]> {
  const session = await person.session();
  const steps = catalog.default.steps.map(({ id }) => session?.answers[id] ?? []);
  return steps.flatMap((parts) => parts.map((part) => part.text));
}

describe('one turn an event', () => {
  test('the same event twice is one turn, and tells where the practice stands', async () => {
    const ada = (await worldOf('twice')).person('ada');
    await ada.says('/practice-failure', { id: 'm1' });
    const again = await ada.says('/practice-failure', { id: 'm1' });
    expect(again).toMatchObject({ outcome: 'seen', stage: 'opening' });
    expect((await ada.session())?.turn).toBe(1);
    expect(ada.cards()).toHaveLength(1);
  });

  test('the same event in two processes at once is one turn', async () => {
    const one = await worldOf('twice at once');
    const two = await worldOf('twice at once too', { url: one.url, keys: one.keys });
    await one.person('ada').says('/practice-failure');
    for (let times = 0; times < 10; times += 1) {
      const handled = await Promise.all(
        [one, two].map((world) => world.person('ada').says('tips', { id: `m${times}` })),
      );
      expect(handled.map(({ outcome }) => outcome).sort()).toEqual(['done', 'seen']);
    }
    expect((await one.person('ada').session())?.turn).toBe(11);
    const shown = () => [...one.terminal.shown, ...two.terminal.shown];
    await eventually(() => shown().length === 11);
    expect(new Set(shown().map(({ delivery }) => delivery.key)).size).toBe(11);
  });

  test('the first event of a person in two processes at once makes one person', async () => {
    const one = await worldOf('one person');
    const two = await worldOf('one person too', { url: one.url, keys: one.keys });
    const handled = await Promise.all([
      one.person('ada').says('/practice-failure', { id: 'm1' }),
      two.person('ada').says('/practice-failure', { id: 'm1' }),
    ]);
    expect(handled.map(({ outcome }) => outcome).sort()).toEqual(['done', 'seen']);
    expect((await one.pool.query('SELECT 1 FROM people')).rowCount).toBe(1);
    expect((await one.pool.query('SELECT 1 FROM sessions')).rowCount).toBe(1);
  });
});

describe('order', () => {
  test('a practice sent in one burst comes out in order, thirty times', async () => {
    const world = await worldOf('bursts');
    const people = Array.from({ length: 30 }, (_, index) => world.person(`p${index}`));
    await Promise.all(people.flatMap((person) => SCRIPT.map((line) => person.says(line))));
    for (const person of people) {
      expect(await answersOf(person)).toEqual(ANSWERS);
      const turns = person.cards().map((card) => card.origin?.turn ?? 0);
      expect(turns).toEqual([...turns].sort((a, b) => a - b));
    }
  });

  test('two processes on one person lose nothing of each other', async () => {
    const one = await worldOf('interleaved');
    const two = await worldOf('interleaved too', { url: one.url, keys: one.keys });
    const ada = one.person('ada');
    for (const line of SCRIPT.slice(0, 4)) await ada.says(line);
    const before = (await ada.session())?.turn ?? 0;
    const numbers = Array.from({ length: 20 }, (_, index) => String(index).padStart(2, '0'));
    await Promise.all(
      numbers.map((number, index) =>
        (index % 2 === 0 ? one : two)
          .person('ada')
          .says(`part ${number}`, { id: `m${number}`, stamp: `9${number}`, ends: 'open' }),
      ),
    );
    const after = await ada.session();
    expect(after?.answers.context?.map((part) => part.text)).toEqual(
      numbers.map((number) => `part ${number}`),
    );
    expect(after?.turn).toBe(before + 20);
  });
});

describe('when the database goes away', () => {
  async function terminate(world: World, which = 'true'): Promise<void> {
    const admin = new pg.Client({ connectionString: inject('databaseUrl') });
    await admin.connect();
    const database = new URL(world.url).pathname.slice(1);
    await admin.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND pid <> pg_backend_pid() AND backend_type = 'client backend' AND ${which}`,
      [database],
    );
    await admin.end();
  }

  test('every connection ended while idle: the next message is answered, once', async () => {
    const world = await worldOf('idle');
    const ada = world.person('ada');
    await ada.says('/practice-failure');
    await terminate(world);
    expect(await ada.says('story')).toMatchObject({ outcome: 'done' });
    expect(ada.cards()).toHaveLength(2);
    expect((await ada.session())?.turn).toBe(2);
  });

  test('a person met for the first time just then is taken in', async () => {
    const world = await worldOf('first');
    await world.person('bob').says('/practice-failure');
    await terminate(world);
    await world.person('ada').says('history');
    await terminate(world);
    await world.person('eve').says('/practice-failure');
    expect(world.person('ada').cards()).toHaveLength(1);
    expect((await world.person('eve').session())?.turn).toBe(1);
  });

  test('ended in the middle of a turn: it is taken again and answered once', async () => {
    const world = await worldOf('middle');
    const ada = world.person('ada');
    await ada.says('/practice-failure');
    const holder = new pg.Client({ connectionString: world.url });
    holder.on('error', () => undefined);
    await holder.connect();
    await holder.query('BEGIN');
    await holder.query('SELECT 1 FROM people FOR UPDATE');
    const said = ada.says('story');
    await eventually(async () => {
      const waiting = await holder.query(`SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'`);
      return (waiting.rowCount ?? 0) > 0;
    });
    await terminate(world, `wait_event_type = 'Lock'`);
    await holder.query('ROLLBACK');
    await holder.end();
    expect(await said).toMatchObject({ outcome: 'done' });
    expect(ada.cards()).toHaveLength(2);
    expect((await ada.session())?.turn).toBe(2);
  });

  test('the answer to a commit is lost: the turn counts once and its card is shown once', async () => {
    const own = await ownDatabase('lost commit');
    closing.push(own.drop);
    const line = await cutLine(own.url);
    closing.push(line.close);
    const world = await worldOf('lost commit', { url: line.url });
    const ada = world.person('ada');
    await ada.says('/practice-failure');
    line.loseAnswerTo('COMMIT');
    expect(await ada.says('story')).toMatchObject({ outcome: 'seen', stage: 'opening' });
    expect(ada.cards()).toHaveLength(2);
    expect((await ada.session())?.turn).toBe(2);
    await ada.says('event manager');
    expect(ada.cards()).toHaveLength(3);
  });

  test('the answer to a delivered card’s mark is lost: it is not shown again', async () => {
    const own = await ownDatabase('lost mark');
    closing.push(own.drop);
    const line = await cutLine(own.url);
    closing.push(line.close);
    const world = await worldOf('lost mark', { url: line.url });
    const ada = world.person('ada');
    await ada.says('/practice-failure');
    line.loseAnswerTo('outbox-done');
    await ada.says('story');
    await ada.says('event manager');
    expect(ada.cards()).toHaveLength(3);
  });

  test('the connection that listens is ended: it comes back, and hears of work again', async () => {
    const one = await worldOf('listen');
    const two = await worldOf('listen too', { url: one.url, keys: one.keys, platforms: [] });
    await terminate(one, `application_name = 'comeback-process'`);
    await eventually(() =>
      [one, two].every((world) => world.logged.some(({ event }) => event === 'presence-back')),
    );
    let heard = 0;
    one.presence.listen('test', () => {
      heard += 1;
    });
    await two.person('ada').says('/practice-failure');
    await eventually(() => one.person('ada').cards().length === 1);
    // LISTEN is under way when it is asked for: a word that came before it is not heard.
    await eventually(async () => {
      await two.presence.notify('test', '');
      return heard > 0;
    });
  });

  test('connections ended again and again through a practice: every answer once, every question shown', async () => {
    const world = await worldOf('storm');
    const ada = world.person('ada');
    let isOver = false;
    const storm = (async () => {
      while (!isOver) {
        await terminate(world);
        await new Promise((resolve) => setTimeout(resolve, 40));
      }
    })();
    for (const line of SCRIPT) await ada.says(line);
    isOver = true;
    await storm;
    expect(await answersOf(ada)).toEqual(ANSWERS);
    expect((await ada.session())?.stage.at).toBe('reviewing');
    await eventually(
      async () => (await world.pool.query(`SELECT 1 FROM outbox WHERE state <> 'done'`)).rowCount === 0,
    );
    const keys = world.terminal.shown.map(({ delivery }) => delivery.key);
    expect(new Set(keys).size).toBe(SCRIPT.length);
    const again = world.terminal.shown.filter(({ delivery }, index) => keys.indexOf(delivery.key) < index);
    expect(again.every(({ delivery }) => delivery.inDoubt)).toBe(true);
  });

  test('a place that another process took meanwhile is not held any more', async () => {
    const one = await worldOf('place');
    const two = await worldOf('place too', { url: one.url, keys: one.keys });
    const place = personKey({ platform: 'terminal', scope: 'local', userId: 'ada' });
    expect(await one.presence.takePlace(place)).toBe(true);
    expect(await two.presence.takePlace(place)).toBe(false);
    await two.presence.evict(place);
    expect(await eventually(() => two.presence.takePlace(place))).toBe(true);
    await eventually(() => one.logged.some(({ event }) => event === 'presence-back'));
    expect(await one.presence.takePlace(place)).toBe(false);
    await two.presence.leavePlace(place);
    expect(await one.presence.takePlace(place)).toBe(true);
  });
});
