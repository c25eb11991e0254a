import { REST } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { allCommands } from '../../../adapters/discord/commands/commands.ts';
import { registerByHand } from '../../../adapters/discord/commands/register-by-hand.ts';
import {
  compareCommands,
  registerCommands,
  registeredIn,
  type Wanted,
} from '../../../adapters/discord/commands/registration.ts';
import { ConfigError, PersonError } from '../../../src/errors.ts';
import { type FakeDiscord, startFakeDiscord } from '../../fakes/discord/fake-discord.ts';

const wanted = allCommands();
const [practice, critique] = wanted;
const BOTH = ['practice-failure', 'Critique this answer'];
const NONE = { created: [], changed: [], removed: [], unchanged: [], undone: [] };

let discord: FakeDiscord;
let rest: REST;
beforeEach(async () => {
  discord = await startFakeDiscord();
  rest = restOf(discord);
});
afterEach(async () => {
  const { violations } = discord;
  rest.clearHashSweeper();
  rest.clearHandlerSweeper();
  await discord.close();
  expect(violations).toEqual([]);
});

function restOf({ apiUrl, botToken }: FakeDiscord): REST {
  return new REST({ api: apiUrl, retries: 0, rejectOnRateLimit: () => true }).setToken(botToken);
}

const register = (commands: readonly Wanted[] = wanted) => registerCommands(rest, discord.appId, commands);
const writes = () => discord.calls.filter(({ method }) => method !== 'GET').map(({ method }) => method);

describe('registration', () => {
  test('makes what is not there, and a second time touches nothing', async () => {
    expect(await register()).toEqual({ ...NONE, created: BOTH });
    expect(writes()).toEqual(['POST', 'POST']);
    const before = structuredClone(discord.commands);
    expect(await register()).toEqual({ ...NONE, unchanged: BOTH });
    expect(writes()).toEqual(['POST', 'POST']);
    expect(discord.commands).toEqual(before);
  });

  test('changes only the command that differs, in its place', async () => {
    await register();
    const [, second] = discord.commands;
    const newer = { ...practice, description: 'Practise another answer' } as Wanted;
    expect(await register([newer, ...wanted.slice(1)])).toEqual({
      ...NONE,
      changed: ['practice-failure'],
      unchanged: ['Critique this answer'],
    });
    expect(writes()).toEqual(['POST', 'POST', 'PATCH']);
    expect(discord.commands.map(({ description }) => description)).toEqual(['Practise another answer', '']);
    expect(discord.commands[1]).toEqual(second);
  });

  test('takes back what an earlier version said and this one does not', async () => {
    const older = {
      ...practice,
      name_localizations: { de: 'scheitern' },
      description_localizations: { de: 'Etwas anderes' },
    } as Wanted;
    const olderMenu = { ...critique, contexts: [0], integration_types: [0] } as Wanted;
    await register([older, olderMenu]);
    expect(await register()).toEqual({ ...NONE, changed: BOTH });
    expect(await register()).toEqual({ ...NONE, unchanged: BOTH });
    expect(discord.commands[0]).toMatchObject({
      name_localizations: null,
      description_localizations: null,
    });
    expect(discord.commands[1]).toMatchObject({ contexts: [0, 1, 2], integration_types: [0, 1] });
  });

  test('removes commands that are not ours any more, and leaves the entry of an Activity alone', async () => {
    const old = { type: 1, name: 'failure', description: 'As it was called once' } as Wanted;
    // The same name in a menu is another command.
    const menu = { type: 3, name: 'practice-failure' } as Wanted;
    await register([old, menu]);
    expect(await register()).toEqual({ ...NONE, created: BOTH, removed: ['failure', 'practice-failure'] });
    expect(discord.commands.map(({ name }) => name)).toEqual(BOTH);
    const entry = { id: '7', type: 4, name: 'launch' };
    expect(compareCommands([entry], []).remove).toEqual([]);
  });

  test('by another process in the same moment ends the same: each command once', async () => {
    const other = restOf(discord);
    const done = await Promise.all([register(), registerCommands(other, discord.appId, wanted)]);
    other.clearHashSweeper();
    other.clearHandlerSweeper();
    expect(done.flatMap(({ undone }) => undone)).toEqual([]);
    expect(discord.commands.map(({ name }) => name).sort()).toEqual([...BOTH].sort());
  });

  test('counts a command as removed that another process removed first', async () => {
    await register([{ type: 1, name: 'failure', description: 'As it was called once' } as Wanted]);
    discord.fault({ method: 'DELETE', path: /commands/ }, { status: 404, code: 10063 });
    expect(await register()).toMatchObject({ removed: ['failure'], undone: [] });
  });

  test('tells of a rate limit what is not done and when to come back, and throws nothing', async () => {
    discord.fault({ method: 'POST', path: /commands/ }, { retryAfter: 60 }, 2);
    const { created, undone } = await register();
    expect(created).toEqual([]);
    expect(undone.map(({ name, code }) => [name, code])).toEqual(BOTH.map((name) => [name, 'rate-limited']));
    for (const { afterMs } of undone) expect(afterMs).toBeGreaterThan(50_000);
  });

  test('tells of a rate limit of the list too', async () => {
    discord.fault({ method: 'GET', path: /commands/ }, { retryAfter: 60, global: true });
    const { undone } = await register();
    expect(undone.map(({ name, code }) => [name, code])).toEqual(BOTH.map((name) => [name, 'rate-limited']));
    expect(writes()).toEqual([]);
  });

  test('goes on with the others where Discord refuses one, and says which and why', async () => {
    discord.fault({ method: 'POST', path: /commands/ }, { status: 400, code: 30034 });
    expect(await register()).toEqual({
      ...NONE,
      created: ['Critique this answer'],
      undone: [{ name: 'practice-failure', code: '30034' }],
    });
  });

  test('throws where what is registered cannot be read: nothing is overwritten blindly', async () => {
    discord.fault({ method: 'GET', path: /commands/ }, { status: 503 });
    await expect(register()).rejects.toMatchObject({ status: 503 });
    expect(writes()).toEqual([]);
  });
});

