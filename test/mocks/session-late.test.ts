import { describe, expect, test } from 'vitest';
import { later } from '../../src/mocks/instants.ts';
import { isTaken } from '../../src/mocks/late.ts';
import type { MockEvent } from '../../src/mocks/mock-event.ts';
import { candidateOf, interviewerOf } from '../../src/mocks/people.ts';
import { cardOfWords } from './machine.ts';
import {
  ADA,
  BEN,
  begunWith,
  CHLOE,
  isReveal,
  type PlayedSession,
  playedSession,
  toldTo,
} from './session-kit.ts';

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;

/** Who answers first, who listens to it, and the session an hour after its recap. */
function overFor(people = [ADA, BEN], session: PlayedSession = playedSession()) {
  begunWith(people, session);
  const group = session.groupOf(ADA);
  const known = (id: string | undefined) => people.find((one) => one.id === id) ?? ADA;
  const who = {
    candidate: known(candidateOf(group)),
    partner: known(interviewerOf(group)),
    observer: known(group.observer),
  };
  return { session, ...who };
}

const isOver = (session: PlayedSession) => {
  session.toTheEnd();
  session.away(later(session.mock().endsAt, HOUR));
};

describe('a card that comes after the session is over', () => {
  test('reaches the candidate beside their own, and is said to have come later', () => {
    const { session, candidate, partner } = overFor();
    session.sends(candidate, 'of myself', 0);
    isOver(session);
    const late = session.sends(partner, 'what I heard', 0);
    const shown = toldTo(candidate, late).find(isReveal);
    expect(shown).toContain(`A card of ${partner.name} came later, and is here now.`);
    expect(shown).toContain('What stayed: what I heard');
    expect(shown).not.toContain('has not come');
    expect(toldTo(partner, late).join()).toContain('Your card is in, and both of you have it.');
    expect(session.mock().stage).toBe('over');
  });

  test('of somebody who observed reaches the two, and its writer hears that it did', () => {
    const { session, candidate, observer } = overFor([ADA, BEN, CHLOE]);
    isOver(session);
    const late = session.sends(observer, 'a line to keep', 0);
    expect(toldTo(candidate, late).join()).toContain('a line to keep');
    expect(toldTo(observer, late)).toEqual(['Your card is in, and the two of them have it.']);
  });

  test('opens what no card had come for, where somebody left half-way', () => {
    const { session, candidate, partner } = overFor();
    session.leaves(partner);
    isOver(session);
    expect(session.mock().groups.map(({ revealed }) => revealed)).toEqual([[]]);
    expect(toldTo(candidate, session.sends(partner, 'heard so far', 0)).find(isReveal)).toContain(
      'heard so far',
    );
  });

  test('does not change one that both have seen: what was written comes back to its writer, in full', () => {
    const { session, candidate, partner } = overFor();
    session.sends(partner, 'first', 0);
    session.sends(candidate, 'of myself', 0);
    isOver(session);
    const cards = session.mock().cards;
    const again = session.sends(partner, 'second thoughts', 0);
    expect(again.map((one) => one.type === 'tell' && one.to)).toEqual([partner.id]);
    const back = toldTo(partner, again).join();
    for (const words of ['I have not sent this one', 'What stayed: second thoughts', 'ask: second thoughts'])
      expect(back).toContain(words);
    expect(back).toMatch(/want more/u);
    expect(session.mock().cards).toEqual(cards);
    expect(session.sends(partner, 'first', 0)).toEqual([]);
  });
});

describe('an answer that is typed after the session is over', () => {
  test.each([
    ['live', playedSession()],
    ['over three days', playedSession({ mode: { kind: 'async', days: 3 } })],
  ])('is shown with who would read it, and once it is confirmed its partner reads it: %s', (_, played) => {
    const { session, candidate, partner } = overFor([ADA, BEN], played);
    isOver(session);
    const asked = session.types(candidate, 'my late story');
    expect(toldTo(candidate, asked).join()).toContain(`Who will read it: ${partner.name}`);
    expect(toldTo(partner, asked)).toEqual([]);
    const sent = session.presses(candidate, 'send');
    expect(toldTo(partner, sent).join()).toContain('my late story');
    expect(sent).toContainEqual({ type: 'critique', candidate: candidate.id, group: 1, turn: 0 });
    const card = cardOfWords('of the coach');
    const heard = session.happens({ type: 'critiqued', candidate: candidate.id, group: 1, turn: 0, card });
    expect(toldTo(candidate, heard).find(isReveal)).toContain('of the coach');
  });

  test('and whose partner left comes back in full', () => {
    const { session, candidate, partner } = overFor();
    session.leaves(partner);
    isOver(session);
    expect(toldTo(candidate, session.types(candidate, 'my late story')).join()).toContain('my late story');
    expect(session.mock().words).toEqual([]);
  });
});

describe('what is taken of a session that is over', () => {
  const card = cardOfWords('late');
  const carded: MockEvent = { type: 'carded', by: 'ben', turn: 0, card };
  const pressed = (what: 'send' | 'keep' | 'join' | 'next'): MockEvent => ({
    type: 'pressed',
    by: BEN,
    what,
  });

  test('is what was written in it, for a week; what is theirs can be taken back at any time', () => {
    const { session } = overFor();
    isOver(session);
    const mock = session.mock();
    const [inTime, tooLate] = [later(mock.endsAt, 7 * DAY), later(mock.endsAt, 7 * DAY + 1)];
    const events = [
      carded,
      { type: 'typed', by: 'ben', text: 'x' } as const,
      pressed('send'),
      pressed('keep'),
    ];
    expect(events.map((event) => isTaken(mock, event, inTime))).toEqual([true, true, true, true]);
    expect(events.map((event) => isTaken(mock, event, tooLate))).toEqual([false, false, false, true]);
    expect([pressed('join'), pressed('next')].map((event) => isTaken(mock, event, inTime))).toEqual([
      false,
      false,
    ]);
  });

  test('is nothing where it did not take place', () => {
    const session = playedSession();
    session.happens({ type: 'calledOff', how: 'cancelled' });
    expect(isTaken(session.mock(), carded, session.at())).toBe(false);
  });
});

test('a card about the answer of somebody who was deleted comes back to who wrote it', () => {
  const { session, candidate, partner } = overFor();
  session.happens({ type: 'forgotten', id: candidate.id });
  const effects = session.sends(partner, 'the hall', 0);
  expect(session.mock().cards).toEqual([]);
  expect(effects).toMatchObject([{ type: 'tell', to: partner.id, of: partner.id }]);
  expect(toldTo(partner, effects).join()).toContain('What stayed: the hall');
});
