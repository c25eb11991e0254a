import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Routes } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  createGateway,
  type Gateway,
  type GatewayOptions,
} from '../../../adapters/discord/gateway/gateway.ts';
import {
  type FakeDiscord,
  type FakeDiscordOptions,
  startFakeDiscord,
} from '../../fakes/discord/fake-discord.ts';
import { fieldsOf, textOf } from '../../fakes/slack/json.ts';

const ADA = '4444444444444444441';
const CONTENT = { flags: 1 << 19 };
const MESSAGE_CONTENT = 1 << 15;

const unhandled: unknown[] = [];
const onUnhandled = (error: unknown) => unhandled.push(error);
const closing: (() => Promise<unknown>)[] = [];

beforeEach(() => {
  process.on('unhandledRejection', onUnhandled);
  process.on('uncaughtException', onUnhandled);
});

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
  process.off('unhandledRejection', onUnhandled);
  process.off('uncaughtException', onUnhandled);
  expect(unhandled.splice(0)).toEqual([]);
});

async function fake(options: FakeDiscordOptions = {}): Promise<FakeDiscord> {
  const discord = await startFakeDiscord(options);
  discord.user(ADA, { name: 'Ada' });
  closing.push(() => discord.close());
  return discord;
}

/** A gateway with what it told and logged. */
function gatewayOf(apiUrl: string, options: Partial<GatewayOptions> = {}) {
  const told: { readonly kind: string; readonly data: unknown }[] = [];
  const logged: string[] = [];
  const gateway: Gateway = createGateway({
    token: 'fake-bot-token',
    apiUrl,
    now: Date.now,
    firstWaitMs: 20,
    log: (event, { code, shard } = {}) =>
      logged.push([event, shard, code].filter((part) => part !== undefined).join(' ')),
    ...options,
  });
  closing.push(() => gateway.stop());
  const heard = () =>
    told.filter(({ kind }) => kind === 'create').map(({ data }) => textOf(fieldsOf(data).content));
  const sessions = () => told.filter(({ kind }) => kind === 'session').length;
  const begin = async () => {
    const bot = await gateway.whoIsBot();
    await gateway.start({
      message: (kind, data) => told.push({ kind, data }),
      deleted: (data) => told.push({ kind: 'deleted', data }),
      interaction: (data) => told.push({ kind: 'interaction', data }),
      newSession: () => told.push({ kind: 'session', data: undefined }),
    });
    return bot;
  };
  return { gateway, told, logged, heard, sessions, begin };
}

describe('the bot', () => {
  test.each([
    ['may read what is typed in servers', { ...CONTENT }, true],
    ['may not', {}, false],
  ])('is known, and whether it %s', async (_, application, hasContent) => {
    const discord = await fake({ application });
    const { gateway } = gatewayOf(discord.apiUrl);
    expect(await gateway.whoIsBot()).toEqual({ appId: discord.appId, userId: discord.botUserId, hasContent });
  });

  test('is asked for again where Discord is away', async () => {
    const discord = await fake();
    discord.fault({ path: /applications/ }, { status: 503 }, 1);
    discord.fault({ path: /applications/ }, { refuse: true }, 1);
    const { gateway, logged } = gatewayOf(discord.apiUrl);
    expect(await gateway.whoIsBot()).toMatchObject({ appId: discord.appId });
    expect(logged.filter((line) => line.startsWith('discord-away'))).toHaveLength(2);
  });

  test('is not asked for for ever: a stop ends it', async () => {
    const discord = await fake();
    discord.fault({ path: /applications/ }, { status: 503 }, 1_000);
    const { gateway } = gatewayOf(discord.apiUrl, { firstWaitMs: 60_000 });
    const asking = gateway.whoIsBot();
    await discord.until(() => discord.calls.length === 1, 'the first call');
    await gateway.stop();
    expect(await asking).toBeUndefined();
  });

  test('a token that Discord refuses is a configuration error that does not show it', async () => {
    const discord = await fake();
    const { gateway } = gatewayOf(discord.apiUrl, { token: 'not-a-token-of-discord' });
    const error = await gateway.whoIsBot().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'ConfigError', variable: 'DISCORD_TOKEN' });
    expect(String(error)).not.toContain('not-a-token-of-discord');
  });
});

