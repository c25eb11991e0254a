import type { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FakeSlack, startFakeSlack } from './fake-slack.ts';
import { fieldsOf, textOf } from './json.ts';
import { connected, refusal } from './test-client.ts';

let slack: FakeSlack;
let client: WebClient;

beforeEach(async () => {
  slack = await startFakeSlack();
  client = connected(slack);
  slack.user('U0ADA', { name: 'Ada' });
});

afterEach(() => slack.close());

test('a message is posted, changed, found again by its metadata, and removed', async () => {
  const metadata = { event_type: 'delivery', event_payload: { id: 'abc' } };
  const opened = await client.conversations.open({ users: 'U0ADA' });
  const again = await client.conversations.open({ users: 'U0ADA' });
  const channel = opened.channel?.id ?? '';
  expect(again.channel?.id).toBe(channel);
  const root = await client.chat.postMessage({ channel, text: 'One', metadata });
  const reply = await client.chat.postMessage({ channel: 'U0ADA', text: 'Two', thread_ts: root.ts ?? '' });
  expect(reply.channel).toBe(channel);
  expect(root.ts).toMatch(/^\d{10}\.\d{6}$/);
  await client.chat.update({ channel, ts: reply.ts ?? '', text: 'Two, changed' });
  const thread = { channel, ts: root.ts ?? '' };
  const plain = await client.conversations.replies(thread);
  const withMetadata = await client.conversations.replies({ ...thread, include_all_metadata: true });
  expect(plain.messages?.map(({ text }) => text)).toEqual(['One', 'Two, changed']);
  expect(plain.messages?.[0]).not.toHaveProperty('metadata');
  expect(withMetadata.messages?.[0]).toHaveProperty('metadata', metadata);
  const top = await client.conversations.history({ channel, limit: 1 });
  expect(top.messages).toHaveLength(1);
  expect(top.messages?.[0]).toMatchObject({ text: 'One', reply_count: 1 });
  await client.chat.delete({ channel, ts: reply.ts ?? '' });
  expect(slack.messages(channel).map(({ text }) => text)).toEqual(['One']);
  expect(slack.violations).toEqual([]);
});

test('pages of a thread hang together, and `oldest` leaves the root in its place', async () => {
  const { ts = '', channel = '' } = await client.chat.postMessage({ channel: 'U0ADA', text: '0' });
  const stamps: string[] = [];
  for (const text of ['1', '2', '3']) {
    stamps.push((await client.chat.postMessage({ channel, text, thread_ts: ts })).ts ?? '');
  }
  const first = await client.conversations.replies({ channel, ts, limit: 2 });
  const cursor = first.response_metadata?.next_cursor ?? '';
  const second = await client.conversations.replies({ channel, ts, limit: 2, cursor });
  const texts = [...(first.messages ?? []), ...(second.messages ?? [])].map(({ text }) => text);
  expect(texts).toEqual(['0', '1', '2', '3']);
  expect(second.has_more).toBe(false);
  const late = await client.conversations.replies({ channel, ts, oldest: stamps[1] ?? '' });
  expect(late.messages?.map(({ text }) => text)).toEqual(['0', '3']);
});

test('each fault shows as the SDK knows it', async () => {
  const post = () => client.chat.postMessage({ channel: 'U0ADA', text: 'Hello' });
  slack.fail('chat.postMessage', { error: 'is_archived' });
  slack.fail('chat.postMessage', { status: 503 });
  slack.fail('chat.postMessage', { retryAfter: 7 });
  slack.fail('chat.postMessage', { ratelimited: 7 });
  slack.fail('chat.postMessage', { refuse: true });
  slack.fail('chat.postMessage', { dropAnswer: true });
  const seen: unknown[] = [];
  for (let at = 0; at < 6; at += 1) seen.push(await refusal(post()));
  expect(seen).toEqual([
    'is_archived',
    503,
    'wait 7',
    'ratelimited',
    'slack_webapi_request_error',
    'slack_webapi_request_error',
  ]);
  expect(slack.messages(slack.dmOf('U0ADA'))).toHaveLength(1);
  expect(slack.calls.map(({ result }) => result)).toEqual([
    'is_archived',
    'http 503',
    'http 429',
    'ratelimited',
    'refused',
    'dropped',
  ]);
});

test('a fault can wait for the call it is meant for', async () => {
  slack.fail('chat.postMessage', { error: 'msg_too_long' }, 1, ({ text }) => text === 'Two');
  expect(await refusal(client.chat.postMessage({ channel: 'U0ADA', text: 'One' }))).toBe('it was done');
  expect(await refusal(client.chat.postMessage({ channel: 'U0ADA', text: 'Two' }))).toBe('msg_too_long');
});

