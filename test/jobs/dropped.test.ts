import { afterEach, describe, expect, inject, test } from 'vitest';
import type { Critic } from '../../src/critique/critic.ts';
import { takeLeftJobs } from '../../src/store/left-jobs.ts';
import { deletePerson, findPerson } from '../../src/store/people.ts';
import { movingClock } from '../coach/put-in.ts';
import { dumpDatabase, dumpRedis } from '../support/dump.ts';
import { hasRedisServer, ownRedis } from '../support/own-redis.ts';
import { createWorld, eventually, type World } from '../support/practice.ts';
import { backends, queueOf, type SeenQueue } from './queue-of.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const ANSWER =
  'Two years ago I agreed the room for our customer day by phone and never got it in writing. The hotel told me it was double booked. I found a smaller place the same day and rang sales myself. I learned to ask for it in writing. Last March I did that with the fair.';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

type Person = ReturnType<World['person']>;

/** Goes on until it is told to end, as a language model that takes its time. */
function slowCritic(): { readonly critic: Critic; readonly ended: () => number } {
  let ended = 0;
  const critic: Critic = (_, signal) =>
    new Promise((_resolve, reject) =>
      signal.addEventListener('abort', () => {
        ended += 1;
        reject(new Error('told to end'));
      }),
    );
  return { critic, ended: () => ended };
}

async function remindedInAnHour(person: Person): Promise<void> {
  for (const line of ['remind zone Europe/Berlin', 'remind in 1 hour', 'yes']) await person.says(line);
}

async function critiqued(person: Person): Promise<string> {
  for (const line of ['/practice-failure', 'answer', 'skip', ANSWER, 'go']) await person.says(line);
  return (await person.session())?.id ?? expect.fail('no practice');
}

async function deletesAll(person: Person): Promise<void> {
  await person.says('delete my data');
  expect((await person.says('delete everything')).reply).toBeDefined();
}

async function planWake(world: World, person: Person): Promise<{ key: string; dueAt: Date }> {
  const found = await findPerson(world.db, world.ring, person.ref);
  const { rows } = await world.pool.query<{ key: string; due_at: Date }>(
    `SELECT key, due_at FROM wakes WHERE kind = 'plan' AND done_at IS NULL AND person_id = $1`,
    [found?.id],
  );
  const [wake] = rows;
  return wake === undefined ? expect.fail('no wake') : { key: wake.key, dueAt: wake.due_at };
}

/** Of which wake, or practice, each job in a queue is. */
async function inQueue(queue: SeenQueue): Promise<string[]> {
  return (await queue.jobs()).map(({ data }) => data.key ?? data.sessionId);
}

async function everythingStored(world: World): Promise<string> {
  const redis = inject('redisUrl');
  const queue = world.backend.kind === 'redis' && redis !== undefined ? await dumpRedis(redis) : '';
  return [await dumpDatabase(world.url), queue, JSON.stringify(world.logged)].join('\n');
}

