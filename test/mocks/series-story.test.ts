import { describe, expect, test } from 'vitest';
import { newMock, twistOf } from '../../src/mocks/new-mock.ts';
import { metOf, parseSeries } from '../../src/mocks/series/series.ts';
import { nextSeriesWake } from '../../src/mocks/series/series-wake.ts';
import { MEMBER, OLGA, Organised, schedule } from './series-kit.ts';

describe('a series of four', () => {
  test('opens the first session at once, so that it can be announced three days ahead', () => {
    const team = new Organised('every two weeks on Thursday 15:00');
    const [open] = team.effects;
    expect(open).toEqual({
      type: 'openSession',
      wish: {
        id: 's1n1',
        no: 1,
        title: 'Tuesday circle',
        channel: 'slack/C1',
        zone: 'Europe/Berlin',
        organizer: { id: 'olga', name: 'Olga' },
        mode: { kind: 'live' },
        rounds: 1,
        who: 'joiners',
        startsAt: '2027-03-04T14:00:00.000Z',
        nextAt: '2027-03-18T14:00:00.000Z',
      },
    });
    if (open?.type !== 'openSession') throw new Error('nothing opened');
    expect(newMock(open.wish, team.at).announceAt).toBe('2027-03-01T14:00:00.000Z');
  });

  test('holds four weekly sessions at one time on the wall, also over a clock change, each with its twist', () => {
    const team = new Organised('weekly Thursday 15:00 in Berlin');
    const starts = [1, 2, 3, 4].map((no) => {
      const { startsAt, no: number } = team.current;
      expect(number).toBe(no);
      team.held();
      return startsAt;
    });
    // Berlin's clocks go forward on 28 March 2027.
    expect(starts).toEqual([
      '2027-03-04T14:00:00.000Z',
      '2027-03-11T14:00:00.000Z',
      '2027-03-18T14:00:00.000Z',
      '2027-03-25T14:00:00.000Z',
    ]);
    expect([1, 2, 3, 4].map(twistOf)).toEqual([
      'first-telling',
      'another-failure',
      'follow-ups',
      'sixty-seconds',
    ]);
    const later = new Organised('weekly Thursday 15:00 starting 18 March 2027');
    const over = [1, 2, 3, 4].map(() => {
      const { startsAt } = later.current;
      later.held();
      return startsAt;
    });
    expect(over).toEqual([
      '2027-03-18T14:00:00.000Z',
      '2027-03-25T14:00:00.000Z',
      '2027-04-01T13:00:00.000Z',
      '2027-04-08T13:00:00.000Z',
    ]);
  });

  test('asks after the fourth, promises no fifth before, and opens none until there is an answer', () => {
    const team = new Organised('weekly Thursday 15:00').held().held().held();
    const [last] = team.effects;
    expect(last).toMatchObject({ type: 'openSession', wish: { no: 4 } });
    expect(JSON.stringify(last)).not.toContain('nextAt');
    team.held();
    expect(team.orders).toEqual([]);
    expect(team.told('olga')).toContain('Go on with four more?');
    expect(team.told('olga')).toContain('Thursday 1 April 2027, 15:00 (Europe/Berlin)');
    expect(nextSeriesWake(team.known)).toBe('2027-04-01T13:00:00.000Z');
    team.happens({ type: 'skipped', by: OLGA });
    expect(team.orders).toEqual([]);
    expect(team.told('olga')).toContain('Go on with four more?');
  });

  test('goes on with the next number and the twists from the beginning', () => {
    const team = new Organised('weekly Thursday 15:00').held().held().held().held();
    const { seq } = team.known;
    team.happens({ type: 'wentOn', by: OLGA, seq }, '2027-03-27T09:00:00.000Z');
    expect(team.orders).toEqual(['open 5 at 2027-04-01T13:00:00.000Z']);
    expect(twistOf(5)).toBe('first-telling');
    team.happens({ type: 'wentOn', by: OLGA, seq });
    expect(team.effects).toEqual([]);
    team.held().held().held().held();
    expect(team.known.stage.at).toBe('asking');
    expect(team.known.held).toBe(8);
  });

  test('ends with thanks where that was it', () => {
    const team = new Organised('weekly Thursday 15:00').held().held().held().held();
    team.happens({ type: 'ended', by: OLGA });
    expect(team.told('olga')).toContain('Four sessions were held.');
    expect(team.known.stage).toEqual({ at: 'ended', how: 'thatWasIt' });
    expect(nextSeriesWake(team.known)).toBeUndefined();
  });

  test('ends kindly where nobody answers until the date, and a bell that rings twice says it once', () => {
    const team = new Organised('weekly Thursday 15:00').held().held().held().held();
    team.happens({ type: 'woke' }, '2027-04-01T12:59:00.000Z');
    expect(team.effects).toEqual([]);
    team.happens({ type: 'woke' }, '2027-04-01T13:00:00.000Z');
    expect(team.told('olga')).toContain('Thank you for bringing people together.');
    expect(team.known.stage).toEqual({ at: 'ended', how: 'unanswered' });
    team.happens({ type: 'woke' });
    expect(team.effects).toEqual([]);
  });

  test('counts a session to which nobody came, and none that I missed', () => {
    const team = new Organised('weekly Thursday 15:00', { total: 2 }).held([], 'nobody').held([], 'missed');
    expect(team.known).toMatchObject({ done: 1, held: 0, stage: { at: 'active' } });
    team.held();
    expect(team.known.stage.at).toBe('asking');
  });

  test('remembers who joined, in their order, and who met whom', () => {
    const team = new Organised('weekly Thursday 15:00');
    team.happens({ type: 'joined', ids: ['ben', 'ada'] }).happens({ type: 'joined', ids: ['ada', 'chloe'] });
    team.held(['ada', 'ben']).held(['ben', 'ada', 'dev']);
    expect(team.known.roster).toEqual(['ben', 'ada', 'chloe', 'dev']);
    expect(metOf(team.known).get('["ada","ben"]')).toBe(2);
    expect(parseSeries(JSON.parse(JSON.stringify(team.known)))).toEqual(team.known);
  });

  test('takes the end of a session once', () => {
    const team = new Organised('weekly Thursday 15:00');
    const { id } = team.current;
    team.held();
    const before = team.known;
    team.happens({
      type: 'sessionEnded',
      mockId: id,
      how: 'held',
      groups: [['ada', 'ben']],
      joinedIds: ['ada'],
    });
    expect(team.effects).toEqual([]);
    expect(team.known).toEqual(before);
  });

  test('is scheduled once, however often the message comes', () => {
    const team = new Organised('weekly Thursday 15:00');
    team.happens({
      type: 'scheduled',
      id: 's1',
      schedule: schedule('daily 9:00'.replace('daily', 'weekly Friday')),
      by: { id: 'olga', name: 'Olga' },
    });
    expect(team.effects).toEqual([]);
  });
});

