import { describe, expect, test } from 'vitest';
import { discordPlace } from '../../../adapters/discord/discord-place.ts';
import { type Delivery, MOST_ASKED, type Order, type Outcome } from '../../../src/coach/ports.ts';
import { teamRef } from '../../../src/who/team.ts';
import { PERMISSIONS } from '../../fakes/discord/permissions.ts';
import { ADA, PARENT, type Performing, performing, SERVER } from './performing.ts';

type Who = Extract<Order, { kind: 'roster' }>['who'];

const LIST = '/guilds/{guild_id}/members';
const MENTORS = '2222222222222222333';
const SEES = PERMISSIONS.VIEW_CHANNEL.toString();
const granted = { membersIntent: true } as const;

function lookUp(at: Performing, who: Who): Delivery {
  const person = teamRef({ platform: 'discord', scope: at.discord.appId }, 'team1');
  return at.order({ kind: 'roster', who }, { person, place: discordPlace(PARENT) });
}

function peopleIn(outcome: Outcome): string[] {
  if (outcome.outcome !== 'done') throw new Error(JSON.stringify(outcome));
  return (outcome.people ?? []).map(({ id }) => id);
}

/** So many people in the server beside Ada. */
function people(at: Performing, count: number): string[] {
  at.discord.guild(SERVER, { channels: [PARENT] });
  const ids = Array.from({ length: count }, (_, index) => `555555555555555${String(1_000 + index)}`);
  for (const id of ids) at.discord.user(id, { name: `Person ${id.slice(-4)}` });
  return ids;
}

describe('those of the channel', () => {
  test('are all who can see it, on every page of the server: no bots, nobody who has not agreed to its rules', async () => {
    await using at = await performing({}, granted);
    const all = people(at, 1_010);
    const [left = '', waits = '', bot = '', ...others] = all;
    const guild = at.discord.guild(SERVER);
    guild.gone.add(left);
    guild.pending.add(waits);
    at.discord.user('5555555555555559999', { name: 'Another bot', isBot: true });
    // Most of them see another channel alone.
    guild.everybodyMay = 0n;
    guild.roles.set(MENTORS, {
      name: 'Mentors',
      permissions: PERMISSIONS.VIEW_CHANNEL,
      members: others.slice(0, 990),
    });
    expect(bot).not.toBe('');
    const outcome = await at.performer.perform(lookUp(at, 'channel'));
    expect(peopleIn(outcome)).toEqual(others.slice(0, 990));
    expect(at.calls('GET', LIST).map(({ query }) => query.limit)).toEqual(['1000', '1000']);
    expect(at.logged.join()).not.toContain('5555');
  });

  test('are told by what the channel says beside the server: for a role, for one person', async () => {
    await using at = await performing({}, granted);
    const [ben = '', cat = '', dan = '', eve = ''] = people(at, 4);
    const guild = at.discord.guild(SERVER);
    guild.ownerId = eve;
    guild.roles.set(MENTORS, { name: 'Mentors', permissions: 0n, members: [ben, cat] });
    at.discord
      .channelOf(PARENT)
      .overwrites.push(
        { id: SERVER, type: 0, allow: '0', deny: SEES },
        { id: MENTORS, type: 0, allow: SEES, deny: '0' },
        { id: cat, type: 1, allow: '0', deny: SEES },
        { id: dan, type: 1, allow: SEES, deny: '0' },
      );
    expect(peopleIn(await at.performer.perform(lookUp(at, 'channel')))).toEqual([ben, dan, eve]);
    expect(peopleIn(await at.performer.perform(lookUp(at, { group: MENTORS })))).toEqual([ben]);
  });

  test('are not listed without the intent: what to switch on is said', async () => {
    await using at = await performing();
    people(at, 2);
    for (const who of ['channel', { group: SERVER }] as const)
      expect(await at.performer.perform(lookUp(at, who))).toEqual({
        outcome: 'refused',
        reason: 'lacks the "Server Members Intent", on the Bot page of my Discord application',
      });
  });

  test('are too many where more than a message each can be sent', async () => {
    await using at = await performing({}, granted);
    people(at, MOST_ASKED);
    expect(await at.performer.perform(lookUp(at, 'channel'))).toEqual({
      outcome: 'refused',
      reason: 'too-many',
    });
  });

  test('are listed on from where Discord asked to wait, by the process that asked; another begins anew', async () => {
    await using at = await performing({}, granted);
    const all = people(at, 999);
    at.discord.guild(SERVER).gone.add(ADA);
    const order = lookUp(at, 'channel');
    at.discord.fault({ path: LIST, when: ({ query }) => query.after === all.at(-1) }, { retryAfter: 7 });
    const later = await at.performer.perform(order);
    expect(later).toMatchObject({ outcome: 'later' });
    expect(later.outcome === 'later' && later.afterMs).toBeGreaterThan(6_000);
    const calls = () => at.calls('GET', LIST).length;
    expect(calls()).toBe(2);
    expect(peopleIn(await at.performer.perform(order))).toEqual(all);
    expect(calls()).toBe(3);
    expect(peopleIn(await at.again().perform(order))).toEqual(all);
    expect(calls()).toBe(5);
  });

  test.each([{ status: 500 }, { refuse: true }, { lostAnswer: true }] as const)(
    'are listed once more after %j',
    async (fault) => {
      await using at = await performing({}, granted);
      people(at, 1);
      at.discord.fault({ path: LIST }, fault);
      expect(await at.performer.perform(lookUp(at, 'channel'))).toMatchObject({ outcome: 'later' });
      expect(peopleIn(await at.performer.perform(lookUp(at, 'channel')))).toHaveLength(2);
    },
  );
});

test('a role that is no more, and a channel that is closed or gone, are said to be', async () => {
  await using at = await performing({}, granted);
  people(at, 1);
  const refusedWith = async (who: Who) => at.performer.perform(lookUp(at, who));
  expect(await refusedWith({ group: MENTORS })).toEqual({ outcome: 'refused', reason: 'group-gone' });
  at.discord.guild(SERVER).forbid('VIEW_CHANNEL');
  expect(await refusedWith('channel')).toEqual({ outcome: 'refused', reason: 'channel-closed' });
  at.discord.guild(SERVER).allow('VIEW_CHANNEL');
  at.discord.deleteChannel(PARENT);
  expect(await refusedWith('channel')).toEqual({ outcome: 'refused', reason: 'channel-closed' });
});

test('people who were named are looked up one by one, without the intent: their name in the server, and no zone', async () => {
  await using at = await performing();
  const [ben = '', cat = ''] = people(at, 2);
  at.discord.guild(SERVER).gone.add(cat);
  const outcome = await at.performer.perform(lookUp(at, { ids: [ben, cat, '999', 'ada', ben] }));
  expect(outcome).toEqual({ outcome: 'done', people: [{ id: ben, name: 'Person 1000' }] });
});

test('a token that is refused is asked about, and nothing is refused for it', async () => {
  await using at = await performing({}, granted);
  people(at, 1);
  at.discord.fault({ path: LIST }, { status: 401 });
  expect(await at.performer.perform(lookUp(at, 'channel'))).toMatchObject({ outcome: 'later' });
  expect(at.died).toEqual(['died']);
});
