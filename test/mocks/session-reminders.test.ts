import { describe, expect, test } from 'vitest';
import { nextWake } from '../../src/mocks/dues.ts';
import { later } from '../../src/mocks/instants.ts';
import type { Asked } from '../../src/mocks/mock-event.ts';
import { newMock } from '../../src/mocks/new-mock.ts';
import { person, STARTS_AT } from './machine.ts';
import {
  ADA,
  BEN,
  begunWith,
  CHLOE,
  inChannel,
  joinedBy,
  playedSession,
  saidIn,
  toldTo,
} from './session-kit.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

function sessionAt(startsAt: string) {
  return playedSession({
    of: newMock(
      {
        id: 'm1',
        no: 1,
        title: 'Team practice',
        channel: 'slack/C1',
        zone: 'Europe/Berlin',
        organizer: { id: 'olga', name: 'Olga' },
        mode: { kind: 'live' },
        startsAt,
      },
      later(startsAt, -5 * 24 * HOUR_MS),
    ),
  });
}

function inZone(name: string, zone: string): Asked {
  return { ...person(name), zone };
}

describe.each([
  // New York's clocks go forward on 14 March 2027 at 07:00 UTC, Berlin's on the 28th at 01:00.
  [
    '2027-03-14T15:00:00.000Z',
    'Sunday 14 March 2027, 11:00',
    'Sunday 14 March 2027, 16:00',
    'Sunday 14 March 2027, 20:30',
  ],
  [
    '2027-03-15T15:00:00.000Z',
    'Monday 15 March 2027, 11:00',
    'Monday 15 March 2027, 16:00',
    'Monday 15 March 2027, 20:30',
  ],
  [
    '2027-03-28T14:00:00.000Z',
    'Sunday 28 March 2027, 10:00',
    'Sunday 28 March 2027, 16:00',
    'Sunday 28 March 2027, 19:30',
  ],
  [
    '2027-11-07T14:00:00.000Z',
    'Sunday 7 November 2027, 9:00',
    'Sunday 7 November 2027, 15:00',
    'Sunday 7 November 2027, 19:30',
  ],
])('a session at %s, by which clocks have changed', (startsAt, inNewYork, inBerlin, inKolkata) => {
  test('is shown to each as their own wall will show it, a day and ten minutes before', () => {
    const people = [
      inZone('Ada', 'America/New_York'),
      inZone('Ben', 'Europe/Berlin'),
      inZone('Chloe', 'Asia/Kolkata'),
    ];
    const session = joinedBy(people, sessionAt(startsAt));
    const dayBefore = session.until(later(startsAt, -24 * HOUR_MS));
    const minutes = session.until(later(startsAt, -10 * MINUTE_MS));
    for (const [who, words] of [inNewYork, inBerlin, inKolkata].entries()) {
      const one = people[who] ?? ADA;
      expect(toldTo(one, dayBefore)).toEqual([expect.stringContaining(`${words} (${one.zone})`)]);
      expect(toldTo(one, minutes)).toEqual([
        expect.stringContaining(`begins at ${words.split(', ')[1]} (${one.zone})`),
      ]);
    }
  });
});

test('a zone that nobody knows keeps no reminder from anybody', () => {
  const session = joinedBy([inZone('Ada', 'Mars/Olympus'), BEN], playedSession());
  expect(toldTo(ADA, session.until(later(STARTS_AT, -HOUR_MS))).join()).toContain('15:00 (UTC)');
});

test('reminders go to those who come alone, and somebody who joins late has those that are still to come', () => {
  const session = joinedBy([ADA, BEN], playedSession());
  session.presses(BEN, 'not-this');
  session.happens({ type: 'rostered', people: [person('Dev')] });
  const all = session.until(later(STARTS_AT, -2 * HOUR_MS)).map((one) => 'to' in one && one.to);
  expect(all).toEqual(['ada']);
  session.presses(CHLOE, 'join');
  expect(toldTo(CHLOE, session.until(later(STARTS_AT, -5 * MINUTE_MS)))).toHaveLength(1);
});