test('who may not post, and where', async () => {
  slack.channel('C0OPEN', { botIsMember: false });
  slack.channel('C0OLD', { archived: true });
  slack.user('U0BOT', { isBot: true });
  const post = (channel: string) => refusal(client.chat.postMessage({ channel, text: 'Hello' }));
  expect(await Promise.all(['C0OPEN', 'C0OLD', 'U0BOT', 'U0NOBODY'].map(post))).toEqual([
    'not_in_channel',
    'is_archived',
    'cannot_dm_bot',
    'channel_not_found',
  ]);
  const { ts = '', channel = '' } = await client.chat.postMessage({ channel: 'U0ADA', text: 'Root' });
  await slack.deleteMessage(channel, ts);
  const reply = client.chat.postMessage({ channel, text: 'Reply', thread_ts: ts });
  expect(await refusal(reply)).toBe('thread_not_found');
  expect(await refusal(client.apiCall('chat.shout'))).toBe('unknown_method');
  slack.revoke('token_revoked');
  expect(await post('U0ADA')).toBe('token_revoked');
});

test('a call without its scope is refused and noted', async () => {
  const narrow = await startFakeSlack({ scopes: ['chat:write'] });
  narrow.user('U0ADA');
  const bot = connected(narrow);
  const tested = await bot.auth.test();
  expect(tested.response_metadata?.scopes).toEqual(['chat:write']);
  expect(await refusal(bot.conversations.open({ users: 'U0ADA' }))).toBe('missing_scope');
  expect(narrow.violations).toEqual(['conversations.open: needs the scope im:write']);
  expect(await refusal(bot.apps.connections.open({}))).toBe('not_allowed_token_type');
  expect(await refusal(connected(narrow, 'xoxb-other').auth.test())).toBe('invalid_auth');
  const socketUrl = await connected(narrow, narrow.appToken).apps.connections.open({});
  expect(socketUrl.url).toMatch(/^ws:\/\/127\.0\.0\.1:\d+\/link\//);
  await narrow.close();
});

test('a picture is uploaded, shown in its thread a little later, and can be found there', async () => {
  const { ts = '', channel = '' } = await client.chat.postMessage({ channel: 'U0ADA', text: 'Root' });
  const bytes = Buffer.from('a picture');
  const form = { filename: 'scorecard.png', length: bytes.length, alt_txt: 'Bars for five steps' };
  const place = fieldsOf(await client.apiCall('files.getUploadURLExternal', form));
  await fetch(textOf(place.upload_url), { method: 'POST', body: bytes });
  const id = textOf(place.file_id);
  await client.files.completeUploadExternal({
    files: [{ id, title: 'Steps' }],
    channel_id: channel,
    thread_ts: ts,
  });
  expect(slack.messages(channel)).toHaveLength(1);
  await slack.until(() => slack.messages(channel, ts).length === 2, 'the picture');
  const { file } = await client.files.info({ file: id });
  expect(file?.shares?.private?.[channel]?.[0]?.ts).toBe(slack.messages(channel, ts)[1]?.ts);
  expect(slack.user('U0ADA').reads()).toBe('Root\n(picture: Bars for five steps)');
  expect(slack.violations).toEqual([]);
});

test('a person’s file is for those who bring the token', async () => {
  const said = await slack
    .user('U0ADA')
    .says('', { files: [{ name: 'answer.txt', content: 'It shipped late.' }] });
  const url = String(said.files?.[0]?.url_private);
  const authorization = `Bearer ${slack.botToken}`;
  expect(await (await fetch(url, { headers: { authorization } })).text()).toBe('It shipped late.');
  expect(await (await fetch(url)).text()).toContain('Sign in');
  expect(said.ack.lost).toBe(true);
});

test('posts beyond the rate are told to wait, and other channels go on', async () => {
  slack.user('U0BEA');
  slack.holdRates({ perChannelPerSecond: 0.01 });
  const seen: unknown[] = [];
  for (let at = 0; at < 6; at += 1) {
    seen.push(await refusal(client.chat.postMessage({ channel: 'U0ADA', text: 'Hello' })));
  }
  expect(seen.slice(0, 5)).toEqual(Array.from({ length: 5 }, () => 'it was done'));
  expect(seen[5]).toMatch(/^wait \d+$/);
  expect(await refusal(client.chat.postMessage({ channel: 'U0BEA', text: 'Hello' }))).toBe('it was done');
  slack.holdRates({ perWorkspacePerMinute: 1 });
  expect(await refusal(client.chat.postMessage({ channel: 'U0BEA', text: 'Hello' }))).toBe('it was done');
  expect(await refusal(client.chat.postMessage({ channel: 'U0ADA', text: 'Hello' }))).toMatch(/^wait \d+$/);
});

test('the status is shown until the next message, and can be out of order', async () => {
  const { ts = '', channel = '' } = await client.chat.postMessage({ channel: 'U0ADA', text: 'Root' });
  const status = { channel_id: channel, thread_ts: ts, status: 'is reading' };
  await client.assistant.threads.setStatus(status);
  expect(slack.statusOf(channel, ts)).toBe('is reading');
  await client.chat.postMessage({ channel, text: 'Done', thread_ts: ts });
  expect(slack.statusOf(channel, ts)).toBeUndefined();
  slack.switchStatus(false);
  expect(await refusal(client.assistant.threads.setStatus(status))).toBe(
    'method_not_supported_for_channel_type',
  );
});
