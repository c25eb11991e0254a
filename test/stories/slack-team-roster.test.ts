import { afterEach, expect, test } from 'vitest';
import { readBlocks } from '../fakes/slack/plain.ts';
import { ALL_SCOPES } from '../fakes/slack/scopes.ts';
import {
  CHANNEL,
  memberOf,
  nothingRefused,
  startTeam,
  type TeamCoachInSlack,
} from '../support/slack-team.ts';

/** Who is asked for a team's session in Slack: a whole channel, a user group, people by name. */

const STARTS = Date.parse('2027-03-11T14:00:00Z');
const MINUTE = 60_000;
const from = (minutes: number) => new Date(STARTS + minutes * MINUTE).toISOString();
const ANNOUNCED = from(-3 * 24 * 60);

let coach: TeamCoachInSlack;
afterEach(() => coach.close());

/** So many people in the channel, with what is unlike about some. */
function inChannel(count: number): string[] {
  const members = Array.from({ length: count }, (_, index) => `U0P${index}`);
  for (const id of members) coach.slack.user(id, { name: `Person ${id}`, tz: 'Europe/Berlin' });
  coach.slack.channel(CHANNEL, { members });
  return members;
}

/** How often each was written to with an invitation. */
function invited(ids: readonly string[]): Record<string, number> {
  const posted = coach.slack.calls.filter(
    ({ method, args, result }) =>
      method === 'chat.postMessage' &&
      result === 'ok' &&
      JSON.stringify(args.blocks).includes('Olga invites you'),
  );
  const channels = posted.map(({ args }) => args.channel);
  return Object.fromEntries(
    ids.map((id) => [id, channels.filter((one) => one === coach.slack.dmOf(id)).length]),
  );
}

const times = (ids: readonly string[], count: number) => Object.fromEntries(ids.map((id) => [id, count]));

test('the people of a channel of 250 are invited once, each alone; bots, those who left and strangers are not, also after a restart', async () => {
  coach = await startTeam('slack roster whole');
  const members = inChannel(250);
  // Some on its first page, some on its second: most of a channel that is years old have left.
  const people = [...members.slice(0, 20), ...members.slice(-20)];
  const [bot = '', stranger = '', ...left] = members.slice(20, -20);
  coach.slack.user(bot, { isBot: true });
  coach.slack.user(stranger, { teamId: 'T0OTHER' });
  for (const id of left) coach.slack.user(id, { deactivated: true });
  const olga = memberOf(coach, 'U0OLGA', { name: 'Olga' });
  coach.slack.channel(CHANNEL, { members: [olga.id] });
  await olga.types('schedule every Thursday 15:00 for the whole channel', 'Noted');
  await coach.until(ANNOUNCED);
  await coach.settled();

  expect(invited(people)).toEqual(times(people, 1));
  const others = [bot, stranger, olga.id, ...left];
  expect(invited(others)).toEqual(times(others, 0));
  expect(coach.inChannel()).toHaveLength(1);

  // As a process finds it that starts after one died with the list in its hands.
  const looked = () => coach.slack.calls.filter(({ method }) => method === 'conversations.members').length;
  expect(looked()).toBe(2);
  await coach.world.pool.query(
    `UPDATE outbox SET state = 'waiting', holder = NULL, ref = NULL, next_at = now() - interval '1 day' WHERE kind = 'roster'`,
  );
  await coach.world.system.deliverer.sweep();
  await coach.settled();
  expect(looked()).toBe(4);
  expect(invited(people)).toEqual(times(people, 1));

  const ada = memberOf(coach, people[0] ?? '', { name: 'Ada' });
  await ada.presses('Join', { in: coach.slack.messages(coach.slack.dmOf(ada.id))[0]?.ts ?? '' });
  expect(ada.reads()).toMatch(/\.ics/u);
  expect(coach.inChannel().join()).toContain('1 so far');
  nothingRefused(coach);
});

test('the form offers the channel and the user groups that are there; who is in the chosen one is invited', async () => {
  coach = await startTeam('slack roster group', { transport: 'socket' });
  const olga = memberOf(coach, 'U0OLGA', { name: 'Olga' });
  const [ada = '', ben = '', cat = ''] = inChannel(3);
  coach.slack.group('S0SALES', [ada, cat], { handle: 'sales', name: 'Sales' });
  await olga.types('schedule');
  await coach.slack.until(() => olga.person.modal() !== undefined, 'the form');
  const form = readBlocks(olga.person.modal()?.blocks ?? []);
  expect(form).toContain('All members of the channel');
  expect(form).toContain('@sales: Sales');
  await olga.person.submits({
    date: '2027-03-11',
    'date-time': '15:00',
    who: 'A group',
    group: '@sales: Sales',
  });
  await coach.slack.until(() => olga.told().includes('Noted'), 'that it is noted');
  await coach.settled();
  await coach.until(ANNOUNCED);
  await coach.settled();
  expect(invited([ada, ben, cat])).toEqual({ [ada]: 1, [ben]: 0, [cat]: 1 });
  nothingRefused(coach);
});

test('without the optional scopes the organiser is told at once, and once more when it is announced; whoever joins takes part', async () => {
  const scopes = ALL_SCOPES.filter((scope) => !/^(?:channels|groups|usergroups):read$/u.test(scope));
  coach = await startTeam('slack roster scopes', { fake: { scopes, strict: false } });
  const olga = memberOf(coach, 'U0OLGA', { name: 'Olga' });
  const [ada = ''] = inChannel(3);
  await olga.types('schedule every Thursday 15:00 for @sales', 'I need the Slack scope usergroups:read');
  await olga.types('schedule');
  await coach.slack.until(() => olga.person.modal() !== undefined, 'the form');
  const form = readBlocks(olga.person.modal()?.blocks ?? []);
  expect(form).toContain('People by name');
  expect(form).not.toMatch(/All members of the channel|A group/u);
  await olga.types(
    'schedule every Thursday 15:00 for the whole channel',
    'I need the Slack scope channels:read',
  );
  await coach.until(ANNOUNCED);
  await coach.settled();
  expect(olga.reads()).toContain('I asked nobody by message');
  expect(invited([ada])).toEqual({ [ada]: 0 });
  const person = memberOf(coach, ada);
  await person.presses('Join');
  expect(person.reads()).toMatch(/\.ics/u);
});
