import { describe, expect, test } from 'vitest';
import { createRates } from '../../../adapters/slack/deliver/rates.ts';
import { BOT_SCOPES } from '../../../adapters/slack/scopes.ts';
import { slackPlace } from '../../../adapters/slack/slack-place.ts';
import type { Card } from '../../../src/card/card.ts';
import type { Delivery, Outcome } from '../../../src/coach/ports.ts';
import { parsePlaceKey } from '../../../src/who/place.ts';
import { teamRef } from '../../../src/who/team.ts';
import { ADA, card, longCard, performing, wordsOf } from './performing.ts';

type Performing = Awaited<ReturnType<typeof performing>>;

const TEAM = teamRef(ADA, 'team1');

/** The order to gather these people, whom Slack knows. */
function gathering(
  at: Performing,
  people: readonly string[],
  { shown = card('You two practise.'), inDoubt = false }: { shown?: Card; inDoubt?: boolean } = {},
): Delivery {
  for (const id of people) at.slack.user(id, {});
  const near = slackPlace('C0TEAM');
  const place = slackPlace('team', 'mock1-1-2');
  const order = { kind: 'gather', card: shown, people, called: 'Tuesday', near } as const;
  return at.order(order, { person: TEAM, place, inDoubt });
}

/** The channel of the place that was opened. */
function openedBy(outcome: Outcome): string {
  if (outcome.outcome !== 'done') throw new Error(outcome.outcome);
  return parsePlaceKey(outcome.ref ?? '').channel;
}

describe('a group is gathered', () => {
  test('in messages that only they and the bot are in, and what follows is said there', async () => {
    await using at = await performing();
    const outcome = await at.performer.perform(gathering(at, ['UADA', 'UBOB']));
    const group = openedBy(outcome);
    expect(outcome).toEqual({ outcome: 'done', ref: `slack/${group}` });
    expect(at.slack.membersOf(group)).toEqual(['UADA', 'UBOB']);
    expect(at.calls('conversations.open').map(({ args }) => args.users)).toEqual(['UADA,UBOB']);

    const say = at.say(card('Ada begins.'), { person: TEAM, place: slackPlace(group) });
    expect(await at.performer.perform(say)).toMatchObject({ outcome: 'done' });
    expect(at.slack.messages(group).map(wordsOf)).toEqual(['You two practise.', 'Ada begins.']);
    expect(at.slack.messages(group).every(({ thread_ts }) => thread_ts === undefined)).toBe(true);
    expect(at.readOutside()).toEqual([]);
  });

  test('once, where the answer to its first card was lost and another process tries again', async () => {
    await using at = await performing();
    const delivery = gathering(at, ['UADA', 'UBOB']);
    at.slack.fail('chat.postMessage', { dropAnswer: true });
    expect(await at.performer.perform(delivery)).toEqual({ outcome: 'unknown' });
    const group = openedBy(await at.again().perform({ ...delivery, inDoubt: true }));
    expect(at.slack.messages(group).map(wordsOf)).toEqual(['You two practise.']);
  });

  test('once, where the answer to the opening was lost', async () => {
    await using at = await performing();
    const delivery = gathering(at, ['UADA', 'UBOB']);
    at.slack.fail('conversations.open', { dropAnswer: true });
    expect(await at.performer.perform(delivery)).toEqual({ outcome: 'unknown' });
    const group = openedBy(await at.performer.perform({ ...delivery, inDoubt: true }));
    expect(at.slack.messages(group)).toHaveLength(1);
  });

  test('in the messages they had before, whoever is named first; with an observer they are another group', async () => {
    await using at = await performing();
    const first = openedBy(await at.performer.perform(gathering(at, ['UADA', 'UBOB'])));
    const again = openedBy(await at.performer.perform(gathering(at, ['UBOB', 'UADA', 'UBOB'])));
    const observed = openedBy(await at.performer.perform(gathering(at, ['UADA', 'UBOB', 'UEVE'])));
    expect(again).toBe(first);
    expect(observed).not.toBe(first);
    expect(at.slack.messages(first)).toHaveLength(2);
    expect(at.slack.messages(observed)).toHaveLength(1);
  });

  test('apart from other groups: none reads the words of another', async () => {
    await using at = await performing();
    const pairs = [
      ['UADA', 'UBOB'],
      ['UCAT', 'UDAN'],
      ['UEVE', 'UFAY', 'UGUS'],
    ];
    const groups: string[] = [];
    for (const pair of pairs) groups.push(openedBy(await at.performer.perform(gathering(at, pair))));
    for (const [no, group] of groups.entries()) {
      const say = at.say(card(`Group ${no}.`), { person: TEAM, place: slackPlace(group) });
      await at.performer.perform(say);
    }
    expect(groups.map((group) => at.slack.membersOf(group))).toEqual(pairs);
    expect(groups.map((group) => at.slack.messages(group).map(wordsOf).at(-1))).toEqual([
      'Group 0.',
      'Group 1.',
      'Group 2.',
    ]);
  });

  test('with one whole long card, also where its middle had to wait', async () => {
    await using at = await performing({ rates: () => createRates(10_000, 100) });
    const long = gathering(at, ['UADA', 'UBOB'], { shown: longCard() });
    at.slack.fail('chat.postMessage', { retryAfter: 30 }, 1, ({ metadata }) =>
      JSON.stringify(metadata).includes('.2"'),
    );
    expect(await at.performer.perform(long)).toMatchObject({ outcome: 'unknown' });
    const group = openedBy(await at.again().perform({ ...long, inDoubt: true }));
    const words = at.slack.messages(group).map(wordsOf);
    expect(new Set(words).size).toBe(words.length);
    expect(words.join('')).toContain('Paragraph 259:');
  });

  test('alone in their own direct messages, where only one is left', async () => {
    await using at = await performing();
    expect(openedBy(await at.performer.perform(gathering(at, ['UADA'])))).toBe(at.dm);
    expect(at.readOutside()).toEqual(['You two practise.']);
  });

  test('eight at most: nine are refused before Slack is asked', async () => {
    await using at = await performing();
    const people = Array.from({ length: 9 }, (_, no) => `U${no}`);
    expect(await at.performer.perform(gathering(at, people))).toEqual({
      outcome: 'refused',
      reason: 'more-than-8-people',
    });
    expect(at.calls('conversations.open')).toEqual([]);
    expect(openedBy(await at.performer.perform(gathering(at, [...people.slice(1), 'U1'])))).toMatch(/^G/);
  });

  test.each([
    [[], 'nobody-to-gather'],
    [['UADA', TEAM.userId], 'not-a-user'],
  ])('or refused where %j are no people', async (people, reason) => {
    await using at = await performing();
    expect(await at.performer.perform(gathering(at, people))).toEqual({ outcome: 'refused', reason });
    expect(at.calls('conversations.open')).toEqual([]);
  });
});

