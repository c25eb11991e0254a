import { type Client, GatewayDispatchEvents, Routes } from 'discord.js';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Fields, fieldsOf, listOf, textOf } from '../slack/json.ts';
import { type FakeDiscord, startFakeDiscord } from './fake-discord.ts';
import type { FakePerson } from './person.ts';
import { connected } from './test-client.ts';

/** The bot here only says that it heard: what a person does is read in the payload that came. */
const GUILD = '2222222222222222221';
const PARENT = '2222222222222222222';
let discord: FakeDiscord;
let client: Client;
let ada: FakePerson;
let came: Fields[] = [];
let people = 0;

/** The kind of response that fits each kind of interaction, and nothing more. */
const HEARD: Readonly<Record<number, object>> = {
  2: { type: 5 },
  3: { type: 6 },
  4: { type: 8, data: { choices: [] } },
  5: { type: 5 },
};
let response: object | undefined;

beforeAll(async () => {
  discord = await startFakeDiscord();
  discord.guild(GUILD, { channels: [PARENT] });
  client = await connected(discord);
  client.ws.on(GatewayDispatchEvents.MessageCreate, (message: { author: { id: string } }) => {
    if (message.author.id !== discord.botUserId) came.push(fieldsOf(message));
  });
  client.ws.on(
    GatewayDispatchEvents.InteractionCreate,
    (asked: { id: string; token: string; type: number }) => {
      came.push(fieldsOf(asked));
      const body = response ?? HEARD[asked.type];
      response = undefined;
      void client.rest
        .post(Routes.interactionCallback(asked.id, asked.token), { auth: false, body })
        // A second response to one press is refused, as it should be.
        .catch(() => {});
    },
  );
});

beforeEach(() => {
  people += 1;
  ada = discord.user(`44444444444444440${String(people).padStart(2, '0')}`, { name: 'Ada' });
  came = [];
});

afterAll(async () => {
  await client.destroy();
  await discord.close();
});

const last = () => came.at(-1) ?? {};
const data = () => fieldsOf(last().data);

async function post(...components: object[]): Promise<string> {
  const body = { flags: 1 << 15, components, allowed_mentions: { parse: [] } };
  const made = await client.rest.post(Routes.channelMessages(discord.dmOf(ada.id)), { body });
  return textOf(fieldsOf(made).id);
}

const row = (...components: object[]) => ({ type: 1, components });
const button = (label: string, action = label.toLowerCase(), more = {}) => ({
  type: 2,
  style: 2,
  label,
  custom_id: `1~p~${action}~abc~~1~`,
  ...more,
});

test('the newest button is pressed that has the label, the custom id or the action', async () => {
  await post(row(button('Next')));
  const newer = await post(row(button('Next'), button('Put aside', 'pause')));
  await ada.presses('Next');
  expect(last()).toMatchObject({ type: 3, message: { id: newer }, data: { component_type: 2 } });
  await ada.presses('pause');
  expect(data()).toMatchObject({ custom_id: '1~p~pause~abc~~1~' });
});

test('a button that is switched off or gone cannot be pressed, unless the screen still shows it', async () => {
  const old = await post(row(button('Next')));
  await client.rest.patch(Routes.channelMessage(discord.dmOf(ada.id), old), {
    body: {
      components: [row(button('Next', 'next', { disabled: true }))],
      flags: 1 << 15,
      allowed_mentions: { parse: [] },
    },
  });
  await expect(ada.presses('Next')).rejects.toThrow('sees no Next');
  await ada.presses('Next', { again: true });
  expect(last()).toMatchObject({ message: { id: old } });
});

test('a press in a direct message and one in a thread come as Discord sends them', async () => {
  await post(row(button('Next')));
  await ada.presses('Next');
  expect(last()).toMatchObject({
    application_id: discord.appId,
    context: 1,
    user: { id: ada.id },
    channel: { type: 1 },
    authorizing_integration_owners: { '0': '0' },
    entitlements: [],
    attachment_size_limit: 10_485_760,
  });
  const thread = textOf(
    fieldsOf(await client.rest.post(Routes.threads(PARENT), { body: { name: 'P', type: 12 } })).id,
  );
  await client.rest.put(Routes.threadMembers(thread, ada.id));
  await ada.slash('practice-failure', { sub: 'help', in: thread });
  expect(last()).toMatchObject({
    context: 0,
    guild_id: GUILD,
    member: { user: { id: ada.id } },
    channel: { type: 12, parent_id: PARENT, thread_metadata: { archived: false } },
    app_permissions: expect.stringMatching(/^\d+$/),
    authorizing_integration_owners: { '0': GUILD },
  });
  await ada.slash('practice-failure', { in: 'user-install' });
  expect(last()).toMatchObject({ authorizing_integration_owners: { '1': ada.id } });
});

