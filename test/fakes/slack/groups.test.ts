import type { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FakeSlack, startFakeSlack } from './fake-slack.ts';
import { connected, refusal } from './test-client.ts';

let slack: FakeSlack;
let client: WebClient;

beforeEach(async () => {
  slack = await startFakeSlack({ scopes: ['chat:write', 'im:write', 'mpim:write'], strict: false });
  client = connected(slack);
  for (const id of ['U0ADA', 'U0BOB', 'U0EVE']) slack.user(id);
});

afterEach(() => slack.close());

const opened = async (users: string) => (await client.conversations.open({ users })).channel?.id ?? '';

test('the same people have one conversation, in whatever order they are named', async () => {
  const group = await opened('U0ADA,U0BOB');
  expect(await opened('U0BOB,U0ADA')).toBe(group);
  expect(await opened('U0ADA,U0BOB,U0EVE')).not.toBe(group);
  expect(await opened('U0ADA')).toBe(slack.dmOf('U0ADA'));
  expect(slack.membersOf(group)).toEqual(['U0ADA', 'U0BOB']);
});

test('who is in a group can write there, and nobody else', async () => {
  const channel = await opened('U0ADA,U0BOB');
  await client.chat.postMessage({ channel, text: 'Hello' });
  const said = await slack.user('U0BOB').says('Hello back', { channel });
  expect(said.ack.body.event).toMatchObject({ channel, channel_type: 'mpim' });
  expect(slack.messages(channel).map(({ text }) => text)).toEqual(['Hello', 'Hello back']);
  await expect(slack.user('U0EVE').says('And me', { channel })).rejects.toThrow('U0EVE is not in');
});

test('a group is refused for one of its people, for too many, and without its own scopes', async () => {
  slack.user('U0BOT', { isBot: true });
  slack.user('U0OLD', { deactivated: true });
  const open = (users: string) => refusal(client.conversations.open({ users }));
  expect(await open('U0ADA,U0BOT')).toBe('cannot_dm_bot');
  expect(await open('U0ADA,U0OLD')).toBe('user_disabled');
  expect(await open('U0ADA,U0NOBODY')).toBe('user_not_found');
  expect(await open('U1,U2,U3,U4,U5,U6,U7,U8,U9')).toBe('too_many_users');
  const channel = await opened('U0ADA,U0BOB');
  expect(await refusal(client.conversations.history({ channel }))).toBe('missing_scope');
  await using other = await disposable(['im:write', 'im:history']);
  other.slack.user('U0ADA');
  other.slack.user('U0BOB');
  const their = connected(other.slack).conversations;
  expect(await refusal(their.open({ users: 'U0ADA' }))).toBe('it was done');
  expect(await refusal(their.open({ users: 'U0ADA,U0BOB' }))).toBe('missing_scope');
});

async function disposable(scopes: readonly string[]) {
  const made = await startFakeSlack({ scopes, strict: false });
  return { slack: made, [Symbol.asyncDispose]: () => made.close() };
}