describe('a coach that was away', () => {
  test('over the announcement announces it when it is back; what is past by then is left out', () => {
    const session = playedSession();
    session.away(later(STARTS_AT, -20 * HOUR_MS));
    expect(session.rings().map(({ type }) => type)).toEqual(['post', 'event']);
    expect(nextWake(session.mock())).toBe(later(STARTS_AT, -10 * MINUTE_MS));
  });

  test.each([1, 60 * 24])(
    'over the announcement and the beginning, by %i minutes, announces nothing that was never held',
    (minutes) => {
      const session = playedSession();
      session.away(later(STARTS_AT, minutes * MINUTE_MS));
      const told = session.rings();
      expect(told.map(({ type }) => type)).toEqual(['tell']);
      expect(toldTo({ ...ADA, id: 'olga' }, told).join()).toContain('I was away');
      expect([session.mock().ended, nextWake(session.mock())]).toEqual(['missed', undefined]);
    },
  );

  test('over the reminder of a day before sends it for six hours, and not later', () => {
    for (const [hours, times] of [
      [18, 1],
      [17, 0],
    ] as const) {
      const session = joinedBy([ADA, BEN], playedSession());
      session.away(later(STARTS_AT, -hours * HOUR_MS));
      expect(toldTo(ADA, session.rings())).toHaveLength(times);
      expect(session.rings()).toEqual([]);
    }
  });

  test('over both reminders says the one that still matters', () => {
    const session = joinedBy([ADA, BEN], playedSession());
    session.away(later(STARTS_AT, -2 * MINUTE_MS));
    expect(toldTo(ADA, session.rings())).toEqual([expect.stringContaining('begins at 16:00')]);
  });

  test.each([3, 14])(
    'over the beginning by %i minutes begins then, and waits five minutes from then',
    (minutes) => {
      const session = joinedBy([ADA, BEN], playedSession());
      session.away(later(STARTS_AT, minutes * MINUTE_MS));
      const told = toldTo(ADA, session.rings());
      expect(told).toEqual([expect.stringContaining(`until 16:${String(minutes + 5).padStart(2, '0')}`)]);
    },
  );

  test('over the beginning by 16 minutes says so to all who came, and to the organiser', () => {
    const session = joinedBy([ADA, BEN], playedSession());
    session.away(later(STARTS_AT, 16 * MINUTE_MS));
    const told = session.rings();
    for (const one of [ADA, BEN, { ...ADA, id: 'olga' }])
      expect(toldTo(one, told).join()).toContain('I was away');
    expect([session.mock().ended, nextWake(session.mock())]).toEqual(['missed', undefined]);
  });

  test('over the end of a phase: ten seconds are caught up with, five minutes are not, and after two hours nobody is asked on', () => {
    const phaseAfter = (ms: number) => {
      const session = begunWith([ADA, BEN]);
      session.away(later(session.groupOf(ADA).endsAt, ms));
      const said = saidIn(session.rings());
      const { phase, endsAt } = session.groupOf(ADA);
      return { phase, left: (Date.parse(endsAt) - Date.parse(session.at())) / 1_000, said, session };
    };
    expect(phaseAfter(10_000)).toMatchObject({ phase: 'answer', left: 110 });
    expect(phaseAfter(5 * MINUTE_MS)).toMatchObject({ phase: 'answer', left: 120 });
    const late = phaseAfter(2 * HOUR_MS);
    expect(late).toMatchObject({ phase: 'over', said: [expect.stringContaining('I was away')] });
    expect(late.session.mock().stage).toBe('closing');
  });

  test('over two hours of two rounds asks nobody to a second one', () => {
    const session = begunWith([ADA, BEN], playedSession({ rounds: 2 }));
    session.away(later(STARTS_AT, 2 * HOUR_MS));
    session.rings();
    expect([session.mock().groups.length, session.mock().stage]).toEqual([1, 'closing']);
  });

  test('over the recap posts it when it is back, and calls nothing the next that has been', () => {
    const session = begunWith([ADA, BEN], playedSession());
    session.happens({ type: 'changed', to: { nextAt: '2027-03-18T15:00:00.000Z' } });
    while (session.mock().stage === 'running') session.until(nextWake(session.mock()) ?? '');
    session.away('2027-03-20T09:00:00.000Z');
    const recap = inChannel(session.rings()).join();
    expect(recap).toContain('2 took part');
    expect(recap).not.toContain('next session');
    expect(session.rings()).toEqual([]);
  });
});

test('a wake that rings early, twice, or by a clock that was set back does nothing that was done', () => {
  const session = joinedBy([ADA, BEN], playedSession());
  expect(session.rings()).toEqual([]);
  for (let wake = nextWake(session.mock()); wake !== undefined; wake = nextWake(session.mock())) {
    session.away(later(wake, -1_000));
    expect(session.rings()).toEqual([]);
    session.away(wake);
    expect(session.rings()).not.toEqual([]);
    expect(session.rings()).toEqual([]);
    session.away(later(wake, -2 * HOUR_MS));
    expect(session.rings()).toEqual([]);
    session.away(wake);
  }
  expect(session.mock().stage).toBe('over');
});