describe.each(backends)('with the queue on $kind', ({ kind, redisUrl, isThere }) => {
  async function worldOf(name: string, options: Parameters<typeof createWorld>[1] = {}): Promise<World> {
    const world = await createWorld(`${name} ${kind}`, { redisUrl, ...options });
    closing.push(() => world.close());
    return world;
  }

  function jobsOf(world: World, name: string): SeenQueue {
    const queue = queueOf(world, name);
    closing.push(() => queue.close());
    return queue;
  }

  test.runIf(isThere)(
    'who deletes everything has no job left in any queue, waiting, delayed or under way; the jobs of others stay',
    async () => {
      const clock = movingClock();
      const { critic, ended } = slowCritic();
      const world = await worldOf('dropped', { now: clock.now, critic });
      const [bells, critiques] = [jobsOf(world, 'bell'), jobsOf(world, 'critique')];
      const [ada, grace] = [world.person('ada'), world.person('grace')];
      await remindedInAnHour(ada);
      await remindedInAnHour(grace);
      const [adas, graces] = [await planWake(world, ada), await planWake(world, grace)];
      clock.forward(adas.dueAt.getTime() - clock.now().getTime() - 2 * MINUTE);
      await world.sweeps.everyMinute();
      // As a reminder that was moved leaves it: the row knows the new instant only.
      const in3Days = new Date(clock.now().getTime() + 3 * DAY).toISOString();
      for (const { key } of [adas, graces]) await world.bells.ring([{ key, dueAt: in3Days }], clock.now());
      const [hers, graces1] = [await critiqued(ada), await critiqued(grace)];
      // Four are worked at a time: the rest of them wait.
      for (const ring of [1, 2, 3, 4, 5, 6])
        await world.critiques.enqueue({ person: ada.ref, sessionId: hers, draftNo: 1 }, ring);
      const before = [...(await inQueue(bells)), ...(await inQueue(critiques))];
      expect(before.filter((of) => of === adas.key)).toHaveLength(2);
      expect(before.filter((of) => of === hers)).toHaveLength(7);
      const adasId = (await findPerson(world.db, world.ring, ada.ref))?.id ?? '';

      await deletesAll(ada);

      expect(await inQueue(bells)).not.toContain(adas.key);
      await eventually(async () => !(await inQueue(critiques)).includes(hers));
      expect(ended()).toBe(1);
      expect((await inQueue(bells)).filter((of) => of === graces.key)).toHaveLength(2);
      expect((await inQueue(critiques)).filter((of) => of === graces1)).toHaveLength(1);
      const stored = await everythingStored(world);
      for (const theirs of [adasId, adas.key, hers]) expect(stored).not.toContain(theirs);
      expect(world.logged.filter(({ event }) => event === 'job-failed')).toEqual([]);
    },
  );

  test.runIf(isThere)(
    'a job that was being put in at that moment is met by a second look, after which nothing is left of it',
    async () => {
      const clock = movingClock();
      const world = await worldOf('late job', { now: clock.now });
      const bells = jobsOf(world, 'bell');
      const ada = world.person('ada');
      await remindedInAnHour(ada);
      const { key } = await planWake(world, ada);
      await deletesAll(ada);
      await world.bells.ring(
        [{ key, dueAt: new Date(clock.now().getTime() + DAY).toISOString() }],
        clock.now(),
      );
      await world.system.deliverer.dropJobs();
      expect(await inQueue(bells)).toEqual([key]);
      clock.forward(MINUTE + 1);
      await world.system.deliverer.dropJobs();
      expect(await inQueue(bells)).toEqual([]);
      clock.forward(2 * MINUTE);
      expect(await takeLeftJobs(world.pool, clock.now(), 10)).toEqual([]);
    },
  );

  test.runIf(isThere)(
    'a critique that failed for good and is kept for the operator goes with its person, also when another process deleted them',
    async () => {
      const world = await worldOf('failed job', { critic: () => Promise.reject(new Error('broken')) });
      const critiques = jobsOf(world, 'critique');
      const ada = world.person('ada');
      const hers = await critiqued(ada);
      await eventually(() => ada.reads().includes('type go to try again'));
      expect(await inQueue(critiques)).toEqual([hers]);
      await deletePerson(world.db, world.ring, ada.ref, new Date());
      await eventually(async () => (await inQueue(critiques)).length === 0);
    },
  );
});

test.runIf(hasRedisServer)('where Redis is away, the jobs are taken out when it is back', async () => {
  const redis = await ownRedis();
  closing.push(() => redis.kill());
  const clock = movingClock();
  const world = await createWorld('dropped later', { redisUrl: redis.url, now: clock.now });
  closing.push(() => world.close());
  const ada = world.person('ada');
  await remindedInAnHour(ada);
  await redis.kill();
  await deletesAll(ada);
  expect(await findPerson(world.db, world.ring, ada.ref)).toBeUndefined();
  expect(world.logged.map(({ event }) => event)).toContain('jobs-not-dropped');
  await redis.start();
  await eventually(() => world.backend.isReady());
  for (const _look of [1, 2]) {
    clock.forward(MINUTE + 1);
    await world.system.deliverer.dropJobs();
  }
  const { rows } = await world.pool.query(`SELECT 1 FROM leftovers WHERE platform = 'jobs'`);
  expect(rows).toEqual([]);
});
