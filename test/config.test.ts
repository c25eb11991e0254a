import { readFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { describe, expect, test } from 'vitest';
import { parseConfig } from '../src/config.ts';
import { DISCORD_VARIABLES } from '../src/discord-config.ts';
import { ConfigError } from '../src/errors.ts';
import { SLACK_VARIABLES } from '../src/slack-config.ts';
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
    ['ROLES', 'terminal,teams', '"teams" is no role of this version'],
    ['ROLES', 'slack,jobs', 'no token of Slack is set'],
    ['ROLES', 'discord,jobs', 'no token of Discord is set. Set DISCORD_TOKEN'],
    ['ROLES', 'terminal,,jobs', '"" is no role'],
    ['HEALTH_PORT', '80a', 'whole number from 1 to 65535'],
    ['HEALTH_PORT', '0', 'whole number'],
    ['HEALTH_PORT', '70000', 'whole number'],
    ['RETENTION_DAYS', '0', 'whole number from 1'],
    ['RETENTION_DAYS', '1.5', 'whole number'],
    ['LOG_LEVEL', 'loud', 'debug, info, warn, error'],
    ['SLACK_BOT_TOKEN', 'xoxp-1-2-3', 'begins with xoxb-, got one that begins with "xoxp-"'],
    ['SLACK_BOT_TOKEN', 'xoxb-', 'cut short'],
    ['SLACK_BOT_TOKEN', 'xoxb-1 2', 'a space or a'],
    ['SLACK_APP_TOKEN', 'xoxb-1-2-3', 'begins with xapp-, got one that begins with "xoxb-"'],
    ['SLACK_SIGNING_SECRET', '0123456789abcde', 'App Credentials'],
    ['SLACK_SIGNING_SECRET', 'xoxb-0123456789abcdef', 'App Credentials'],
    ['SLACK_MODE', 'sockets', 'expected socket or http'],
    ['SLACK_API_URL', 'slack.com/api', 'an https:// address'],
    ['SLACK_API_URL', 'wss://slack.com/api/', 'an https:// address'],
    ['SLACK_API_URL', 'https://slack.com/api/?x=1', '? or #'],
    ['DISCORD_TOKEN', `Bot ${'x'.repeat(70)}`, 'the token alone, without the word before it'],
    ['DISCORD_TOKEN', 'bearer abcdefghijklmnopqrstuvwxyz', 'without the word before it'],
    ['DISCORD_TOKEN', 'MTAw MDAwMDAwMDAwMDAwMDAw', 'in one piece'],
    ['DISCORD_TOKEN', 'MTAwMDAwMDAwMDAwMDAwMDAw…', 'in one piece'],
    ['DISCORD_TOKEN', '1000000000000000000', 'an application id?'],
    ['DISCORD_API_URL', 'http://discord.example.org/api', 'an https:// address'],
    ['DISCORD_API_URL', 'discord.com/api', 'an https:// address'],
    ['DISCORD_API_URL', 'https://discord.com/api/v10/', 'without the version'],
    ['DISCORD_API_URL', 'https://discord.com/api', 'DISCORD_TOKEN is not'],
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
    for (const variable of ['DATABASE_URL', 'REDIS_URL', 'SLACK_API_URL', 'DISCORD_API_URL']) {
      for (const address of ['amqp://coach:pa55word@host/x', 'https://coach:pa55word@host/x']) {
        const { message } = errorOf(() => parseConfig({ ...HOME, [variable]: address }));
        expect(message).not.toContain('pa55word');
      }
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
    slack: undefined,
    discord: undefined,
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
    SLACK_BOT_TOKEN: '',
    SLACK_APP_TOKEN: ' ',
    SLACK_SIGNING_SECRET: '',
    SLACK_MODE: '',
    SLACK_API_URL: '',
    PORT: '',
    DISCORD_TOKEN: ' ',
    DISCORD_API_URL: '',
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

const BOT = { SLACK_BOT_TOKEN: 'xoxb-1-2-b0tt0ken' };
const APP = { SLACK_APP_TOKEN: 'xapp-1-A1-2-apptoken' };
const SECRET = { SLACK_SIGNING_SECRET: '0123456789abcdef0123456789abcdef' };
const SECRETS = /b0tt0ken|apptoken|0123456789abcdef0123/;

/** The error, without its example; that no secret stands in it was looked at. */
function problemOf(env: NodeJS.ProcessEnv): { variable: string; problem: string } {
  const { variable, message } = errorOf(() => parseConfig({ ...HOME, ...env }));
  const [problem = ''] = message.split(' Example: ');
  expect(problem).not.toMatch(SECRETS);
  return { variable, problem };
}

describe('Slack', () => {
  test('is reached by Socket Mode with both tokens, spaces around them aside', () => {
    const config = parseConfig({ ...HOME, SLACK_BOT_TOKEN: ` ${BOT.SLACK_BOT_TOKEN}\n`, ...APP });
    expect(config.slack).toEqual({
      mode: 'socket',
      botToken: BOT.SLACK_BOT_TOKEN,
      appToken: APP.SLACK_APP_TOKEN,
    });
  });

  test('is reached by HTTP with the signing secret, on PORT or 3000', () => {
    const http = { mode: 'http', botToken: BOT.SLACK_BOT_TOKEN, signingSecret: SECRET.SLACK_SIGNING_SECRET };
    expect(parseConfig({ ...HOME, ...BOT, ...SECRET }).slack).toEqual({ ...http, port: 3000 });
    expect(parseConfig({ ...HOME, ...BOT, ...SECRET, PORT: '8080' }).slack).toEqual({ ...http, port: 8080 });
    expect(problemOf({ ...BOT, ...SECRET, PORT: 'http' })).toMatchObject({ variable: 'PORT' });
  });

  test('with all three credentials asks which way, and takes the one that is named', () => {
    const all = { ...BOT, ...APP, ...SECRET };
    expect(problemOf(all)).toMatchObject({
      variable: 'SLACK_MODE',
      problem: expect.stringContaining('both set'),
    });
    expect(parseConfig({ ...HOME, ...all, SLACK_MODE: 'http' }).slack?.mode).toBe('http');
    expect(parseConfig({ ...HOME, ...all, SLACK_MODE: 'socket' }).slack).not.toHaveProperty('signingSecret');
  });

  test.each([
    [BOT, 'SLACK_BOT_TOKEN', /neither SLACK_APP_TOKEN \(Socket Mode\) nor SLACK_SIGNING_SECRET \(HTTP\) is/],
    [APP, 'SLACK_APP_TOKEN', /SLACK_BOT_TOKEN is not/],
    [SECRET, 'SLACK_SIGNING_SECRET', /SLACK_BOT_TOKEN is not/],
    [{ ...APP, ...SECRET }, 'SLACK_APP_TOKEN', /SLACK_BOT_TOKEN is not/],
    [{ SLACK_MODE: 'http' }, 'SLACK_MODE', /SLACK_BOT_TOKEN is not/],
    [{ ...BOT, ...APP, SLACK_MODE: 'http' }, 'SLACK_MODE', /SLACK_SIGNING_SECRET is not set/],
    [{ ...BOT, ...SECRET, SLACK_MODE: 'socket' }, 'SLACK_MODE', /SLACK_APP_TOKEN is not set/],
  ])('set up by half (%#) is an error that names the other half', (env, variable, wrong) => {
    expect(problemOf(env)).toEqual({ variable, problem: expect.stringMatching(wrong) });
  });

  test('a token of the wrong kind shows its kind and no more', () => {
    expect(problemOf({ SLACK_BOT_TOKEN: APP.SLACK_APP_TOKEN }).problem).toContain('"xapp-"');
    expect(problemOf({ SLACK_APP_TOKEN: BOT.SLACK_BOT_TOKEN }).problem).toContain('"xoxb-"');
    expect(problemOf({ SLACK_SIGNING_SECRET: BOT.SLACK_BOT_TOKEN }).variable).toBe('SLACK_SIGNING_SECRET');
    expect(problemOf({ SLACK_MODE: BOT.SLACK_BOT_TOKEN }).variable).toBe('SLACK_MODE');
  });

  test('its address gets the slash that calls are added to, and stays away where none is set', () => {
    const at = (url: string) => parseConfig({ ...HOME, ...BOT, ...APP, SLACK_API_URL: url }).slack?.apiUrl;
    expect(at('http://127.0.0.1:4000/api')).toBe('http://127.0.0.1:4000/api/');
    expect(at('https://slack-gov.com/api/')).toBe('https://slack-gov.com/api/');
    expect(parseConfig({ ...HOME, ...BOT, ...APP }).slack).not.toHaveProperty('apiUrl');
  });

  test('PORT is a host’s own business where Slack does not come by HTTP', () => {
    expect(parseConfig({ ...HOME, PORT: 'a pipe' }).slack).toBeUndefined();
    expect(parseConfig({ ...HOME, ...BOT, ...APP, PORT: '0' }).slack?.mode).toBe('socket');
  });

  test('does not share its port with the health checks', () => {
    expect(problemOf({ ...BOT, ...SECRET, HEALTH_PORT: '3000' })).toEqual({
      variable: 'HEALTH_PORT',
      problem: expect.stringContaining('Slack posts to'),
    });
    expect(parseConfig({ ...HOME, ...BOT, ...APP, HEALTH_PORT: '3000' }).healthPort).toBe(3000);
  });
});

const DISCORD = { DISCORD_TOKEN: 'MTAwMDAwMDAwMDAwMDAwMDAw.Gabcde.d1sc0rdt0ken' };

describe('Discord', () => {
  test('is reached with its token, spaces around it aside', () => {
    expect(parseConfig({ ...HOME, DISCORD_TOKEN: ` ${DISCORD.DISCORD_TOKEN}\n` }).discord).toEqual({
      token: DISCORD.DISCORD_TOKEN,
    });
    expect(parseConfig(HOME).discord).toBeUndefined();
  });

  test('takes a token of another form than today’s: nobody promised that it stays', () => {
    const token = 'a-token-of-one-part';
    expect(parseConfig({ ...HOME, DISCORD_TOKEN: token }).discord).toEqual({ token });
  });

  test('its address stands without the slash and the version that discord.js adds', () => {
    const at = (url: string) => parseConfig({ ...HOME, ...DISCORD, DISCORD_API_URL: url }).discord?.apiUrl;
    expect(at('http://127.0.0.1:4000/api/')).toBe('http://127.0.0.1:4000/api');
    expect(at(' https://discord-proxy.example.org/api ')).toBe('https://discord-proxy.example.org/api');
    expect(at('http://[::1]:4000/api')).toBe('http://[::1]:4000/api');
  });

  test('a token that is refused is not repeated, not even its beginning', () => {
    for (const token of [`Bot ${DISCORD.DISCORD_TOKEN}`, `${DISCORD.DISCORD_TOKEN} x`]) {
      const { variable, problem } = problemOf({ DISCORD_TOKEN: token });
      expect(variable).toBe('DISCORD_TOKEN');
      expect(problem).not.toMatch(/d1sc0rdt0ken|MTAw/);
      expect(problem).toContain('your app, Bot');
    }
  });

  test('every example of its errors works', () => {
    const example = (env: NodeJS.ProcessEnv) =>
      errorOf(() => parseConfig({ ...HOME, ...env }))
        .message.split(' Example: ')
        .at(-1) ?? '';
    expect(() => parseConfig({ ...HOME, DISCORD_TOKEN: example({ DISCORD_TOKEN: '1' }) })).not.toThrow();
    const proxy = { DISCORD_API_URL: example({ DISCORD_API_URL: 'x' }) };
    expect(() => parseConfig({ ...HOME, ...DISCORD, ...proxy })).not.toThrow();
    const [name = '', token = ''] = example(proxy).split('=');
    expect(() => parseConfig({ ...HOME, ...proxy, [name]: token })).not.toThrow();
  });
});

describe('roles', () => {
  test('are all that is configured: the terminal only where no platform is', () => {
    expect(parseConfig(HOME).roles).toEqual(['terminal', 'jobs']);
    expect(parseConfig({ ...HOME, ...BOT, ...APP }).roles).toEqual(['slack', 'jobs']);
    expect(parseConfig({ ...HOME, ...BOT, ...SECRET }).roles).toEqual(['slack', 'jobs']);
    expect(parseConfig({ ...HOME, ...DISCORD }).roles).toEqual(['discord', 'jobs']);
    expect(parseConfig({ ...HOME, ...BOT, ...APP, ...DISCORD }).roles).toEqual(['slack', 'discord', 'jobs']);
  });

  test.each([
    ['jobs', ['jobs']],
    ['slack', ['slack']],
    ['jobs, terminal,slack', ['slack', 'terminal', 'jobs']],
    ['terminal', ['terminal']],
    ['discord,jobs', ['discord', 'jobs']],
  ])('that are asked for (%s) are taken as asked', (asked, roles) => {
    expect(parseConfig({ ...HOME, ...BOT, ...APP, ...DISCORD, ROLES: asked }).roles).toEqual(roles);
  });

  test('may be jobs alone without any platform: other processes on the same database speak', () => {
    expect(parseConfig({ ...HOME, ROLES: 'jobs' })).toMatchObject({ roles: ['jobs'], slack: undefined });
  });
});

test('every example of Slack’s errors works', () => {
  const set = (example: string) => Object.fromEntries([example.split('=')]);
  const example = (env: NodeJS.ProcessEnv) =>
    errorOf(() => parseConfig({ ...HOME, ...env }))
      .message.split(' Example: ')
      .at(-1) ?? '';
  expect(() => parseConfig({ ...HOME, ...BOT, ...set(example(BOT)) })).not.toThrow();
  expect(() => parseConfig({ ...HOME, ...APP, ...set(example(APP)) })).not.toThrow();
  expect(() => parseConfig({ ...HOME, ...SECRET, ...set(example(SECRET)) })).not.toThrow();
  const all = { ...BOT, ...APP, ...SECRET };
  expect(() => parseConfig({ ...HOME, ...all, ...set(example(all)) })).not.toThrow();
  for (const variable of ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET', 'SLACK_API_URL']) {
    const fits = { ...all, SLACK_MODE: 'socket', [variable]: example({ [variable]: 'x' }) };
    expect(() => parseConfig({ ...HOME, ...fits })).not.toThrow();
  }
});

test('.env.example names every variable that is read, and the examples beside them work', async () => {
  const lines = (await readFile(new URL('../.env.example', import.meta.url), 'utf8')).split('\n');
  const examples = lines.flatMap((line) => /^#([A-Z_]+)=(.+)$/.exec(line)?.slice(1, 3) ?? []);
  const env = Object.fromEntries(
    Array.from({ length: examples.length / 2 }, (_, at) => [examples[2 * at], examples[2 * at + 1]]),
  );
  expect(Object.keys(env)).toEqual(
    expect.arrayContaining([
      'COACH_HOME',
      'ROLES',
      'DATABASE_URL',
      ...Object.keys(SLACK_VARIABLES),
      ...Object.keys(DISCORD_VARIABLES),
    ]),
  );
  const keys = newKeyringValue('2026a');
  expect(parseConfig({ ...env, ...HOME, ENCRYPTION_KEYS: keys })).toMatchObject({
    slack: { mode: 'socket', apiUrl: 'https://slack-gov.com/api/' },
    discord: { apiUrl: 'https://discord-proxy.example.org/api' },
    roles: ['slack', 'discord', 'jobs'],
  });
});
