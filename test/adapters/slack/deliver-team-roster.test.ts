import { describe, expect, test } from 'vitest';
import { BOT_SCOPES } from '../../../adapters/slack/scopes.ts';
import { slackPlace } from '../../../adapters/slack/slack-place.ts';
import type { Delivery, Order, Outcome } from '../../../src/coach/ports.ts';
import { teamRef } from '../../../src/who/team.ts';
import { ADA, performing } from './performing.ts';

type Performing = Awaited<ReturnType<typeof performing>>;
type Who = Extract<Order, { kind: 'roster' }>['who'];

const CHANNEL = 'C0TEAM';
const granted = (...without: string[]) =>
  BOT_SCOPES.map(({ scope }) => scope).filter((scope) => !without.includes(scope));

/** The order to look up who is to be asked, of a team of this workspace. */
function lookUp(at: Performing, who: Who, channel = CHANNEL): Delivery {
  const person = teamRef({ ...ADA, scope: at.slack.teamId }, 'team1');
  return at.order({ kind: 'roster', who }, { person, place: slackPlace(channel) });
}

function peopleIn(outcome: Outcome): string[] {
  if (outcome.outcome !== 'done') throw new Error(JSON.stringify(outcome));
  return (outcome.people ?? []).map(({ id }) => id);
}

/** So many people in the channel, whom Slack knows. */
function filled(at: Performing, count: number, channel = CHANNEL): string[] {
  const members = Array.from({ length: count }, (_, index) => `U0P${index}`);
  for (const id of members) at.slack.user(id, { name: `Person ${id}` });
  at.slack.channel(channel, { members });
  return members;
}

describe('those of a channel', () => {
  test('are found on all of its pages, each with their name and zone: guests too, but no bots, nobody who left, no strangers', async () => {
    await using at = await performing({}, { scopes: granted() });
    const members = filled(at, 250);
    at.slack.user('U0P3', { name: 'Ada', tz: 'Asia/Tokyo' });
    at.slack.user('U0P4', { isBot: true });
    at.slack.user('U0P201', { deactivated: true });
    at.slack.user('U0P202', { isGuest: true });
    at.slack.user('U0P203', { teamId: 'T0OTHER' });
    at.slack.user('U0P204', { tz: null });
    at.slack.channel(CHANNEL, { members: ['USLACKBOT', 'U0GONE'] });
    at.slack.user('USLACKBOT', { name: 'Slackbot' });

    const outcome = await at.performer.perform(lookUp(at, 'channel'));
    const out = new Set(['U0P4', 'U0P201', 'U0P203']);
    expect(peopleIn(outcome)).toEqual(members.filter((id) => !out.has(id)));
    expect(outcome).toMatchObject({
      people: expect.arrayContaining([
        { id: 'U0P3', name: 'Ada', zone: 'Asia/Tokyo' },
        { id: 'U0P204', name: 'Person U0P204' },
      ]),
    });
    expect(at.calls('conversations.members').map(({ args }) => args.cursor)).toEqual([
      undefined,
      expect.any(String),
    ]);
    expect(at.logged.join()).not.toContain('U0P');
  });

  test('are found in a private channel that the bot is in', async () => {
    await using at = await performing({}, { scopes: granted('channels:read') });
    filled(at, 2, 'G0TEAM');
    expect(peopleIn(await at.performer.perform(lookUp(at, 'channel', 'G0TEAM')))).toHaveLength(2);
  });

  test('are found where Slack asks to wait in the middle: the next try goes on with those who were not looked up yet', async () => {
    await using at = await performing();
    const members = filled(at, 230);
    const order = lookUp(at, 'channel');
    at.slack.fail('conversations.members', { retryAfter: 7 }, 1, ({ cursor }) => cursor !== undefined);
    expect(await at.performer.perform(order)).toEqual({ outcome: 'later', afterMs: 7_000 });
    at.slack.fail('users.info', { retryAfter: 30 }, 1, ({ user }) => user === 'U0P120');
    expect(await at.performer.perform(order)).toEqual({ outcome: 'later', afterMs: 30_000 });
    const before = at.calls('users.info').length;
    expect(peopleIn(await at.performer.perform(order))).toEqual(members);
    expect(at.calls('users.info').length - before).toBeLessThan(130);
    // A channel that is looked up holds up nothing that is said in it.
    expect(
      await at.performer.perform(at.say({ v: 1, blocks: [], buttons: [], asks: 'nothing' })),
    ).toMatchObject({ outcome: 'done' });
  });

  test.each([
    { error: 'internal_error' },
    { status: 503 },
    { refuse: true },
    { error: 'fetch_members_failed' },
  ] as const)('are looked up once more after %j', async (fault) => {
    await using at = await performing();
    filled(at, 2);
    at.slack.fail('conversations.members', fault);
    expect(await at.performer.perform(lookUp(at, 'channel'))).toEqual({ outcome: 'later', afterMs: 1_000 });
    expect(peopleIn(await at.again().perform(lookUp(at, 'channel')))).toHaveLength(2);
  });

  test('are not found where the scope is missing, where the bot is outside, or where they are too many: it is said which', async () => {
    await using at = await performing({}, { scopes: granted('channels:read'), strict: false });
    filled(at, 2);
    expect(await at.performer.perform(lookUp(at, 'channel'))).toEqual({
      outcome: 'refused',
      reason: 'lacks the Slack scope channels:read, and groups:read for a private channel',
    });
    at.slack.channel('G0TEAM', { botIsMember: false });
    expect(await at.performer.perform(lookUp(at, 'channel', 'G0TEAM'))).toEqual({
      outcome: 'refused',
      reason: 'channel-closed',
    });
    const named = { ids: Array.from({ length: 2_001 }, (_, index) => `U0Q${index}`) };
    expect(await at.performer.perform(lookUp(at, named))).toEqual({ outcome: 'refused', reason: 'too-many' });
    expect(at.calls('users.info')).toEqual([]);
  });
});