describe('listening', () => {
  test('messages, edits, deletions and commands come as Discord sends them', async () => {
    const discord = await fake();
    const { gateway, told, begin } = gatewayOf(discord.apiUrl);
    expect(gateway.isReady()).toBe(false);
    await begin();
    expect(gateway.isReady()).toBe(true);
    const ada = discord.user(ADA);
    const { id } = await ada.says('It shipped late.');
    await ada.edits(id, 'It shipped very late.');
    await ada.deletes(id);
    await discord.until(() => told.length === 4, 'all of it');
    expect(told.map(({ kind }) => kind)).toEqual(['session', 'create', 'update', 'deleted']);
    expect(told[1]?.data).toMatchObject({ id, content: 'It shipped late.' });
    expect(told[2]?.data).toMatchObject({ id, content: 'It shipped very late.' });
    expect(told[3]?.data).toMatchObject({ id });
  });

  test('without the intent it is not asked for, and with it it is', async () => {
    const without = await fake();
    await gatewayOf(without.apiUrl).begin();
    expect((without.gateway.identifies[0]?.intents ?? 0) & MESSAGE_CONTENT).toBe(0);
    const granted = await fake({ contentIntent: true });
    await gatewayOf(granted.apiUrl).begin();
    expect((granted.gateway.identifies[0]?.intents ?? 0) & MESSAGE_CONTENT).toBe(MESSAGE_CONTENT);
  });

  test('what throws while it is handled is noted, and the next is heard', async () => {
    const discord = await fake();
    const { gateway, logged } = gatewayOf(discord.apiUrl);
    await gateway.whoIsBot();
    let heard = 0;
    await gateway.start({
      message: () => {
        heard += 1;
        throw new Error('It shipped late.');
      },
      deleted: () => undefined,
      interaction: () => undefined,
      newSession: () => undefined,
    });
    await discord.user(ADA).says('one');
    await discord.user(ADA).says('two');
    await discord.until(() => heard === 2, 'both');
    expect(logged.filter((line) => line === 'discord-event-failed Error')).toHaveLength(2);
  });

  test.each([
    ['the line breaks', (discord: FakeDiscord) => discord.gateway.disconnect(4000)],
    ['Discord asks to come back', (discord: FakeDiscord) => discord.gateway.reconnect()],
    ['the session is doubted and still good', (discord: FakeDiscord) => discord.gateway.invalidate(true)],
  ])('%s: what was missed is replayed, once, and nothing has to be read back', async (_, happens) => {
    const discord = await fake();
    const { gateway, heard, sessions, begin } = gatewayOf(discord.apiUrl);
    await begin();
    const ada = discord.user(ADA);
    await ada.says('one');
    await discord.until(() => heard().length === 1, 'the first');
    happens(discord);
    await ada.says('two');
    await discord.until(() => heard().length === 2 && gateway.isReady(), 'the second');
    await ada.says('three');
    await discord.until(() => heard().length === 3, 'the third');
    expect(heard()).toEqual(['one', 'two', 'three']);
    expect(sessions()).toBe(1);
    expect(discord.gateway.identifies).toHaveLength(1);
  });

  test('a line that went dead without a word is noticed by its heartbeat, and what was missed is replayed', async () => {
    const discord = await fake({ heartbeatMs: 100 });
    const { gateway, heard, sessions, begin } = gatewayOf(discord.apiUrl);
    await begin();
    discord.gateway.stall();
    await discord.user(ADA).says('one');
    await discord.until(() => heard().length === 1 && gateway.isReady(), 'the message');
    expect([heard(), sessions(), discord.gateway.resumes.length]).toEqual([['one'], 1, 1]);
  }, 15_000);

  test('a session that is no good any more is begun anew, and says so', async () => {
    const discord = await fake();
    const { gateway, heard, sessions, begin } = gatewayOf(discord.apiUrl);
    await begin();
    discord.gateway.invalidate(false);
    await discord.until(() => sessions() === 2 && gateway.isReady(), 'the second session', 15_000);
    await discord.user(ADA).says('after');
    await discord.until(() => heard().length === 1, 'the message');
  }, 20_000);

  test('a line that is turned away is tried again, by one session only', async () => {
    const discord = await fake();
    discord.gateway.refuse(3);
    const { gateway, heard, sessions, begin } = gatewayOf(discord.apiUrl);
    await begin();
    await discord.until(() => gateway.isReady(), 'the line');
    await discord.user(ADA).says('one');
    await discord.until(() => heard().length > 0, 'the message');
    await discord.calm(700);
    expect([heard(), sessions(), discord.gateway.identifies.length, discord.gateway.connections]).toEqual([
      ['one'],
      1,
      1,
      1,
    ]);
  }, 15_000);

  test('a gateway whose address cannot be had is asked for again', async () => {
    const discord = await fake();
    discord.fault({ path: '/gateway/bot' }, { status: 502 }, 2);
    const { gateway, logged, begin } = gatewayOf(discord.apiUrl);
    await begin();
    await discord.until(() => gateway.isReady(), 'the line');
    expect(logged.filter((line) => line.startsWith('discord-gateway-refused'))).toHaveLength(2);
  });

  test('two shards: servers and direct messages are heard, and it is ready when both are there', async () => {
    const discord = await fake({ shards: 2, contentIntent: true });
    // An odd number of 2^22: its server is told of on the second shard.
    const guildId = ((1_000_000_000_001n << 22n) + 5n).toString();
    const channel = '2222222222222222001';
    discord.guild(guildId, { channels: [channel] });
    const { gateway, heard, sessions, begin } = gatewayOf(discord.apiUrl);
    await begin();
    await discord.until(() => gateway.isReady(), 'both shards', 15_000);
    expect(discord.gateway.identifies.map(({ shard }) => shard)).toEqual([
      [0, 2],
      [1, 2],
    ]);
    expect(sessions()).toBe(2);
    discord.user(ADA).joins(guildId);
    await discord.user(ADA).says('directly');
    await discord.user(ADA).says('in the server', { channel });
    await discord.until(() => heard().length === 2, 'both messages');
    expect(heard().sort()).toEqual(['directly', 'in the server']);
  }, 25_000);
});

