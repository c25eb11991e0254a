import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBoltApp } from '../../../adapters/slack/transport/bolt-app.ts';
import { holdAcks } from '../../../adapters/slack/transport/held-receiver.ts';
import { createHttpReceiver, type HttpReceiver } from '../../../adapters/slack/transport/http-receiver.ts';
import { messageBody, type SignedPost, signedPost } from './signed-post.ts';

const SECRET = 'a-secret-of-the-tests';
const WORDS = 'I missed the deadline and told nobody';
const COMMAND = 'command=%2Fpractice-failure&text=help&team_id=T1&user_id=U1&channel_id=C1';
const FORM = 'application/x-www-form-urlencoded';

describe('Slack over HTTP', () => {
  const heard: string[] = [];
  const logged: unknown[] = [];
  const unhandled: unknown[] = [];
  const onUnhandled = (reason: unknown) => void unhandled.push(reason);
  let listener: () => Promise<void> = () => Promise.resolve();
  let receiver: HttpReceiver;
  let stop: () => Promise<unknown>;

  beforeEach(async () => {
    for (const list of [heard, logged, unhandled]) list.length = 0;
    listener = () => Promise.resolve();
    process.on('unhandledRejection', onUnhandled);
    const log = (...line: unknown[]) => void logged.push(line);
    receiver = createHttpReceiver({
      signingSecret: SECRET,
      port: 0,
      host: '127.0.0.1',
      log,
      routes: [
        { path: '/healthz', method: 'GET', handler: (_, response) => void response.end('lives') },
        { path: '/readyz', method: 'GET', handler: () => Promise.reject(new Error(WORDS)) },
      ],
    });
    const app = createBoltApp({
      receiver: holdAcks(receiver, { patienceMs: 1_000, log }),
      token: 'xoxb-of-the-tests',
      identity: { teamId: 'T1', botId: 'B1', botUserId: 'UBOT', installation: 'T1' },
      apiUrl: 'http://127.0.0.1:1/api',
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
    await app.start();
    stop = () => app.stop();
  });

  afterEach(async () => {
    await stop();
    process.off('unhandledRejection', onUnhandled);
    expect(unhandled).toEqual([]);
    // What a person wrote and what opens doors is in no line of the log.
    expect(JSON.stringify(logged)).not.toMatch(/deadline|a-secret|xoxb|help/);
  });

  const url = (path = '/slack/events') => `http://127.0.0.1:${receiver.address()?.port}${path}`;
  const post = (what: Partial<SignedPost> & { body: string }) =>
    signedPost(url(), { secret: SECRET, ...what });
  const says = (text: string, what: Partial<SignedPost> = {}) =>
    post({ body: JSON.stringify(messageBody(text)), ...what });

  it('acknowledges an event when its listener is through, not before', async () => {
    let isCommitted = false;
    listener = async () => {
      await wait(700);
      isCommitted = true;
    };
    const answer = await says(WORDS);
    expect(answer.status).toBe(200);
    expect(isCommitted).toBe(true);
  });

  it('answers 500 when a listener throws, and hears the same event when Slack sends it again', async () => {
    const body = JSON.stringify(messageBody(WORDS));
    listener = () => Promise.reject(new Error(WORDS));
    expect((await post({ body })).status).toBe(500);
    listener = () => Promise.resolve();
    expect((await post({ body, headers: { 'x-slack-retry-num': '1' } })).status).toBe(200);
    expect(heard).toEqual([WORDS, WORDS]);
  });

  it('answers 503 when a commit is late, and outlives what becomes of it', async () => {
    const late = wait(1_200).then(() => Promise.reject(new Error(WORDS)));
    listener = () => late;
    expect((await says(WORDS)).status).toBe(503);
    await late.catch(() => undefined);
  });

  it('acknowledges a command while its work goes on', async () => {
    const answer = await post({ body: COMMAND, type: FORM });
    expect(await answer.text()).toBe('one moment');
    expect(heard).toEqual([]);
    while (heard.length === 0) await wait(10);
  });

  it('turns away what is forged, stale, or from the future, and does nothing', async () => {
    expect((await says(WORDS, { secret: 'a guess' })).status).toBe(401);
    expect((await says(WORDS, { offBy: -301 })).status).toBe(401);
    expect((await says(WORDS, { offBy: 400 })).status).toBe(401);
    expect((await says(WORDS, { headers: { 'x-slack-signature': '' } })).status).toBe(401);
    expect((await post({ body: COMMAND, type: FORM, secret: 'a guess' })).status).toBe(401);
    const bare = await fetch(url(), { method: 'POST', body: JSON.stringify(messageBody(WORDS)) });
    expect(bare.status).toBe(401);
    expect(heard).toEqual([]);
  });

  it.each(['{"text":"the deadline', 'null', '5', '["x"]', ''])('answers 400 to the body %j', async (body) => {
    expect((await post({ body })).status).toBe(400);
  });

  it('answers 400 to a form whose payload is no object', async () => {
    expect((await post({ body: 'payload=null', type: FORM })).status).toBe(400);
  });

  it('answers 413 to a body that is too long', async () => {
    expect((await says('x'.repeat(1024 * 1024))).status).toBe(413);
  });

  it('answers the challenge of the set-up', async () => {
    const answer = await post({ body: JSON.stringify({ type: 'url_verification', challenge: 'abc' }) });
    expect(await answer.json()).toEqual({ challenge: 'abc' });
  });

  it('answers its other routes, 404 elsewhere, and 500 where a route throws', async () => {
    expect(await (await fetch(url('/healthz?x=1'))).text()).toBe('lives');
    expect((await fetch(url('/readyz'))).status).toBe(500);
    expect((await fetch(url('/elsewhere'))).status).toBe(404);
    expect((await fetch(url())).status).toBe(404);
  });

  it('acknowledges what is under way when it ends, and leaves what comes then to the next process', async () => {
    listener = () => wait(300);
    const underWay = says(WORDS);
    while (heard.length === 0) await wait(5);
    const stopping = stop();
    stop = () => stopping;
    const next = await says('the next');
    expect(next.status).toBe(503);
    expect((await underWay).status).toBe(200);
    await stopping;
    expect(heard).toEqual([WORDS]);
    expect(receiver.address()).toBeUndefined();
  });

  it('says which variable is wrong when the port is taken', async () => {
    const port = receiver.address()?.port ?? 0;
    const second = createHttpReceiver({
      signingSecret: SECRET,
      port,
      host: '127.0.0.1',
      log: () => undefined,
    });
    await expect(second.start()).rejects.toMatchObject({ name: 'ConfigError', variable: 'PORT' });
  });
});
