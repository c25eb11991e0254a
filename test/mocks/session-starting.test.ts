import { describe, expect, test } from 'vitest';
import { nextWake } from '../../src/mocks/dues.ts';
import { later } from '../../src/mocks/instants.ts';
import { peopleOf } from '../../src/mocks/people.ts';
import { person, STARTS_AT } from './machine.ts';
import {
  ADA,
  BEN,
  begunWith,
  CHLOE,
  DEV,
  EVE,
  inChannel,
  joinedBy,
  type PlayedSession,
  playedSession,
  saidIn,
  toldTo,
} from './session-kit.ts';

const SECOND_MS = 1_000;
const OLGA = person('Olga');

/** All of these joined, and those who are there said so before it began. */
function withSomeThere(
  all: readonly (typeof ADA)[],
  there: readonly (typeof ADA)[],
  session = playedSession(),
) {
  joinedBy(all, session);
  session.until(later(STARTS_AT, -60 * SECOND_MS));
  for (const one of there) session.presses(one, 'here');
  session.until(STARTS_AT);
  return session;
}

function groupsOf(session: PlayedSession): string[][] {
  return session.mock().groups.map((group) => [...peopleOf(group)].toSorted());
}

describe('no-shows', () => {
  test('one comes of four: they wait five minutes, are offered a practice alone, and it ends kindly for all', () => {
    const session = withSomeThere([ADA, BEN, CHLOE, DEV], [ADA]);
    expect(toldTo(ADA, session.all).at(-1)).toContain('I look for a partner for you until 16:05');
    const end = session.toTheEnd();
    expect(toldTo(ADA, end)).toEqual([expect.stringContaining('There is no partner free for you this time')]);
    expect(toldTo(BEN, end)).toEqual([expect.stringContaining('is called off')]);
    expect(toldTo(OLGA, end)).toHaveLength(1);
    expect([session.mock().ended, nextWake(session.mock())]).toEqual(['nobody', undefined]);
  });

  test('two come of four: they begin at once, and the others are offered a practice alone when the wait is over', () => {
    const session = withSomeThere([ADA, BEN, CHLOE, DEV], [ADA, BEN]);
    expect(groupsOf(session)).toEqual([['ada', 'ben']]);
    const grace = session.until(later(STARTS_AT, 300 * SECOND_MS));
    expect(toldTo(CHLOE, grace)).toEqual([expect.stringContaining('You can practise with me now')]);
    expect(toldTo(ADA, grace).join()).not.toContain('Chloe');
  });

  test('the partner comes at 4:59 and is in time', () => {
    const session = withSomeThere([ADA, BEN], [ADA]);
    session.until(later(STARTS_AT, 299 * SECOND_MS));
    session.presses(BEN, 'here');
    expect(groupsOf(session)).toEqual([['ada', 'ben']]);
    expect(session.mock().graceUntil).toBeUndefined();
  });

  test('nobody comes: everybody who joined hears it once, and the organiser too', () => {
    const session = withSomeThere([ADA, BEN], []);
    const end = session.toTheEnd();
    for (const one of [ADA, BEN, OLGA]) expect(toldTo(one, end)).toHaveLength(1);
    expect(inChannel(end).at(-1)).toContain('does not take place');
  });

  test('the last who is missing says "Not this time": nobody waits on', () => {
    const session = withSomeThere([ADA, BEN, CHLOE, DEV], [ADA, BEN, CHLOE]);
    session.until(later(STARTS_AT, 60 * SECOND_MS));
    const told = session.presses(DEV, 'not-this');
    expect([groupsOf(session), session.mock().graceUntil]).toEqual([[['ada', 'ben', 'chloe']], undefined]);
    expect(saidIn(told).join()).toContain('joins to observe');
  });

  test('the last who is missing comes, and is the third: they hear once how it goes on', () => {
    const session = withSomeThere([ADA, BEN, CHLOE], [ADA, BEN]);
    session.until(later(STARTS_AT, 60 * SECOND_MS));
    expect(toldTo(CHLOE, session.presses(CHLOE, 'here'))).toEqual([
      expect.stringContaining('You observe Ada and Ben'),
    ]);
  });
});

