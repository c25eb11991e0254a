import { App, HTTPReceiver, LogLevel, SocketModeReceiver } from '@slack/bolt';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FakeSlack, startFakeSlack } from './fake-slack.ts';

let slack: FakeSlack;
const stops: (() => Promise<unknown>)[] = [];

beforeEach(async () => {
  slack = await startFakeSlack();
});

afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
  await slack.close();
});

/** The real Bolt against the fake, by either transport. */
async function bolt(transport: 'http' | 'socket'): Promise<App> {
  const clientOptions = {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  };
  const logLevel = LogLevel.ERROR;
  const receiver =
    transport === 'http'
      ? new HTTPReceiver({ signingSecret: slack.signingSecret, logLevel })
      : new SocketModeReceiver({ appToken: slack.appToken, logLevel, installerOptions: { clientOptions } });
  const app = new App({ token: slack.botToken, receiver, clientOptions, logLevel, convoStore: false });
  if (receiver instanceof HTTPReceiver) {
    const server = await receiver.start({ port: 0, host: '127.0.0.1' });
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    slack.connectHttp(`http://127.0.0.1:${port}/slack/events`);
  } else await receiver.start();
  stops.push(() => receiver.stop());
  return app;
}

for (const transport of ['http', 'socket'] as const) {
  test(`a message is heard and answered in its thread (${transport})`, async () => {
    const app = await bolt(transport);
    app.message(async ({ message, say }) => {
      if (message.subtype !== undefined || !('text' in message)) return;
      await say({ text: 'Your 5 minutes, when you like.', thread_ts: message.ts });
    });
    const ada = slack.user('U0ADA');
    const said = await ada.says('I shipped it late & broke <prod>');
    expect(said.text).toBe('I shipped it late &amp; broke &lt;prod&gt;');
    expect(said.ack).toMatchObject({ transport, timedOut: false, lost: false });
    await slack.until(
      () => slack.messages(slack.dmOf('U0ADA'), said.ts).length === 2,
      'an answer in the thread',
    );
    expect(slack.calls.map(({ method, result }) => [method, result])).toContainEqual([
      'chat.postMessage',
      'ok',
    ]);
    expect(slack.violations).toEqual([]);
  });
}
