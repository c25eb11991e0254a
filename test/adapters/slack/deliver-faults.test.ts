import { describe, expect, test } from 'vitest';
import { createSlackClient } from '../../../adapters/slack/api/client.ts';
import { slackPlace } from '../../../adapters/slack/slack-place.ts';
import { card, longCard, PARAGRAPHS, performing } from './performing.ts';

describe('Slack answers a card', () => {
  test.each([{ retryAfter: 7 }, { ratelimited: 7 }] as const)(
    'with %o: it waits as long, and other channels go on',
    async (fault) => {
      await using at = await performing();
      at.slack.user('UBOB', { name: 'Bob' });
      at.slack.fail('chat.postMessage', fault, 1);
      const delivery = at.say(card('Hello.'));
      expect(await at.performer.perform(delivery)).toEqual({ outcome: 'later', afterMs: 7_000 });
      const elsewhere = at.say(card('Hello, Bob.'), { place: slackPlace('UBOB') });
      expect(await at.performer.perform(elsewhere)).toMatchObject({ outcome: 'done' });
      const tooEarly = await at.performer.perform(delivery);
      expect(tooEarly).toMatchObject({ outcome: 'later' });
      expect(at.read()).toEqual([]);
    },
  );

  test.each([
    { status: 500 },
    { status: 503 },
    { error: 'internal_error' },
    { error: 'fatal_error' },
    { dropAnswer: true },
    { refuse: true },
  ] as const)('with %o: perhaps it was accepted', async (fault) => {
    await using at = await performing();
    at.slack.fail('chat.postMessage', fault);
    expect(await at.performer.perform(at.say(card('Hello.')))).toEqual({ outcome: 'unknown' });
  });

  test('not at all, since nobody listens there: nothing was sent, and it waits', async () => {
    await using at = await performing();
    const delivery = at.say(card('Hello.'));
    await at.slack.close();
    expect(await at.performer.perform(delivery)).toEqual({ outcome: 'later', afterMs: 1_000 });
  });

  test.each([
    'channel_not_found',
    'not_in_channel',
    'is_archived',
    'thread_not_found',
    'cannot_reply_to_message',
    'restricted_action',
    'restricted_action_read_only_channel',
    'cannot_dm_bot',
    'user_disabled',
  ])('with %s: the place is gone, and the conversation is told so', async (error) => {
    await using at = await performing();
    at.slack.fail('chat.postMessage', { error });
    expect(await at.performer.perform(at.say(card('Hello.')))).toEqual({
      outcome: 'gone',
      reason: `place-${error}`,
    });
  });

  test('in a thread whose root was deleted: the place is gone', async () => {
    await using at = await performing();
    at.slack.deleteMessage(at.dm, at.thread);
    expect(await at.performer.perform(at.say(card('Hello.')))).toMatchObject({
      outcome: 'gone',
      reason: expect.stringMatching(/^place-/),
    });
  });

  test.each(['token_revoked', 'account_inactive'] as const)(
    'with %s: the installation has ended, and that is said',
    async (kind) => {
      await using at = await performing();
      at.slack.revoke(kind);
      expect(await at.performer.perform(at.say(card('Hello.')))).toMatchObject({ outcome: 'later' });
      expect(at.died).toEqual([kind]);
    },
  );

  test.each(['invalid_auth', 'missing_scope', 'not_allowed_token_type', 'team_access_not_granted'])(
    'with %s: it waits for the operator, who is told once',
    async (error) => {
      await using at = await performing();
      at.slack.fail('chat.postMessage', { error }, 3);
      for (let time = 0; time < 3; time += 1) {
        const outcome = await at.performer.perform(at.say(card('Hello.')));
        expect(outcome).toEqual({ outcome: 'later', afterMs: 60_000 });
      }
      expect(at.logged.filter((line) => line.includes(error))).toHaveLength(1);
      expect(at.died).toEqual([]);
    },
  );

  test.each(['msg_too_long', 'msg_blocks_too_long', 'invalid_blocks', 'invalid_blocks_format', 'no_text'])(
    'with %s: the same words come once more in the plainest form',
    async (error) => {
      await using at = await performing();
      at.slack.fail('chat.postMessage', { error });
      const outcome = await at.performer.perform(at.say(card('The room was double booked.')));
      expect(outcome).toMatchObject({ outcome: 'done' });
      expect(at.read()).toEqual(['The room was double booked.']);
      const blocks = at.calls('chat.postMessage').map((call) => JSON.stringify(call.args.blocks));
      expect(blocks[1]).not.toBe(blocks[0]);
    },
  );

  test('in the middle of a long card with invalid_blocks: it is there once, and whole', async () => {
    await using at = await performing();
    at.slack.fail('chat.postMessage', { error: 'invalid_blocks' }, 1, (args) =>
      JSON.stringify(args.metadata).includes('.2"'),
    );
    expect(await at.performer.perform(at.say(longCard()))).toMatchObject({ outcome: 'done' });
    const numbers = [
      ...at
        .read()
        .join('')
        .matchAll(/Paragraph (\d+):/g),
    ].map((match) => Number(match[1]));
    expect(numbers).toEqual(Array.from({ length: PARAGRAPHS }, (_, number) => number));
  });

  test('with invalid_blocks to both forms: it is refused, and no third is tried', async () => {
    await using at = await performing();
    at.slack.fail('chat.postMessage', { error: 'invalid_blocks' }, 5);
    expect(await at.performer.perform(at.say(card('Hello.')))).toEqual({
      outcome: 'refused',
      reason: 'invalid_blocks',
    });
    expect(at.calls('chat.postMessage')).toHaveLength(2);
  });

  test('with a code nobody knows: it waits, and the code is noted', async () => {
    await using at = await performing();
    at.slack.fail('chat.postMessage', { error: 'a_code_of_next_year' });
    expect(await at.performer.perform(at.say(card('Hello.')))).toMatchObject({ outcome: 'later' });
    expect(at.logged.join()).toContain('a_code_of_next_year');
  });

  test('with a code nobody knows of somebody it is shared with: that is told, and holds nothing up', async () => {
    await using at = await performing();
    at.slack.fail('conversations.open', { error: 'a_code_of_next_year' });
    const share = at.order({ kind: 'share', card: card('Hello.'), to: 'U0BOB' });
    expect(await at.performer.perform(share)).toEqual({
      outcome: 'refused',
      reason: 'share-a_code_of_next_year',
    });
  });

  test('and nothing of what a person wrote is in the log, whatever it answers', async () => {
    await using at = await performing();
    const faults = [
      { error: 'invalid_blocks' },
      { error: 'strange_one' },
      { status: 500 },
      { refuse: true },
    ] as const;
    for (const fault of faults) {
      at.slack.fail('chat.postMessage', fault, 2);
      await at.performer.perform(at.say(card('I agreed the room by phone.')));
    }
    expect(at.logged.length).toBeGreaterThanOrEqual(faults.length);
    expect(at.logged.join()).not.toContain('room');
  });
});

test('a client tries once, and logs nothing', async () => {
  await using at = await performing();
  const client = createSlackClient({ token: 'xoxb-1', apiUrl: at.slack.apiUrl, teamId: 'T1' });
  at.slack.fail('chat.postMessage', { status: 500 }, 3);
  await expect(client.chat.postMessage({ channel: at.dm, text: 'x' })).rejects.toThrow();
  expect(at.calls('chat.postMessage')).toHaveLength(1);
});

test('the team goes with every call, also where it is known only later', async () => {
  await using at = await performing();
  let teamId: string | undefined;
  const client = createSlackClient({
    token: at.slack.botToken,
    apiUrl: at.slack.apiUrl,
    teamId: () => teamId,
  });
  await client.auth.test();
  teamId = at.slack.teamId;
  await client.conversations.open({ users: 'UADA' });
  expect(at.calls('auth.test').at(-1)?.args).not.toHaveProperty('team_id');
  expect(at.calls('conversations.open').at(-1)?.args.team_id).toBe(at.slack.teamId);
});
