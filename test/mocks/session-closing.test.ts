import { describe, expect, test } from 'vitest';
import { nextWake } from '../../src/mocks/dues.ts';
import { person } from './machine.ts';
import { ADA, BEN, begunWith, CHLOE, DEV, inChannel, playedSession, toldTo } from './session-kit.ts';

describe('the recap', () => {
  test('names those alone who agreed and took part, and counts those alone who did', () => {
    const session = begunWith([ADA, BEN]);
    session.presses(CHLOE, 'not-this');
    session.presses(ADA, 'name-me');
    session.presses(CHLOE, 'name-me');
    const recap = inChannel(session.toTheEnd()).join();
    expect(recap).toContain('2 took part');
    expect(recap).toContain('Ada');
    expect(recap).not.toMatch(/Ben|Chloe/u);
  });

  test('does not count who joined and did not come, and has their name from nobody', () => {
    const session = begunWith([ADA, BEN, CHLOE]);
    const other = playedSession();
    other.until(other.mock().announceAt);
    for (const one of [ADA, BEN, DEV]) other.presses(one, 'join');
    other.presses(DEV, 'name-me');
    other.until(other.mock().startsAt);
    other.presses(ADA, 'here');
    other.presses(BEN, 'here');
    expect(inChannel(other.toTheEnd()).join()).toMatch(/2 took part(?![\s\S]*Dev)/u);
    expect(inChannel(session.toTheEnd()).join()).toContain('3 took part');
  });

  test('who agrees after the thanks is named; after the recap nothing changes', () => {
    const session = begunWith([ADA, BEN]);
    while (session.mock().stage === 'running') session.until(nextWake(session.mock()) ?? '');
    expect(toldTo(ADA, session.all).at(-1)).toContain('May it name you too?');
    session.presses(ADA, 'name-me');
    expect(inChannel(session.toTheEnd()).join()).toContain('Ada');
    session.presses(BEN, 'name-me');
    expect(session.mock().members.find(({ id }) => id === 'ben')?.named).toBeUndefined();
  });

  test('when all is over no wake is left, and nothing that is pressed brings it back', () => {
    const session = begunWith([ADA, BEN]);
    session.toTheEnd();
    session.presses(ADA, 'join', 'here', 'leave', 'leave-now', 'not-this', 'next', 'send', 'keep', 'numbers');
    session.happens({ type: 'calledNow' });
    session.happens({ type: 'calledOff', how: 'cancelled' });
    expect([session.mock().stage, nextWake(session.mock())]).toEqual(['over', undefined]);
  });
});

test.each([
  ['live', 100],
  ['live', 1_000],
  ['async', 1_000],
] as const)('a %s session of %i people comes to its end', (kind, many) => {
  const people = Array.from({ length: many }, (_, index) => person(`P${String(index).padStart(4, '0')}`));
  const planned = playedSession(kind === 'live' ? {} : { mode: { kind: 'async', days: 3 } }).mock();
  const members = people.map((one) => ({ ...one, answer: 'joined' as const, here: true as const }));
  const session = playedSession({ of: { ...planned, stage: 'invited', members } });
  session.away(planned.startsAt);
  const took: string[] = [];
  const timed = (what: string, act: () => unknown) => {
    const from = performance.now();
    act();
    took.push(`${what} ${Math.round(performance.now() - from)} ms`);
  };
  timed('begins', () => session.rings());
  timed('one phase of all', () => session.until(nextWake(session.mock()) ?? ''));
  timed('one card', () => session.sends(people[0] ?? ADA));
  console.log(`${kind}, ${many} people: ${took.join(', ')}`);
  expect(session.mock().groups).toHaveLength(many / 2);
});
