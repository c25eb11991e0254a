import { describe, expect, test } from 'vitest';
import { type DiagnoseParts, diagnose } from '../../src/cli/diagnose.ts';
import type { Config } from '../../src/config.ts';
import { ConfigError } from '../../src/errors.ts';
import { runLine } from './stub-app.ts';

const CONFIG: Config = {
  home: '/var/lib/comeback',
  user: 'local',
  databaseUrl: 'postgres://coach:pa55word@db.example.org/coach',
  redisUrl: 'redis://:5ecret@cache:6379',
  encryptionKeys: 'k:x',
  slack: undefined,
  discord: undefined,
  roles: ['terminal', 'jobs'],
  healthPort: undefined,
  retentionDays: 365,
  logLevel: 'info',
};

async function found(error: Error, policy: Awaited<ReturnType<DiagnoseParts['readRedisPolicy']>>) {
  const findings = await diagnose(CONFIG, {
    openStore: () => Promise.reject(error),
    readRedisPolicy: async () => policy,
  });
  expect(JSON.stringify(findings)).not.toMatch(/pa55word|5ecret|I agreed/);
  return Object.fromEntries(findings.map((finding) => [finding.what, finding]));
}

describe('the doctor', () => {
  test('names a database that cannot be reached, with what to check and no password', async () => {
    const away = Object.assign(new Error('I agreed the room'), { code: 'ECONNREFUSED' });
    expect((await found(away, { state: 'safe' })).PostgreSQL).toMatchObject({
      state: 'ill',
      says: 'at db.example.org: ECONNREFUSED.',
      cure: expect.stringContaining('DATABASE_URL'),
    });
    const config = new ConfigError('COACH_HOME', 'the folder cannot be written.', '/var/lib/comeback');
    expect((await found(config, { state: 'safe' })).PostgreSQL?.cure).toBe(config.message);
  });

  test('tells a Redis that is away from one that forgets and one that may not be asked', async () => {
    const error = new Error('x');
    expect((await found(error, { state: 'safe' })).Queue?.state).toBe('well');
    expect((await found(error, { state: 'forgets', cure: 'Set it to noeviction.' })).Queue).toMatchObject({
      state: 'ill',
      cure: 'Set it to noeviction.',
    });
    expect((await found(error, { state: 'unknown', reason: 'ECONNREFUSED' })).Queue).toMatchObject({
      state: 'ill',
      cure: expect.stringContaining('REDIS_URL'),
    });
    expect((await found(error, { state: 'unknown', reason: 'ReplyError' })).Queue).toMatchObject({
      state: 'note',
      says: expect.stringContaining('could not check'),
    });
  });

  test('says how Slack is set up and how to ask it, without a token; and nothing of it where it is not', async () => {
    const parts: DiagnoseParts = {
      openStore: () => Promise.reject(new Error('x')),
      readRedisPolicy: async () => ({ state: 'safe' }),
    };
    const of = async (slack: Config['slack']) =>
      (await diagnose({ ...CONFIG, slack }, parts)).filter(({ what }) => what === 'Slack');
    expect(await of(undefined)).toEqual([]);
    const [socket] = await of({ mode: 'socket', botToken: 'xoxb-5ecret', appToken: 'xapp-5ecret' });
    expect(socket).toMatchObject({ state: 'note', says: expect.stringContaining('Socket Mode') });
    expect(socket?.says).toContain('npm run coach -- doctor slack');
    const [http] = await of({ mode: 'http', botToken: 'xoxb-5ecret', signingSecret: '5ecret', port: 3000 });
    expect(http?.says).toContain('HTTP on port 3000');
    expect(JSON.stringify([socket, http])).not.toContain('5ecret');
  });

  test('says that Discord is set up and how to ask it, without the token; and nothing of it where it is not', async () => {
    const parts: DiagnoseParts = {
      openStore: () => Promise.reject(new Error('x')),
      readRedisPolicy: async () => ({ state: 'safe' }),
    };
    const of = async (discord: Config['discord']) =>
      (await diagnose({ ...CONFIG, discord }, parts)).filter(({ what }) => what === 'Discord');
    expect(await of(undefined)).toEqual([]);
    const [set] = await of({ token: '5ecret' });
    expect(set).toMatchObject({
      state: 'note',
      says: expect.stringContaining('npm run coach -- doctor discord'),
    });
    expect(JSON.stringify(set)).not.toContain('5ecret');
  });

  test('of Discord asks Discord alone, and ends with 1 where something is ill', async () => {
    const finding = { what: 'Bot token', state: 'ill', says: 'Discord does not know it.' } as const;
    const ran = await runLine(['doctor', 'discord'], { doctorDiscord: async () => [finding] });
    expect(ran).toMatchObject({ code: 1, asked: [], out: 'ILL  Bot token: Discord does not know it.\n' });
    expect(await runLine(['doctor', 'discord'])).toMatchObject({ code: 0, asked: [['doctorDiscord']] });
  });

  test('of Slack asks Slack alone, prints what to mend, and ends with 1 where something is ill', async () => {
    const finding = {
      what: 'App token',
      state: 'ill',
      says: 'Slack does not know it.',
      cure: 'Make one.',
    } as const;
    const ran = await runLine(['doctor', 'slack'], { doctorSlack: async () => [finding] });
    expect(ran).toMatchObject({
      code: 1,
      asked: [],
      out: 'ILL  App token: Slack does not know it. Make one.\n',
    });
    const well = await runLine(['doctor', 'slack'], {
      doctorSlack: async () => [{ ...finding, state: 'well' }],
    });
    expect(well.code).toBe(0);
    expect(await runLine(['doctor', 'teams'])).toMatchObject({
      code: 1,
      err: expect.stringContaining('slack'),
    });
  });
});
