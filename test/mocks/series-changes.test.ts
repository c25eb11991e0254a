import { describe, expect, test } from 'vitest';
import type { SeriesChange } from '../../src/mocks/series/series-event.ts';
import { nextSeriesWake } from '../../src/mocks/series/series-wake.ts';
import { ADMIN, OLGA, Organised, schedule } from './series-kit.ts';

/** A change as the words of `team edit` give it, on the day of the kit. */
function to(words: string): SeriesChange {
  return { when: schedule(words).when };
}

function edit(team: Organised, change: SeriesChange, at = team.at): Organised {
  return team.happens({ type: 'edited', by: OLGA, change }, at);
}

describe('another time', () => {
  test('moves the open session, which keeps its number, to the first new date ahead', () => {
    const team = edit(new Organised('weekly Thursday 15:00'), to('weekly Friday 10:00'));
    expect(team.orders).toEqual([
      { s1n1: { nextAt: '2027-03-12T09:00:00.000Z' } },
      { s1n1: { type: 'moved', startsAt: '2027-03-05T09:00:00.000Z', endsAt: '2027-03-05T09:30:00.000Z' } },
    ]);
    expect(team.told('olga')).toContain('Friday 5 March 2027, 10:00 (Europe/Berlin)');
    team.held();
    expect(team.orders).toEqual(['open 2 at 2027-03-12T09:00:00.000Z']);
  });

  test('doubles none: where this week was held already, Fridays begin the week after', () => {
    const team = new Organised('weekly Thursday 15:00').held();
    edit(team, to('weekly Friday 15:00'), '2027-03-05T09:00:00.000Z');
    expect(team.current.startsAt).toBe('2027-03-12T14:00:00.000Z');
    edit(team, to('weekly Wednesday 15:00'));
    expect(team.current.startsAt).toBe('2027-03-10T14:00:00.000Z');
  });

  test('brings none back that was left out, on the day beside it neither', () => {
    const team = new Organised('weekly Thursday 15:00').held();
    team.happens({ type: 'skipped', by: OLGA }, '2027-03-05T09:00:00.000Z');
    expect(team.current.startsAt).toBe('2027-03-18T14:00:00.000Z');
    edit(team, to('weekly Friday 15:00'));
    expect(team.current.startsAt).toBe('2027-03-19T14:00:00.000Z');
    edit(team, to('weekly Thursday 16:00'));
    expect(team.current.startsAt).toBe('2027-03-18T15:00:00.000Z');
  });

  test('while one is running changes the later ones only', () => {
    const team = new Organised('weekly Thursday 15:00');
    edit(team, { ...to('weekly Friday 10:00'), title: 'Friday circle' }, '2027-03-04T14:10:00.000Z');
    expect(team.orders).toEqual([{ s1n1: { nextAt: '2027-03-05T09:00:00.000Z' } }]);
    expect(team.told('olga')).toContain('The session that is on stays as it is.');
    team.held();
    expect(team.effects[0]).toMatchObject({ type: 'openSession', wish: { no: 2, title: 'Friday circle' } });
  });

  test('of the zone keeps the time on the wall', () => {
    const team = edit(new Organised('weekly Thursday 15:00'), { zone: 'America/New_York' });
    expect(team.current.startsAt).toBe('2027-03-04T20:00:00.000Z');
    team.held().held();
    expect(team.current.startsAt).toBe('2027-03-18T19:00:00.000Z');
  });

  test('of a single day moves the next session alone, and the rhythm stays', () => {
    const team = edit(new Organised('weekly Thursday 15:00'), to('9 March 2027 10:00'));
    expect(team.current.startsAt).toBe('2027-03-09T09:00:00.000Z');
    team.held();
    expect(team.orders).toEqual(['open 2 at 2027-03-11T14:00:00.000Z']);
    edit(team, to('9 March 2027 10:00'), '2027-03-09T10:00:00.000Z');
    expect(team.orders).toEqual([]);
    expect(team.told('olga')).toContain('That time is past');
  });

  test('of a single session, to a rhythm, makes a series of it', () => {
    const team = edit(new Organised('4 March 2027 15:00'), to('weekly Friday 15:00'));
    expect(team.current.startsAt).toBe('2027-03-05T14:00:00.000Z');
    expect(team.held().orders).toEqual(['open 2 at 2027-03-12T14:00:00.000Z']);
  });

  test('while it asks whether to go on asks again, with the new date', () => {
    const team = new Organised('weekly Thursday 15:00', { total: 1 }).held();
    const { seq } = team.known;
    edit(team, to('weekly Friday 15:00'));
    expect(team.orders).toEqual([]);
    expect(team.told('olga')).toContain('The next would be Friday 12 March 2027, 15:00');
    expect(nextSeriesWake(team.known)).toBe('2027-03-12T14:00:00.000Z');
    team.happens({ type: 'wentOn', by: OLGA, seq });
    expect(team.effects).toEqual([]);
    team.happens({ type: 'wentOn', by: OLGA, seq: team.known.seq });
    expect(team.orders).toEqual(['open 2 at 2027-03-12T14:00:00.000Z']);
  });
});

test('other changes reach the open session as long as it has not begun', () => {
  const team = edit(new Organised('weekly Thursday 15:00'), {
    title: 'Stories',
    mode: { kind: 'async', days: 2 },
    who: { ids: ['ada'] },
    total: 1,
  });
  expect(team.orders).toEqual([
    {
      s1n1: {
        title: 'Stories',
        mode: { kind: 'async', days: 2 },
        who: { ids: ['ada'] },
        nextAt: null,
      },
    },
  ]);
});

