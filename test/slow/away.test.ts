import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { aMoment, dueOf, plans, reminders } from '../jobs/reminded.ts';
import { cutLine } from '../support/cut-line.ts';
import { ownDatabase } from '../support/database.ts';
import { hasRedisServer, ownRedis } from '../support/own-redis.ts';
import { createWorld, eventually, type World } from '../support/practice.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** A clock that runs, and is set forward. */
function runningClock() {
  let ahead = 0;
  return {
    now: () => new Date(Date.now() + ahead),
    forward: (ms: number) => {
      ahead += ms;
    },
  };
}

/** Ada is reminded in so many seconds; the bell is in the queue. */
async function remindedIn(
  seconds: number,
  world: World,
  clock: ReturnType<typeof runningClock>,
): Promise<void> {
  const ada = world.person('ada');
  await ada.says('remind zone Europe/Berlin');
  await plans(ada, 'in 3 hours');
  clock.forward(((await dueOf(world)) ?? 0) - clock.now().getTime() - seconds * 1_000);
  await world.sweeps.everyMinute();
}

const inSeconds = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1_000));

test.runIf(hasRedisServer)(
  'Redis was away for ten seconds while a reminder fell due: it comes soon after, once',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'comeback-redis-'));
    closing.push(() => rmSync(folder, { recursive: true, force: true }));
    const redis = await ownRedis('--appendonly', 'yes', '--appendfsync', 'always', '--dir', folder);
    closing.push(() => redis.kill());
    const clock = runningClock();
    const world = await createWorld('reminder redis away', { redisUrl: redis.url, now: clock.now });
    closing.push(() => world.close());
    await remindedIn(6, world, clock);
    await inSeconds(1);
    await redis.kill();
    await inSeconds(1);
    expect(await world.backend.isReady()).toBe(false);
    await inSeconds(9);
    expect(reminders('ada', world)).toBe(0);
    await redis.start();
    await eventually(() => reminders('ada', world) === 1, 20_000);
    await world.sweeps.atStart();
    await aMoment();
    expect(reminders('ada', world)).toBe(1);
  },
);

test.runIf(hasRedisServer)(
  'Redis came back empty: the reminder comes a minute late at most, once',
  async () => {
    const redis = await ownRedis();
    closing.push(() => redis.kill());
    const clock = runningClock();
    const world = await createWorld('reminder redis empty', { redisUrl: redis.url, now: clock.now });
    closing.push(() => world.close());
    await remindedIn(2, world, clock);
    await redis.kill();
    await redis.start();
    await inSeconds(3);
    expect(reminders('ada', world)).toBe(0);
    clock.forward(60_000);
    await eventually(() => world.backend.isReady());
    await world.sweeps.everyMinute();
    await eventually(() => reminders('ada', world) === 1);
    await world.sweeps.everyMinute();
    await aMoment();
    expect(reminders('ada', world)).toBe(1);
  },
);

test('PostgreSQL was away while a reminder waited in it: it comes soon after its time, once', async () => {
  const database = await ownDatabase('reminder postgres away');
  closing.push(() => database.drop());
  const line = await cutLine(database.url);
  closing.push(() => line.close());
  const clock = runningClock();
  const world = await createWorld('reminder postgres away', { url: line.url, now: clock.now });
  closing.push(() => world.close());
  await remindedIn(6, world, clock);
  await inSeconds(1);
  line.cut();
  await eventually(async () => !(await world.backend.isReady()));
  await inSeconds(2);
  line.mend();
  await eventually(() => world.backend.isReady());
  expect(reminders('ada', world)).toBe(0);
  await eventually(() => reminders('ada', world) === 1, 20_000);
  await world.sweeps.atStart();
  await aMoment();
  expect(reminders('ada', world)).toBe(1);
});
