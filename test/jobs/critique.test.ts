import { afterEach, describe, expect, test } from 'vitest';
import type { Critic } from '../../src/critique/critic.ts';
import { loadLanguage } from '../../src/critique/language.ts';
import { createRubricCritic } from '../../src/critique/rubric.ts';
import { gate } from '../coach/put-in.ts';
import { hasRedisServer, ownRedis } from '../support/own-redis.ts';
import { createWorld, eventually, type World } from '../support/practice.ts';
import { backends, queueOf } from './queue-of.ts';

const ANSWER =
  'Two years ago I agreed the room for our customer day by phone and never got it in writing. The hotel told me it was double booked. I found a smaller place the same day and rang sales myself. I learned to ask for it in writing. Last March I did that with the fair.';
const SECRET = 'quokka-told-the-critic';

const rubric = createRubricCritic(loadLanguage());
const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

type Person = ReturnType<World['person']>;

async function toTheDraft(person: Person, role: string): Promise<void> {
  for (const line of ['/practice-failure', 'answer', role, ANSWER]) await person.says(line);
  expect((await person.session())?.stage.at).toBe('reviewing');
}

async function stage(person: Person): Promise<string | undefined> {
  return (await person.session())?.stage.at;
}

async function scorecards(world: World): Promise<number> {
  return (await world.pool.query('SELECT 1 FROM scorecards')).rowCount ?? 0;
}

describe.each(backends)('with the queue on $kind', ({ kind, redisUrl, isThere }) => {
  async function worldOf(name: string, options: Parameters<typeof createWorld>[1] = {}): Promise<World> {
    const world = await createWorld(`${name} ${kind}`, { redisUrl, ...options });
    closing.push(() => world.close());
    return world;
  }

  test.runIf(isThere)(
    'a critic that fails twice is asked a third time; one that always fails ends in "try again", the draft kept and its words told to nobody',
    async () => {
      const asked = { flaky: 0, broken: 0 };
      let isMended = false;
      const critic: Critic = async (input, signal) => {
        const who = input.role === 'flaky' ? 'flaky' : 'broken';
        asked[who] += 1;
        if (!isMended && (who === 'broken' || asked.flaky < 3))
          throw new Error(`${SECRET}: ${input.draft.text}`);
        return rubric(input, signal);
      };
      const world = await worldOf('failing critic', { critic });
      const [flaky, broken] = [world.person('flaky'), world.person('broken')];
      await Promise.all([toTheDraft(flaky, 'flaky'), toTheDraft(broken, 'broken')]);
      world.backend.work(
        'probe',
        () => Promise.reject(new Error(SECRET)),
        () => Promise.reject(new Error(SECRET)),
      );
      await world.backend.queue('probe').add({ v: 1 }, { jobId: 'probe-1' });
      await Promise.all([flaky.says('go'), broken.says('go')]);
      await eventually(() => flaky.reads().includes('KEEP'));
      await eventually(() => broken.reads().includes('type go to try again'));
      expect(asked).toEqual({ flaky: 3, broken: 3 });
      expect(await scorecards(world)).toBe(1);
      expect(await stage(broken)).toBe('reviewing');
      expect(broken.reads()).toContain('never got it in writing');
      await eventually(() => world.logged.some(({ event }) => event === 'job-end-not-told'));
      for (const name of ['critique', 'probe']) {
        const queue = queueOf(world, name);
        closing.push(() => queue.close());
        const jobs = await queue.jobs();
        expect(jobs.length).toBeGreaterThan(0);
        const told = JSON.stringify(jobs.map((job) => job.asJSON()));
        expect(told).not.toContain(SECRET);
        expect(told).not.toContain('writing');
      }
      expect(JSON.stringify(world.logged)).not.toContain(SECRET);
      isMended = true;
      await broken.says('go');
      await eventually(() => broken.reads().includes('KEEP'));
      expect((await broken.practices())[0]?.attempts.map((attempt) => attempt.critiques.length)).toEqual([
        0, 1,
      ]);
    },
  );

  test.runIf(isThere)('ringing again, and again at once, stores and shows one critique', async () => {
    const begun = gate();
    const critic: Critic = async (input, signal) => {
      await begun.opened;
      return rubric(input, signal);
    };
    const world = await worldOf('rung again', { critic });
    const ada = world.person('ada');
    await toTheDraft(ada, 'event manager');
    await ada.says('go');
    await world.sweeps.atStart();
    const session = await ada.session();
    const asked = { person: ada.ref, sessionId: session?.id ?? '', draftNo: 1 };
    await Promise.all([1, 2, 3].map((ring) => world.critiques.enqueue(asked, ring)));
    begun.open();
    await eventually(() => ada.reads().includes('KEEP'));
    const queue = queueOf(world, 'critique');
    closing.push(() => queue.close());
    await eventually(async () => (await queue.jobs()).length === 0);
    expect(await scorecards(world)).toBe(1);
    expect(ada.cards().filter((card) => JSON.stringify(card).includes('"KEEP"'))).toHaveLength(1);
  });

  test.runIf(isThere)(
    'a critique that comes after the practice was stopped is stored, and shown to nobody',
    async () => {
      const begun = gate();
      const hold = gate();
      const critic: Critic = async (input, signal) => {
        begun.open();
        await hold.opened;
        return rubric(input, signal);
      };
      const world = await worldOf('stopped', { critic });
      const ada = world.person('ada');
      await toTheDraft(ada, 'event manager');
      await ada.says('go');
      await begun.opened;
      await ada.says('stop');
      const shown = ada.cards().length;
      hold.open();
      await eventually(async () => (await scorecards(world)) === 1);
      expect(await stage(ada)).toBe('done');
      expect(ada.cards()).toHaveLength(shown);
      expect((await ada.practices())[0]?.attempts[0]?.critiques).toHaveLength(1);
    },
  );

  test.runIf(isThere)(
    'a process that stops in the middle of a critique tells of no failure; the next one finishes it',
    async () => {
      const begun = gate();
      const critic: Critic = (_, signal) => {
        begun.open();
        return new Promise((_resolve, reject) =>
          signal.addEventListener('abort', () => reject(new Error(SECRET))),
        );
      };
      const before = await createWorld(`stopping ${kind}`, { redisUrl, critic });
      closing.push(() => before.drop());
      const ada = before.person('ada');
      await toTheDraft(ada, 'event manager');
      await ada.says('go');
      await begun.opened;
      await before.dropDead();
      const { url, keys, namespace } = before;
      const after = await worldOf('stopping', { url, keys, namespace });
      await after.sweeps.atStart();
      await eventually(() => after.person('ada').reads().includes('KEEP'));
      expect(await scorecards(after)).toBe(1);
    },
  );

  test.runIf(isThere)('a job names no person', async () => {
    const critic: Critic = (_, signal) =>
      new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error(SECRET))));
    const world = await worldOf('least data', { critic });
    const ada = world.person('ada-with-a-name');
    await toTheDraft(ada, 'event manager');
    await ada.says('go');
    const queue = queueOf(world, 'critique');
    closing.push(() => queue.close());
    const [job] = await eventually(async () => {
      const jobs = await queue.jobs();
      return jobs.length > 0 && jobs;
    });
    expect(job?.data).toEqual({ v: 1, sessionId: (await ada.session())?.id, draftNo: 1 });
  });
});

