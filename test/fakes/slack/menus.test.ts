import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type FakeSlack, startFakeSlack } from './fake-slack.ts';
import { createTestBolt, type TestBolt } from './test-bolt.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text });

const CARD = {
  type: 'actions' as const,
  elements: [{ type: 'button' as const, action_id: 'edit', text: plain('Open') }],
};

const FORM = {
  type: 'modal' as const,
  callback_id: 'where',
  title: plain('Where and when'),
  submit: plain('Save'),
  blocks: [
    {
      type: 'input' as const,
      block_id: 'days',
      label: plain('Days'),
      element: {
        type: 'checkboxes' as const,
        action_id: 'days',
        options: [
          { text: plain('Monday'), value: '1' },
          { text: plain('Tuesday'), value: '2' },
        ],
      },
    },
    {
      type: 'input' as const,
      block_id: 'where',
      label: plain('City'),
      element: { type: 'external_select' as const, action_id: 'city', min_query_length: 2 },
    },
  ],
};

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

  test('a menu asks the app while something is typed, and only what was offered can be chosen', async () => {
    const came: unknown[] = [];
    bolt.app.action('edit', async ({ ack, body, client }) => {
      await ack();
      if (body.type === 'block_actions') await client.views.open({ trigger_id: body.trigger_id, view: FORM });
    });
    bolt.app.options('city', async ({ ack, options }) => {
      came.push([options.value, options.view?.type]);
      await ack({ options: [{ text: plain('Berlin'), value: 'b' }] });
    });
    bolt.app.view('where', async ({ ack, view }) => {
      came.push(view.state.values);
      await ack();
    });
    await bolt.start();
    const ada = slack.user('U0ADA');
    await bolt.app.client.chat.postMessage({ channel: 'U0ADA', text: 'Your 5 minutes.', blocks: [CARD] });
    await ada.presses('Open');
    await slack.until(() => ada.modal() !== undefined, 'the modal');
    const filled = { days: ['Monday', 'Tuesday'], city: 'Berlin' };
    await expect(ada.submits(filled)).rejects.toThrow('city has no option Berlin');
    await expect(ada.searches('City', 'b')).rejects.toThrow('asks nobody before 2 characters');
    expect((await ada.searches('City', 'be')).labels).toEqual(['Berlin']);
    await expect(ada.submits({ days: [], city: 'b' })).rejects.toThrow('asks for Days first');
    await ada.submits(filled);
    expect(ada.modal()).toBeUndefined();
    expect(came).toMatchObject([
      ['be', 'modal'],
      {
        days: { days: { type: 'checkboxes', selected_options: [{ value: '1' }, { value: '2' }] } },
        where: { city: { type: 'external_select', selected_option: { value: 'b' } } },
      },
    ]);
    expect(slack.violations).toEqual([]);
  });

  test('options that Slack would not take are none, and noted', async () => {
    bolt.app.action('edit', async ({ ack, body, client }) => {
      await ack();
      if (body.type === 'block_actions') await client.views.open({ trigger_id: body.trigger_id, view: FORM });
    });
    bolt.app.options('city', ({ ack }) =>
      ack({
        options: Array.from({ length: 101 }, (_, at) => ({ text: plain('x'.repeat(76)), value: `${at}` })),
      }),
    );
    await bolt.start();
    const ada = slack.user('U0ADA');
    await bolt.app.client.chat.postMessage({ channel: 'U0ADA', text: 'Your 5 minutes.', blocks: [CARD] });
    await ada.presses('Open');
    await slack.until(() => ada.modal() !== undefined, 'the modal');
    expect((await ada.searches('City', 'be')).labels).toEqual([]);
    expect(slack.violations[0]).toBe('options: 101, at most 100');
    expect(slack.violations).toHaveLength(102);
  });
});