test('a single session ends its series without a question', () => {
  const team = new Organised('4 March 2027 15:00');
  expect(team.orders).toEqual(['open 1 at 2027-03-04T14:00:00.000Z']);
  team.held();
  expect(team.effects).toEqual([]);
  expect(team.known.stage).toEqual({ at: 'ended', how: 'over' });
});

test('a time that passed while the form was open schedules nothing', () => {
  const team = new Organised('4 March 2027 15:00');
  const late = new Organised('5 March 2027 15:00');
  late.series = undefined;
  late.happens(
    {
      type: 'scheduled',
      id: 's2',
      schedule: schedule('4 March 2027 15:00'),
      by: { id: 'olga', name: 'Olga' },
    },
    '2027-03-04T14:00:00.000Z',
  );
  expect(late.series).toBeUndefined();
  expect(late.told('olga')).toContain('That time is past');
  expect(team.known.stage.at).toBe('active');
});

describe('sessions that last', () => {
  test('three days in writing, weekly: each is followed by the next', () => {
    const team = new Organised('weekly Thursday 15:00', { mode: { kind: 'async', days: 3 } });
    team.happens(
      { type: 'sessionEnded', mockId: 's1n1', how: 'held', groups: [], joinedIds: [] },
      '2027-03-07T14:10:00.000Z',
    );
    expect(team.orders).toEqual(['open 2 at 2027-03-11T14:00:00.000Z']);
  });

  test('seven days in writing, weekly: what comes while one still runs is left out, and said so', () => {
    const team = new Organised('weekly Thursday 15:00', { mode: { kind: 'async', days: 7 } });
    expect(team.told('olga')).toContain('What comes while one still runs is left out.');
    expect(team.effects[0]).toMatchObject({ wish: { nextAt: '2027-03-18T14:00:00.000Z' } });
    team.happens(
      { type: 'sessionEnded', mockId: 's1n1', how: 'held', groups: [], joinedIds: [] },
      '2027-03-11T14:10:00.000Z',
    );
    expect(team.orders).toEqual(['open 2 at 2027-03-18T14:00:00.000Z']);
  });

  test('what was promised as the next comes, also where one ended early', () => {
    const team = new Organised('weekly Thursday 15:00', { mode: { kind: 'async', days: 7 } });
    team.happens(
      { type: 'sessionEnded', mockId: 's1n1', how: 'nobody', groups: [], joinedIds: [] },
      '2027-03-04T14:00:00.000Z',
    );
    expect(team.orders).toEqual(['open 2 at 2027-03-18T14:00:00.000Z']);
  });
});

test('a zone with other rules than when it was opened moves the session to the same time on the wall', () => {
  const team = new Organised('weekly Thursday 15:00');
  const stage = team.known.stage;
  if (stage.at !== 'active') throw new Error('not active');
  // As if the tables of that time had said another offset.
  team.series = {
    ...team.known,
    stage: { at: 'active', current: { ...stage.current, startsAt: '2027-03-04T13:00:00.000Z' } },
  };
  team.happens({ type: 'woke' });
  expect(team.orders).toEqual([
    {
      s1n1: { type: 'moved', startsAt: '2027-03-04T14:00:00.000Z', endsAt: '2027-03-04T14:30:00.000Z' },
    },
  ]);
  team.happens({ type: 'woke' });
  expect(team.effects).toEqual([]);
});

test('before it is announced the wall is looked at once more, and once is enough', () => {
  const team = new Organised('first Tuesday of the month 10:00 starting 2027-04-01');
  expect(team.current.startsAt).toBe('2027-04-06T08:00:00.000Z');
  expect(nextSeriesWake(team.known)).toBe('2027-04-02T08:00:00.000Z');
  team.happens({ type: 'woke' }, '2027-04-02T08:00:00.000Z');
  expect(team.effects).toEqual([]);
  expect(nextSeriesWake(team.known)).toBeUndefined();
});

test('somebody else than the organiser or an admin is told kindly who may', () => {
  const team = new Organised('weekly Thursday 15:00');
  for (const event of [
    { type: 'cancelled', by: MEMBER },
    { type: 'skipped', by: MEMBER },
    { type: 'calledNow', by: MEMBER },
    { type: 'edited', by: MEMBER, change: { title: 'Mine' } },
    { type: 'wentOn', by: MEMBER },
    { type: 'ended', by: MEMBER },
  ] as const) {
    const before = team.known;
    team.happens(event);
    expect(team.known).toEqual(before);
    expect(team.orders).toEqual([]);
    expect(team.told('ada')).toContain('Only Olga or an admin can change it');
    expect(team.told('olga')).toBe('');
  }
});
