import { describe, expect, test } from 'vitest';
import type { Asked, MockEffect } from '../../src/mocks/mock-event.ts';
import { candidateOf, interviewerOf, peopleOf } from '../../src/mocks/people.ts';
import { person, STARTS_AT } from './machine.ts';
import { joinedBy, type PlayedSession, playedSession, saidIn, toldTo } from './session-kit.ts';

const [ADA, BEN, CHLOE, DEV] = ['Ada', 'Ben', 'Chloe', 'Dev'].map((name) => person(name)) as [
  Asked,
  Asked,
  Asked,
  Asked,
];

/** In writing: all who joined are paired, without a word from them. */
function inWriting(people: readonly Asked[]): PlayedSession {
  return joinedBy(people, playedSession({ mode: { kind: 'async', days: 3 } }));
}

const refused = (session: PlayedSession, no: number) => session.happens({ type: 'unplaced', group: no });
const gathers = (effects: readonly MockEffect[]) => effects.filter((one) => one.type === 'gather');

describe('a group whose place cannot be opened', () => {
  test('goes on without one: each hears alone who the other is', () => {
    const session = inWriting([ADA, BEN]);
    session.until(STARTS_AT);
    const all = refused(session, session.groupOf(ADA).no);
    expect(toldTo(ADA, all).join()).toContain('You are with Ben. I could not open a room for you here.');
    expect(toldTo(BEN, all).join()).toContain('You are with Ada.');
    expect(session.groupOf(ADA).phase).toBe('answer');
  });

  test('and in which one can be written to nowhere is not waited for: the other hears it, and sits beside a pair', () => {
    const session = inWriting([ADA, BEN, CHLOE, DEV]);
    session.happens({ type: 'unreached', id: 'ada' });
    session.until(STARTS_AT);
    const theirs = session.groupOf(ADA);
    const [other = BEN] = [BEN, CHLOE, DEV].filter(({ id }) => theirs.pair.includes(id));
    const all = refused(session, theirs.no);
    const [word, next] = toldTo(other, all);
    expect(word).toContain('I cannot reach Ada just now');
    expect(next).toMatch(/^You observe /u);
    expect(saidIn(all).join()).not.toContain('has left');
    expect(session.groupOf(other).observer).toBe(other.id);
    // What was promised to somebody who is not there is not opened again when it is refused once more.
    expect(refused(session, theirs.no)).toEqual([]);
  });

  test('and in which one can be written to nowhere: where there is no other pair, the other may practise alone', () => {
    const session = inWriting([ADA, BEN]);
    session.happens({ type: 'unreached', id: 'ada' });
    session.until(STARTS_AT);
    const all = refused(session, session.groupOf(ADA).no);
    expect(toldTo(BEN, all).at(-1)).toContain('You can practise with me now');
  });

  test('it is the same whichever is known first: that there is no place, or that somebody can be written to nowhere', () => {
    const session = inWriting([ADA, BEN]);
    session.until(STARTS_AT);
    refused(session, session.groupOf(ADA).no);
    const all = session.happens({ type: 'unreached', id: 'ada' });
    expect(toldTo(BEN, all)[0]).toContain('I cannot reach Ada just now');
    expect(toldTo(BEN, all).at(-1)).toContain('You can practise with me now');
  });

  test('of three the two who are there get a place of their own, whoever of the three is not', () => {
    for (const which of ['candidate', 'interviewer', 'observer'] as const) {
      const session = inWriting([ADA, BEN, CHLOE]);
      session.until(STARTS_AT);
      const group = session.groupOf(ADA);
      const gone = {
        candidate: candidateOf(group),
        interviewer: interviewerOf(group),
        observer: group.observer ?? '',
      }[which];
      session.happens({ type: 'unreached', id: gone });
      const all = refused(session, group.no);
      const left = peopleOf(group).filter((id) => id !== gone);
      const [gathered, ...more] = gathers(all);
      expect(more).toEqual([]);
      expect([which, gathered?.type === 'gather' && gathered.people.toSorted()]).toEqual([
        which,
        left.toSorted(),
      ]);
      // Their new place is theirs: what is refused of it is told as of any.
      expect(refused(session, group.no).map((one) => one.type)).toEqual(['tell', 'tell']);
      session.toTheEnd();
    }
  });

  test('of three of whom two can be written to nowhere, the third is not beside anybody of them', () => {
    const session = inWriting([ADA, BEN, CHLOE]);
    session.until(STARTS_AT);
    const group = session.groupOf(ADA);
    const stays = candidateOf(group);
    for (const id of peopleOf(group)) if (id !== stays) session.happens({ type: 'unreached', id });
    const all = refused(session, group.no);
    const [who = ADA] = [ADA, BEN, CHLOE].filter(({ id }) => id === stays);
    expect(toldTo(who, all).at(-1)).toContain('You can practise with me now');
    expect(gathers(all)).toEqual([]);
    session.toTheEnd();
  });
});
