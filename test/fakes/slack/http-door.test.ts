import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FakeSlack, startFakeSlack } from './fake-slack.ts';
import { createTestBolt, type TestBolt } from './test-bolt.ts';

let slack: FakeSlack;
let bolt: TestBolt;

beforeEach(async () => {
  slack = await startFakeSlack();
  bolt = createTestBolt(slack, 'http');
  await bolt.start();
});

afterEach(async () => {
  await bolt.stop();
  await slack.close();
});

const EVENT = { type: 'app_home_opened', user: 'U0ADA', channel: 'D0', tab: 'home' };

test('the signature is the one that Bolt checks', async () => {
  expect(await slack.event(EVENT)).toMatchObject({ status: 200, transport: 'http' });
  expect(await slack.event(EVENT, { badSignature: true })).toMatchObject({ status: 401 });
});

test('a stamp that is too old is turned away', async () => {
  expect(await slack.event(EVENT, { ageSeconds: 301 })).toMatchObject({ status: 401 });
  expect(await slack.event(EVENT, { ageSeconds: 200 })).toMatchObject({ status: 200 });
});

test('nobody at the door is told as such', async () => {
  slack.connectHttp('http://127.0.0.1:1/slack/events');
  expect(await slack.event(EVENT)).toMatchObject({ lost: true, timedOut: false });
});
