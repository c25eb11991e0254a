import { App, HTTPReceiver, type Receiver, SocketModeReceiver } from '@slack/bolt';
import type { FakeSlack } from './fake-slack.ts';
import { SILENT } from './silent-logger.ts';

/** A real Bolt app against the fake, before it is started: listeners come first. */
export interface TestBolt {
  readonly app: App;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** By HTTP on a free port, or by Socket Mode with a short wait before it connects again. */
export function createTestBolt(slack: FakeSlack, transport: 'http' | 'socket'): TestBolt {
  const clientOptions = {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  };
  const logger = { ...SILENT };
  const appOn = (receiver: Receiver) =>
    new App({
      token: slack.botToken,
      receiver,
      clientOptions,
      logger,
      convoStore: false,
      deferInitialization: true,
    });
  if (transport === 'http') {
    const receiver = new HTTPReceiver({ signingSecret: slack.signingSecret, logger });
    const app = appOn(receiver);
    return {
      app,
      start: async () => {
        await app.init();
        const address = (await receiver.start({ port: 0, host: '127.0.0.1' })).address();
        if (typeof address !== 'object' || address === null) throw new Error('no port');
        slack.connectHttp(`http://127.0.0.1:${address.port}/slack/events`);
      },
      stop: async () => {
        await receiver.stop();
      },
    };
  }
  const receiver = new SocketModeReceiver({
    appToken: slack.appToken,
    logger,
    clientPingTimeout: 100,
    installerOptions: { clientOptions },
  });
  const app = appOn(receiver);
  return {
    app,
    start: async () => {
      await app.init();
      await receiver.start();
    },
    stop: async () => {
      await receiver.stop();
    },
  };
}