describe('how many there are', () => {
  test('one alone is offered a practice alone, and nothing is left waiting', () => {
    const session = begunWith([ADA]);
    expect(toldTo(ADA, session.all).at(-1)).toContain('You can practise with me now');
    expect([session.mock().ended, nextWake(session.mock())]).toEqual(['nobody', undefined]);
  });

  test('nobody at all: the organiser alone hears of it', () => {
    const session = begunWith([]);
    expect(toldTo(OLGA, session.all)).toHaveLength(1);
    expect(session.mock().ended).toBe('nobody');
  });

  test.each([1, 2, 3, 5, 7])('of %i who come everybody hears of a group, or of a practice alone', (size) => {
    const people = ['Ada', 'Ben', 'Cat', 'Dan', 'Eve', 'Fay', 'Gil']
      .slice(0, size)
      .map((name) => person(name));
    const session = joinedBy(people, playedSession());
    session.until(later(STARTS_AT, -60 * SECOND_MS));
    for (const one of people) session.presses(one, 'here');
    const effects = session.until(STARTS_AT);
    const way = size === 1 ? /You can practise with me now/u : /You ask, |You answer, |You observe /u;
    for (const one of people) expect(toldTo(one, effects).join('\n'), one.name).toMatch(way);
  });

  test('three are one group, five are two', () => {
    expect(groupsOf(begunWith([ADA, BEN, CHLOE]))).toHaveLength(1);
    expect(
      groupsOf(begunWith([ADA, BEN, CHLOE, DEV, EVE]))
        .map((people) => people.length)
        .toSorted(),
    ).toEqual([2, 3]);
  });

  test('who observes in a trio changes from session to session; the organiser answers first and never observes', () => {
    const observers = (three: readonly (typeof ADA)[]) =>
      [1, 2, 3, 4].map((no) => begunWith(three, playedSession({ no })).mock().groups[0]?.observer);
    expect(new Set(observers([ADA, BEN, CHLOE])).size).toBe(3);
    expect(new Set(observers([ADA, BEN, OLGA]))).toEqual(new Set(['ada', 'ben']));
    for (const no of [1, 2])
      expect(
        begunWith([ADA, { ...OLGA, practised: 0 }], playedSession({ no })).mock().groups[0]?.pair[0],
      ).toBe('olga');
  });

  test('the more practised answers first', () => {
    for (const no of [1, 2])
      expect(
        begunWith([ADA, { ...BEN, practised: 3 }], playedSession({ no })).mock().groups[0]?.pair[0],
      ).toBe('ben');
  });
});

describe('people who are kept apart', () => {
  test('two of two: each is told what somebody alone is told, and nobody anything else', () => {
    const apart = begunWith([ADA, BEN], playedSession({}, [['ada', 'ben']]));
    const alone = begunWith([ADA]);
    expect(toldTo(ADA, apart.all).at(-1)).toBe(toldTo(ADA, alone.all).at(-1));
    expect(apart.mock().ended).toBe('nobody');
    expect(toldTo(OLGA, apart.all)).toEqual(toldTo(OLGA, alone.all));
  });

  test('one from all the others: the pair begins, and that one hears what anybody without a partner hears', () => {
    const session = begunWith(
      [ADA, BEN, CHLOE],
      playedSession({}, [
        ['ada', 'chloe'],
        ['ben', 'chloe'],
      ]),
    );
    expect(groupsOf(session)).toEqual([['ada', 'ben']]);
    expect(toldTo(CHLOE, session.all).at(-1)).toContain('There is no partner free for you this time');
  });

  test('who waits for somebody else is not told twice that they wait', () => {
    const session = withSomeThere([ADA, BEN, CHLOE, DEV], [ADA, BEN], playedSession({}, [['ada', 'ben']]));
    session.until(later(STARTS_AT, 30 * SECOND_MS));
    const came = session.presses(CHLOE, 'here');
    expect(session.mock().groups).toHaveLength(1);
    const waits = session.groupOf(CHLOE).pair.includes('ada') ? BEN : ADA;
    expect(toldTo(waits, came)).toEqual([]);
  });

  test('a latecomer who can be with nobody who waits is not left waiting for nothing', () => {
    const session = begunWith(
      [ADA, BEN, CHLOE],
      playedSession({}, [
        ['ada', 'chloe'],
        ['ben', 'chloe'],
        ['chloe', 'dev'],
        ['ada', 'dev'],
        ['ben', 'dev'],
      ]),
    );
    session.until(later(STARTS_AT, 120 * SECOND_MS));
    const told = session.presses(DEV, 'join');
    expect(toldTo(DEV, told)).toEqual([expect.stringContaining('You can practise with me now')]);
    expect(toldTo(CHLOE, told)).toEqual([]);
  });
});
