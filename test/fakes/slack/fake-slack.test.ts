import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type FakeSlack, startFakeSlack } from './fake-slack.ts';
import { createTestBolt, type TestBolt } from './test-bolt.ts';

describe.each(['http', 'socket'] as const)('the real Bolt, by %s', (transport) => {
  let slack: FakeSlack;
  let bolt: TestBolt;

  beforeEach(async () => {
    slack = await startFakeSlack({ patienceMs: 700 });
    bolt = createTestBolt(slack, transport);
  });

  afterEach(async () => {
    await bolt.stop();
    await slack.close();
  });

  test('a message is heard as it was typed, and answered in its thread', async () => {
    const heard: unknown[] = [];
    bolt.app.message(async ({ message, say }) => {
      if (message.subtype !== undefined || !('text' in message)) return;
      heard.push(message.text);
      await say({ text: 'Your 5 minutes, when you like.', thread_ts: message.ts });
    });
    await bolt.start();
    const ada = slack.user('U0ADA');
    const said = await ada.says('Late & <prod> broke, see https://ex.org/a?x=1&y=2');
    await slack.until(() => slack.messages(slack.dmOf('U0ADA'), said.ts).length === 2, 'an answer');
    expect(heard).toEqual(['Late &amp; &lt;prod&gt; broke, see <https://ex.org/a?x=1&amp;y=2>']);
    expect(said.ack).toMatchObject({ transport, timedOut: false, lost: false });
    expect(ada.reads()).toBe(
      'Late & <prod> broke, see https://ex.org/a?x=1&y=2\nYour 5 minutes, when you like.',
    );
    expect(slack.violations).toEqual([]);
  });

  test('edits, previews, removals and the bot’s own messages are told as Slack tells them', async () => {
    const events: unknown[] = [];
    bolt.app.event('message', async ({ event }) => {
      events.push(event.subtype);
    });
    await bolt.start();
    const ada = slack.user('U0ADA');
    const said = await ada.says('It shipped late.');
    await ada.edits(said.ts, 'It shipped two weeks late.');
    await ada.unfurls(said.ts);
    const reply = await ada.says('And I had promised Friday.', { thread: said.ts });
    await slack.touchRoot(said.channel, said.ts);
    await ada.deletes(reply.ts);
    expect(events).toEqual([
      undefined,
      'message_changed',
      'message_changed',
      undefined,
      'message_changed',
      'message_deleted',
    ]);
    expect(ada.reads()).toBe('It shipped two weeks late.');
    await bolt.app.client.chat.postMessage({ channel: 'U0ADA', text: 'Here.' });
    await slack.until(() => slack.acks.length === 7, 'its own message');
    expect(slack.acks.at(-1)?.body.event).toMatchObject({ bot_id: 'B0COACHBOT', user: slack.botUserId });
  });

  test('a command is answered to the person alone, by its ack and by its response address five times', async () => {
    const statuses: number[] = [];
    bolt.app.command('/practice-failure', async ({ ack, command }) => {
      await ack({ text: `You typed ${command.text}` });
      for (let at = 0; at < 6; at += 1) {
        const body = JSON.stringify({ text: `more ${at}` });
        statuses.push((await fetch(command.response_url, { method: 'POST', body })).status);
      }
    });
    await bolt.start();
    const ada = slack.user('U0ADA');
    await ada.slash('help');
    await slack.until(() => statuses.length === 6, 'six posts');
    expect(statuses).toEqual([200, 200, 200, 200, 200, 404]);
    expect(ada.ephemerals.map(({ text }) => text).toSorted()).toEqual([
      'You typed help',
      ...[0, 1, 2, 3, 4].map((at) => `more ${at}`),
    ]);
    expect(slack.messages(slack.dmOf('U0ADA'))).toEqual([]);
  });

  test('a press opens a modal, and what is filled in comes back', async () => {
    const came: unknown[] = [];
    bolt.app.action('edit', async ({ ack, body, client }) => {
      await ack();
      if (body.type === 'block_actions') {
        await client.views.open({ trigger_id: body.trigger_id, view: FORM });
      }
    });
    bolt.app.view('answers', async ({ ack, view }) => {
      came.push(view.state.values);
      await ack(
        came.length === 1
          ? { response_action: 'errors', errors: { lesson: 'Not saved yet. Press Save again.' } }
          : { response_action: 'clear' },
      );
    });
    await bolt.start();
    const ada = slack.user('U0ADA');
    await bolt.app.client.chat.postMessage({ channel: 'U0ADA', text: 'Your 5 minutes.', blocks: [BUTTONS] });
    await ada.presses('Edit in a form');
    await slack.until(() => ada.modal() !== undefined, 'the modal');
    expect(ada.modal()?.title).toBe('Your answer');
    await ada.submits({ 'What you learned': 'Ask early.' });
    expect(ada.modal()?.errors).toEqual({ lesson: 'Not saved yet. Press Save again.' });
    await ada.submits({ lesson: 'Ask earlier.' });
    expect(ada.modal()).toBeUndefined();
    expect(came.at(-1)).toEqual({ lesson: { text: { type: 'plain_text_input', value: 'Ask earlier.' } } });
    expect(slack.violations).toEqual([]);
  });

  test('an event comes again under its own id, with the number of the retry', async () => {
    const seen: unknown[] = [];
    bolt.app.event('message', async ({ body, context }) => {
      seen.push([body.event_id, context.retryNum]);
    });
    await bolt.start();
    const said = await slack.user('U0ADA').says('Hello');
    await slack.redeliver(said.ack, 1);
    await slack.redeliver(said.ack, 2, { freshId: true });
    expect(seen).toHaveLength(3);
    expect(seen[1]).toEqual([said.ack.eventId, 1]);
    expect(seen[2]).not.toEqual([said.ack.eventId, 2]);
  });

  test('an app that never acknowledges is not waited for longer than Slack would', async () => {
    bolt.app.command('/practice-failure', async () => undefined);
    await bolt.start();
    const ack = await slack.user('U0ADA').slash('');
    expect(ack).toMatchObject({ timedOut: true, lost: false });
  });

  test('shortcuts, the Home tab and an uninstall reach the app', async () => {
    const came: string[] = [];
    bolt.app.shortcut('practise', async ({ ack, shortcut }) => {
      came.push(shortcut.type);
      await ack();
    });
    bolt.app.shortcut('critique-this', async ({ ack, shortcut }) => {
      if (shortcut.type === 'message_action') came.push(String(shortcut.message.text));
      await ack();
    });
    bolt.app.event('app_home_opened', async ({ event, client }) => {
      came.push(String(event.tab));
      const text = { type: 'plain_text', text: 'Your stories' } as const;
      await client.views.publish({
        user_id: event.user,
        view: { type: 'home', blocks: [{ type: 'header', text }] },
      });
    });
    bolt.app.event('app_uninstalled', async () => void came.push('uninstalled'));
    bolt.app.event('tokens_revoked', async () => void came.push('revoked'));
    await bolt.start();
    const ada = slack.user('U0ADA');
    const said = await ada.says('My answer');
    await ada.shortcut('practise');
    await ada.shortcut('critique-this', { message: said });
    await ada.opensHome();
    await slack.until(() => ada.home() !== undefined, 'the Home tab');
    expect(ada.home()?.blocks).toHaveLength(1);
    await slack.uninstall('revoked-first');
    expect(came.toSorted()).toEqual(['shortcut', 'My answer', 'home', 'revoked', 'uninstalled'].toSorted());
    await expect(bolt.app.client.auth.test()).rejects.toMatchObject({ data: { error: 'account_inactive' } });
  });
});

const BUTTONS = {
  type: 'actions' as const,
  elements: [
    {
      type: 'button' as const,
      action_id: 'edit',
      text: { type: 'plain_text' as const, text: 'Edit in a form' },
    },
  ],
};

const FORM = {
  type: 'modal' as const,
  callback_id: 'answers',
  title: { type: 'plain_text' as const, text: 'Your answer' },
  submit: { type: 'plain_text' as const, text: 'Save' },
  blocks: [
    {
      type: 'input' as const,
      block_id: 'lesson',
      label: { type: 'plain_text' as const, text: 'What you learned' },
      element: { type: 'plain_text_input' as const, action_id: 'text', multiline: true },
    },
  ],
};
