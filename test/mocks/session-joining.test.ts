import { describe, expect, test } from 'vitest';
import { nextWake } from '../../src/mocks/dues.ts';
import { later } from '../../src/mocks/instants.ts';
import { person, plannedMock, STARTS_AT } from './machine.ts';
import {
  ADA,
  BEN,
  begunWith,
  CHLOE,
  DEV,
  filesOf,
  inChannel,
  joinedBy,
  playedSession,
  saidIn,
  toldTo,
} from './session-kit.ts';

const HOUR_MS = 60 * 60_000;

function invited(people = [ADA, BEN]) {
  return joinedBy(people, playedSession());
}

describe('who changes their mind', () => {
  test('pressing twice is answered once, and gives one calendar file', () => {
    const session = invited([]);
    expect(filesOf(session.presses(ADA, 'join', 'join', 'join'))).toEqual([['ada', 'confirmed', 0]]);
    expect(
      session.presses(ADA, 'not-this', 'not-this').filter(({ type }) => type === 'calendar'),
    ).toHaveLength(1);
  });

  test('every file to somebody who goes and comes back is a later one, and goes to nobody else', () => {
    const session = invited();
    const files = filesOf(
      session.presses(ADA, 'not-this', 'join', 'not-this', 'observe', 'join', 'not-this'),
    );
    expect(files.map(([to, status]) => [to, status])).toEqual([
      ['ada', 'cancelled'],
      ['ada', 'confirmed'],
      ['ada', 'cancelled'],
      ['ada', 'confirmed'],
      ['ada', 'cancelled'],
    ]);
    expect(files.map(([, , sequence]) => sequence)).toEqual([1, 2, 3, 4, 5]);
  });

  test('a decline is neither counted, nor named, nor told to anybody', () => {
    const session = invited();
    const effects = session.presses(CHLOE, 'not-this');
    expect(effects.map((one) => ('to' in one ? one.to : one.type))).toEqual(['chloe']);
    const out = session.presses(BEN, 'not-this');
    expect(inChannel(out).join()).toContain('Joined: 1 so far');
    expect(inChannel(session.toTheEnd()).join()).not.toMatch(/Ben|Chloe|declin|not this time: /iu);
  });

  test('"I am here" on an old card brings somebody back who had gone out: with a calendar file, and counted', () => {
    const session = invited();
    session.presses(BEN, 'not-this');
    const back = session.presses(BEN, 'here');
    expect(filesOf(back)).toEqual([['ben', 'confirmed', 2]]);
    expect(inChannel(back).join()).toContain('Joined: 2 so far');
    expect(session.presses(BEN, 'here')).toEqual([]);
  });
});

describe('a session that is moved', () => {
  test('there and back again: each time a later file to all, and the reminder of a day before comes once a time', () => {
    const session = invited();
    const later1 = later(STARTS_AT, 2 * HOUR_MS);
    const one = session.happens({ type: 'moved', startsAt: later1 });
    const two = session.happens({ type: 'moved', startsAt: STARTS_AT });
    expect([filesOf(one), filesOf(two)]).toEqual([
      [
        ['ada', 'confirmed', 1],
        ['ben', 'confirmed', 1],
      ],
      [
        ['ada', 'confirmed', 2],
        ['ben', 'confirmed', 2],
      ],
    ]);
    expect(toldTo(ADA, session.until(later(STARTS_AT, -2 * HOUR_MS)))).toHaveLength(1);
  });

  test('to the same time changes nothing', () => {
    expect(invited().happens({ type: 'moved', startsAt: '2027-03-04T15:00:00Z' })).toEqual([]);
  });

  test('after its reminder went out: it comes again for the new time, and not again for the old one', () => {
    const session = invited();
    session.until(later(STARTS_AT, -20 * HOUR_MS));
    const other = later(STARTS_AT, 48 * HOUR_MS);
    session.happens({ type: 'moved', startsAt: other });
    expect(toldTo(ADA, session.until(later(other, -23 * HOUR_MS)))).toHaveLength(1);
    session.happens({ type: 'moved', startsAt: later(other, -6 * HOUR_MS) });
    session.happens({ type: 'moved', startsAt: other });
    expect(toldTo(ADA, session.until(later(other, -HOUR_MS)))).toEqual([]);
    expect(toldTo(ADA, session.until(later(other, -9 * 60_000)))).toHaveLength(1);
  });

  test('to less than a day away says so once, and no reminder says it again at once', () => {
    const session = invited();
    const soon = later(session.at(), 20 * HOUR_MS);
    const moved = session.happens({ type: 'moved', startsAt: soon });
    expect(toldTo(ADA, moved)).toHaveLength(1);
    expect(session.until(later(soon, -HOUR_MS))).toEqual([]);
  });

  test('to the past is not done: it stands where it was', () => {
    const session = invited();
    expect(session.happens({ type: 'moved', startsAt: later(session.at(), -60_000) })).toEqual([]);
    expect(session.mock().startsAt).toBe(STARTS_AT);
  });

  test('before it was announced: the announcement tells of no change, and nothing is changed that was never made', () => {
    const session = playedSession();
    session.away(later(session.mock().announceAt, -HOUR_MS));
    expect(session.happens({ type: 'moved', startsAt: later(STARTS_AT, HOUR_MS) })).toEqual([]);
    expect(inChannel(session.until(session.mock().announceAt)).join()).not.toContain('has changed');
  });

  test('who said "I am here" said it of the other time', () => {
    const session = invited();
    session.until(later(STARTS_AT, -5 * 60_000));
    session.presses(ADA, 'here');
    session.happens({ type: 'moved', startsAt: later(STARTS_AT, HOUR_MS) });
    expect(session.mock().members.some(({ here }) => here)).toBe(false);
  });

  test('what has begun is not moved', () => {
    const session = begunWith([ADA, BEN]);
    expect(session.happens({ type: 'moved', startsAt: later(STARTS_AT, HOUR_MS) })).toEqual([]);
  });
});

