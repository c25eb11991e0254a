import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type SlackCoach, startSlackCoach } from '../support/slack-coach.ts';
import { atFirstStep, laterBy, type SlackThread } from '../support/slack-thread.ts';

/** What Slack does with events that no person did: https://docs.slack.dev/apis/events-api/#retries and worse. */

let coach: SlackCoach;
beforeAll(async () => {
  coach = await startSlackCoach('slack-faults-events');
});
afterAll(async () => {
  expect(coach.slack.violations).toEqual([]);
  await coach.close();
});

describe('one event, delivered again and again', () => {
  test('three times over HTTP and twice more by sockets is one turn and one next question', async () => {
    const { slack } = coach;
    const ada = await atFirstStep(coach, 'U0ADA');
    const said = await ada.says('Two years ago, at a customer day for 120 guests.');
    const again = [await slack.redeliver(said.ack, 1), await slack.redeliver(said.ack, 2)];
    const events = String(coach.adapter.port());
    const onSockets = await startSlackCoach('slack-faults-events', {
      transport: 'socket',
      slack,
      url: coach.world.url,
      keys: coach.world.keys,
    });
    slack.connectHttp(undefined);
    again.push(await slack.redeliver(said.ack, 0), await slack.redeliver(said.ack, 0));
    slack.connectHttp(`http://127.0.0.1:${events}/slack/events`);
    await onSockets.stop();
    expect(again.map(({ transport, lost, timedOut }) => ({ transport, lost, timedOut }))).toEqual(
      ['http', 'http', 'socket', 'socket'].map((transport) => ({ transport, lost: false, timedOut: false })),
    );
    const before = ada.cards().length;
    await ada.andSees(() => ada.person.presses('press:next'));
    await slack.calm(150);
    expect(ada.cards()).toHaveLength(before + 1);
    expect(await ada.parts('context')).toEqual(['Two years ago, at a customer day for 120 guests.']);
    expect((await ada.session()).stage).toMatchObject({ at: 'asking', step: 'failure' });
  });

  test('under a second id it is the same message still', async () => {
    const bea = await atFirstStep(coach, 'U0BEA');
    const said = await bea.says('At the winter fair.');
    await coach.slack.redeliver(said.ack, 0, { freshId: true });
    expect(await bea.parts('context')).toEqual(['At the winter fair.']);
  });

  test('one gesture that came as two messages is one part of the answer', async () => {
    const cy = await atFirstStep(coach, 'U0CY');
    const clientMsgId = 'f0f81a9d-1f3b-4c1e-9c35-4c1d6b0f7a11';
    await cy.says('At the summer fair.', { clientMsgId });
    await cy.says('At the summer fair.', { clientMsgId });
    expect(await cy.parts('context')).toEqual(['At the summer fair.']);
  });
});

describe('four quick messages', () => {
  const lines = ['Two years ago.', 'A customer day.', 'I was the organiser.', 'Sales needed it.'];

  async function fourAtOnce(talk: SlackThread, order: readonly number[]): Promise<void> {
    const asked = talk.newest();
    await Promise.all(order.map((at) => talk.says(lines[at] ?? '', { ts: laterBy(10 * (at + 1), asked) })));
  }

  test.each([
    ['in the order they were sent', 'U0DEE', [0, 1, 2, 3]],
    ['out of order', 'U0EVA', [3, 1, 2, 0]],
  ] as const)('%s are one answer of four parts, and one question follows', async (_, id, order) => {
    const talk = await atFirstStep(coach, id);
    const before = talk.cards().length;
    await fourAtOnce(talk, order);
    expect(await talk.parts('context')).toEqual(lines);
    await talk.andSees(() => talk.person.presses('press:next'));
    await coach.slack.calm(150);
    expect(talk.cards()).toHaveLength(before + 1);
    const { stage, answers } = await talk.session();
    expect(stage).toMatchObject({ at: 'asking', step: 'failure' });
    expect(JSON.stringify(answers.failure)).not.toContain('Sales needed it');
  });

  test('without a press they end after the pause, all of them, with one question', async () => {
    const flo = await atFirstStep(coach, 'U0FLO');
    const before = flo.cards().length;
    await flo.andSees(() => fourAtOnce(flo, [2, 0, 3, 1]));
    await coach.slack.calm(150);
    expect(flo.cards()).toHaveLength(before + 1);
    expect(await flo.parts('context')).toEqual(lines);
    expect((await flo.session()).stage).toMatchObject({ at: 'asking', step: 'failure' });
  });

  test('one that comes after the next question was put, and was written before it, belongs to its own answer', async () => {
    const gil = await atFirstStep(coach, 'U0GIL');
    const asked = gil.newest();
    await gil.answers('Two years ago, at a customer day for 120 guests.');
    await gil.says('I was the organiser.', { ts: laterBy(10, asked) });
    expect(await gil.parts('context')).toEqual([
      'I was the organiser.',
      'Two years ago, at a customer day for 120 guests.',
    ]);
    expect((await gil.session()).stage).toMatchObject({ at: 'asking', step: 'failure' });
  });
});

