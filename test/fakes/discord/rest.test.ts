import { type APIMessage, type APIThreadChannel, REST, Routes } from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FakeDiscord, startFakeDiscord } from './fake-discord.ts';
import type { FakePerson } from './person.ts';

const GUILD = '2222222222222222221';
const PARENT = '2222222222222222222';
const ADA = '4444444444444444441';
const NAME = { name: 'Practice', type: 12, invitable: false };
const TEXT = { content: 'A card', allowed_mentions: { parse: [] } };

let discord: FakeDiscord;
let rest: REST;
let ada: FakePerson;

beforeEach(async () => {
  discord = await startFakeDiscord();
  discord.guild(GUILD, { channels: [PARENT] });
  ada = discord.user(ADA, { name: 'Ada' });
  rest = new REST({ api: discord.apiUrl, version: '10', retries: 0 }).setToken(discord.botToken);
});

afterEach(async () => {
  await discord.close();
});

async function thread(): Promise<string> {
  const made = (await rest.post(Routes.threads(PARENT), { body: NAME })) as APIThreadChannel;
  await rest.put(Routes.threadMembers(made.id, ADA));
  return made.id;
}

async function card(channel: string): Promise<string> {
  return ((await rest.post(Routes.channelMessages(channel), { body: TEXT })) as APIMessage).id;
}

const refused = (status: number, code: number) => ({ status, code });

test('each permission that is missing is refused where it is needed', async () => {
  const there = await thread();
  const guild = discord.guild(GUILD);
  guild.forbid('CREATE_PRIVATE_THREADS');
  await expect(rest.post(Routes.threads(PARENT), { body: NAME })).rejects.toMatchObject(refused(403, 50013));
  guild.forbid('SEND_MESSAGES_IN_THREADS');
  await expect(card(there)).rejects.toMatchObject(refused(403, 50013));
  guild.allow('SEND_MESSAGES_IN_THREADS');
  guild.forbid('ATTACH_FILES');
  const files = [{ name: 'a.txt', data: 'a' }];
  await expect(rest.post(Routes.channelMessages(there), { body: TEXT, files })).rejects.toMatchObject(
    refused(403, 50013),
  );
  expect(await card(there)).toBeDefined();
  guild.forbid('READ_MESSAGE_HISTORY');
  expect(await rest.get(Routes.channelMessages(there))).toEqual([]);
  guild.forbid('VIEW_CHANNEL');
  await expect(card(there)).rejects.toMatchObject(refused(403, 50001));
});

test('a private thread is seen by those who were added to it, and the line about that is nobody’s message', async () => {
  const there = await thread();
  const ben = discord.user('4444444444444444442');
  await card(there);
  expect(ada.reads({ thread: there })).toBe('A card');
  expect(() => ben.reads({ thread: there })).toThrow('sees no channel');
  expect(discord.messages(there)).toHaveLength(1);
  expect(await rest.get(Routes.channelMessages(there))).toMatchObject([{ type: 0 }, { type: 1 }]);
});

test('an archived thread wakes up for a message, and takes no edit', async () => {
  const there = await thread();
  const first = await card(there);
  discord.archive(there);
  const edit = rest.patch(Routes.channelMessage(there, first), { body: TEXT });
  await expect(edit).rejects.toMatchObject(refused(400, 50083));
  await rest.patch(Routes.channel(there), { body: { archived: false } });
  await rest.patch(Routes.channelMessage(there, first), { body: TEXT });
  discord.archive(there);
  await card(there);
  expect(discord.channelOf(there).archived).toBe(false);
});

test('a locked thread takes nothing from a bot that does not manage threads', async () => {
  const there = await thread();
  discord.archive(there, { locked: true });
  await expect(card(there)).rejects.toMatchObject(refused(403, 160005));
  const open = rest.patch(Routes.channel(there), { body: { archived: false } });
  await expect(open).rejects.toMatchObject(refused(403, 50013));
  discord.guild(GUILD).allow('MANAGE_THREADS');
  expect(await card(there)).toBeDefined();
});

test('a thread name is what Discord leaves of it', async () => {
  const made = await rest.post(Routes.threads(PARENT), { body: { ...NAME, name: ' \u200bProject\n' } });
  expect(made).toMatchObject({ name: 'Project', type: 12, parent_id: PARENT });
});

test('one thread too many is refused', async () => {
  discord.guild(GUILD).threadCap = 1;
  await thread();
  await expect(thread()).rejects.toMatchObject(refused(400, 160006));
});

test.each([50007, 50278] as const)(
  'closed direct messages are refused with %i, and open again',
  async (code) => {
    ada.closesDms(code);
    await expect(card(discord.dmOf(ADA))).rejects.toMatchObject(refused(403, code));
    ada.opensDms();
    expect(await card(discord.dmOf(ADA))).toBeDefined();
  },
);

test('what is deleted is unknown, and a server without the bot is closed to it', async () => {
  const there = await thread();
  const first = await card(there);
  discord.deleteMessage(there, first);
  const edit = () => rest.patch(Routes.channelMessage(there, first), { body: TEXT });
  await expect(edit()).rejects.toMatchObject(refused(404, 10008));
  discord.deleteChannel(PARENT);
  await expect(edit()).rejects.toMatchObject(refused(404, 10003));
  await expect(card(discord.elsewhere().id)).rejects.toMatchObject(refused(403, 50001));
});

test('somebody who left the server cannot be added', async () => {
  const there = await thread();
  ada.leaves(GUILD);
  await expect(rest.put(Routes.threadMembers(there, ADA))).rejects.toMatchObject(refused(404, 10007));
});