test('a critic that does not heed its signal does not keep the process from ending', async () => {
  const begun = gate();
  const hold = gate();
  const critic: Critic = async (input, signal) => {
    begun.open();
    await hold.opened;
    return rubric(input, signal);
  };
  const world = await createWorld('deaf critic', { critic });
  const ada = world.person('ada');
  await toTheDraft(ada, 'event manager');
  await ada.says('go');
  await begun.opened;
  await world.close();
  hold.open();
  await new Promise((resolve) => setImmediate(resolve));
});

describe.runIf(hasRedisServer)('when Redis goes away', () => {
  test('and comes back empty, the practice goes on meanwhile and the critique follows', async () => {
    const redis = await ownRedis();
    closing.push(() => redis.kill());
    const world = await createWorld('redis away', { redisUrl: redis.url });
    closing.push(() => world.close());
    const ada = world.person('ada');
    await toTheDraft(ada, 'event manager');
    await redis.kill();
    await ada.says('go');
    expect(await stage(ada)).toBe('critiquing');
    expect(await ada.says('help')).toMatchObject({ outcome: 'done' });
    expect(await world.backend.isReady()).toBe(false);
    await redis.start();
    await eventually(() => ada.reads().includes('KEEP'));
    expect(await world.backend.isReady()).toBe(true);
    expect(await scorecards(world)).toBe(1);
  });

  test('a process can stop without it', async () => {
    const redis = await ownRedis();
    closing.push(() => redis.kill());
    const world = await createWorld('stops without redis', { redisUrl: redis.url });
    const ada = world.person('ada');
    await toTheDraft(ada, 'event manager');
    await redis.kill();
    const said = ada.says('go');
    await eventually(async () => (await stage(ada)) === 'critiquing');
    await world.close();
    await said;
  });
});
