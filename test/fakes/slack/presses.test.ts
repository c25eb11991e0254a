import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type FakeSlack, startFakeSlack } from './fake-slack.ts';
import { fieldsOf, listOf, textOf } from './json.ts';
import { connected, refusal } from './test-client.ts';

/** Nobody listens here: what a press would bring is read in the delivery that was lost. */
let slack: FakeSlack;

beforeEach(async () => {
  slack = await startFakeSlack({ echoes: false });
  slack.user('U0ADA');
});

afterEach(async () => {
  vi.useRealTimers();
  await slack.close();
});

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const next = {
  type: 'actions' as const,
  block_id: 'row',
  elements: [
    { type: 'button' as const, action_id: 'a:next', value: 'next|U0ADA||1', text: plain('Next') },
    {
      type: 'static_select' as const,
      action_id: 'a:more',
      options: [
        { text: plain('Skip this step'), value: 'skip|U0ADA||1' },
        { text: plain('Put aside'), value: 'pause|U0ADA||1' },
      ],
    },
  ],
};

async function post(text: string, blocks = [next]) {
  const { ts = '', channel = '' } = await connected(slack).chat.postMessage({
    channel: 'U0ADA',
    text,
    blocks,
  });
  return { ts, channel };
}

test('a button is found by its label, its action and the first word of its value; the newest message wins', async () => {
  const old = await post('Old');
  const { ts, channel } = await post('New');
  const ada = slack.user('U0ADA');
  for (const what of ['next', 'a:next', { label: 'Next' }, { actionId: 'a:next' }]) {
    const { body } = await ada.presses(what);
    expect(body).toMatchObject({
      type: 'block_actions',
      user: { id: 'U0ADA' },
      container: { type: 'message', message_ts: ts, channel_id: channel },
      actions: [{ action_id: 'a:next', block_id: 'row', value: 'next|U0ADA||1' }],
    });
  }
  expect((await ada.presses('Next', { in: old.ts })).body.container).toMatchObject({ message_ts: old.ts });
  expect((await ada.presses('Next', { as: 'U0BEA' })).body.user).toMatchObject({ id: 'U0BEA' });
  await expect(ada.presses('Back')).rejects.toThrow(/the newest has: Next, Skip this step, Put aside/);
});

test('an option of a select is chosen by its label, and the message’s state says so', async () => {
  await post('Card');
  const ada = slack.user('U0ADA');
  const { body } = await ada.presses('Put aside');
  const [action] = listOf(body.actions);
  expect(fieldsOf(action?.selected_option).value).toBe('pause|U0ADA||1');
  const named = await ada.presses({ actionId: 'a:more' }, { value: 'Skip this step' });
  expect(named.body.state).toMatchObject({
    values: { row: { 'a:more': { selected_option: { value: 'skip|U0ADA||1' } } } },
  });
});

test('a button that is gone can only be pressed by one who saw it', async () => {
  const { ts, channel } = await post('Card');
  await connected(slack).chat.update({ channel, ts, text: 'Said', blocks: [] });
  const ada = slack.user('U0ADA');
  await expect(ada.presses('Next')).rejects.toThrow(/nothing to press/);
  expect((await ada.presses('Next', { again: true })).body.container).toMatchObject({ message_ts: ts });
});

test('what is said by a press’s response address stands in the message’s place, or beside it', async () => {
  const { ts, channel } = await post('Card');
  const ada = slack.user('U0ADA');
  const url = textOf((await ada.presses('Next')).body.response_url);
  const respond = (body: object) => fetch(url, { method: 'POST', body: JSON.stringify(body) });
  await respond({ text: 'Only for you', replace_original: false });
  expect(ada.ephemerals.map(({ text }) => text)).toEqual(['Only for you']);
  await respond({ text: 'Replaced', blocks: [] });
  expect(slack.messages(channel)).toMatchObject([{ ts, text: 'Replaced' }]);
  await respond({ delete_original: true });
  expect(slack.messages(channel)).toEqual([]);
  slack.fail('response_url', { status: 500 });
  expect((await respond({ text: 'More' })).status).toBe(500);
  expect(slack.responses.map(({ status }) => status)).toEqual([200, 200, 200, 500]);
});

test('inputs of a message are told with the next press on it', async () => {
  const input = {
    type: 'input' as const,
    block_id: 'own',
    label: plain('In your own words'),
    element: { type: 'plain_text_input' as const, action_id: 'text', max_length: 20 },
  };
  const { channel } = await post('Card');
  await connected(slack).chat.postMessage({ channel, text: 'With an input', blocks: [input, next] });
  const ada = slack.user('U0ADA');
  ada.fills({ 'In your own words': 'It was mine.' });
  expect((await ada.presses('Next')).body.state).toMatchObject({
    values: { own: { text: { value: 'It was mine.' } } },
  });
  expect(() => ada.fills({ own: 'x'.repeat(21) })).toThrow('own holds 20 characters');
});

test('a trigger is good once, for three seconds, and a view is changed by who saw its last state', async () => {
  const client = connected(slack);
  const ada = slack.user('U0ADA');
  const view = {
    type: 'modal' as const,
    title: plain('Your answer'),
    blocks: [{ type: 'divider' as const }],
  };
  const trigger = async () => textOf((await ada.shortcut('practise')).body.trigger_id);
  const first = await trigger();
  const opened = await client.views.open({ trigger_id: first, view });
  expect(await refusal(client.views.open({ trigger_id: first, view }))).toBe('exchanged_trigger_id');
  const old = await trigger();
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(Date.now() + 3001);
  expect(await refusal(client.views.open({ trigger_id: old, view }))).toBe('expired_trigger_id');
  vi.useRealTimers();
  await client.views.push({ trigger_id: await trigger(), view: { ...view, title: plain('More') } });
  expect(ada.modal()?.title).toBe('More');
  const id = opened.view?.id ?? '';
  const hash = opened.view?.hash ?? '';
  await client.views.update({ view_id: id, hash, view });
  expect(await refusal(client.views.update({ view_id: id, hash, view }))).toBe('hash_conflict');
  const long = { ...view, title: plain('A title of 25 characters.') };
  expect(await refusal(client.views.update({ view_id: id, view: long }))).toBe('invalid_arguments');
  expect(slack.violations).toEqual(['views.update: title of 25 characters, at most 24']);
});