describe('the difference', () => {
  /** As Discord gives a command back: with what it fills in, in an order of its own. */
  function asHeld(command: Wanted, more: object = {}): unknown {
    const { options, ...rest } = structuredClone(command) as { options?: object[] };
    return {
      version: '9',
      guild_id: undefined,
      options: options?.map((option) => ({ required: false, ...option, name_localizations: null })),
      description_localizations: null,
      name_localizations: null,
      nsfw: false,
      dm_permission: true,
      default_permission: true,
      application_id: '1',
      id: '2',
      ...rest,
      ...more,
    };
  }

  const between = (held: unknown) => compareCommands(registeredIn([held]) ?? [], wanted.slice(0, 1));

  test('is none for what Discord fills in, leaves out or puts in another order', () => {
    for (const command of wanted) {
      const held = asHeld(command, { contexts: [2, 0, 1], integration_types: [1, 0], nsfw: true });
      expect(compareCommands(registeredIn([held]) ?? [], [command]).unchanged).toEqual([command.name]);
    }
  });

  test.each([
    ['a description', { description: 'Another' }],
    ['where it is offered', { contexts: [0] }],
    ['to whom it is offered', { default_member_permissions: '0' }],
    ['who may install it', { integration_types: [0] }],
    ['a translation', { name_localizations: { de: 'scheitern' } }],
    ['its words', { options: [] }],
  ])('is %s', (_what, more) => {
    const [command] = wanted;
    expect(between(asHeld(command as Wanted, more)).change).toHaveLength(1);
  });

  test('is the order of words and choices: people see them in it', () => {
    const [command] = wanted;
    const { options = [] } = structuredClone(command) as { options?: object[] };
    expect(between(asHeld(command as Wanted, { options: [...options].reverse() })).change).toHaveLength(1);
  });

  test('is not read from what is no list of commands', () => {
    expect(registeredIn({ message: '401: Unauthorized' })).toBeUndefined();
    expect(registeredIn(undefined)).toBeUndefined();
  });
});

describe('by hand', () => {
  const configOf = ({ apiUrl, botToken: token }: FakeDiscord) => ({ token, apiUrl });

  test('says of each command what was done; a dry run does nothing', async () => {
    const created = BOTH.map((name) => ({ name, outcome: 'created' }));
    expect(await registerByHand(configOf(discord), true)).toEqual(created);
    expect(discord.commands).toEqual([]);
    expect(await registerByHand(configOf(discord), false)).toEqual(created);
    expect(discord.commands).toHaveLength(2);
    expect(await registerByHand(configOf(discord), false)).toEqual(
      BOTH.map((name) => ({ name, outcome: 'unchanged' })),
    );
  });

  test('says what Discord refused and what to do', async () => {
    discord.fault({ method: 'POST', path: /commands/ }, { status: 400, code: 30034 });
    const [, refused] = await registerByHand(configOf(discord), false);
    expect(refused).toMatchObject({
      name: 'practice-failure',
      outcome: 'not done',
      cure: expect.stringMatching(/30034: .*200 commands a day/),
    });
  });

  test('names the token where Discord does not know it, and never shows it', async () => {
    const token = 's3cret-of-another-bot';
    const failed = registerByHand({ ...configOf(discord), token }, false);
    await expect(failed).rejects.toThrow(ConfigError);
    await expect(failed).rejects.toThrow(/^DISCORD_TOKEN: .*Reset Token/);
    await expect(failed).rejects.not.toThrow(token);
    await expect(registerByHand(undefined, false)).rejects.toThrow(/^DISCORD_TOKEN: is not set/);
  });

  test.each([
    ['is away', { status: 503 } as const, /HTTP 503/],
    ['cuts the line', { refuse: true } as const, /did not answer as it should/],
    ['takes no more calls', { retryAfter: 90 } as const, /answers again in 9\d s/],
  ])('says that Discord %s, in words', async (_what, fault, says) => {
    discord.fault({ method: 'GET', path: '/applications/@me' }, fault);
    const failed = registerByHand(configOf(discord), false);
    await expect(failed).rejects.toThrow(PersonError);
    await expect(failed).rejects.toThrow(says);
  });
});
