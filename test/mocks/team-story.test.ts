import { expect, test } from 'vitest';
import { fallbackText } from '../../src/card/fallback.ts';
import { later } from '../../src/mocks/instants.ts';
import { pairKey } from '../../src/mocks/meeting.ts';
import type { Pressed } from '../../src/mocks/mock-event.ts';
import { candidateOf, interviewerOf, peopleOf, whereFrom } from '../../src/mocks/people.ts';
import { currentOf, metOf } from '../../src/mocks/series/series.ts';
import { cardOfWords, person, presses } from './machine.ts';
import { NOW, schedule } from './series-kit.ts';
import { type PlayedTeam, playedTeam } from './team-kit.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const SEVEN = ['Ada', 'Ben', 'Chloe', 'Dev', 'Eve', 'Farid', 'Gita'];
const ORGANISER = { id: 'olga', isAdmin: false };

function weekly(words = 'every Thursday 15:00'): PlayedTeam {
  const team = playedTeam(NOW);
  team.happens({
    of: 'series',
    event: { type: 'scheduled', id: 's1', schedule: schedule(words), by: { id: 'olga', name: 'Olga' } },
  });
  return team;
}

function open(team: PlayedTeam) {
  const current = currentOf(team.team().series);
  const mock = team.team().mocks.find(({ id }) => id === current?.id);
  if (mock === undefined) throw new Error('no session is open');
  return mock;
}

function press(team: PlayedTeam, who: string, what: Pressed): void {
  team.happens({ of: 'session', id: open(team).id, event: { type: 'pressed', by: person(who), what } });
}

/** All of the groups that are at it send their cards of this telling. */
function sendCards(team: PlayedTeam): void {
  const mock = open(team);
  for (const group of mock.groups.filter(({ phase }) => phase === 'cards'))
    for (const by of [interviewerOf(group), candidateOf(group)])
      team.happens({
        of: 'session',
        id: mock.id,
        event: { type: 'carded', by, turn: group.turn, card: cardOfWords(`of ${by} in ${mock.no}`) },
      });
}

/** Runs the open session to its end with these people; `late` comes seven minutes after it began. */
function held(
  team: PlayedTeam,
  people: readonly string[],
  { late, leaves }: { late?: string; leaves?: string } = {},
) {
  const { startsAt, id } = open(team);
  team.until(later(startsAt, -2 * DAY));
  for (const who of people) press(team, who, 'join');
  team.until(later(startsAt, -5 * MINUTE));
  for (const who of people) press(team, who, 'here');
  team.until(startsAt);
  team.until(later(startsAt, 6 * MINUTE));
  if (leaves !== undefined)
    team.happens({
      of: 'session',
      id,
      event: presses(leaves, 'leave-now', whereFrom(open(team), leaves.toLowerCase())),
    });
  team.until(later(startsAt, 7 * MINUTE + 30_000));
  if (late !== undefined) press(team, late, 'join');
  const groups = open(team).groups.map((group) => peopleOf(group));
  sendCards(team);
  for (const minutes of [19, 21, 32, 45]) {
    team.until(later(startsAt, minutes * MINUTE));
    if (team.team().mocks.some((mock) => mock.id === id)) sendCards(team);
  }
  team.until(later(startsAt, HOUR));
  return groups;
}

