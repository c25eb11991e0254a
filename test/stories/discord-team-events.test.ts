import { afterAll, beforeAll, expect, test } from 'vitest';
import { readMessage } from '../fakes/discord/plain.ts';
import { GENERAL, GUILD } from '../support/discord-talk.ts';
import { startTeamCoach, type TeamCoach, teamMate } from '../support/discord-team.ts';

/** A session among the events of the server, from its announcement on. */

const ALL = '/guilds/{guild_id}/scheduled-events';
/** The Thursday after the coach's Monday, 15:00 in Berlin, and so on. */
const weeks = (count: number, hours = 0) =>
  new Date(Date.parse('2027-03-11T14:00:00Z') + count * 7 * 24 * 3_600_000 + hours * 3_600_000).toISOString();

let coach: TeamCoach;
beforeAll(async () => {
  coach = await startTeamCoach('discord team events');
});
afterAll(() => coach.close());

const events = () => coach.discord.serverEvents(GUILD);
const times = () => events().map(({ startsAt, endsAt }) => [startsAt, endsAt]);
const inChannel = () => coach.discord.messages(GENERAL).map(readMessage).join('\n');
const creations = () => coach.discord.calls.filter(({ method, route }) => method === 'POST' && route === ALL);

test('a session is listed once with its announcement, moves with it, and goes with it', async () => {
  const olga = teamMate(coach, '4444444444444448210', 'Olga');
  await olga.asks('schedule every Thursday 15:00', 'Noted', { zone: 'Europe/Berlin' });
  expect(events()).toEqual([]);

  // Discord made it, and the line broke before it could say so.
  coach.discord.fault({ method: 'POST', path: ALL }, { lostAnswer: true });
  await coach.until(weeks(0, -2 * 24));
  expect(inChannel()).toContain('[Join]');
  expect(creations()).toHaveLength(1);
  expect(times()).toEqual([[weeks(0), weeks(0, 0.5)]]);
  const [event] = events();
  expect(event).toMatchObject({ name: 'Team practice', location: `<#${GENERAL}>` });
  expect(event?.description).toContain('press Join');

  await olga.asks('edit every Thursday 17:00', 'Noted', { zone: 'Europe/Berlin' });
  expect(times()).toEqual([[weeks(0, 2), weeks(0, 2.5)]]);
  expect(events()[0]?.id).toBe(event?.id);

  await olga.asks('skip', 'Noted');
  expect(events()).toEqual([]);

  // The next is an event of its own; when the series ends it goes too.
  await coach.until(weeks(1, -2 * 24));
  expect(times()).toHaveLength(1);
  expect(events()[0]?.id).not.toBe(event?.id);
  await olga.asks('cancel', 'Noted');
  expect(events()).toEqual([]);
  expect(coach.discord.violations).toEqual([]);
});

test('without the permission a session is announced all the same: it is asked for once, and nobody reads of it', async () => {
  coach.discord.guild(GUILD).forbid('CREATE_EVENTS');
  const before = creations().length;
  const pat = teamMate(coach, '4444444444444448220', 'Pat');
  await pat.asks('schedule every Friday 15:00', 'Noted', { zone: 'Europe/Berlin' });
  await coach.until(weeks(1));
  expect(inChannel()).toContain('[Join]');
  expect(events()).toEqual([]);
  expect(creations().length).toBe(before + 1);
  expect([inChannel(), pat.told(), pat.alone()].join('\n')).not.toMatch(/event|permission/iu);
  expect(coach.discord.violations).toEqual([]);
});