describe.each(['cancelled', 'skipped'] as const)('a session that is %s', (how) => {
  test('before it was announced is never spoken of in the channel', () => {
    const session = playedSession();
    expect(session.happens({ type: 'calledOff', how })).toEqual([]);
    expect([session.mock().stage, nextWake(session.mock())]).toEqual(['over', undefined]);
  });

  test('while people join: they hear it, it goes from their calendars, and nothing follows', () => {
    const session = invited();
    session.presses(CHLOE, 'not-this');
    const off = session.happens({ type: 'calledOff', how });
    expect(filesOf(off)).toEqual([
      ['ada', 'cancelled', 1],
      ['ben', 'cancelled', 1],
    ]);
    expect(toldTo(CHLOE, off)).toEqual([]);
    expect(session.happens({ type: 'calledOff', how })).toEqual([]);
    expect([session.mock().stage, nextWake(session.mock())]).toEqual(['over', undefined]);
    expect(toldTo(DEV, session.presses(DEV, 'join')).join()).toContain('does not take place');
  });

  test('while it runs: no group goes on, and a card that was sent is not lost', () => {
    const session = begunWith([ADA, BEN]);
    const { pair } = session.groupOf(ADA);
    const interviewer = pair[1] === 'ada' ? ADA : BEN;
    session.sends(interviewer, 'a kind word');
    const off = session.happens({ type: 'calledOff', how });
    expect(toldTo(pair[0] === 'ada' ? ADA : BEN, off).join()).toContain('a kind word');
    expect([session.mock().stage, nextWake(session.mock())]).toEqual(['over', undefined]);
    expect(session.goesOn(ADA)).toEqual([]);
  });

  test('when all have ended is held all the same, and the recap comes', () => {
    const session = begunWith([ADA, BEN]);
    while (session.mock().stage === 'running') session.until(nextWake(session.mock()) ?? '');
    expect(session.happens({ type: 'calledOff', how })).toEqual([]);
    expect(inChannel(session.toTheEnd()).join()).toContain('2 took part');
  });
});

describe('team now', () => {
  test('with nobody joined gives ten minutes to join; with nobody then, it ends kindly', () => {
    const session = invited([]);
    const now = session.happens({ type: 'calledNow' });
    expect(session.mock().startsAt).toBe(later(session.at(), 10 * 60_000));
    expect(inChannel(now).join()).toContain('1 March 2027, 16:10');
    expect(inChannel(session.toTheEnd()).join()).toContain('does not take place');
  });

  test('with one joined is no sooner for them, and they are told once', () => {
    const session = invited([ADA]);
    const now = [...session.happens({ type: 'calledNow' }), ...session.rings()];
    expect(toldTo(ADA, now)).toHaveLength(1);
  });

  test('with two joined begins at once, and asks who is there', () => {
    const session = invited();
    const told = toldTo(ADA, session.happens({ type: 'calledNow' }));
    expect([session.mock().stage, told.at(-1)]).toEqual([
      'running',
      expect.stringContaining('Are you there?'),
    ]);
  });

  test('puts nothing off that begins sooner anyway, however often it is called', () => {
    const session = invited([ADA]);
    session.until(later(STARTS_AT, -3 * 60_000));
    session.happens({ type: 'calledNow' });
    session.happens({ type: 'calledNow' });
    expect(session.mock().startsAt).toBe(STARTS_AT);
  });

  test('before it was announced announces it, and once it runs it is no more', () => {
    const session = playedSession();
    expect(session.happens({ type: 'calledNow' }).some(({ type }) => type === 'post')).toBe(true);
    const running = begunWith([ADA, BEN]);
    expect(running.happens({ type: 'calledNow' })).toEqual([]);
  });
});

test('a name may be anything that a platform lets through', () => {
  const odd = [
    person('\u202eevil\u2066', 0),
    { ...person('x'), id: 'y', name: '*_<@U1>_*\n\nhello' },
    { ...person('z'), id: 'z', name: '🙂'.repeat(300) },
  ];
  const session = begunWith(odd, playedSession({ of: plannedMock() }));
  const words = saidIn(session.all).join('\n');
  expect(words).not.toMatch(/[\u202e\u2066]/u);
  expect(words).not.toContain('🙂'.repeat(41));
  session.toTheEnd();
  expect(session.mock().ended).toBe('held');
});
