import { expect, test } from 'vitest';
import { teamCommand } from '../../src/mocks/series/team-command.ts';
import { NOW, ZONE } from './series-kit.ts';

/** Who is asked, as it is typed behind a rhythm. */

const said = (who: string) =>
  teamCommand(`/practice-failure team schedule every Thursday 15:00 ${who}`, { now: NOW, zone: ZONE });

test.each([
  ['for the whole channel', 'channel'],
  ['for channel members', 'channel'],
  ["for all the channel's members", 'channel'],
  ['for @channel', 'channel'],
  ['for everyone', 'channel'],
  ['for those who join', 'joiners'],
  ['for @sales', { group: 'sales' }],
  ['for the group sales-eu.', { group: 'sales-eu' }],
  ['for the user group @sales', { group: 'sales' }],
  ['for role Mentors', { group: 'Mentors' }],
  ['for <@&123456789012345678>', { group: '123456789012345678' }],
  ['for <!subteam^S0SALES|@sales>', { group: 'S0SALES' }],
])('"%s" asks them', (words, who) => {
  expect(said(words)).toMatchObject({ name: 'schedule', who });
  expect(said(`${words.replace(/\.$/u, '')} 6 sessions`)).toMatchObject({ name: 'schedule', who, total: 6 });
});

test.each(['for allison', 'for grouped people'])('"%s" is nobody whom I know', (words) => {
  expect(said(words)).not.toHaveProperty('who');
});