describe('for good', () => {
  test('4004: the token is dead; it is not ready, says so once, and does not knock again', async () => {
    const discord = await fake();
    const { gateway, logged, begin } = gatewayOf(discord.apiUrl);
    await begin();
    const before = discord.calls.length;
    discord.gateway.disconnect(4004);
    await discord.until(() => logged.includes('discord-token-died'), 'its end');
    await discord.calm(200);
    expect(gateway.isReady()).toBe(false);
    expect(discord.gateway.identifies).toHaveLength(1);
    expect(discord.calls.slice(before)).toEqual([]);
    expect(logged.filter((line) => line === 'discord-token-died')).toHaveLength(1);
  });

  test('4014: an intent that was switched off is done without', async () => {
    const discord = await fake({ application: CONTENT });
    const { gateway, heard, logged, begin } = gatewayOf(discord.apiUrl);
    const bot = await begin();
    await discord.until(() => gateway.isReady(), 'the second log-in');
    expect(logged).toContain('discord-shard-refused 0 4014');
    expect(bot?.hasContent).toBe(false);
    await discord.user(ADA).says('one');
    await discord.until(() => heard().length === 1, 'the message');
  });

  test.each([4010, 4011, 4013])('%i: there is a new log-in, which begins a new session', async (code) => {
    const discord = await fake();
    const { gateway, heard, sessions, begin } = gatewayOf(discord.apiUrl);
    await begin();
    discord.gateway.disconnect(code);
    await discord.until(() => sessions() === 2 && gateway.isReady(), 'the new log-in');
    await discord.user(ADA).says('one');
    await discord.until(() => heard().length === 1, 'the message');
    expect(discord.gateway.connections).toBe(1);
  });

  test('no log-in is left today: it waits, and does not use up what is not there', async () => {
    const discord = await fake({ sessionStarts: 0 });
    const { gateway, logged, begin } = gatewayOf(discord.apiUrl);
    await begin();
    await discord.until(
      () => logged.filter((line) => line.startsWith('discord-gateway-refused')).length > 1,
      'tries',
    );
    expect(gateway.isReady()).toBe(false);
    expect(discord.gateway.identifies).toEqual([]);
  });

  test('a stop is one: nothing is told any more, and nothing comes back', async () => {
    const discord = await fake();
    const { gateway, told, begin } = gatewayOf(discord.apiUrl);
    await begin();
    await gateway.stop();
    expect(gateway.isReady()).toBe(false);
    await discord.user(ADA).says('to nobody');
    await discord.calm(700);
    expect(told.map(({ kind }) => kind)).toEqual(['session']);
    expect(discord.gateway.connections).toBe(0);
    expect(discord.gateway.identifies).toHaveLength(1);
  });

  test('a stop while a shard is between two tries is one too', async () => {
    const discord = await fake();
    discord.gateway.refuse(1);
    const { gateway, logged, begin } = gatewayOf(discord.apiUrl);
    const beginning = begin();
    await discord.until(() => logged.some((line) => line.startsWith('discord-shard-trouble')), 'the refusal');
    await gateway.stop();
    await beginning;
    await discord.calm(1_200);
    expect(discord.gateway.identifies).toEqual([]);
  });

  test('a stop while a line is still being opened ends quietly', async () => {
    const silent = await silentGateway();
    const { gateway, begin } = gatewayOf(silent.apiUrl);
    const beginning = begin();
    await expect.poll(() => silent.upgrades()).toBe(1);
    await gateway.stop();
    await beginning;
    await expect.poll(() => silent.open()).toBe(0);
  });
});