test('a sub-command in a group carries its options where they belong', async () => {
  await ada.slash('practice-failure', { sub: 'team invite', options: { role: 'Designer', size: 3 } });
  expect(data().options).toEqual([
    {
      name: 'team',
      type: 2,
      options: [
        {
          name: 'invite',
          type: 1,
          options: [
            { name: 'role', type: 3, value: 'Designer' },
            { name: 'size', type: 4, value: 3 },
          ],
        },
      ],
    },
  ]);
});

test('what is typed into an option asks for what to offer', async () => {
  await ada.autocomplete('practice-failure', { sub: 'start', option: 'role', value: 'des' });
  expect(last().type).toBe(4);
  expect(data().options).toMatchObject([{ options: [{ name: 'role', value: 'des', focused: true }] }]);
});

test('a message command brings the message, with its words', async () => {
  const said = await ada.says('My answer', { channel: PARENT });
  await ada.critiques(said.id);
  expect(data()).toMatchObject({
    type: 3,
    target_id: said.id,
    resolved: { messages: { [said.id]: { content: 'My answer', author: { id: ada.id } } } },
  });
});

test('options of a menu are chosen by label or value, and not more than it takes', async () => {
  const options = ['One', 'Two', 'Three'].map((label) => ({ label, value: label.toLowerCase() }));
  await post(row({ type: 3, custom_id: 'menu', options, min_values: 1, max_values: 2 }));
  await ada.chooses(['One', 'three']);
  expect(data()).toMatchObject({ component_type: 3, custom_id: 'menu', values: ['one', 'three'] });
  await expect(ada.chooses(['One', 'Two', 'Three'])).rejects.toThrow('takes 1 to 2');
});

test('a person is picked', async () => {
  discord.user('4444444444444444999', { name: 'Ben' });
  await post(row({ type: 5, custom_id: 'who' }));
  await ada.picks('4444444444444444999');
  expect(data()).toMatchObject({
    values: ['4444444444444444999'],
    resolved: { users: { '4444444444444444999': { global_name: 'Ben' } } },
  });
});

test('every kind of input of a modal is sent as it was filled in, or as it stood', async () => {
  await post(row(button('Open')));
  const label = (text: string, component: object) => ({ type: 18, label: text, component });
  const scores = ['0', '1', '2'].map((value) => ({ label: `Score ${value}`, value }));
  response = {
    type: 9,
    data: {
      custom_id: 'form',
      title: 'All of it',
      components: [
        label('Text', { type: 4, custom_id: 'text', style: 2, value: 'As it stood' }),
        label('Notes', { type: 4, custom_id: 'notes', style: 1, required: false }),
        label('Score', { type: 21, custom_id: 'score', options: scores }),
        label('File', { type: 19, custom_id: 'file', required: false }),
        label('Parts', { type: 22, custom_id: 'parts', options: scores, required: false }),
      ],
    },
  };
  await ada.presses('Open');
  await expect(ada.submits({})).rejects.toThrow('score first');
  await ada.submits({ Score: 'Score 2', File: [{ name: 'answer.txt', content: 'My text' }] });
  const inputs = listOf(data().components).map(({ component }) => fieldsOf(component));
  const [fileId = ''] = Object.keys(fieldsOf(fieldsOf(data().resolved).attachments));
  expect(inputs).toMatchObject([
    { type: 4, custom_id: 'text', value: 'As it stood' },
    { custom_id: 'notes', value: '' },
    { type: 21, value: '2' },
    { type: 19, values: [fileId] },
    { type: 22, values: [] },
  ]);
  const file = fieldsOf(fieldsOf(fieldsOf(data().resolved).attachments)[fileId]);
  expect(await (await fetch(textOf(file.url))).text()).toBe('My text');
});

test('a voice message says how long it is', async () => {
  await ada.says('', { voice: { seconds: 75 } });
  await discord.until(() => came.length === 1, 'the message');
  expect(last()).toMatchObject({
    flags: 1 << 13,
    attachments: [{ content_type: 'audio/ogg', duration_secs: 75 }],
  });
});

test('the same press and the same message come twice where the fake is told so', async () => {
  await post(row(button('Next')));
  came = [];
  discord.redeliver(await ada.presses('Next'));
  const said = await ada.says('Once');
  discord.repeat(said);
  await discord.until(() => came.length === 4, 'all four');
  expect(came.map(({ id }) => id)).toEqual([came[0]?.id, came[0]?.id, said.id, said.id]);
});

test('a response that does not fit what was done is refused and noted', async () => {
  discord.offline();
  const asked = await ada.slash('practice-failure');
  discord.online();
  const respond = client.rest.post(Routes.interactionCallback(asked.id, asked.token), {
    body: { type: 6 },
    auth: false,
  });
  await expect(respond).rejects.toMatchObject({ status: 400, code: 50035 });
  expect(discord.violations.at(-1)).toContain('a first response of type 6');
});