test('two events of one thread at once, a message and a press, are two turns in one order or the other', async () => {
  const hal = await atFirstStep(coach, 'U0HAL');
  await Promise.all([
    hal.says('Two years ago, at a customer day for 120 guests.'),
    hal.says('I was the organiser.'),
    hal.person.presses('press:next'),
  ]);
  await coach.slack.calm(150);
  const { answers, stage } = await hal.session();
  expect(answers.context?.map(({ text }) => text)).toEqual([
    'Two years ago, at a customer day for 120 guests.',
    'I was the organiser.',
  ]);
  expect(stage.at).toBe('asking');
});

describe('"edited" events', () => {
  test('that are none do nothing: previews, our own updates, reply counts, the same words', async () => {
    const { slack } = coach;
    const ida = await atFirstStep(coach, 'U0IDA');
    const said = await ida.says('Two years ago, see https://example.org/day for 120 guests.');
    const before = await ida.session();
    const shown = ida.person.reads();
    const message = { type: 'message', user: 'U0IDA', ts: said.ts, thread_ts: ida.root, text: said.text };
    const changed = (now: object) => ({
      type: 'message',
      subtype: 'message_changed',
      channel: ida.dm,
      channel_type: 'im',
      hidden: true,
      ts: laterBy(50, said.ts),
      message: { ...message, ...now },
      previous_message: message,
    });
    const own = ida.cards().at(-1);
    const acks = [
      await ida.person.unfurls(said.ts),
      await slack.event(changed({})),
      await slack.event(changed({ text: `${said.text} `, language: { locale: 'en' } })),
      await slack.event({
        ...changed({}),
        message: {
          ...own,
          user: slack.botUserId,
          text: 'Another text',
          edited: { user: slack.botUserId, ts: said.ts },
        },
        previous_message: { ...own, user: slack.botUserId },
      }),
      await slack.touchRoot(ida.dm, ida.root),
    ];
    expect(acks.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    await slack.calm(100);
    expect((await ida.session()).turn).toBe(before.turn);
    expect((await ida.session()).answers).toEqual(before.answers);
    expect(ida.person.reads()).toBe(shown);
  });

  test('that are real change the stored answer, and no question is asked twice', async () => {
    const joe = await atFirstStep(coach, 'U0JOE');
    const said = await joe.answers('Two years ago, at a customer day for 120 guests.');
    const before = joe.cards().length;
    await joe.person.edits(said.ts, 'Three years ago, at a customer day for 80 guests.');
    await coach.slack.calm(150);
    expect(await joe.parts('context')).toEqual(['Three years ago, at a customer day for 80 guests.']);
    expect(joe.cards()).toHaveLength(before);
    await joe.person.deletes(said.ts);
    expect(await joe.parts('context')).toEqual([]);
  });

  test('that come before the message they are about are not lost', async () => {
    const kay = await atFirstStep(coach, 'U0KAY');
    const ts = laterBy(10, kay.newest());
    const text = 'Three years ago.';
    const message = { type: 'message', user: 'U0KAY', ts, thread_ts: kay.root, text };
    const edited = { ...message, text: 'Four years ago.', edited: { user: 'U0KAY', ts: laterBy(5, ts) } };
    const common = { type: 'message', channel: kay.dm, channel_type: 'im', hidden: true, ts: laterBy(6, ts) };
    await coach.slack.event({
      ...common,
      subtype: 'message_changed',
      message: edited,
      previous_message: message,
    });
    await kay.says(text, { ts });
    expect(await kay.parts('context')).toEqual(['Four years ago.']);
  });
});
