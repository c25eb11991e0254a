import { describe, expect, test } from 'vitest';
import { decodePress } from '../../../adapters/slack/press.ts';
import { slackPlace } from '../../../adapters/slack/slack-place.ts';
import type { Order } from '../../../src/coach/ports.ts';
import { teamRef } from '../../../src/who/team.ts';
import { ADA, card, performing, wordsOf } from './performing.ts';

type Performing = Awaited<ReturnType<typeof performing>>;

const TEAM = teamRef(ADA, 'team1');
const CHANNEL = 'C0TEAM';
const joins = card('Who joins on Tuesday?', {
  asks: 'nothing',
  buttons: [{ action: 'mock:m1:join', word: 'team join', label: 'Join' }],
});

/** No call of Slack's names the team as if it were a person. */
function namedTo(at: Performing): string[] {
  return at.slack.calls.flatMap(({ args }) =>
    [args.users, args.user, args.channel, args.channel_id].filter((name) => name === TEAM.userId).map(String),
  );
}

describe('a team’s card', () => {
  test('is said in its channel, and changed there', async () => {
    await using at = await performing();
    at.slack.channel(CHANNEL);
    const where = { person: TEAM, place: slackPlace(CHANNEL) };
    const said = await at.performer.perform(at.say(joins, where));
    const [posted] = at.slack.messages(CHANNEL);
    expect(said).toEqual({ outcome: 'done', ref: posted?.ts });

    const revise: Order = { kind: 'revise', card: card('It is on Thursday.'), ref: posted?.ts };
    expect(await at.performer.perform(at.order(revise, where))).toEqual(said);
    expect(at.slack.messages(CHANNEL).map(wordsOf)).toEqual(['It is on Thursday.']);
    expect(namedTo(at)).toEqual([]);
  });

  test('that was never posted is posted where it was to be changed', async () => {
    await using at = await performing();
    at.slack.channel(CHANNEL);
    const revise: Order = { kind: 'revise', card: joins, ref: undefined };
    const order = at.order(revise, { person: TEAM, place: slackPlace(CHANNEL) });
    expect(await at.performer.perform(order)).toMatchObject({ outcome: 'done' });
    expect(at.slack.messages(CHANNEL)).toHaveLength(1);
  });

  test('is found by its delivery in the channel, and not posted again', async () => {
    await using at = await performing();
    at.slack.channel(CHANNEL);
    const delivery = at.say(joins, { person: TEAM, place: slackPlace(CHANNEL) });
    at.slack.fail('chat.postMessage', { dropAnswer: true });
    await at.performer.perform(delivery);
    expect(await at.again().perform({ ...delivery, inDoubt: true })).toMatchObject({ outcome: 'done' });
    expect(at.slack.messages(CHANNEL)).toHaveLength(1);
  });

  test('for a channel that the bot is not in is told to be nowhere', async () => {
    await using at = await performing();
    at.slack.channel(CHANNEL, { botIsMember: false });
    const delivery = at.say(joins, { person: TEAM, place: slackPlace(CHANNEL) });
    expect(await at.performer.perform(delivery)).toEqual({
      outcome: 'gone',
      reason: 'place-not_in_channel',
    });
  });

  test.each([TEAM, { ...ADA, userId: 'UBOB' }])(
    'that is kept under $userId comes to a member alone, and it is the member who presses it',
    async (person) => {
      await using at = await performing();
      const tell = at.order({ kind: 'remind', card: joins }, { person, place: slackPlace(ADA.userId) });
      expect(await at.performer.perform(tell)).toMatchObject({ outcome: 'done' });
      const last = at.slack.messages(at.dm).at(-1);
      expect(last === undefined ? '' : wordsOf(last)).toContain('Who joins on Tuesday?');
      const [, value = ''] = /"value":"([^"]+)"/.exec(JSON.stringify(last?.blocks)) ?? [];
      expect(decodePress(value)).toEqual({ action: 'mock:m1:join', userId: ADA.userId });
      expect(namedTo(at)).toEqual([]);
    },
  );

  test('for one member alone is never shown where others read', async () => {
    await using at = await performing();
    at.slack.channel(CHANNEL);
    const tell = at.order({ kind: 'remind', card: joins }, { person: TEAM, place: slackPlace(CHANNEL) });
    expect(await at.performer.perform(tell)).toEqual({ outcome: 'refused', reason: 'not-private' });
    expect(at.slack.messages(CHANNEL)).toEqual([]);
  });

  test('for a member who left is refused, and asks Slack about nobody else', async () => {
    await using at = await performing();
    at.slack.user(ADA.userId, { deactivated: true });
    const tell = at.order({ kind: 'remind', card: joins }, { person: TEAM, place: slackPlace(ADA.userId) });
    expect(await at.performer.perform(tell)).toEqual({ outcome: 'refused', reason: 'user_disabled' });
    expect(at.calls('conversations.open').map(({ args }) => args.users)).toEqual([ADA.userId]);
  });
});

describe('a group’s place that was not opened', () => {
  const place = slackPlace('team', 'm1-2-2');

  test.each([
    { order: { kind: 'say', card: joins }, outcome: { outcome: 'gone', reason: 'place-not-opened' } },
    {
      order: { kind: 'revise', card: joins, ref: '1764072000.000100' },
      outcome: { outcome: 'gone', reason: 'place-not-opened' },
    },
    { order: { kind: 'remind', card: joins }, outcome: { outcome: 'refused', reason: 'not-private' } },
  ] as const)('takes no order to $order.kind, and Slack is not asked', async ({ order, outcome }) => {
    await using at = await performing();
    const calls = at.slack.calls.length;
    expect(await at.performer.perform(at.order(order, { person: TEAM, place }))).toEqual(outcome);
    expect(at.slack.calls).toHaveLength(calls);
  });

  test('is closed without a word', async () => {
    await using at = await performing();
    expect(await at.performer.perform(at.order({ kind: 'close' }, { person: TEAM, place }))).toEqual({
      outcome: 'done',
    });
  });
});

test.each([{ kind: 'open' }, { kind: 'export' }, { kind: 'point', at: slackPlace(CHANNEL) }] as const)(
  'a team has no direct messages: an order to $kind is refused, and Slack is not asked',
  async (order) => {
    await using at = await performing({ exportOf: async () => [{ name: 'all.md', content: 'words' }] });
    const calls = at.slack.calls.length;
    const delivery = at.order(order, { person: TEAM, place: slackPlace(TEAM.userId) });
    expect(await at.performer.perform(delivery)).toEqual({ outcome: 'refused', reason: 'not-a-person' });
    expect(at.slack.calls).toHaveLength(calls);
  },
);
