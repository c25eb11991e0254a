import { afterEach, describe, expect, test } from 'vitest';
import { allCommands } from '../../../adapters/discord/commands/commands.ts';
import { registerByHand } from '../../../adapters/discord/commands/register-by-hand.ts';
import { examineDiscord } from '../../../adapters/discord/doctor.ts';
import { installLinks } from '../../../adapters/discord/permissions.ts';
import type { Finding } from '../../../src/cli/finding.ts';
import type { DiscordConfig } from '../../../src/discord-config.ts';
import {
  type FakeDiscord,
  type FakeDiscordOptions,
  startFakeDiscord,
} from '../../fakes/discord/fake-discord.ts';

const SERVER = '2000000000000000001';
const now = () => new Date();

const open: FakeDiscord[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((discord) => discord.close()));
});

async function discordWith(options: FakeDiscordOptions = {}): Promise<FakeDiscord> {
  const discord = await startFakeDiscord({ botToken: 'b0t.t0ken.of-the-test', ...options });
  open.push(discord);
  return discord;
}

const configOf = ({ apiUrl, botToken: token }: FakeDiscord): DiscordConfig => ({ token, apiUrl });

/** The findings by name. That the token stands in none was looked at, and that each is one line. */
async function look(config: DiscordConfig, parts: Partial<Parameters<typeof examineDiscord>[1]> = {}) {
  const findings = await examineDiscord(config, { now, ...parts });
  expect(JSON.stringify(findings)).not.toContain(config.token);
  for (const { says, cure } of findings) expect(`${says}${cure ?? ''}`).not.toMatch(/\p{Cc}/u);
  return new Map(findings.map((finding): [string, Finding] => [finding.what, finding]));
}

const ill = (findings: ReadonlyMap<string, Finding>) =>
  [...findings.values()].filter(({ state }) => state === 'ill').map(({ what }) => what);

