import { homedir, tmpdir } from 'node:os';
import { describe, expect, test } from 'vitest';
import { parseConfig, refuseUnbuiltPlatforms } from '../src/config.ts';
import { ConfigError } from '../src/errors.ts';
import { newKeyringValue } from '../src/store/keyring.ts';

const HOME = { COACH_HOME: tmpdir(), HOME: homedir() };
const DATABASE = 'postgres://coach:pa55word@db.example.org:5432/coach';

function errorOf(run: () => unknown): ConfigError {
  try {
    run();
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('a wrong value', () => {
  test.each([
    ['COACH_USER', 'ada lovelace', 'letters, digits'],
    ['COACH_USER', 'x'.repeat(65), '1 to 64'],
    ['DATABASE_URL', 'localhost', 'postgres://'],
    ['DATABASE_URL', 'mysql://root@localhost/x', 'postgres://'],
    ['REDIS_URL', 'localhost:6379', 'redis://'],
    ['REDIS_URL', 'http://localhost', 'redis://'],
    ['ENCRYPTION_KEYS', 'secret', 'id:base64'],
    ['ROLES', 'terminal,slack', '"slack" is no role of this version'],
    ['ROLES', 'terminal,,jobs', '"" is no role'],
    ['HEALTH_PORT', '80a', 'whole number from 1 to 65535'],
    ['HEALTH_PORT', '0', 'whole number'],
    ['HEALTH_PORT', '70000', 'whole number'],
    ['RETENTION_DAYS', '0', 'whole number from 1'],
    ['RETENTION_DAYS', '1.5', 'whole number'],
    ['LOG_LEVEL', 'loud', 'debug, info, warn, error'],
  ])('of %s (%s) is named with what was wrong and an example', (variable, value, wrong) => {
    const error = errorOf(() => parseConfig({ ...HOME, [variable]: value }));
    expect(error.variable).toBe(variable);
    expect(error.message).toMatch(new RegExp(`^${variable}: .+ Example: .+`));
    expect(error.message).toContain(wrong);
  });

  test('the examples work', () => {
    for (const [variable, value] of [
      ['COACH_USER', ''],
      ['REDIS_URL', 'x'],
      ['ROLES', 'x'],
      ['HEALTH_PORT', 'x'],
      ['RETENTION_DAYS', 'x'],
      ['LOG_LEVEL', 'x'],
    ] as const) {
      if (value === '') continue;
      const { message } = errorOf(() => parseConfig({ ...HOME, [variable]: value }));
      const example = message.split(' Example: ').at(-1) ?? '';
      expect(() => parseConfig({ ...HOME, [variable]: example })).not.toThrow();
    }
  });

  test('of an address is not repeated: it may hold a password', () => {
    for (const variable of ['DATABASE_URL', 'REDIS_URL']) {
      const { message } = errorOf(() => parseConfig({ ...HOME, [variable]: 'amqp://coach:pa55word@host/x' }));
      expect(message).not.toContain('pa55word');
    }
  });
});

test('a database without keys is refused, with the way to make one', () => {
  const error = errorOf(() => parseConfig({ ...HOME, DATABASE_URL: DATABASE }));
  expect(error.variable).toBe('ENCRYPTION_KEYS');
  expect(error.message).toContain('openssl rand -base64 32');
  expect(error.message).not.toContain('pa55word');
});

test('everything set is read', () => {
  const keys = newKeyringValue('2026a');
  const config = parseConfig({
    ...HOME,
    COACH_USER: 'zoë_1',
    DATABASE_URL: DATABASE,
    REDIS_URL: 'rediss://cache:6380/2',
    ENCRYPTION_KEYS: keys,
    ROLES: ' jobs , terminal ',
    HEALTH_PORT: '8081',
    RETENTION_DAYS: '30',
    LOG_LEVEL: 'warn',
  });
  expect(config).toEqual({
    home: config.home,
    user: 'zoë_1',
    databaseUrl: DATABASE,
    redisUrl: 'rediss://cache:6380/2',
    encryptionKeys: keys,
    roles: ['terminal', 'jobs'],
    healthPort: 8081,
    retentionDays: 30,
    logLevel: 'warn',
  });
});

test('an empty variable counts as unset', () => {
  const empty = {
    COACH_USER: '',
    DATABASE_URL: ' ',
    REDIS_URL: '',
    ENCRYPTION_KEYS: '',
    ROLES: '',
    HEALTH_PORT: '',
    RETENTION_DAYS: '\t',
    LOG_LEVEL: '',
  };
  expect(parseConfig({ ...HOME, ...empty })).toEqual(parseConfig(HOME));
  expect(parseConfig(HOME)).toMatchObject({
    user: 'local',
    databaseUrl: undefined,
    redisUrl: undefined,
    roles: ['terminal', 'jobs'],
    healthPort: undefined,
    retentionDays: 365,
    logLevel: 'info',
  });
});

describe('a platform that is not built yet', () => {
  test.each(['SLACK_APP_TOKEN', 'SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET', 'DISCORD_TOKEN'])(
    '%s is refused by name, never ignored, and its value is not repeated',
    (variable) => {
      const error = errorOf(() => refuseUnbuiltPlatforms({ [variable]: 'xoxb-5ecret' }));
      expect(error.variable).toBe(variable);
      expect(error.message).toContain('terminal only');
      expect(error.message).not.toContain('5ecret');
    },
  );

  test('an empty token is none', () => {
    expect(() => refuseUnbuiltPlatforms({ SLACK_BOT_TOKEN: '', DISCORD_TOKEN: ' ' })).not.toThrow();
  });
});
