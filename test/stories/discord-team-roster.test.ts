import { afterEach, expect, test } from 'vitest';
import { PERMISSIONS } from '../fakes/discord/permissions.ts';
import { readComponent, readMessage } from '../fakes/discord/plain.ts';
import { GENERAL, GUILD } from '../support/discord-talk.ts';
import { startTeamCoach, type TeamCoach, type TeamMate, teamMate } from '../support/discord-team.ts';

/** Who is asked for a team's session in Discord: all who see the channel, or who have a role. */

const STARTS = Date.parse('2027-03-11T14:00:00Z');
const at = (minutes: number) => new Date(STARTS + minutes * 60_000).toISOString();
const ANNOUNCED = at(-3 * 24 * 60);
const MENTORS = '2222222222222224444';

let coach: TeamCoach;
afterEach(() => coach.close());

function team(): readonly [TeamMate, TeamMate, TeamMate, TeamMate] {
  const [olga, ada, ben, cat] = ['Olga', 'Ada', 'Ben', 'Cat'].map((name, index) =>
    teamMate(coach, `44444444444444481${index}0`, name),
  );
  if (olga === undefined || ada === undefined || ben === undefined || cat === undefined)
    throw new Error('four');
  return [olga, ada, ben, cat];
}

const invited = (...mates: readonly TeamMate[]) =>
  mates.map((mate) => mate.told().split('Olga invites you').length - 1);

test('all who see the channel are invited once, each alone, also after a restart; bots are not, nor who organises it', async () => {
  coach = await startTeamCoach('discord roster channel', { fake: { membersIntent: true } });
  const [olga, ada, ben, cat] = team();
  const bot = coach.discord.user('4444444444444449999', { name: 'Another bot', isBot: true });
  coach.discord.channelOf(GENERAL).overwrites.push({
    id: cat.person.id,
    type: 1,
    allow: '0',
    deny: PERMISSIONS.VIEW_CHANNEL.toString(),
  });
  await olga.asks('schedule every Thursday 15:00 for the whole channel', 'Noted', { zone: 'Europe/Berlin' });
  await coach.until(ANNOUNCED);
  expect(invited(olga, ada, ben, cat)).toEqual([0, 1, 1, 0]);
  expect(coach.discord.messages(coach.discord.dmOf(bot.id))).toEqual([]);

  const { rowCount } = await coach.world.pool.query(
    `UPDATE outbox SET state = 'waiting', holder = NULL, ref = NULL, next_at = now() - interval '1 day' WHERE kind = 'roster'`,
  );
  expect(rowCount).toBe(1);
  await coach.world.system.deliverer.sweep();
  await coach.settled();
  expect(coach.discord.calls.filter(({ route }) => route === '/guilds/{guild_id}/members')).toHaveLength(2);
  expect(invited(olga, ada, ben, cat)).toEqual([0, 1, 1, 0]);

  await ada.presses('Join', { channel: ada.dm });
  expect(ada.files().join()).toContain('.ics');
  expect(coach.discord.messages(GENERAL).map(readMessage).join()).toContain('1 so far');
  expect(coach.discord.violations).toEqual([]);
});

test('those who have a role are invited, whether it is named in words or picked in the form', async () => {
  coach = await startTeamCoach('discord roster role', { fake: { membersIntent: true } });
  const [olga, ada, ben, cat] = team();
  const members = [ada.person.id, cat.person.id];
  coach.discord.guild(GUILD).roles.set(MENTORS, { name: 'Mentors', permissions: 0n, members });
  await olga.asks(`schedule every Thursday 15:00 for <@&${MENTORS}>`, 'Noted', { zone: 'Europe/Berlin' });
  await olga.person.slash('practice-failure', { sub: 'team', options: { what: 'schedule' }, in: GENERAL });
  await coach.discord.until(() => olga.person.modal() !== undefined, 'the form');
  const form = olga.person.modal()?.components.map(readComponent).join('\n') ?? '';
  expect(form).toContain('All members of the channel');
  expect(form).toContain('@Mentors');
  await coach.until(ANNOUNCED);
  expect(invited(olga, ada, ben, cat)).toEqual([0, 1, 0, 1]);
  expect(coach.discord.violations).toEqual([]);
});

test('without the intent the organiser is told at once and when it is announced; whoever joins takes part', async () => {
  coach = await startTeamCoach('discord roster intent');
  const [olga, ada] = team();
  await olga.asks(`schedule every Thursday 15:00 for <@&${MENTORS}>`, 'I need the "Server Members Intent"', {
    zone: 'Europe/Berlin',
  });
  await olga.asks('schedule every Thursday 15:00 for everyone', 'I need the "Server Members Intent"', {
    zone: 'Europe/Berlin',
  });
  await coach.until(ANNOUNCED);
  expect(olga.told()).toContain('I asked nobody by message');
  expect(olga.told()).toContain('Server Members Intent');
  await ada.presses('Join', { channel: GENERAL });
  expect(ada.files().join()).toContain('.ics');
  expect(coach.discord.violations).toEqual([]);
});