describe('the doctor of Discord', () => {
  test('finds a whole set-up well, and ends with the links to install it', async () => {
    const discord = await discordWith({ contentIntent: true });
    discord.guild(SERVER, { name: 'Acme' });
    await registerByHand(configOf(discord), false);
    const found = await look(configOf(discord));
    expect([...found.values()].map(({ what, state }) => [what, state])).toEqual([
      ['Reach', 'well'],
      ['Clock', 'well'],
      ['Bot token', 'well'],
      ['Message Content intent', 'well'],
      ['Gateway', 'well'],
      ['Commands', 'well'],
      ['Servers', 'well'],
      ['Install to a server', 'note'],
      ['Install to oneself', 'note'],
    ]);
    expect(found.get('Bot token')?.says).toContain(`"Comeback" (${discord.appId})`);
    expect(found.get('Commands')?.says).toBe(`all ${allCommands().length} registered.`);
    expect(found.get('Install to a server')?.says).toBe(installLinks(discord.appId).server);
    expect(found.get('Install to oneself')?.says).toBe(installLinks(discord.appId).user);
  });

  test('opens no gateway connection and writes nothing', async () => {
    const discord = await discordWith();
    await look(configOf(discord));
    expect(discord.gateway.identifies).toEqual([]);
    expect(new Set(discord.calls.map(({ method }) => method))).toEqual(new Set(['GET']));
    expect(discord.calls.every(({ auth }) => auth === 'bot')).toBe(true);
  });

  test('says without a token where one comes from', async () => {
    expect(await examineDiscord(undefined, { now })).toEqual([
      {
        what: 'Discord',
        state: 'ill',
        says: 'is not set up.',
        cure: expect.stringContaining('DISCORD_TOKEN'),
      },
    ]);
  });

  test('says of a token that Discord does not know where to make one, and looks no further', async () => {
    const discord = await discordWith();
    const found = await look({ ...configOf(discord), token: 'an-old-token' });
    expect([...found.keys()]).toEqual(['Reach', 'Clock', 'Bot token']);
    expect(found.get('Bot token')).toMatchObject({
      state: 'ill',
      says: expect.stringContaining('DISCORD_TOKEN (401)'),
      cure: expect.stringContaining('Reset Token'),
    });
    expect(discord.calls).toHaveLength(1);
  });

  test('tells an address that is no API of Discord', async () => {
    const discord = await discordWith();
    const found = await look({ ...configOf(discord), apiUrl: `${discord.apiUrl}/v10` });
    expect(found.get('Bot token')?.cure).toContain('DISCORD_API_URL');
  });

  test('says what works without the Message Content intent, and that is not ill', async () => {
    const discord = await discordWith({ contentIntent: false });
    discord.guild(SERVER);
    const found = await look(configOf(discord));
    const { state, says, cure } = found.get('Message Content intent') ?? {};
    expect(state).toBe('note');
    expect(says).toContain('"Write your answer"');
    expect(cure).toContain('Message Content Intent');
    expect(ill(found)).toEqual([]);
  });

  test('names the commands that are not there yet, that differ, and that are old', async () => {
    const discord = await discordWith();
    expect((await look(configOf(discord))).get('Commands')).toMatchObject({
      state: 'note',
      says: '"practice-failure" is not there yet, "Critique this answer" is not there yet.',
      cure: expect.stringContaining('npm run coach -- discord register'),
    });
    const old = [
      { id: '1', type: 1, name: 'practice-failure', description: 'Older' },
      { id: '2', type: 1, name: 'failure', description: 'As it was called once' },
    ];
    const parts = { fetch: answering(discord, '/commands', old) };
    expect((await look(configOf(discord), parts)).get('Commands')?.says).toBe(
      '"Critique this answer" is not there yet, "practice-failure" differs, "failure" is not ours any more.',
    );
  });

  test.each([
    ['CREATE_PRIVATE_THREADS', '"Create Private Threads"', true],
    ['VIEW_CHANNEL', '"View Channels"', true],
    ['SEND_MESSAGES_IN_THREADS', '"Send Messages in Threads"', true],
    ['READ_MESSAGE_HISTORY', '"Read Message History"', false],
    ['ATTACH_FILES', '"Attach Files"', false],
    ['EMBED_LINKS', '"Embed Links"', false],
    ['SEND_MESSAGES', '"Send Messages"', false],
    ['CREATE_EVENTS', '"Create Events"', false],
  ] as const)(
    'names %s where a server does not grant it, and what is lost',
    async (permission, name, losesThread) => {
      const discord = await discordWith();
      discord.guild(SERVER, { name: 'Acme' }).forbid(permission);
      const server = (await look(configOf(discord))).get('Server "Acme"');
      expect(server).toMatchObject({ state: 'note', says: expect.stringContaining(`lacks ${name} (to `) });
      expect(server?.says.includes('Nobody can practise in a thread there')).toBe(losesThread);
      expect(server?.cure).toContain('17970143284224');
    },
  );

  test('does not miss a permission that nothing uses yet', async () => {
    const discord = await discordWith();
    discord.guild(SERVER, { name: 'Acme' }).forbid('CREATE_PUBLIC_THREADS');
    expect((await look(configOf(discord))).has('Server "Acme"')).toBe(false);
  });

  test('looks at the first ten servers and counts the others', async () => {
    const discord = await discordWith();
    for (let at = 10; at < 22; at += 1)
      discord.guild(`20000000000000000${at}`, { name: `Server ${at}` }).forbid('CREATE_PRIVATE_THREADS');
    const found = await look(configOf(discord));
    expect(found.get('Servers')?.says).toBe(
      'the bot is in 12; the first 10 were looked at. Single channels may allow less.',
    );
    expect([...found.keys()].filter((what) => what.startsWith('Server "'))).toHaveLength(10);
  });

  test('in no server gives the link that adds it to one', async () => {
    const discord = await discordWith();
    expect((await look(configOf(discord))).get('Servers')).toMatchObject({
      state: 'note',
      cure: expect.stringContaining(installLinks(discord.appId).server),
    });
  });

  test('shows the name of a server on one line, without what a terminal would obey', async () => {
    const discord = await discordWith();
    discord.guild(SERVER, { name: 'Ac\u001b[31mme\nCorp' }).forbid('ATTACH_FILES');
    expect([...(await look(configOf(discord))).keys()]).toContain('Server "Ac[31mme Corp"');
  });

  test.each([
    ['interactions_endpoint_url', 'https://example.org/x', 'Interactions endpoint', 'ill'],
    ['bot_require_code_grant', true, 'Code grant', 'ill'],
    ['bot_public', false, 'Public bot', 'note'],
    ['integration_types_config', { '0': {} }, 'User install', 'note'],
  ] as const)('finds a setting of the app that keeps people away: %s', async (field, value, what, state) => {
    const discord = await discordWith({ application: { [field]: value } });
    expect((await look(configOf(discord))).get(what)?.state).toBe(state);
    const usual = await discordWith();
    expect((await look(configOf(usual))).has(what)).toBe(false);
  });

  test.each([
    [1000, 1, 'well'],
    [20, 1, 'well'],
    [19, 1, 'note'],
    [0, 1, 'ill'],
    [31, 16, 'note'],
    [15, 16, 'ill'],
  ] as const)('weighs %d log-ins left against %d connections', async (sessionStarts, shards, state) => {
    const discord = await discordWith({ sessionStarts, shards });
    const gateway = (await look(configOf(discord))).get('Gateway');
    expect(gateway?.state).toBe(state);
    expect(gateway?.says).toContain(`${sessionStarts} of 1000 log-ins left`);
    expect(gateway?.says).toContain(shards === 1 ? 'one connection' : '16 connections (shards)');
  });

  test('says that Discord does not answer, and why', async () => {
    const discord = await discordWith();
    const config = configOf(discord);
    await discord.close();
    open.length = 0;
    const found = await look(config);
    expect([...found.keys()]).toEqual(['Reach']);
    expect(found.get('Reach')).toMatchObject({
      state: 'ill',
      says: expect.stringContaining('ECONNREFUSED'),
      cure: expect.stringContaining('DISCORD_API_URL'),
    });
  });

  test('goes on where Discord cuts one call or is asked too much', async () => {
    const discord = await discordWith();
    discord.fault({ path: '/gateway/bot' }, { refuse: true });
    discord.fault({ path: '/users/@me/guilds' }, { retryAfter: 30 });
    discord.fault({ path: /commands/ }, { status: 503 });
    const found = await look(configOf(discord));
    expect(ill(found)).toEqual(['Gateway', 'Commands', 'Servers']);
    expect(found.get('Servers')?.says).toContain('HTTP 429');
    expect(found.get('Commands')?.says).toContain('HTTP 503');
    discord.fault({ path: '/users/@me' }, { status: 502 });
    expect((await look(configOf(discord))).get('Bot token')?.says).toContain('HTTP 502');
  });

  test.each([
    [90, 'note', '90 s ahead of Discord’s.'],
    [-90, 'note', '90 s behind Discord’s.'],
    [60, 'well', '60 s ahead of Discord’s.'],
    [0, 'well', 'agrees with Discord’s.'],
  ] as const)(
    'says how far the clock is off (%d s), which matters over a minute',
    async (off, state, says) => {
      const stamp = new Date('2026-11-25T21:00:00Z');
      const parts = {
        // A stamp names the whole second: half of it has gone by.
        now: () => new Date(stamp.getTime() + 500 + off * 1000),
        fetch: async () => new Response('{}', { status: 401, headers: { date: stamp.toUTCString() } }),
      };
      expect((await look({ token: 'b0t' }, parts)).get('Clock')).toMatchObject({ state, says });
    },
  );

  test('asks Discord itself where no address is set, with what Discord asks of its clients', async () => {
    const seen: { address: string; agent: string | null }[] = [];
    const fetch = async (input: unknown, init?: RequestInit) => {
      seen.push({ address: String(input), agent: new Headers(init?.headers).get('user-agent') });
      return new Response('{}', { status: 401 });
    };
    await look({ token: 'b0t' }, { fetch });
    expect(seen).toEqual([
      {
        address: 'https://discord.com/api/v10/users/@me',
        agent: expect.stringMatching(/^DiscordBot \(https/),
      },
    ]);
  });
});

/** The loopback Discord, but for one answer. */
function answering({ apiUrl }: FakeDiscord, path: string, body: unknown): typeof fetch {
  return async (input, init) => {
    const address = String(input);
    expect(address.startsWith(apiUrl)).toBe(true);
    return address.includes(path) ? new Response(JSON.stringify(body)) : fetch(input, init);
  };
}