describe('a call is refused for its token', () => {
  test('and Discord says of the token that it is good: the next call goes through', async () => {
    const discord = await fake();
    const { gateway, begin } = gatewayOf(discord.apiUrl);
    await begin();
    discord.fault({ path: '/users/@me/guilds' }, { status: 401 }, 1);
    await expect(gateway.rest.get('/users/@me/guilds')).rejects.toMatchObject({ status: 401 });
    gateway.tokenDied();
    await discord.until(
      () => discord.calls.some(({ path, status }) => path === '/users/@me' && status === 200),
      'the question',
    );
    await expect
      .poll(() =>
        gateway.rest.get(Routes.user()).then(
          () => 'there',
          () => 'refused',
        ),
      )
      .toBe('there');
    expect(gateway.isReady()).toBe(true);
  });

  test('and Discord says the same of the token: it is dead', async () => {
    const discord = await fake();
    const { gateway, logged, begin } = gatewayOf(discord.apiUrl);
    await begin();
    discord.fault({ path: '/users/@me' }, { status: 401 }, 9);
    gateway.tokenDied();
    gateway.tokenDied();
    await discord.until(() => logged.includes('discord-token-died'), 'its end');
    expect(gateway.isReady()).toBe(false);
    expect(discord.calls.filter(({ path }) => path === '/users/@me')).toHaveLength(1);
  });
});

/** A Discord that gives an address of its gateway at which nobody ever answers. */
async function silentGateway() {
  let upgrades = 0;
  const sockets = new Set<object>();
  const server: Server = createServer((request, response) => {
    const origin = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    const body = request.url?.includes('gateway')
      ? {
          url: `ws://${origin}`,
          shards: 1,
          session_start_limit: { total: 9, remaining: 9, reset_after: 1, max_concurrency: 1 },
        }
      : { id: '1', flags: 0, bot: { id: '2' } };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  server.on('upgrade', (_request, socket) => {
    upgrades += 1;
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    socket.on('end', () => socket.end());
    socket.resume();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(async () => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { apiUrl: `http://127.0.0.1:${port}/api`, upgrades: () => upgrades, open: () => sockets.size };
}
