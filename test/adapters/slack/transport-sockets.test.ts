import { setTimeout as wait } from 'node:timers/promises';
import type { App } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBoltApp } from '../../../adapters/slack/transport/bolt-app.ts';
import { holdAcks } from '../../../adapters/slack/transport/held-receiver.ts';
import {
  createSocketReceiver,
  type SocketReceiver,
} from '../../../adapters/slack/transport/socket-receiver.ts';
import { type FakeSlack, startFakeSlack } from '../../fakes/slack/fake-slack.ts';
import { messageBody } from './signed-post.ts';

const WORDS = 'I missed the deadline and told nobody';

describe('Slack over sockets', () => {
  const heard: string[] = [];
  const logged: unknown[] = [];
  const unhandled: unknown[] = [];
  const hellos: (number | undefined)[] = [];
  const onUnhandled = (reason: unknown) => void unhandled.push(reason);
  let reconnects = 0;
  let listener: () => Promise<void> = () => Promise.resolve();
  let slack: FakeSlack;
  let receiver: SocketReceiver;
  let app: App;

  const log = (...line: unknown[]) => void logged.push(line);

  function build(sockets: number): void {
    receiver = createSocketReceiver({
      appToken: slack.appToken,
      apiUrl: slack.apiUrl,
      log,
      sockets,
      apartMs: 0,
      firstWaitMs: 20,
      helloWithinMs: 5_000,
      chance: () => 0,
    });
    receiver.onReconnect(() => {
      reconnects += 1;
    });
    receiver.onHello((connections) => void hellos.push(connections));
    app = createBoltApp({
      receiver: holdAcks(receiver, { log }),
      token: slack.botToken,
      identity: { teamId: slack.teamId, botId: 'B1', botUserId: slack.botUserId, installation: slack.teamId },
      apiUrl: slack.apiUrl,
      log,
    });
    app.message(async ({ message }) => {
      heard.push('text' in message && message.text !== undefined ? message.text : '');
      await listener();
    });
    app.command('/practice-failure', async ({ ack }) => {
      await ack('one moment');
      await wait(50);
      heard.push('command');
    });
  }

  async function begin(sockets: number): Promise<void> {
    build(sockets);
    await app.start();
    await until(() => hellos.length >= sockets && receiver.isReady());
  }

  const says = (text: string, eventId?: string) => slack.deliver(messageBody(text, eventId));

  beforeEach(async () => {
    for (const list of [heard, logged, unhandled, hellos]) list.length = 0;
    reconnects = 0;
    listener = () => Promise.resolve();
    process.on('unhandledRejection', onUnhandled);
    process.on('uncaughtException', onUnhandled);
    slack = await startFakeSlack();
  });

  afterEach(async () => {
    await app.stop();
    await slack.close();
    await wait(20);
    process.off('unhandledRejection', onUnhandled);
    process.off('uncaughtException', onUnhandled);
    expect(unhandled).toEqual([]);
    // What a person wrote and what opens doors is in no line of the log.
    expect(JSON.stringify(logged)).not.toMatch(/deadline|xapp|xoxb|ticket|help/);
  });

  it('acknowledges an event when its listener is through, not before', async () => {
    await begin(1);
    let isCommitted = false;
    listener = async () => {
      await wait(700);
      isCommitted = true;
    };
    const ack = await says(WORDS);
    expect(ack).toMatchObject({ transport: 'socket', lost: false, timedOut: false });
    expect(isCommitted).toBe(true);
  });

  it('leaves an event whose listener threw unacknowledged, and hears it when Slack sends it again', async () => {
    await begin(1);
    listener = () => Promise.reject(new Error(WORDS));
    expect((await says(WORDS, 'Ev-again')).timedOut).toBe(true);
    listener = () => Promise.resolve();
    expect(await says(WORDS, 'Ev-again')).toMatchObject({ timedOut: false, lost: false });
    expect(heard).toEqual([WORDS, WORDS]);
  });

  it('leaves an event unacknowledged when its commit takes 3 s', async () => {
    await begin(1);
    const late = wait(3_000);
    listener = () => late;
    expect((await says(WORDS)).timedOut).toBe(true);
    await late;
    expect(slack.acks[0]?.msToAck).toBeUndefined();
  });

  it('acknowledges a command while its work goes on', async () => {
    await begin(1);
    const ack = await slack.deliver({
      command: '/practice-failure',
      text: 'help',
      team_id: slack.teamId,
      user_id: 'U1',
      channel_id: 'C1',
    });
    expect(ack).toMatchObject({ payload: { text: 'one moment' }, timedOut: false });
    expect(heard).toEqual([]);
    // Its work ends here, and not in the middle of what the next test listens to.
    await until(() => heard.length === 1);
  });

  it.each(['refresh_requested', 'warning'])('hears on one socket through a %s', async (reason) => {
    await begin(1);
    listener = () => wait(200);
    const underWay = says(WORDS);
    await until(() => heard.length === 1);
    slack.disconnect(reason);
    // What came before the notice is acknowledged on the old socket, what comes after it on the new one.
    expect(await underWay).toMatchObject({ lost: false, timedOut: false });
    await until(() => slack.sockets === 1);
    expect(await says('after the notice')).toMatchObject({ lost: false, timedOut: false });
    expect(reconnects).toBe(0);
  });

  it.each(['too_many_websockets', 'link_disabled', 'refresh_requested', 'warning'])(
    'outlives a %s right after the hello',
    async (reason) => {
      build(1);
      receiver.onHello(() => {
        if (hellos.length === 1) slack.disconnect(reason);
      });
      await app.start();
      await until(() => hellos.length > 1 && slack.sockets === 1);
      expect(await says(WORDS)).toMatchObject({ lost: false, timedOut: false });
    },
  );

  it.each(['too_many_websockets', 'link_disabled', 'refresh_requested', 'warning'])(
    'outlives a %s before the hello',
    async (reason) => {
      build(1);
      slack.disconnectWhileConnecting(reason);
      await app.start();
      expect(receiver.isReady()).toBe(false);
      await until(() => receiver.isReady());
      expect(await says(WORDS)).toMatchObject({ lost: false, timedOut: false });
    },
  );

  it('with two sockets hears all that is said while both are renewed', async () => {
    await begin(2);
    const answers: Promise<unknown>[] = [];
    for (let n = 0; n < 40; n += 1) {
      if (n === 10) slack.disconnect('refresh_requested', 1);
      if (n === 25) slack.disconnect('refresh_requested', 1);
      answers.push(says(`message ${n}`));
      await wait(5);
    }
    for (const ack of await Promise.all(answers)) expect(ack).toMatchObject({ lost: false, timedOut: false });
    expect(heard).toHaveLength(40);
    expect(reconnects).toBe(0);
  });

  it('says that it is not ready while no socket can be had, and comes back', async () => {
    await begin(2);
    slack.refuseSockets(4);
    slack.cutSockets();
    await until(() => !receiver.isReady());
    await until(() => slack.sockets === 2);
    expect(receiver.isReady()).toBe(true);
    expect(reconnects).toBe(1);
    expect(await says(WORDS)).toMatchObject({ lost: false, timedOut: false });
  });

  it('starts while Slack is away, and is there when Slack is', async () => {
    build(1);
    slack.fail('apps.connections.open', { status: 503 }, 1);
    slack.fail('apps.connections.open', { refuse: true }, 1);
    slack.fail('apps.connections.open', { error: 'internal_error' }, 1);
    await app.start();
    expect(receiver.isReady()).toBe(false);
    await until(() => receiver.isReady());
    expect(await says(WORDS)).toMatchObject({ lost: false, timedOut: false });
    expect(reconnects).toBe(1);
  });

  it('gives up a socket on which nobody says hello, and opens another', async () => {
    build(1);
    slack.holdHello(60_000);
    const starting = app.start();
    await until(() => slack.calls.some(({ method }) => method === 'apps.connections.open'));
    await starting;
    expect(receiver.isReady()).toBe(false);
    slack.holdHello(0);
    await until(() => receiver.isReady());
    expect(await says(WORDS)).toMatchObject({ lost: false, timedOut: false });
  });

  it.each(['invalid_auth', 'not_allowed_token_type', 'missing_scope'])(
    'says which variable is wrong when Slack answers %s',
    async (error) => {
      build(2);
      slack.fail('apps.connections.open', { error });
      await expect(app.start()).rejects.toMatchObject({ name: 'ConfigError', variable: 'SLACK_APP_TOKEN' });
      expect(slack.sockets).toBe(0);
    },
  );

  it('tells how many sockets the app has open', async () => {
    await begin(2);
    expect(hellos).toEqual([1, 2]);
  });

  it('is not ended by an envelope that holds nothing', async () => {
    await begin(1);
    void slack.deliver({ type: 'event_callback' });
    await until(() => JSON.stringify(logged).includes('slack-envelope-unreadable'));
    expect(await says(WORDS)).toMatchObject({ lost: false, timedOut: false });
  });

  it('acknowledges what is under way when it ends, then closes its sockets', async () => {
    await begin(2);
    listener = () => wait(200);
    const underWay = says(WORDS);
    await until(() => heard.length === 1);
    await app.stop();
    expect(await underWay).toMatchObject({ lost: false, timedOut: false });
    await until(() => slack.sockets === 0);
    expect(receiver.isReady()).toBe(false);
  });
});

/** Waits for something that has to come; the test's own time-out is its limit. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await wait(5);
}