test('seven people over four weeks, with absences, somebody late, somebody who leaves and a time that moves: everybody is in a group, and nobody meets the same partner before the others', () => {
  const team = weekly();
  const starts = [open(team).startsAt];
  const first = held(team, SEVEN);
  expect(first.flat().toSorted()).toEqual(SEVEN.map((name) => name.toLowerCase()).toSorted());
  expect(first.map((group) => group.length).toSorted()).toEqual([2, 2, 3]);

  starts.push(open(team).startsAt);
  const second = held(team, ['Ada', 'Ben', 'Chloe', 'Dev', 'Eve'], { late: 'Gita' });
  expect(second.flat()).toContain('gita');

  // Moved by an hour, two days before; who had joined hears it, and the entry in calendars moves.
  team.until(later(open(team).startsAt, -2 * DAY));
  press(team, 'Ada', 'join');
  const before = open(team);
  const from = team.done.length;
  team.happens({
    of: 'series',
    event: {
      type: 'edited',
      by: ORGANISER,
      change: { when: schedule('every Thursday 16:00').when },
    },
  });
  expect(open(team).startsAt).toBe(later(before.startsAt, HOUR));
  const told = team.done.slice(from).map(({ effect }) => effect);
  expect(told.filter((effect) => effect.type === 'calendar')).toMatchObject([
    { to: 'ada', entry: { uid: before.entry.uid, sequence: before.entry.sequence + 1 } },
  ]);
  expect(told.filter((effect) => effect.type === 'tell' && effect.to === 'ada')).toHaveLength(1);
  starts.push(open(team).startsAt);
  held(team, ['Ben', 'Chloe', 'Dev', 'Eve', 'Farid', 'Gita', 'Ada'], { leaves: 'Dev' });
  starts.push(open(team).startsAt);
  held(team, ['Ada', 'Chloe', 'Eve', 'Farid', 'Gita', 'Ben']);

  // Thursdays at 15:00 in Berlin, then at 16:00; the clocks change on 28 March.
  expect(starts).toEqual([
    '2027-03-04T14:00:00.000Z',
    '2027-03-11T14:00:00.000Z',
    '2027-03-18T15:00:00.000Z',
    '2027-03-25T15:00:00.000Z',
  ]);
  const met = metOf(team.team().series);
  const times = SEVEN.flatMap((one, index) =>
    SEVEN.slice(index + 1).map((other) => met.get(pairKey(one.toLowerCase(), other.toLowerCase())) ?? 0),
  );
  // Twenty-one pairs could meet, in four sessions with absences: none met a third time.
  expect(Math.max(...times)).toBeLessThanOrEqual(2);
  expect(team.team().series.stage.at).toBe('asking');
});

test('what somebody wrote on a card is shown to the two of the group alone, in all of the sessions', () => {
  const team = weekly();
  held(team, SEVEN);
  held(team, SEVEN);
  const shown = team.done.filter(
    ({ effect }) =>
      'card' in effect &&
      effect.card !== undefined &&
      JSON.stringify(effect.card).includes('What stayed: of '),
  );
  expect(shown.length).toBeGreaterThanOrEqual(24);
  expect(new Set(shown.map(({ effect }) => effect.type))).toEqual(new Set(['tell']));
});

test('after the fourth it asks the organiser whether to go on, and a yes opens the fifth with the first twist again', () => {
  const team = weekly();
  for (let no = 1; no <= 4; no += 1) held(team, SEVEN.slice(0, 4));
  const question = team.done.findLast(({ effect }) => effect.type === 'tell' && effect.to === 'olga');
  expect(question?.effect.type === 'tell' ? fallbackText(question.effect.card) : '').toMatch(/go on/iu);
  team.happens({ of: 'series', event: { type: 'wentOn', by: ORGANISER } });
  expect([open(team).no, open(team).twist]).toEqual([5, 'first-telling']);
});

test('a session that nobody joins is called off kindly, and the next is open', () => {
  const team = weekly();
  const { startsAt } = open(team);
  team.until(later(startsAt, HOUR));
  const words = team.done.flatMap(({ effect }) =>
    effect.type === 'tell' && effect.to === 'olga' ? [fallbackText(effect.card)] : [],
  );
  expect(words.at(-1)).not.toMatch(/fail|!/u);
  expect(open(team).no).toBe(2);
});

test('a session that is skipped goes from calendars, and the one after is announced', () => {
  const team = weekly();
  const { startsAt, entry } = open(team);
  team.until(later(startsAt, -2 * DAY));
  press(team, 'Ada', 'join');
  team.happens({ of: 'series', event: { type: 'skipped', by: ORGANISER } });
  expect(team.done.findLast(({ effect }) => effect.type === 'calendar')?.effect).toMatchObject({
    to: 'ada',
    entry: { uid: entry.uid, status: 'cancelled', sequence: 1 },
  });
  expect(open(team).startsAt).toBe(later(startsAt, 7 * DAY));
});

test('whoever is forgotten is in no roster, no history and no card; who was with them keeps their own', () => {
  const team = weekly();
  held(team, ['Ada', 'Ben']);
  team.until(later(open(team).startsAt, -2 * DAY));
  press(team, 'Ada', 'join');
  press(team, 'Ben', 'join');
  team.happens({ of: 'all', event: { type: 'forgotten', id: 'ada' } });
  const held_ = JSON.stringify(team.team());
  expect(held_).not.toMatch(/ada|Ada/u);
  expect(held_).toContain('ben');
});