describe('a group that Slack does not gather', () => {
  test('is refused with what is missing where the app was installed without mpim:write, and nobody is written to', async () => {
    const scopes = BOT_SCOPES.filter(({ offered }) => offered !== true).map(({ scope }) => scope);
    await using at = await performing({}, { scopes, strict: false });
    expect(await at.performer.perform(gathering(at, ['UADA', 'UBOB']))).toEqual({
      outcome: 'refused',
      reason: 'missing_scope mpim:write',
    });
    expect(at.calls('chat.postMessage')).toEqual([]);
    expect(at.logged.join()).toContain('slack-not-gathered');
    // The rest of the coach works as before.
    expect(await at.performer.perform(at.say(card('Go on.')))).toMatchObject({ outcome: 'done' });
  });

  test('comes rather twice than never where the app may not look into its messages', async () => {
    const scopes = BOT_SCOPES.map(({ scope }) => scope).filter((scope) => scope !== 'mpim:history');
    await using at = await performing({}, { scopes, strict: false });
    const outcome = await at.performer.perform(gathering(at, ['UADA', 'UBOB'], { inDoubt: true }));
    expect(at.slack.messages(openedBy(outcome))).toHaveLength(1);
    expect(at.logged.join()).toContain('slack-look-up-refused');
  });

  test.each([
    ['user_disabled', { deactivated: true }],
    ['cannot_dm_bot', { isBot: true }],
  ] as const)('is refused with %s of one of them', async (reason, options) => {
    await using at = await performing();
    const delivery = gathering(at, ['UADA', 'UBOB']);
    at.slack.user('UBOB', options);
    expect(await at.performer.perform(delivery)).toEqual({ outcome: 'refused', reason });
    expect(at.readOutside()).toEqual([]);
  });

  test.each(['user_not_found', 'user_not_visible', 'invalid_user_combination', 'a_code_of_next_year'])(
    'is refused with %s, and its people do not wait for it',
    async (error) => {
      await using at = await performing();
      at.slack.fail('conversations.open', { error });
      const outcome = await at.performer.perform(gathering(at, ['UADA', 'UBOB']));
      expect(outcome).toEqual({ outcome: 'refused', reason: error });
    },
  );

  test('for account_inactive is tried once more, since the token may be what ended; then it is refused', async () => {
    await using at = await performing();
    const delivery = gathering(at, ['UADA', 'UBOB']);
    at.slack.fail('conversations.open', { error: 'account_inactive' }, 2);
    expect(await at.performer.perform(delivery)).toMatchObject({ outcome: 'later' });
    expect(await at.performer.perform(delivery)).toEqual({ outcome: 'refused', reason: 'account_inactive' });
  });

  test('is tried once more where its new conversation is not there yet', async () => {
    await using at = await performing();
    const delivery = gathering(at, ['UADA', 'UBOB']);
    at.slack.fail('chat.postMessage', { error: 'channel_not_found' });
    expect(await at.performer.perform(delivery)).toEqual({ outcome: 'later', afterMs: 1_000 });
    expect(at.slack.messages(openedBy(await at.performer.perform(delivery)))).toHaveLength(1);
  });

  test.each(['conversations.open', 'chat.postMessage'])('later, where %s was too often', async (method) => {
    await using at = await performing();
    at.slack.fail(method, { retryAfter: 3 });
    expect(await at.performer.perform(gathering(at, ['UADA', 'UBOB']))).toEqual({
      outcome: 'later',
      afterMs: 3_000,
    });
  });

  test.each(['invalid_auth', 'missing_scope'])(
    'waits for the operator where %s keeps everything from being posted',
    async (error) => {
      await using at = await performing();
      at.slack.fail('chat.postMessage', { error });
      const outcome = await at.performer.perform(gathering(at, ['UADA', 'UBOB']));
      expect(outcome).toEqual({ outcome: 'later', afterMs: 60_000 });
    },
  );
});
