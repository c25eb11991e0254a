import { describe, expect, test } from 'vitest';
import { type DiagnoseParts, diagnose } from '../../src/cli/diagnose.ts';
import type { Config } from '../../src/config.ts';
import { ConfigError } from '../../src/errors.ts';

const CONFIG: Config = {
  home: '/var/lib/comeback',
  user: 'local',
  databaseUrl: 'postgres://coach:pa55word@db.example.org/coach',
  redisUrl: 'redis://:5ecret@cache:6379',
  encryptionKeys: 'k:x',
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
});
