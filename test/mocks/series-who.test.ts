import { expect, test } from 'vitest';
import { fallbackText } from '../../src/card/fallback.ts';
import { valuesOf } from '../../src/mocks/series/cards/schedule-form.ts';
import { scheduledCard } from '../../src/mocks/series/cards/scheduled-card.ts';
import { readEditForm, readScheduleForm } from '../../src/mocks/series/read-schedule-form.ts';
import { teamCommand } from '../../src/mocks/series/team-command.ts';
import { NOW, OLGA, Organised, schedule, ZONE } from './series-kit.ts';
import { playedTeam } from './team-kit.ts';

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

test('who is with whom is typed or chosen, said again, and can be changed back', () => {
  expect(said('mixed pairs')).toMatchObject({ name: 'schedule', pairs: 'mixed' });
  const typed = teamCommand('team edit 1 any pairs', { now: NOW, zone: ZONE });
  expect(typed).toMatchObject({ name: 'edit', change: { pairs: 'anyone' } });

  const now = { now: NOW, zone: ZONE };
  const wished = schedule('every Thursday 15:00', { pairs: 'mixed' });
  const form = readScheduleForm(valuesOf(wished), now);
  expect(form).toMatchObject({ schedule: { pairs: 'mixed' } });
  const { known } = new Organised('every Thursday 15:00', { pairs: 'mixed' });
  expect(fallbackText(scheduledCard(known, NOW))).toContain('Who has practised with me before');
  expect(readEditForm({ pairs: 'anyone' }, known, now)).toEqual({ change: { pairs: 'anyone' } });
  // A form that has no such input leaves it as it is.
  expect(readEditForm({ title: 'Circle' }, known, now)).toEqual({ change: { title: 'Circle' } });
});

test('a session is paired as its series says, also where that is changed before it begins', () => {
  const team = playedTeam(NOW);
  const by = { id: 'olga', name: 'Olga' };
  const wished = schedule('every Thursday 15:00', { pairs: 'mixed' });
  team.happens({ of: 'series', event: { type: 'scheduled', id: 's1', schedule: wished, by } });
  const pairs = () => team.team().mocks[0]?.pairs;
  expect(pairs()).toBe('mixed');
  const edited = (change: 'anyone' | 'mixed') =>
    team.happens({ of: 'series', event: { type: 'edited', by: OLGA, change: { pairs: change } } });
  edited('anyone');
  expect(pairs()).toBe('anyone');
  edited('mixed');
  expect(pairs()).toBe('mixed');
});
