import { expect, test } from 'vitest';
import { fallbackText } from '../../src/card/fallback.ts';
import { later } from '../../src/mocks/instants.ts';
import type { MockEvent, Unrostered } from '../../src/mocks/mock-event.ts';
import { currentOf, type Who } from '../../src/mocks/series/series.ts';
import { person } from './machine.ts';
import { NOW, schedule } from './series-kit.ts';
import { type PlayedTeam, playedTeam } from './team-kit.ts';

/** Who is asked for a session: when they are looked up, and what comes of it. */

const DAY = 24 * 60 * 60_000;
const BY = { id: 'olga', isAdmin: false };

function scheduledFor(who: Who): PlayedTeam {
  const team = playedTeam(NOW);
  const wished = schedule('every two weeks on Thursday 15:00', { who });
  const by = { id: 'olga', name: 'Olga' };
  team.happens({ of: 'series', event: { type: 'scheduled', id: 's1', schedule: wished, by } });
  return team;
}

const openId = (team: PlayedTeam) => currentOf(team.team().series)?.id ?? '';
const startsAt = (team: PlayedTeam) => currentOf(team.team().series)?.startsAt ?? '';
const lookUps = (team: PlayedTeam) => team.done.filter(({ effect }) => effect.type === 'lookUp');
const inSession = (team: PlayedTeam, event: MockEvent) =>
  team.happens({ of: 'session', id: openId(team), event });
const toldOf = (team: PlayedTeam, id: string) =>
  team.done.flatMap(({ effect }) =>
    effect.type === 'tell' && effect.to === id ? [fallbackText(effect.card)] : [],
  );

test('who belongs to the channel is looked up when each session is announced, not weeks before', () => {
  const team = scheduledFor('channel');
  const announced = later(startsAt(team), -3 * DAY);
  team.until(later(announced, -60_000));
  expect(lookUps(team)).toEqual([]);
  team.until(announced);
  expect(lookUps(team)).toEqual([
    { at: announced, session: openId(team), effect: { type: 'lookUp', who: 'channel' } },
  ]);
  team.until(later(startsAt(team), -60_000));
  expect(lookUps(team)).toHaveLength(1);
});

test('of those who join nobody is looked up', () => {
  const team = scheduledFor('joiners');
  team.until(startsAt(team));
  expect(lookUps(team)).toEqual([]);
});

test('whoever is asked instead, once it is announced, is looked up at once; before that when it is', () => {
  const team = scheduledFor('joiners');
  const edited = (who: Who) =>
    team.happens({ of: 'series', event: { type: 'edited', by: BY, change: { who } } });
  edited({ group: 'S1' });
  expect(lookUps(team)).toEqual([]);
  team.until(later(startsAt(team), -2 * DAY));
  expect(lookUps(team).map(({ effect }) => effect)).toEqual([{ type: 'lookUp', who: { group: 'S1' } }]);
  edited({ ids: ['ada'] });
  expect(lookUps(team).at(-1)?.effect).toEqual({ type: 'lookUp', who: { ids: ['ada'] } });
  edited('joiners');
  expect(lookUps(team)).toHaveLength(2);
});

test('each of them is asked once, whoever organises not at all, and who has answered already not again', () => {
  const team = scheduledFor('channel');
  team.until(later(startsAt(team), -2 * DAY));
  inSession(team, { type: 'pressed', by: person('Ben'), what: 'not-this' });
  const people = ['Olga', 'Ada', 'Ben'].map((name) => person(name));
  people.push({ ...person('Cat'), zone: 'Asia/Tokyo' });
  const before = team.done.length;
  inSession(team, { type: 'rostered', people });
  expect(team.done.slice(before).map(({ effect }) => effect.type === 'tell' && effect.to)).toEqual([
    'ada',
    'cat',
  ]);
  expect(toldOf(team, 'ada').join()).toContain('Olga invites you');
  // In their own zone.
  expect(toldOf(team, 'cat').join()).toContain('23:00 (Asia/Tokyo)');
  inSession(team, { type: 'rostered', people });
  expect(team.done.length).toBe(before + 2);
});

test.each<[Unrostered, string]>([
  [{ kind: 'lacks', what: 'the Slack scope usergroups:read' }, 'the Slack scope usergroups:read'],
  [{ kind: 'group-gone' }, 'Choose another one with team edit'],
  [{ kind: 'channel-closed' }, 'Once you invite me to it'],
  [{ kind: 'too-many' }, 'Choose a smaller group'],
  [{ kind: 'no-answer' }, 'I try again with the next session'],
])(
  'where they cannot be looked up (%j) the organiser alone hears what to do, and it goes on',
  (why, says) => {
    const team = scheduledFor('channel');
    team.until(later(startsAt(team), -2 * DAY));
    const before = team.done.length;
    inSession(team, { type: 'unrostered', why });
    expect(team.done.slice(before).map(({ effect }) => effect.type === 'tell' && effect.to)).toEqual([
      'olga',
    ]);
    expect(toldOf(team, 'olga').at(-1)).toContain(says);
    inSession(team, { type: 'pressed', by: person('Ada'), what: 'join' });
    expect(team.team().mocks[0]?.members.map(({ id }) => id)).toEqual(['ada']);
  },
);
