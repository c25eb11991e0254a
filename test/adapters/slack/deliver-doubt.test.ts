import { describe, expect, test } from 'vitest';
import { createRates } from '../../../adapters/slack/deliver/rates.ts';
import { card, longCard, performing } from './performing.ts';

const manyRates = () => createRates(10_000, 100);

describe('a card whose answer was lost', () => {
  test('is found and not posted again', async () => {
    await using at = await performing();
    const delivery = at.say(card('once'));
    at.slack.fail('chat.postMessage', { dropAnswer: true });
    expect(await at.performer.perform(delivery)).toEqual({ outcome: 'unknown' });
    const outcome = await at.performer.perform({ ...delivery, inDoubt: true });
    expect(at.read()).toEqual(['once']);
    expect(outcome).toEqual({ outcome: 'done', ref: at.slack.messages(at.dm, at.thread).at(-1)?.ts });
  });

  test('is found by a process that never sent it, below forty other messages', async () => {
    await using at = await performing({ rates: manyRates });
    for (let turn = 0; turn < 40; turn += 1) await at.performer.perform(at.say(card(`card ${turn}`)));
    const delivery = at.say(card('once'));
    await at.performer.perform(delivery);
    expect(await at.again().perform({ ...delivery, inDoubt: true })).toMatchObject({ outcome: 'done' });
    expect(at.read().filter((words) => words === 'once')).toHaveLength(1);
  });

  test('is posted when it never arrived', async () => {
    await using at = await performing();
    const delivery = at.say(card('once'));
    at.slack.fail('chat.postMessage', { refuse: true });
    expect(await at.performer.perform(delivery)).toEqual({ outcome: 'unknown' });
    expect(await at.performer.perform({ ...delivery, inDoubt: true })).toMatchObject({ outcome: 'done' });
    expect(at.read()).toEqual(['once']);
  });

  test('of several messages only the missing ones are posted, whoever goes on with it', async () => {
    await using whole = await performing({ rates: manyRates });
    await whole.performer.perform(whole.say(longCard()));
    for (const goesOn of ['the same', 'another'] as const) {
      await using at = await performing({ rates: manyRates });
      const delivery = at.say(longCard());
      at.slack.fail('chat.postMessage', { dropAnswer: true }, 1, (args) =>
        JSON.stringify(args.metadata).includes('.2"'),
      );
      const outcome = await at.performer.perform(delivery);
      const [first] = at.slack.messages(at.dm, at.thread).filter(({ ts }) => ts !== at.thread);
      expect(outcome).toEqual({ outcome: 'unknown', ref: first?.ts });
      const performer = goesOn === 'the same' ? at.performer : at.again();
      expect(await performer.perform({ ...delivery, inDoubt: true })).toMatchObject({ outcome: 'done' });
      expect(at.read()).toEqual(whole.read());
    }
  });

  test('half of it posted and then too often: the next try knows which half', async () => {
    await using whole = await performing({ rates: manyRates });
    await whole.performer.perform(whole.say(longCard()));
    await using at = await performing({ rates: manyRates });
    const delivery = at.say(longCard());
    at.slack.fail('chat.postMessage', { retryAfter: 30 }, 1, (args) =>
      JSON.stringify(args.metadata).includes('.3"'),
    );
    // `later` would tell the outbox that nothing was sent.
    const outcome = await at.performer.perform(delivery);
    const posted = at.slack.messages(at.dm, at.thread).filter(({ ts }) => ts !== at.thread);
    expect(outcome).toEqual({ outcome: 'unknown', ref: posted.map(({ ts }) => ts).join(' ') });
    expect(posted).toHaveLength(2);
    const calls = at.slack.calls.length;
    expect(await at.performer.perform({ ...delivery, inDoubt: true })).toEqual({ outcome: 'unknown' });
    expect(at.slack.calls.length).toBe(calls);
    expect(await at.again().perform({ ...delivery, inDoubt: true })).toMatchObject({ outcome: 'done' });
    expect(at.read()).toEqual(whole.read());
  });

  test.each([{ error: 'missing_scope' }, { retryAfter: 60 }, { error: 'thread_not_found' }] as const)(
    'where Slack lets nobody look (%o) it is posted again: rather twice than never',
    async (fault) => {
      await using at = await performing();
      const delivery = at.say(card('at least once'));
      at.slack.fail('conversations.replies', fault);
      expect(await at.performer.perform({ ...delivery, inDoubt: true })).toMatchObject({ outcome: 'done' });
      expect(at.read()).toEqual(['at least once']);
      expect(at.logged.join()).toContain('slack-look-up-refused');
    },
  );

  test('where Slack cannot be reached for looking, it stays in doubt', async () => {
    await using at = await performing();
    const delivery = at.say(card('once'));
    await at.performer.perform(delivery);
    at.slack.fail('conversations.replies', { status: 503 });
    expect(await at.performer.perform({ ...delivery, inDoubt: true })).toEqual({ outcome: 'unknown' });
    expect(await at.performer.perform({ ...delivery, inDoubt: true })).toMatchObject({ outcome: 'done' });
    expect(at.read()).toEqual(['once']);
  });

  test('nothing of it found, then too often: it is not in doubt any more', async () => {
    await using at = await performing();
    at.slack.fail('chat.postMessage', { retryAfter: 2 });
    const outcome = await at.performer.perform(at.say(card('once'), { inDoubt: true }));
    expect(outcome).toEqual({ outcome: 'later', afterMs: 2_000 });
  });
});