test('a change to what is so already changes nothing, and says so', () => {
  const team = new Organised('weekly Thursday 15:00');
  const before = team.known;
  edit(team, { title: 'Tuesday circle' });
  expect(team.known).toEqual(before);
  expect(team.told('olga')).toContain('is like that already');
});

describe('left out', () => {
  test('the open one is called off, the number counts on, and the next is opened', () => {
    const team = new Organised('weekly Thursday 15:00').happens({ type: 'skipped', by: OLGA });
    expect(team.orders).toEqual([
      { s1n1: { type: 'calledOff', how: 'skipped' } },
      'open 2 at 2027-03-11T14:00:00.000Z',
    ]);
    expect(team.told('olga')).toContain('Left out: Thursday 4 March 2027, 15:00 (Europe/Berlin).');
    team.happens({ type: 'sessionEnded', mockId: 's1n1', how: 'skipped', groups: [], joinedIds: ['ada'] });
    expect(team.effects).toEqual([]);
    expect(team.known).toMatchObject({ done: 0, roster: ['ada'], numbered: 2 });
  });

  test('while one is running it is the one after', () => {
    const team = new Organised('weekly Thursday 15:00');
    team.happens({ type: 'skipped', by: OLGA }, '2027-03-04T14:10:00.000Z');
    expect(team.orders).toEqual([{ s1n1: { nextAt: '2027-03-18T14:00:00.000Z' } }]);
    expect(team.told('olga')).toContain('Left out: Thursday 11 March 2027');
    expect(team.held().orders).toEqual(['open 2 at 2027-03-18T14:00:00.000Z']);
  });

  test('the last before the question: another takes its place, and its card says when', () => {
    const team = new Organised('weekly Thursday 15:00', { total: 1 }).happens({ type: 'skipped', by: OLGA });
    expect(team.orders).toEqual([
      { s1n1: { nextAt: '2027-03-11T14:00:00.000Z' } },
      { s1n1: { type: 'calledOff', how: 'skipped' } },
      'open 2 at 2027-03-11T14:00:00.000Z',
    ]);
  });

  test('a single session has none to go on with', () => {
    const team = new Organised('4 March 2027 15:00').happens({ type: 'skipped', by: OLGA });
    expect(team.orders).toEqual([]);
    expect(team.told('olga')).toContain('You can call it off, or give it another time.');
  });

  test('pressed on an old card nothing is left out', () => {
    const team = new Organised('weekly Thursday 15:00');
    team.happens({ type: 'skipped', by: OLGA, seq: 0 }).happens({ type: 'skipped', by: OLGA, seq: 0 });
    expect(team.effects).toEqual([]);
    expect(team.current.no).toBe(2);
  });
});

test('a form that was opened before another change undoes nothing, and whoever sent it hears that', () => {
  const team = new Organised('weekly Thursday 15:00').happens({ type: 'skipped', by: ADMIN, seq: 0 });
  team.happens({ type: 'edited', by: OLGA, seq: 0, change: { title: 'Friday circle' } });
  expect(team.known.title).toBe('Tuesday circle');
  expect(team.told('olga')).toContain('has changed since you opened the form');
  team.happens({ type: 'edited', by: OLGA, seq: team.known.seq, change: { title: 'Friday circle' } });
  expect(team.known.title).toBe('Friday circle');
  team.happens({ type: 'cancelled', by: ADMIN });
  team.happens({ type: 'edited', by: OLGA, seq: 0, change: { title: 'Monday circle' } });
  expect(team.told('olga')).toContain('has ended');
});

describe('called off', () => {
  test('it goes, promises no next one, and none comes any more', () => {
    const team = new Organised('weekly Thursday 15:00').happens({ type: 'cancelled', by: OLGA });
    expect(team.orders).toEqual([
      { s1n1: { nextAt: null } },
      { s1n1: { type: 'calledOff', how: 'cancelled' } },
    ]);
    expect(team.known.stage).toEqual({ at: 'ended', how: 'cancelled' });
    team.happens({ type: 'sessionEnded', mockId: 's1n1', how: 'cancelled', groups: [], joinedIds: [] });
    expect(team.effects).toEqual([]);
    team.happens({ type: 'calledNow', by: OLGA });
    expect(team.orders).toEqual([]);
    expect(team.told('olga')).toContain('has ended');
  });

  test('while one is running, nobody is sent out of it', () => {
    const team = new Organised('weekly Thursday 15:00');
    team.happens({ type: 'cancelled', by: OLGA }, '2027-03-04T14:10:00.000Z');
    expect(team.orders).toEqual([{ s1n1: { nextAt: null } }]);
    expect(team.told('olga')).toContain('goes on to its end');
    team.held();
    expect(team.effects).toEqual([]);
    expect(team.known).toMatchObject({ held: 1, stage: { at: 'ended', how: 'cancelled' } });
  });

  test('by an admin: the organiser hears of it', () => {
    const team = new Organised('weekly Thursday 15:00').happens({ type: 'cancelled', by: ADMIN });
    expect(team.told('root')).toContain('Called off');
    expect(team.told('olga')).toContain('An admin changed a series of yours.');
  });
});

test('called now it begins, once, and its own day does not come again', () => {
  const team = new Organised('weekly Thursday 15:00').happens({ type: 'calledNow', by: OLGA });
  expect(team.orders).toEqual([{ s1n1: { type: 'calledNow' } }]);
  team.happens({ type: 'calledNow', by: OLGA });
  expect(team.orders).toEqual([]);
  expect(team.told('olga')).toContain('is on at this moment');
  expect(team.held().orders).toEqual(['open 2 at 2027-03-11T14:00:00.000Z']);
});
