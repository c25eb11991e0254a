import { type APIGuildScheduledEvent, REST, Routes } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type FakeDiscord, startFakeDiscord } from './fake-discord.ts';

const GUILD = '2222222222222222221';
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
const EVENT = {
  name: 'Thursday round',
  description: 'Press Join.',
  scheduled_start_time: inHours(1),
  scheduled_end_time: inHours(2),
  privacy_level: 2,
  entity_type: 3,
  entity_metadata: { location: '<#2222222222222222222>' },
};

let discord: FakeDiscord;
let rest: REST;

beforeEach(async () => {
  discord = await startFakeDiscord();
  discord.guild(GUILD);
  rest = new REST({ api: discord.apiUrl, version: '10', retries: 0 }).setToken(discord.botToken);
});
afterEach(() => discord.close());

const create = (body: object = EVENT) =>
  rest.post(Routes.guildScheduledEvents(GUILD), { body }) as Promise<APIGuildScheduledEvent>;

test('an event is made, listed as the bot’s own, changed in part, and removed', async () => {
  const { id } = await create();
  await rest.patch(Routes.guildScheduledEvent(GUILD, id), { body: { name: 'Friday round' } });
  const listed = (await rest.get(Routes.guildScheduledEvents(GUILD))) as APIGuildScheduledEvent[];
  expect(listed).toMatchObject([
    { id, creator_id: discord.botUserId, name: 'Friday round', description: 'Press Join.' },
  ]);
  await rest.delete(Routes.guildScheduledEvent(GUILD, id));
  expect(discord.serverEvents(GUILD)).toEqual([]);
  expect(discord.violations).toEqual([]);
});

describe('an event is refused', () => {
  test.each([
    ['that begins in the past', { scheduled_start_time: inHours(-1) }],
    ['that ends before it begins', { scheduled_end_time: inHours(0.5) }],
  ])('%s', async (_what, change) => {
    await expect(create({ ...EVENT, ...change })).rejects.toMatchObject({ status: 400, code: 50035 });
    expect(discord.serverEvents(GUILD)).toEqual([]);
  });

  test('without the permission to create events, and where the bot is no member', async () => {
    discord.guild(GUILD).forbid('CREATE_EVENTS');
    await expect(create()).rejects.toMatchObject({ status: 403, code: 50013 });
    discord.kick(GUILD);
    await expect(create()).rejects.toMatchObject({ status: 403, code: 50001 });
  });

  test('that is not there any more, and one more than a server holds', async () => {
    const { id } = await create();
    discord.deleteServerEvent(id);
    await expect(rest.delete(Routes.guildScheduledEvent(GUILD, id))).rejects.toMatchObject({ code: 10070 });
    for (let count = 0; count < 100; count += 1) await create();
    await expect(create()).rejects.toMatchObject({ code: 30038 });
  });
});

test.each([
  ['a name of 101 characters', { name: 'x'.repeat(101) }],
  ['no name', { name: '' }],
  ['a description of 1,001 characters', { description: 'x'.repeat(1_001) }],
  ['no place', { entity_metadata: { location: '' } }],
  ['no end', { scheduled_end_time: undefined }],
])('an event with %s is one that Discord would not take', async (_what, change) => {
  await create({ ...EVENT, ...change }).catch(() => undefined);
  expect(discord.violations).not.toEqual([]);
});
