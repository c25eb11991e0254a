import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FakeSlack, startFakeSlack } from './fake-slack.ts';
import { createTestBolt, type TestBolt } from './test-bolt.ts';

let slack: FakeSlack;
let bolt: TestBolt;
let heard: string[];

beforeEach(async () => {
  slack = await startFakeSlack({ patienceMs: 700 });
  bolt = createTestBolt(slack, 'socket');
  heard = [];
  bolt.app.message(async ({ message }) => {
    if ('text' in message) heard.push(String(message.text));
  });
});

afterEach(async () => {
  await bolt.stop();
  await slack.close();
});

test.each(['warning', 'refresh_requested', 'too_many_websockets'])(
  'after `disconnect` (%s) the app comes back and hears again',
  async (reason) => {
    await bolt.start();
    slack.disconnect(reason);
    expect(slack.sockets).toBe(0);
    expect((await slack.user('U0ADA').says('Lost')).ack).toMatchObject({ lost: true, transport: 'none' });
    await slack.until(() => slack.sockets === 1, 'a new line');
    await slack.user('U0ADA').says('Heard');
    expect(heard).toEqual(['Heard']);
  },
);

test('a line that breaks without a word, and refusals before the next', async () => {
  await bolt.start();
  slack.refuseSockets(1);
  slack.cutSockets();
  await slack.until(() => slack.sockets === 1, 'a new line');
  expect(slack.calls.filter(({ method }) => method === 'apps.connections.open')).toHaveLength(3);
  await slack.user('U0ADA').says('Heard');
  expect(heard).toEqual(['Heard']);
});

test('a goodbye in the place of hello', async () => {
  slack.disconnectWhileConnecting('refresh_requested');
  await bolt.start();
  expect(slack.calls.filter(({ method }) => method === 'apps.connections.open')).toHaveLength(2);
  expect(slack.sockets).toBe(1);
});

test('an event whose line broke before the ack was lost, and comes again when told to', async () => {
  let slow: (() => void) | undefined;
  bolt.app.command('/practice-failure', async ({ ack }) => {
    await new Promise<void>((resolve) => {
      slow = resolve;
    });
    await ack();
  });
  await bolt.start();
  const ack = slack.user('U0ADA').slash('');
  await slack.until(() => slow !== undefined, 'the command');
  slack.cutSockets();
  expect(await ack).toMatchObject({ lost: true, timedOut: false });
  slow?.();
});

test('two processes get the events in turn, each event once', async () => {
  const other = createTestBolt(slack, 'socket');
  const byOther: string[] = [];
  other.app.message(async ({ message }) => {
    if ('text' in message) byOther.push(String(message.text));
  });
  await bolt.start();
  await other.start();
  expect(slack.sockets).toBe(2);
  const ada = slack.user('U0ADA');
  for (const text of ['1', '2', '3', '4']) await ada.says(text);
  expect([heard.length, byOther.length]).toEqual([2, 2]);
  expect([...heard, ...byOther].toSorted()).toEqual(['1', '2', '3', '4']);
  await other.stop();
});
