import { afterAll, afterEach, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { newKeyringValue } from '../../src/store/keyring.ts';
import { type FakeDiscord, startFakeDiscord } from '../fakes/discord/fake-discord.ts';
import { startFakeSlack } from '../fakes/slack/fake-slack.ts';
import { ownDatabase } from '../support/database.ts';
import { cardsOf, practiseInDiscord, shownTwice } from '../support/discord-human.ts';
import { discordVariables, startDiscordProcess } from '../support/discord-process.ts';
import { ANSWERS } from '../support/human.ts';
import { ownHome } from '../support/own-home.ts';
import { hasRedisServer, type OwnRedis, ownRedis } from '../support/own-redis.ts';
import { runCoach } from '../support/run-coach.ts';
import { practiseInSlack, shownTwice as shownTwiceInSlack } from '../support/slack-human.ts';
import { type CoachProcess, slackVariables, startCoachProcess } from '../support/slack-process.ts';

/** Of this file alone: on a shared one the jobs of a process would go to whichever process is quicker, of another test too. */
const withRedis = inject('redisUrl') !== undefined && hasRedisServer;

// Each test starts the product several times.
vi.setConfig({ testTimeout: 90_000 });
const ADA = '4444444444444444001';
const BEN = '4444444444444444002';
const DM = { where: 'dm', answersIn: 'messages' } as const;

const running: CoachProcess[] = [];
function started(process: CoachProcess): CoachProcess {
  running.push(process);
  return process;
}
async function killAll(): Promise<void> {
  for (const each of running) each.kill();
  await Promise.all(running.splice(0).map(({ ended }) => ended));
}

async function answersOf(person: string, env: Readonly<Record<string, string>>): Promise<unknown[]> {
  const ran = await runCoach(['export', '--json', '--person', person], env);
  expect(ran.err).toBe('');
  const { practices } = JSON.parse(ran.out);
  expect(practices).toHaveLength(1);
  expect(practices[0].drafts[0].critiques).toHaveLength(1);
  return Object.values(practices[0].answers);
}

describe('one process for Discord, another for the jobs', () => {
  const home = ownHome('comeback-processes-');
  let discord: FakeDiscord;
  let common: Record<string, string>;
  let drop: () => Promise<void>;
  let redis: OwnRedis | undefined;
  let inDiscord: CoachProcess;
  let atJobs: CoachProcess;
  const startInDiscord = () => started(startDiscordProcess(discord, { ...common, ROLES: 'discord' }));

  beforeAll(async () => {
    discord = await startFakeDiscord();
    const database = await ownDatabase('discord-processes');
    drop = database.drop;
    if (withRedis) redis = await ownRedis();
    common = {
      COACH_HOME: home.path,
      DATABASE_URL: database.url,
      ENCRYPTION_KEYS: newKeyringValue('processes'),
      ...(redis === undefined ? {} : { REDIS_URL: redis.url }),
    };
    inDiscord = startInDiscord();
    atJobs = started(startCoachProcess({ ...common, ROLES: 'jobs' }));
    await Promise.all([inDiscord.started, atJobs.started]);
  });

  afterAll(async () => {
    await killAll();
    await discord.close();
    await drop();
    await redis?.kill();
    home.remove();
  });

  test('carry a practice to its critique, with every card once', async () => {
    await practiseInDiscord(discord, ADA, DM, { up: () => inDiscord.started });
    expect(discord.user(ADA).reads()).toMatch(/^KEEP$/m);
    expect(shownTwice(discord, ADA)).toEqual([]);
    expect(discord.violations).toEqual([]);
  });

  test('end with code 0 at SIGTERM, and what was written at that moment and after it is not lost', async () => {
    const ben = discord.user(BEN);
    const reads = (words: string) => discord.until(() => ben.reads().includes(words), words, 10_000);
    await ben.slash('practice-failure', { sub: 'start' });
    await reads('How would you like to begin?');
    await ben.presses('I have a story (about 12 min)');
    await reads('What are you practising for?');
    const saying = ben.says('event manager');
    inDiscord.terminate();
    atJobs.terminate();
    expect([await inDiscord.ended, await atJobs.ended]).toEqual([0, 0]);
    await saying;
    expect(await answersOf(`discord:${discord.appId}:${ADA}`, common)).toEqual(Object.values(ANSWERS));

    // Nobody is told of this: Discord sends nothing again, it is read back.
    await ben.says(ANSWERS['2'] ?? '');
    inDiscord = startInDiscord();
    await inDiscord.started;
    await reads('Send another message to add');
    await ben.presses('Keep it');
    await reads('1 of 5');
    expect(shownTwice(discord, BEN)).toEqual([]);
    expect(cardsOf(discord, BEN).length).toBeGreaterThan(4);
  });
});

describe('Slack and Discord in one process', () => {
  const home = ownHome('comeback-processes-');
  afterEach(killAll);
  afterAll(() => home.remove());

  test('each carries its person to the critique, and one SIGTERM ends both with code 0', async () => {
    const discord = await startFakeDiscord();
    const slack = await startFakeSlack();
    const env = { COACH_HOME: home.path };
    try {
      const both = started(
        startCoachProcess({ ...env, ...discordVariables(discord), ...slackVariables(slack, 'socket', 0) }),
      );
      const life = { up: () => both.started };
      await both.started;
      await Promise.all([practiseInDiscord(discord, ADA, DM, life), practiseInSlack(slack, 'U0ADA', life)]);
      expect([shownTwice(discord, ADA), shownTwiceInSlack(slack, 'U0ADA')]).toEqual([[], []]);
      expect([...discord.violations, ...slack.violations]).toEqual([]);
      both.terminate();
      expect(await both.ended).toBe(0);
      const answers = Object.values(ANSWERS);
      expect(await answersOf(`discord:${discord.appId}:${ADA}`, env)).toEqual(answers);
      expect(await answersOf(`slack:${slack.teamId}:U0ADA`, env)).toEqual(answers);
    } finally {
      await discord.close();
      await slack.close();
    }
  });
});

describe('two processes with one token', () => {
  const home = ownHome('comeback-processes-');
  afterEach(killAll);
  afterAll(() => home.remove());

  test('are told everything twice, and a practice has every card once', async () => {
    const discord = await startFakeDiscord();
    const database = await ownDatabase('discord-two-processes');
    const env = {
      COACH_HOME: home.path,
      DATABASE_URL: database.url,
      ENCRYPTION_KEYS: newKeyringValue('two'),
    };
    try {
      const both = [0, 1].map(() => started(startDiscordProcess(discord, env)));
      const up = async () => void (await Promise.all(both.map((each) => each.started)));
      await up();
      expect(discord.gateway.connections).toBe(2);
      await practiseInDiscord(discord, ADA, DM, { up });
      expect(shownTwice(discord, ADA)).toEqual([]);
      for (const each of both) each.terminate();
      expect(await Promise.all(both.map(({ ended }) => ended))).toEqual([0, 0]);
      expect(await answersOf(`discord:${discord.appId}:${ADA}`, env)).toEqual(Object.values(ANSWERS));
    } finally {
      await killAll();
      await discord.close();
      await database.drop();
    }
  });
});
