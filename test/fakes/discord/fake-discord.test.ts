import { type APIMessage, type Client, GatewayDispatchEvents, MessageFlags, Routes } from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fieldsOf, textOf } from '../slack/json.ts';
import { type FakeDiscord, startFakeDiscord } from './fake-discord.ts';
import { connected } from './test-client.ts';

const ADA = '4444444444444444441';
let discord: FakeDiscord;
let client: Client;
let heard: { type: string; data: unknown }[] = [];

const QUIET = { allowed_mentions: { parse: [] } };
const words = (content: string) => ({ type: 10, content });
const card = (text: string, ...buttons: string[]) => ({
  ...QUIET,
  flags: MessageFlags.IsComponentsV2,
  components: [
    words(text),
    ...(buttons.length === 0
      ? []
      : [
          {
            type: 1,
            components: buttons.map((label) => ({
              type: 2,
              style: 2,
              label,
              custom_id: `1~p~${label.toLowerCase()}~abc~~1~`,
            })),
          },
        ]),
  ],
});

function listen(to: Client): void {
  for (const type of [
    GatewayDispatchEvents.MessageCreate,
    GatewayDispatchEvents.MessageUpdate,
    GatewayDispatchEvents.MessageDelete,
    GatewayDispatchEvents.InteractionCreate,
  ])
    to.ws.on(type, (data: unknown) => heard.push({ type, data }));
}

/** Responds to the next interaction. */
function respond(to: Client, body: object): void {
  to.ws.once(GatewayDispatchEvents.InteractionCreate, (interaction: { id: string; token: string }) => {
    void to.rest.post(Routes.interactionCallback(interaction.id, interaction.token), {
      body,
      auth: false,
      query: new URLSearchParams({ with_response: 'false' }),
    });
  });
}

const contents = () => heard.map(({ data }) => textOf(fieldsOf(data).content));

beforeEach(async () => {
  discord = await startFakeDiscord({ contentIntent: false });
  discord.user(ADA, { name: 'Ada' });
  heard = [];
});

afterEach(async () => {
  await client?.destroy();
  await discord.close();
});

test('a message in a direct message reaches the bot, and its answer is read by the person', async () => {
  client = await connected(discord);
  listen(client);
  const ada = discord.user(ADA);
  await ada.says('It shipped late.');
  await discord.until(() => heard.length === 1, 'the message');
  expect(heard[0]?.data).toMatchObject({ content: 'It shipped late.', author: { id: ADA } });
  await client.rest.post(Routes.channelMessages(discord.dmOf(ADA)), {
    body: card('**What** was at stake\\? \\*Really\\*', 'Next'),
  });
  expect(ada.reads()).toBe('It shipped late.\nWhat was at stake? *Really*\n[Next]');
});

test('what was said while the line was broken is told when the bot resumes', async () => {
  client = await connected(discord);
  listen(client);
  discord.gateway.disconnect(4000);
  await discord.user(ADA).says('Said in between.');
  await discord.until(() => heard.length === 1, 'the message');
  expect(contents()).toEqual(['Said in between.']);
  expect(discord.gateway.resumes).toMatchObject([{ isTaken: true }]);
  expect(discord.gateway.identifies).toHaveLength(1);
});

test('a bot that is asked to reconnect resumes', async () => {
  client = await connected(discord);
  listen(client);
  discord.gateway.reconnect();
  await discord.until(() => discord.gateway.resumes.length === 1, 'a resume');
  await discord.user(ADA).says('After it.');
  await discord.until(() => heard.length === 1, 'the message');
});

test('a session that is not good any more begins anew, and what was said in between is only in the history', async () => {
  client = await connected(discord);
  listen(client);
  discord.offline();
  const said = await discord.user(ADA).says('Nobody heard it.');
  discord.online();
  discord.gateway.invalidate(false);
  await discord.until(() => discord.gateway.identifies.length === 2, 'a second identify', 15_000);
  expect(contents()).toEqual([]);
  const listed = await client.rest.get(Routes.channelMessages(discord.dmOf(ADA)));
  expect(listed).toMatchObject([{ id: said.id, content: 'Nobody heard it.' }]);
});

test('a bot whose heartbeats are not answered leaves the dead line and resumes', async () => {
  await discord.close();
  discord = await startFakeDiscord({ heartbeatMs: 150 });
  discord.user(ADA);
  client = await connected(discord);
  discord.gateway.stall();
  await discord.until(() => discord.gateway.resumes.length === 1, 'a resume', 10_000);
});

test('an intent that was not granted is refused for good', async () => {
  await expect(connected(discord, { withContent: true })).rejects.toThrow(/disallowed intents/i);
});

test('words in a server are shown to the bot only where it is mentioned', async () => {
  discord.guild('2222222222222222221', { channels: ['2222222222222222222'] });
  client = await connected(discord);
  listen(client);
  const ada = discord.user(ADA);
  await ada.says('Not for you.', { channel: '2222222222222222222' });
  await ada.says(`<@${discord.botUserId}> for you`, { channel: '2222222222222222222' });
  await discord.until(() => heard.length === 2, 'both messages');
  expect(contents()).toEqual(['', `<@${discord.botUserId}> for you`]);
});

test('a command is deferred and then answered, and only the person reads it', async () => {
  client = await connected(discord);
  const ada = discord.user(ADA);
  respond(client, { type: 5, data: { flags: MessageFlags.Ephemeral } });
  const done = await ada.slash('practice-failure', { sub: 'help' });
  expect(done).toMatchObject({ callbackType: 5, lost: false });
  expect(ada.toldAlone).toEqual(['(thinking)']);
  await client.rest.patch(Routes.webhookMessage(discord.appId, done.token, '@original'), {
    body: card('Here is how.'),
    auth: false,
  });
  expect(ada.toldAlone).toEqual(['Here is how.']);
  expect(discord.messages(discord.dmOf(ADA))).toEqual([]);
  expect(discord.calls.at(-1)).toMatchObject({
    path: `/webhooks/${discord.appId}/${done.token}/messages/@original`,
    auth: 'none',
    status: 200,
  });
});

