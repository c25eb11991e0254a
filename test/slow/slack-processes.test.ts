import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { freePort } from '../../src/store/embedded/free-port.ts';
import { newKeyringValue } from '../../src/store/keyring.ts';
import { type FakeSlack, startFakeSlack } from '../fakes/slack/fake-slack.ts';
import { readBlocks } from '../fakes/slack/plain.ts';
import { ownDatabase } from '../support/database.ts';
import { ANSWERS } from '../support/human.ts';
import { ownHome } from '../support/own-home.ts';
import { hasRedisServer, type OwnRedis, ownRedis } from '../support/own-redis.ts';
import { runCoach } from '../support/run-coach.ts';
import { cardsOf, isAcked, practiseInSlack, shownTwice } from '../support/slack-human.ts';
import { type CoachProcess, slackVariables, startCoachProcess } from '../support/slack-process.ts';

/** Of this file alone: on a shared one the jobs of a process would go to whichever process is quicker, of another test too. */
const withRedis = inject('redisUrl') !== undefined && hasRedisServer;

// Each test starts the product several times.
vi.setConfig({ testTimeout: 90_000 });

describe('one process for Slack, another for the jobs', () => {
  const home = ownHome('comeback-processes-');
  let slack: FakeSlack;
  let common: Record<string, string>;
  let drop: () => Promise<void>;
  let redis: OwnRedis | undefined;
  let startInSlack: () => CoachProcess;
  let inSlack: CoachProcess;
  let atJobs: CoachProcess;

  beforeAll(async () => {
    slack = await startFakeSlack();
    const database = await ownDatabase('slack-processes');
    drop = database.drop;
    if (withRedis) redis = await ownRedis();
    const port = await freePort();
    slack.connectHttp(`http://127.0.0.1:${port}/slack/events`);
    common = {
      COACH_HOME: home.path,
      DATABASE_URL: database.url,
      ENCRYPTION_KEYS: newKeyringValue('processes'),
      ...(redis === undefined ? {} : { REDIS_URL: redis.url }),
    };
    startInSlack = () =>
      startCoachProcess({ ...common, ...slackVariables(slack, 'http', port), ROLES: 'slack' });
    inSlack = startInSlack();
    atJobs = startCoachProcess({ ...common, ROLES: 'jobs' });
    await Promise.all([inSlack.started, atJobs.started]);
  });

  afterAll(async () => {
    for (const each of [inSlack, atJobs]) each.kill();
    await Promise.all([inSlack.ended, atJobs.ended]);
    await slack.close();
    await drop();
    await redis?.kill();
    home.remove();
  });

  test('carry a practice to its critique, with every card once', async () => {
    await practiseInSlack(slack, 'U0ADA', { up: () => inSlack.started });
    expect(slack.user('U0ADA').reads()).toMatch(/^KEEP$/m);
    expect(shownTwice(slack, 'U0ADA')).toEqual([]);
    expect(slack.violations).toEqual([]);
  });

  test.runIf(withRedis)(
    'who deletes everything in the one has no job left in the queue of the other',
    async () => {
      const cat = slack.user('U0CAT');
      const told = () => cat.ephemerals.map(({ blocks }) => readBlocks(blocks ?? [])).join('\n');
      const tells = (words: string) =>
        slack.until(() => told().includes(words) || cat.reads().includes(words), words);
      const connection = new Redis(redis?.url ?? '', { maxRetriesPerRequest: null });
      const bells = new Queue('bell', { connection, prefix: 'comeback' });
      const left = () => vi.waitFor(async () => expect(await bells.getJobs()).toEqual([]), 20_000);
      await left();
      await cat.slash('remind in 5 minutes');
      await tells('Is that right?');
      await cat.presses('Yes, remind me');
      await tells('Set. I remind you here');
      await vi.waitFor(async () => expect(await bells.getJobs()).toHaveLength(1), 20_000);
      await cat.slash('delete my data');
      await tells('This deletes all I hold about you');
      await cat.presses('Delete everything');
      await tells('Deleted: all I held about you.');
      await left();
      await bells.close();
      connection.disconnect();
    },
  );

  test('end with code 0 at SIGTERM, and the message that came at that moment is not lost', async () => {
    const ben = slack.user('U0BEN');
    const reads = (words: string) => slack.until(() => ben.reads().includes(words), words, 10_000);
    await ben.slash('');
    await reads('How would you like to begin?');
    await ben.presses('I have a story (about 12 min)');
    await reads('What are you practising for?');
    const [root] = cardsOf(slack, 'U0BEN');
    const saying = ben.says('event manager', { thread: root?.ts ?? '' });
    inSlack.terminate();
    atJobs.terminate();
    expect([await inSlack.ended, await atJobs.ended]).toEqual([0, 0]);
    const { ack } = await saying;

    const ran = await runCoach(['export', '--json', '--person', `slack:${slack.teamId}:U0ADA`], common);
    expect(ran.err).toBe('');
    const { practices } = JSON.parse(ran.out);
    expect(practices).toHaveLength(1);
    expect(Object.values(practices[0].answers)).toEqual(Object.values(ANSWERS));
    expect(practices[0].drafts[0].critiques).toHaveLength(1);

    inSlack = startInSlack();
    await inSlack.started;
    if (!isAcked(ack)) await slack.redeliver(ack);
    await reads('Tell me the failure in a line or two');
    expect(shownTwice(slack, 'U0BEN')).toEqual([]);
  });
});
