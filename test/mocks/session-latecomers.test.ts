import { describe, expect, test } from 'vitest';
import { nextWake } from '../../src/mocks/dues.ts';
import { later } from '../../src/mocks/instants.ts';
import { peopleOf } from '../../src/mocks/people.ts';
import { STARTS_AT } from './machine.ts';
import {
  ADA,
  BEN,
  begunWith,
  CHLOE,
  DEV,
  EVE,
  FARID,
  joinedBy,
  playedSession,
  toldTo,
} from './session-kit.ts';

const SECOND_MS = 1_000;

describe('latecomers', () => {
  test('with somebody waiting make a pair; with nobody waiting they observe; a pair has one observer at most', () => {
    const session = begunWith([ADA, BEN, CHLOE], joinedBy([FARID], playedSession()));
    session.until(later(STARTS_AT, 120 * SECOND_MS));
    session.presses(DEV, 'join');
    expect(session.mock().groups).toHaveLength(2);
    session.until(later(STARTS_AT, 360 * SECOND_MS));
    expect(toldTo(EVE, session.presses(EVE, 'join')).join()).toContain('You observe');
  });

  test('whoever did not come is offered to come all the same, and listens to a pair', () => {
    const session = begunWith([ADA, BEN], joinedBy([FARID], playedSession()));
    const effects = session.until(later(STARTS_AT, 360 * SECOND_MS));
    expect(toldTo(FARID, effects).join()).toContain('Or say that you are here');
    const card = effects.findLast((one) => one.type === 'tell' && one.to === FARID.id);
    expect(JSON.stringify(card)).toContain('"I am here"');
    expect(toldTo(FARID, session.presses(FARID, 'here')).join()).toContain('You observe');
  });

  test('nobody who is through with their group is drawn into another', () => {
    const session = begunWith([ADA, BEN, CHLOE, DEV]);
    const first = session.groupOf(ADA);
    const [one = ADA] = [ADA, BEN, CHLOE, DEV].filter(({ id }) => first.pair.includes(id));
    const partner = [ADA, BEN, CHLOE, DEV].find(({ id }) => first.pair.includes(id) && id !== one.id) ?? BEN;
    for (let press = 0; press < 20 && session.groupOf(one).phase !== 'over'; press += 1) {
      session.goesOn(one);
      session.goesOn(partner);
    }
    expect(
      session
        .mock()
        .groups.map(({ phase }) => phase)
        .toSorted(),
    ).toEqual(['over', 'settle']);
    expect(toldTo(EVE, session.presses(EVE, 'join')).join()).toContain('You observe');
    expect(session.mock().groups).toHaveLength(2);
    // Nor are they where a partner of the other group is left alone.
    const other = session.mock().groups.find(({ phase }) => phase !== 'over');
    session.leaves(EVE);
    const leaver = [ADA, BEN, CHLOE, DEV].find(({ id }) => id === other?.pair[0]) ?? DEV;
    session.leaves(leaver);
    expect(session.mock().groups).toHaveLength(2);
    session.toTheEnd();
    expect(session.mock().ended).toBe('held');
  });

  test('after the last group has ended hear that it has, and have a practice alone', () => {
    const session = begunWith([ADA, BEN]);
    while (session.mock().stage === 'running') session.until(nextWake(session.mock()) ?? '');
    expect(toldTo(CHLOE, session.presses(CHLOE, 'join')).join()).toContain('has ended');
  });

  test('of two rounds are paired in the second', () => {
    const session = begunWith([ADA, BEN, CHLOE], playedSession({ rounds: 2 }));
    session.until(later(STARTS_AT, 360 * SECOND_MS));
    session.presses(DEV, 'join');
    while (session.mock().round === 1) session.until(nextWake(session.mock()) ?? '');
    const second = session.mock().groups.filter(({ no }) => no > 1);
    expect(second.flatMap(peopleOf).toSorted()).toEqual(['ada', 'ben', 'chloe', 'dev']);
    session.toTheEnd();
    expect([session.mock().ended, session.mock().groups.length]).toEqual(['held', 3]);
  });

  test('whoever leaves between two rounds is not paired in the second', () => {
    const session = begunWith([ADA, BEN, CHLOE, DEV], playedSession({ rounds: 2 }));
    const { pair } = session.groupOf(ADA);
    const partner = [BEN, CHLOE, DEV].find(({ id }) => pair.includes(id)) ?? BEN;
    for (let press = 0; press < 20 && session.groupOf(ADA).phase !== 'over'; press += 1) {
      session.goesOn(ADA);
      session.goesOn(partner);
    }
    expect(toldTo(ADA, session.leaves(ADA))).toHaveLength(1);
    while (session.mock().round === 1) session.until(nextWake(session.mock()) ?? '');
    expect(
      session
        .mock()
        .groups.filter(({ no }) => no > 2)
        .flatMap(peopleOf),
    ).not.toContain('ada');
  });
});

describe('observers', () => {
  test('are asked whether they are there, and are placed also in the second round', () => {
    const session = joinedBy([ADA, BEN], playedSession({ rounds: 2 }));
    session.presses(CHLOE, 'observe');
    session.until(later(STARTS_AT, -60 * SECOND_MS));
    session.presses(ADA, 'here');
    session.presses(BEN, 'here');
    expect(toldTo(CHLOE, session.until(STARTS_AT)).join()).toContain('Are you there?');
    expect(session.mock().groups).toHaveLength(1);
    session.presses(CHLOE, 'here');
    expect(session.groupOf(ADA).observer).toBe('chloe');
    while (session.mock().round === 1) session.until(nextWake(session.mock()) ?? '');
    expect(session.groupOf(ADA)).toMatchObject({ no: 2, observer: 'chloe' });
  });

  test('without a group to sit beside hear it, and are not left waiting', () => {
    const session = begunWith([ADA, BEN, CHLOE]);
    session.until(later(STARTS_AT, 60 * SECOND_MS));
    expect(toldTo(DEV, session.presses(DEV, 'observe'))).toEqual([
      expect.stringContaining('There is no group to sit beside'),
    ]);
  });

  test('alone make no session', () => {
    const session = joinedBy([], playedSession());
    session.presses(ADA, 'observe');
    session.presses(BEN, 'observe');
    expect(toldTo(ADA, session.toTheEnd()).at(-1)).toContain('is called off');
    expect(session.mock().ended).toBe('nobody');
  });
});
