import { describe, expect, test } from 'vitest';
import { nextWake } from '../../src/mocks/dues.ts';
import { later } from '../../src/mocks/instants.ts';
import type { MockEffect } from '../../src/mocks/mock-event.ts';
import { candidateOf, interviewerOf } from '../../src/mocks/people.ts';
import { cardOfWords } from './machine.ts';
import { ADA, BEN, begunWith, CHLOE, isReveal, playedSession, toldTo } from './session-kit.ts';

const ALL = [ADA, BEN, CHLOE];
const WEEK = 7 * 24 * 60 * 60_000;

function answering(people = [ADA, BEN], session = playedSession()) {
  begunWith(people, session);
  const group = session.groupOf(ADA);
  const known = (id: string | undefined) => ALL.find((one) => one.id === id) ?? ADA;
  return {
    session,
    candidate: known(candidateOf(group)),
    partner: known(interviewerOf(group)),
    observer: known(group.observer),
  };
}

function typesOf(effects: readonly MockEffect[]): string[] {
  return effects.map(({ type }) => type);
}

describe('a typed answer', () => {
  test('is shown to who typed it alone until they confirm, with the name of who will read it', () => {
    const { session, candidate, partner } = answering();
    const asked = session.types(candidate, 'my story');
    expect(asked.map((one) => one.type === 'tell' && one.to)).toEqual([candidate.id]);
    expect(toldTo(candidate, asked).join()).toContain(`Who will read it: ${partner.name}`);
    const sent = session.presses(candidate, 'send');
    expect(typesOf(sent)).toEqual(['tell', 'tell', 'critique']);
    expect(sent[0]).toMatchObject({ to: partner.id, of: candidate.id, until: later(session.at(), WEEK) });
    expect(sent[1]).not.toHaveProperty('until');
    expect(toldTo(partner, sent).join()).toContain('my story');
    expect(session.presses(candidate, 'send')).toEqual([]);
  });

  test('typed twice is the second; once sent it is not changed under the reader’s eyes, and a third comes back', () => {
    const { session, candidate, partner } = answering();
    session.types(candidate, 'first words');
    session.types(candidate, 'second words');
    expect(toldTo(partner, session.presses(candidate, 'send')).join()).toContain('second words');
    const third = session.types(candidate, 'third words');
    expect(toldTo(candidate, third).join()).toMatch(/have not sent this one.*third words/su);
    expect(toldTo(partner, third)).toEqual([]);
    expect(toldTo(candidate, session.types(candidate, 'second words')).join()).toContain('Sent.');
    expect(session.mock().words).toHaveLength(1);
  });

  test('kept is gone, and nobody reads it', () => {
    const { session, candidate } = answering();
    session.types(candidate, 'my story');
    session.presses(candidate, 'keep');
    expect([session.mock().words, session.presses(candidate, 'send')]).toEqual([[], []]);
  });

  test('confirmed after the phase, or after the swap, is still of that answer and goes to who listened to it', () => {
    const { session, candidate, partner } = answering();
    session.types(candidate, 'my story');
    while (session.groupOf(ADA).turn === 0) session.until(nextWake(session.mock()) ?? '');
    const sent = session.presses(candidate, 'send');
    expect(sent[0]).toMatchObject({ type: 'tell', to: partner.id, of: candidate.id });
    expect(sent.at(-1)).toMatchObject({ type: 'critique', turn: 0 });
  });

  test('whose form was open while they swapped is not lost: it is of their own answer', () => {
    const { session, candidate } = answering();
    while (session.groupOf(ADA).turn === 0) session.until(nextWake(session.mock()) ?? '');
    session.types(candidate, 'my late story');
    expect(session.mock().words).toMatchObject([{ candidate: candidate.id, turn: 0 }]);
  });

  test('of somebody who asks comes back to them in full: nothing that was typed is lost without a word', () => {
    const { session, partner } = answering();
    expect(toldTo(partner, session.types(partner, 'too early')).join()).toContain('too early');
    expect(session.mock().words).toEqual([]);
    expect(session.happens({ type: 'typed', by: 'zoe', text: 'x' })).toEqual([]);
  });

  test('is sent to nobody whose name was not shown: who takes a place is asked for first', () => {
    const { session, candidate, partner, observer } = answering(ALL);
    session.types(candidate, 'my story');
    session.leaves(partner);
    const first = session.presses(candidate, 'send');
    expect(typesOf(first)).toEqual(['tell']);
    expect(toldTo(candidate, first).join()).toContain(`Who will read it: ${observer.name}`);
    expect(session.presses(candidate, 'send')[0]).toMatchObject({ type: 'tell', to: observer.id });
  });

  test('is not sent to a partner who has left, and that is said', () => {
    const { session, candidate, partner } = answering();
    session.types(candidate, 'my story');
    session.leaves(partner);
    const sent = session.presses(candidate, 'send');
    expect(toldTo(candidate, sent).join()).toContain('Nothing was sent');
    expect(typesOf(sent)).toEqual(['tell']);
  });

  test('of 40,000 characters, or of emoji alone, is shown whole; of nothing but spaces is none', () => {
    for (const text of ['x'.repeat(40_000), '🙂🙃'.repeat(50), 'a\u0000b \ud800 c']) {
      const { session, candidate, partner } = answering();
      session.types(candidate, text);
      const sent = session.presses(candidate, 'send');
      expect(JSON.stringify(sent.filter((one) => one.type === 'tell' && one.to === partner.id))).toContain(
        JSON.stringify(text),
      );
    }
    const { session, candidate } = answering();
    expect(session.types(candidate, ' \n ')).toEqual([]);
  });

  test('the coach’s card of it opens with the others, and one that comes late is shown with them', () => {
    const { session, candidate, partner } = answering();
    session.types(candidate, 'my story');
    session.presses(candidate, 'send');
    session.sends(partner);
    const critiqued = {
      type: 'critiqued',
      candidate: candidate.id,
      card: cardOfWords('of the coach'),
    } as const;
    expect(session.happens(critiqued)).toEqual([]);
    expect(toldTo(candidate, session.sends(candidate)).find(isReveal)).toContain('of the coach');
    expect(session.happens(critiqued)).toEqual([]);
  });

  test('the coach has no card to add: its writer hears it, once, and the others open', () => {
    const { session, candidate, partner } = answering();
    session.types(candidate, 'my story');
    session.presses(candidate, 'send');
    const read = { type: 'critiqued', candidate: candidate.id } as const;
    const told = session.happens(read);
    expect(told).toMatchObject([{ type: 'tell', to: candidate.id }]);
    expect(JSON.stringify(told)).toContain('no card of my own');
    expect(session.happens(read)).toEqual([]);
    session.sends(partner);
    expect(toldTo(candidate, session.sends(candidate)).some(isReveal)).toBe(true);
  });

  test('the coach’s card of somebody who left is shown to nobody who took their place', () => {
    const { session, candidate, partner, observer } = answering(ALL);
    session.types(candidate, 'my story');
    session.presses(candidate, 'send');
    session.leaves(candidate);
    session.happens({ type: 'critiqued', candidate: candidate.id, card: cardOfWords('of the coach') });
    session.sends(partner);
    const open = toldTo(observer, session.sends(observer)).find(isReveal);
    expect(open).not.toContain('of the coach');
  });

  test('in two rounds the coach’s card is of the answer it was asked for', () => {
    const { session } = answering([ADA, BEN], playedSession({ rounds: 2 }));
    const typeBoth = () => {
      const candidate = candidateOf(session.groupOf(ADA)) === 'ada' ? ADA : BEN;
      session.types(candidate, `a story of round ${session.mock().round}`);
      session.presses(candidate, 'send');
      return candidate.id;
    };
    typeBoth();
    while (session.mock().round === 1) session.until(nextWake(session.mock()) ?? '');
    const candidate = typeBoth();
    session.happens({ type: 'critiqued', candidate, card: cardOfWords('of the coach') });
    expect(session.mock().cards).toMatchObject([{ group: 2, by: 'coach' }]);
  });
});