describe('those of a user group', () => {
  test('are found, without who is deactivated', async () => {
    await using at = await performing();
    for (const id of ['U0A', 'U0B', 'U0C']) at.slack.user(id);
    at.slack.user('U0B', { deactivated: true });
    at.slack.group('S0SALES', ['U0A', 'U0B', 'U0C']);
    expect(peopleIn(await at.performer.perform(lookUp(at, { group: 'S0SALES' })))).toEqual(['U0A', 'U0C']);
  });

  test('are not found where the scope is missing, or the group is no more: it is said which', async () => {
    await using without = await performing({}, { scopes: granted('usergroups:read'), strict: false });
    without.slack.group('S0SALES', []);
    expect(await without.performer.perform(lookUp(without, { group: 'S0SALES' }))).toEqual({
      outcome: 'refused',
      reason: 'lacks the Slack scope usergroups:read',
    });
    await using at = await performing();
    at.slack.group('S0SALES', ['U0A'], { deleted: true });
    for (const group of ['S0SALES', 'S0NEVER'])
      expect(await at.performer.perform(lookUp(at, { group }))).toEqual({
        outcome: 'refused',
        reason: 'group-gone',
      });
  });
});

test('people who were named are looked up, each once; whom Slack does not know is left out', async () => {
  await using at = await performing();
  at.slack.user('U0A', { name: 'Ada' });
  const outcome = await at.performer.perform(lookUp(at, { ids: ['U0A', 'U0NOBODY', 'U0A'] }));
  expect(outcome).toEqual({
    outcome: 'done',
    people: [{ id: 'U0A', name: 'Ada', zone: 'Europe/Amsterdam' }],
  });
});

test('somebody of another workspace of the same organisation is no stranger', async () => {
  await using at = await performing();
  at.slack.user('U0A', { teamId: 'T0NEXT', organisation: 'E0ORG' });
  at.slack.user('U0B', { teamId: 'T0NEXT', organisation: 'E0OTHER' });
  at.slack.channel(CHANNEL, { members: ['U0A', 'U0B'] });
  const order = { ...lookUp(at, 'channel'), person: teamRef({ ...ADA, scope: 'E0ORG' }, 'team1') };
  expect(peopleIn(await at.performer.perform(order))).toEqual(['U0A']);
});

test('a token that is dead is asked about, and nothing is refused for it', async () => {
  await using at = await performing();
  at.slack.revoke('token_revoked');
  expect(await at.performer.perform(lookUp(at, 'channel'))).toMatchObject({ outcome: 'later' });
  expect(at.died).toEqual(['token_revoked']);
});
