import { describe, expect, test } from 'vitest';
import { catalog } from '../../src/guide/catalog.ts';
import { listeningForm } from '../../src/mocks/cards/listening-form.ts';
import { nextWake } from '../../src/mocks/dues.ts';
import type { Phase } from '../../src/mocks/mock.ts';
import { candidateOf } from '../../src/mocks/people.ts';
import { cardOfWords } from './machine.ts';
import {
  ADA,
  BEN,
  begunWith,
  isReveal,
  type PlayedSession,
  playedSession,
  saidIn,
  toldTo,
} from './session-kit.ts';

/** The two of a group: the first answers. */
function begun(session = begunWith([ADA, BEN])) {
  const candidate = candidateOf(session.groupOf(ADA)) === 'ada' ? ADA : BEN;
  return { session, candidate, partner: candidate === ADA ? BEN : ADA };
}

function goTo(session: PlayedSession, phase: Phase) {
  while (session.groupOf(ADA).phase !== phase) session.until(nextWake(session.mock()) ?? '');
}

describe('the cards of a telling', () => {
  test('open to both at once when the second of them comes, and not before; then there is no clock to wait for', () => {
    const { session, candidate, partner } = begun();
    goTo(session, 'cards');
    expect(toldTo(partner, session.sends(partner))).toEqual([expect.stringContaining('Your card is in')]);
    expect(toldTo(candidate, session.all).some(isReveal)).toBe(false);
    const open = session.sends(candidate);
    for (const one of [candidate, partner]) expect(toldTo(one, open).filter(isReveal)).toHaveLength(1);
    expect(session.groupOf(ADA).phase).toBe('talk');
  });

  test('are opened by nobody alone: "Go on" of one is for themselves, and the other is still waited for', () => {
    const { session, candidate, partner } = begun();
    goTo(session, 'cards');
    session.sends(partner, 'a kind word');
    expect(session.goesOn(partner).filter(({ type }) => type !== 'tell')).toEqual([]);
    expect(toldTo(candidate, session.all).some(isReveal)).toBe(false);
    expect(toldTo(candidate, session.goesOn(candidate)).find(isReveal)).toContain('a kind word');
  });

  test('where neither sends one: both press on, and it is said as it is', () => {
    const { session, candidate, partner } = begun();
    goTo(session, 'cards');
    expect(toldTo(candidate, session.goesOn(candidate)).join()).toContain(
      `as soon as ${partner.name} is ready`,
    );
    expect(session.goesOn(candidate)).toEqual([]);
    expect(toldTo(candidate, session.goesOn(partner)).join()).toContain('Your own card has not come yet.');
  });

  test('that are sent and not open yet stand in no form but that of whom they are from', () => {
    const { session, candidate, partner } = begun();
    goTo(session, 'cards');
    session.sends(candidate, 'for later');
    const group = session.groupOf(ADA);
    const form = (reader?: string) =>
      JSON.stringify(listeningForm(session.mock(), group, catalog.default, 'own', reader));
    expect(form(candidate.id)).toContain('for later');
    for (const reader of [partner.id, undefined]) expect(form(reader)).not.toContain('for later');
  });

  test('one missing: they open at the time, and what is missing is said without a word about it', () => {
    const { session, candidate, partner } = begun();
    goTo(session, 'cards');
    session.sends(candidate);
    const atTheTime = session.until(session.groupOf(ADA).endsAt);
    expect(toldTo(candidate, atTheTime).find(isReveal)).toContain(`${partner.name}'s card has not come yet.`);
    expect(toldTo(partner, atTheTime).find(isReveal)).toContain('Your card has not come yet.');
  });

  test('one that comes after that is shown with the others, and stays as it is', () => {
    const { session, candidate, partner } = begun();
    goTo(session, 'talk');
    const late = session.sends(partner, 'late, and kind');
    expect(toldTo(candidate, late).join()).toContain('late, and kind');
    const changed = session.sends(partner, 'changed');
    expect(toldTo(candidate, changed)).toEqual([]);
    expect(toldTo(partner, changed).join()).toContain('I have not sent this one');
    session.toTheEnd();
    expect(JSON.stringify(session.mock().cards)).not.toContain('changed');
  });

  test('one that is changed before they open is shown as it was sent last', () => {
    const { session, candidate, partner } = begun();
    goTo(session, 'cards');
    session.sends(partner, 'first words');
    session.sends(partner, 'second words');
    const open = toldTo(candidate, session.sends(candidate)).join();
    expect(open).toContain('second words');
    expect(open).not.toContain('first words');
  });

  test('both sent while it is still told: it goes on to the talk, and no card is asked for again', () => {
    const { session, candidate, partner } = begun();
    goTo(session, 'answer');
    session.sends(partner);
    const open = session.sends(candidate);
    expect([session.groupOf(ADA).phase, saidIn(open).join()]).toEqual([
      'talk',
      expect.stringContaining('Three minutes to talk'),
    ]);
  });

  test('of somebody else are nobody’s: who is in no group, or before it is their telling, changes nothing, and no words are lost', () => {
    const { session, candidate, partner } = begun();
    expect(session.happens({ type: 'carded', by: 'nobody', turn: 0, card: cardOfWords('x') })).toEqual([]);
    const early = session.sends(candidate, 'too early', 1);
    expect(toldTo(partner, early)).toEqual([]);
    expect(toldTo(candidate, early)).toEqual([expect.stringContaining('too early')]);
    expect(session.mock().cards).toEqual([]);
  });

  test('of an earlier round are of that round, where the form says which it was', () => {
    const { session } = begun(begunWith([ADA, BEN], playedSession({ rounds: 2 })));
    while (session.mock().round === 1) session.until(nextWake(session.mock()) ?? '');
    session.happens({
      type: 'carded',
      by: 'ada',
      group: 1,
      turn: 0,
      card: cardOfWords('of the first round'),
    });
    expect(session.mock().cards.map(({ group }) => group)).toEqual([1]);
  });
});

describe('numbers', () => {
  test.each([
    [['ada'], false],
    [['ada', 'ben'], true],
    [[], false],
  ])('of those who want them %j: shown %s', (wants, shown) => {
    const { session, candidate, partner } = begun();
    for (const one of [ADA, BEN]) if (wants.includes(one.id)) session.presses(one, 'numbers');
    goTo(session, 'cards');
    session.sends(partner);
    const open = session.sends(candidate);
    for (const one of [candidate, partner]) expect(/of 2\)/u.test(toldTo(one, open).join())).toBe(shown);
  });
});

describe('"next" on a card', () => {
  test('of a phase that is past, or pressed twice, or by somebody else, moves nothing', () => {
    const { session } = begun();
    const old = `${session.groupOf(ADA).no}-0-settle`;
    const press = (by: typeof ADA) => session.happens({ type: 'pressed', by, what: 'next', at: old });
    expect(press({ ...ADA, id: 'zoe' })).toEqual([]);
    expect(press(ADA)).not.toEqual([]);
    expect([press(ADA), press(BEN)]).toEqual([[], []]);
    expect(session.groupOf(ADA).phase).toBe('answer');
  });
});