test('a command that nobody hears is lost', async () => {
  expect(await discord.user(ADA).slash('practice-failure', { sub: 'help' })).toMatchObject({ lost: true });
});

test('a button opens a modal, and what was filled in arrives', async () => {
  client = await connected(discord);
  listen(client);
  const ada = discord.user(ADA);
  const channel = discord.dmOf(ADA);
  await client.rest.post(Routes.channelMessages(channel), { body: card('Ready?', 'Write') });
  const input = { type: 4, custom_id: 'failure', style: 2, max_length: 4000, value: 'It sh', required: true };
  respond(client, {
    type: 9,
    data: {
      custom_id: '1~f~write~abc~~1~',
      title: 'Your answer',
      components: [{ type: 18, label: 'The failure', component: input }],
    },
  });
  expect(await ada.presses('Write')).toMatchObject({ callbackType: 9, response: undefined });
  expect(ada.modal()).toMatchObject({ title: 'Your answer' });
  respond(client, { type: 6 });
  await ada.submits({ 'The failure': 'It shipped late.' });
  expect(heard.at(-1)).toMatchObject({
    type: 'INTERACTION_CREATE',
    data: {
      type: 5,
      message: { channel_id: channel },
      data: {
        custom_id: '1~f~write~abc~~1~',
        components: [{ type: 18, component: { type: 4, custom_id: 'failure', value: 'It shipped late.' } }],
      },
    },
  });
  expect(ada.modal()).toBeUndefined();
});

test('a modal whose submit nobody answers stays open with what was typed', async () => {
  await discord.close();
  discord = await startFakeDiscord({ patienceMs: 700 });
  const ada = discord.user(ADA);
  client = await connected(discord);
  await client.rest.post(Routes.channelMessages(discord.dmOf(ADA)), { body: card('Ready?', 'Write') });
  const input = { type: 4, custom_id: 'failure', style: 2 };
  respond(client, {
    type: 9,
    data: {
      custom_id: 'form',
      title: 'Your answer',
      components: [{ type: 18, label: 'The failure', component: input }],
    },
  });
  await discord.user(ADA).presses('Write');
  expect(await ada.submits({ failure: 'It shipped late.' })).toMatchObject({ lost: true });
  expect(ada.modal()).toMatchObject({ customId: 'form' });
});

test('the same nonce gives back the message that is there', async () => {
  client = await connected(discord);
  const to = Routes.channelMessages(discord.dmOf(ADA));
  const body = { ...card('Once.'), nonce: 'abc', enforce_nonce: true };
  const first = (await client.rest.post(to, { body })) as APIMessage;
  const second = (await client.rest.post(to, { body })) as APIMessage;
  expect(second.id).toBe(first.id);
  expect(first.nonce).toBe('abc');
  expect(discord.messages(discord.dmOf(ADA))).toHaveLength(1);
  expect(await client.rest.get(to)).not.toMatchObject([{ nonce: 'abc' }]);
});

test('a rate limit is told with how long to wait', async () => {
  client = await connected(discord);
  discord.fault({ method: 'POST', path: /\/messages$/ }, { retryAfter: 7 });
  const posting = client.rest.post(Routes.channelMessages(discord.dmOf(ADA)), { body: card('Hi.') });
  // discord.js adds 50 ms of its own.
  await expect(posting).rejects.toMatchObject({ retryAfter: 7050 });
});

test('a post whose answer is lost was done all the same', async () => {
  client = await connected(discord);
  discord.fault({ method: 'POST', path: '/channels/{channel_id}/messages' }, { lostAnswer: true });
  const posting = client.rest.post(Routes.channelMessages(discord.dmOf(ADA)), { body: card('Hi.') });
  await expect(posting).rejects.toThrow();
  expect(discord.user(ADA).reads()).toBe('Hi.');
});

test('the second response to one press is refused, and a late one as well', async () => {
  let at = Date.now();
  await discord.close();
  discord = await startFakeDiscord({ now: () => at, patienceMs: 30 });
  const ada = discord.user(ADA);
  client = await connected(discord);
  listen(client);
  const callback = async (token: string, id: string) =>
    client.rest.post(Routes.interactionCallback(id, token), { body: { type: 5 }, auth: false });
  const done = await ada.slash('practice-failure');
  expect(await callback(done.token, done.id)).toBeDefined();
  await expect(callback(done.token, done.id)).rejects.toMatchObject({ code: 40060, status: 400 });
  const late = await ada.slash('practice-failure');
  at += 3001;
  await expect(callback(late.token, late.id)).rejects.toMatchObject({ code: 10062, status: 404 });
});

test('events of a server go to the bot of its shard, direct messages to the first', async () => {
  await discord.close();
  discord = await startFakeDiscord({ shards: 2 });
  // The 22nd bit says which shard: this one is odd.
  const odd = String((1_000_001n << 22n) + 1n);
  discord.guild(odd, { channels: ['2222222222222222222'] });
  const ada = discord.user(ADA);
  client = await connected(discord, { shards: 'auto' });
  const by: number[] = [];
  client.ws.on(GatewayDispatchEvents.MessageCreate, (_data: unknown, shard: number) => by.push(shard));
  await ada.says('Here.', { channel: '2222222222222222222' });
  await discord.until(() => by.length === 1, 'the first message');
  await ada.says('There.');
  await discord.until(() => by.length === 2, 'the second message');
  expect(by).toEqual([1, 0]);
}, 20_000);