test('a listing is newest first, after and before a message and by pages', async () => {
  const dm = discord.dmOf(ADA);
  const ids: string[] = [];
  for (const word of ['one', 'two', 'three', 'four']) ids.push((await ada.says(word)).id);
  const list = async (query: Record<string, string>) => {
    const found = await rest.get(Routes.channelMessages(dm), { query: new URLSearchParams(query) });
    return (found as APIMessage[]).map(({ content }) => content);
  };
  const [one = '', , three = ''] = ids;
  expect(await list({})).toEqual(['four', 'three', 'two', 'one']);
  expect(await list({ after: one, limit: '2' })).toEqual(['three', 'two']);
  expect(await list({ before: three })).toEqual(['two', 'one']);
  expect(await list({ around: three, limit: '3' })).toEqual(['four', 'three', 'two']);
});

test('without the intent a listing shows nobody’s words in a server', async () => {
  const there = await thread();
  await ada.says('My answer', { thread: there });
  await card(there);
  expect(await rest.get(Routes.channelMessages(there))).toMatchObject([
    { content: 'A card' },
    { content: '', author: { id: ADA } },
    {},
  ]);
});

test('a picture is kept with its description, where it can be fetched', async () => {
  await rest.post(Routes.channelMessages(discord.dmOf(ADA)), {
    body: { ...TEXT, attachments: [{ id: '0', description: 'Five bars' }] },
    files: [{ name: 'scorecard.png', data: Buffer.from('png'), contentType: 'image/png' }],
  });
  expect(ada.reads()).toBe('A card\n(picture: Five bars)');
  const [message] = discord.messages(discord.dmOf(ADA));
  const got = await fetch(String(message?.attachments[0]?.url));
  expect(await got.text()).toBe('png');
  expect(discord.calls.at(-1)).toMatchObject({
    route: '/channels/{channel_id}/messages',
    body: { content: 'A card' },
    files: [{ name: 'scorecard.png', description: 'Five bars' }],
    auth: 'bot',
    status: 200,
  });
});

test('an edit cannot put content into a message of Components V2', async () => {
  const dm = discord.dmOf(ADA);
  const body = { ...TEXT, content: undefined, flags: 1 << 15, components: [{ type: 10, content: 'Hi' }] };
  const { id } = (await rest.post(Routes.channelMessages(dm), { body })) as APIMessage;
  await expect(rest.patch(Routes.channelMessage(dm, id), { body: TEXT })).rejects.toMatchObject(
    refused(400, 50035),
  );
});

test('commands are kept, changed and removed', async () => {
  const to = Routes.applicationCommands(discord.appId);
  const practice = { name: 'practice-failure', description: 'Practise', type: 1, contexts: [0] };
  const made = (await rest.post(to, { body: practice })) as { id: string };
  await rest.patch(`${to}/${made.id}`, { body: { description: 'Practise it' } });
  expect(await rest.get(to)).toMatchObject([
    { id: made.id, description: 'Practise it', integration_types: [0] },
  ]);
  await expect(ada.slash('practice-failure')).rejects.toThrow('not offered here');
  await expect(ada.slash('practise', { in: PARENT })).rejects.toThrow('no command');
  expect(await rest.put(to, { body: [] })).toEqual([]);
  expect(discord.commands).toEqual([]);
});

test('in a server without the bot, an answer is followed by five more at most', async () => {
  const asked = await ada.slash('practice-failure', { in: 'user-install' });
  expect(asked.lost).toBe(true);
  await rest.post(Routes.interactionCallback(asked.id, asked.token), {
    body: { type: 4, data: TEXT },
    auth: false,
  });
  const follow = () => rest.post(Routes.webhook(discord.appId, asked.token), { body: TEXT, auth: false });
  for (let count = 1; count <= 5; count += 1) await follow();
  await expect(follow()).rejects.toMatchObject(refused(400, 40094));
});

test('the first follow-up of a deferred answer takes its place, and stays with the one person', async () => {
  const asked = await ada.slash('practice-failure');
  const callback = { type: 5, data: { flags: 64 } };
  await rest.post(Routes.interactionCallback(asked.id, asked.token), { body: callback, auth: false });
  await rest.post(Routes.webhook(discord.appId, asked.token), { body: TEXT, auth: false });
  expect(ada.toldAlone).toEqual(['A card']);
  expect(discord.messages(discord.dmOf(ADA))).toEqual([]);
});

test('an answer cannot be changed before the first response, nor after a quarter of an hour', async () => {
  let at = Date.now();
  await discord.close();
  discord = await startFakeDiscord({ now: () => at });
  rest = new REST({ api: discord.apiUrl, version: '10', retries: 0 }).setToken(discord.botToken);
  const asked = await discord.user(ADA).slash('practice-failure');
  const edit = () =>
    rest.patch(Routes.webhookMessage(discord.appId, asked.token), { body: TEXT, auth: false });
  await expect(edit()).rejects.toMatchObject(refused(404, 10015));
  await rest.post(Routes.interactionCallback(asked.id, asked.token), { body: { type: 5 }, auth: false });
  await edit();
  at += 15 * 60_000 + 1;
  await expect(edit()).rejects.toMatchObject(refused(401, 50027));
});

test('a token that is not good is told so, without a word more', async () => {
  rest.setToken('another');
  await expect(rest.get(Routes.user())).rejects.toMatchObject(refused(401, 0));
});

test('an address that Discord does not have is a violation', async () => {
  await expect(rest.get('/channels/1/nonsense')).rejects.toMatchObject({ status: 404 });
  expect(discord.violations).toEqual(['GET /channels/1/nonsense: there is no such address']);
});
