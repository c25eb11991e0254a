import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Fault } from '../fakes/slack/fault.ts';
import { readBlocks } from '../fakes/slack/plain.ts';
import { type SlackCoach, startSlackCoach } from '../support/slack-coach.ts';
import { atFirstStep, beginsInSlack, type SlackThread, threadOf } from '../support/slack-thread.ts';

/** What Slack answers when a card is to be shown: retried, shown elsewhere or given up; never twice, never a silent end. */

let coach: SlackCoach;
beforeAll(async () => {
  coach = await startSlackCoach('slack-faults-platform');
});
afterEach(() => coach.slack.healFaults());
afterAll(async () => {
  expect(coach.slack.violations).toEqual([]);
  await coach.close();
});

const CONTEXT = 'Two years ago, at a customer day for 120 guests.';
const inDmOf = (thread: SlackThread) => (args: Readonly<Record<string, unknown>>) =>
  args.channel === thread.dm;
const failing = (thread: SlackThread, fault: Fault, times = 1, method = 'chat.postMessage') =>
  coach.slack.fail(method, fault, times, inDmOf(thread));
const asking = (thread: SlackThread, words: string) =>
  thread.cards().filter(({ blocks }) => readBlocks(blocks ?? []).includes(words));

describe('a card that Slack does not take at once', () => {
  test('waits as long as Slack asks, and meanwhile another person goes on', async () => {
    const [ada, bea] = [await atFirstStep(coach, 'U0ADA'), await atFirstStep(coach, 'U0BEA')];
    failing(ada, { retryAfter: 2 });
    await ada.says(CONTEXT);
    await ada.person.presses('press:next');
    await bea.answers(CONTEXT);
    expect(asking(ada, '2 of 5')).toEqual([]);
    const calls = () =>
      coach.slack.calls.filter(
        ({ method, args }) => method === 'chat.postMessage' && args.channel === ada.dm,
      );
    await coach.slack.until(() => asking(ada, '2 of 5').length > 0, 'the card of Ada', 8_000);
    expect(asking(ada, '2 of 5')).toHaveLength(1);
    const [refused, next] = calls().slice(-2);
    expect(refused?.result).toBe('http 429');
    expect((next?.at ?? 0) - (refused?.at ?? 0)).toBeGreaterThanOrEqual(1_900);
  });

  test.each<[string, string, Fault]>([
    ['says "ratelimited" with status 200', 'U0CY', { ratelimited: 1 }],
    ['breaks with 503', 'U0DEE', { status: 503 }],
    ['has an internal error', 'U0EVA', { error: 'internal_error' }],
    ['cuts the line', 'U0FLO', { refuse: true }],
    ['takes it, and the answer is lost', 'U0GIL', { dropAnswer: true }],
  ])('since it %s is there in the end, once', async (_, id, fault) => {
    const thread = await atFirstStep(coach, id);
    failing(thread, fault);
    await thread.says(CONTEXT);
    await thread.person.presses('press:next');
    await coach.slack.until(() => asking(thread, '2 of 5').length > 0, 'the next card', 8_000);
    // The one that comes next shows that nothing of the former is under way any more.
    await thread.says('I agreed the room by phone.');
    await thread.person.presses('press:next');
    await coach.slack.until(() => asking(thread, '3 of 5').length > 0, 'the card after it', 12_000);
    expect(asking(thread, '2 of 5')).toHaveLength(1);
    expect(asking(thread, '3 of 5')).toHaveLength(1);
  });

  test('posted by a process that ended before the answer came is found by the next, and not posted again', async () => {
    const ida = await atFirstStep(coach, 'U0IDA');
    const other = await coach.another();
    failing(ida, { dropAnswer: true });
    await ida.says(CONTEXT);
    await ida.person.presses('press:next');
    await coach.slack.until(() => asking(ida, '2 of 5').length > 0, 'it is posted');
    await other.stop();
    coach.slack.connectHttp(`http://127.0.0.1:${coach.adapter.port()}/slack/events`);
    await ida.says('I agreed the room by phone.');
    await ida.person.presses('press:next');
    await coach.slack.until(() => asking(ida, '3 of 5').length > 0, 'the card after it', 15_000);
    expect(asking(ida, '2 of 5')).toHaveLength(1);
  });
});

describe('a place that is gone', () => {
  test.each(['channel_not_found', 'not_in_channel', 'is_archived'])(
    '(%s): the practice goes on in a new thread, once, with a line',
    async (error) => {
      const id = `U0${error.replaceAll('_', '').toUpperCase()}`;
      const thread = await atFirstStep(coach, id);
      failing(thread, { error });
      await thread.says(CONTEXT);
      await thread.person.presses('press:next');
      const moved = () => asking(thread, 'I could not write in the old place, so we go on here.');
      await coach.slack.until(() => moved().length > 0, 'it goes on', 8_000);
      await coach.slack.calm(200);
      const [line] = moved();
      expect(moved()).toHaveLength(1);
      expect(readBlocks(line?.blocks ?? [])).toContain('2 of 5');
      expect(line?.thread_ts).not.toBe(thread.root);
      const there = threadOf(coach, thread.person, line?.thread_ts ?? '');
      await there.answers('I agreed the room by phone.');
      expect(there.cards().at(-1)?.thread_ts).toBe(there.root);
      expect(await coach.sessions(id)).toHaveLength(1);
      expect(await there.parts('context')).toEqual([CONTEXT]);
    },
  );

  test('because somebody deleted its root: the same, and old messages stay as answers', async () => {
    const joe = await atFirstStep(coach, 'U0JOE');
    await joe.answers(CONTEXT);
    await coach.slack.deleteMessage(joe.dm, joe.root);
    await joe.says('I agreed the room by phone.');
    await joe.person.presses('press:next');
    await coach.slack.until(
      () => asking(joe, 'I could not write in the old place').length > 0,
      'it goes on',
      8_000,
    );
    const line = asking(joe, 'I could not write in the old place').at(-1);
    expect(line?.thread_ts).not.toBe(joe.root);
    expect(await joe.parts('context')).toEqual([CONTEXT]);
  });
});

test.each(['cannot_dm_bot', 'user_disabled'])(
  'somebody who cannot be written to (%s) is not tried for ever, and others are not held up',
  async (error) => {
    const { slack } = coach;
    const id = `U0${error.replaceAll('_', '').toUpperCase()}`;
    const kay = slack.user(id, { name: id });
    slack.fail('conversations.open', { error }, 1_000, (args) => args.users === id);
    await kay.slash('');
    await slack.calm(300);
    const tries = slack.calls.filter(({ result }) => result === error).length;
    expect(tries).toBeGreaterThan(0);
    await coach.world.system.deliverer.sweep();
    await slack.calm(300);
    expect(slack.calls.filter(({ result }) => result === error)).toHaveLength(tries);
    expect(tries).toBeLessThan(6);
    await beginsInSlack(coach, `${id}TOO`);
  },
);

test.each(['msg_too_long', 'msg_blocks_too_long', 'invalid_blocks'])(
  'a card that Slack does not take as it is (%s) comes in plainer blocks, once, with its buttons',
  async (error) => {
    const thread = await atFirstStep(coach, `U0P${error.replaceAll('_', '').toUpperCase()}`);
    failing(thread, { error });
    await thread.answers(CONTEXT);
    await coach.slack.calm(100);
    expect(asking(thread, '2 of 5')).toHaveLength(1);
    await thread.goesOn();
    expect(asking(thread, '3 of 5')).toHaveLength(1);
  },
);
