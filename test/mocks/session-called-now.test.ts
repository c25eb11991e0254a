import { describe, expect, test } from 'vitest';
import { fallbackText } from '../../src/card/fallback.ts';
import { later } from '../../src/mocks/instants.ts';
import type { MockEffect } from '../../src/mocks/mock-event.ts';
import { STARTS_AT } from './machine.ts';
import { schedule } from './series-kit.ts';
import { ADA, BEN, CHLOE, filesOf, joinedBy, playedSession, toldTo } from './session-kit.ts';
import { playedTeam } from './team-kit.ts';

const MINUTE_MS = 60_000;

/** What is sent to somebody alone: messages and files. */
function sentTo(id: string, effects: readonly MockEffect[]): string[] {
  return effects.flatMap((one) =>
    (one.type === 'tell' || one.type === 'calendar') && one.to === id ? [one.type] : [],
  );
}

describe('a session that is called at once', () => {
  test('sends one message to each who joined: that it begins, earlier than planned, and whether they are there', () => {
    const session = joinedBy([ADA, BEN, CHLOE], playedSession());
    const now = session.happens({ type: 'calledNow' });
    for (const one of [ADA, BEN, CHLOE]) {
      expect(sentTo(one.id, now)).toEqual(['tell']);
      expect(toldTo(one, now).join()).toMatch(
        /begins now, earlier than planned\. Are you there\?.* until 16:05/u,
      );
    }
    expect(session.rings()).toEqual([]);
  });

  test('does not ask again whoever has just said that they are there', () => {
    const session = joinedBy([ADA, BEN], playedSession());
    session.until(later(STARTS_AT, -5 * MINUTE_MS));
    session.presses(ADA, 'here');
    const now = session.happens({ type: 'calledNow' });
    expect(toldTo(BEN, now).join()).toContain('Are you there?');
    expect(toldTo(ADA, now).join()).not.toContain('Are you there?');
    expect(session.presses(BEN, 'here').some(({ type }) => type === 'gather')).toBe(true);
  });

  test('moves calendar entries when it is over, for those alone who have one and did not go out', () => {
    const session = joinedBy([ADA, BEN, CHLOE], playedSession());
    const calledAt = session.at();
    session.happens({ type: 'calledNow' });
    session.presses(ADA, 'here');
    session.presses(BEN, 'here');
    expect(filesOf(session.presses(CHLOE, 'not-this'))).toEqual([['chloe', 'cancelled', 1]]);
    // Somebody who came late was never given a file to move.
    session.presses({ ...CHLOE, id: 'dev', name: 'Dev' }, 'join');
    const rest = session.toTheEnd();
    expect(filesOf(rest)).toEqual([
      ['ada', 'confirmed', 2],
      ['ben', 'confirmed', 2],
    ]);
    expect(session.mock().entry.startsAt).toBe(new Date(calledAt).toISOString().replace('.000', ''));
  });

  test('that comes to nothing goes from the calendars, as any other', () => {
    const session = joinedBy([ADA, BEN], playedSession());
    session.happens({ type: 'calledNow' });
    expect(filesOf(session.toTheEnd())).toEqual([
      ['ada', 'cancelled', 1],
      ['ben', 'cancelled', 1],
    ]);
  });

  test('before it was announced is announced with the new time alone, to the channel and to each who is invited', () => {
    const session = playedSession();
    session.happens({ type: 'rostered', people: [ADA] });
    const now = session.happens({ type: 'calledNow' });
    expect(now.filter(({ type }) => type === 'post' || type === 'repost')).toHaveLength(1);
    expect(sentTo('ada', now)).toEqual(['tell']);
    const words = now.flatMap((one) => ('card' in one ? [fallbackText(one.card)] : [])).join('\n');
    expect(words).toContain('Monday 1 March 2027, 16:09');
    expect(words).not.toContain('4 March');
  });
});

describe('whoever calls it', () => {
  const NOW = '2027-03-01T09:00:00.000Z';

  function calledBy(...joining: string[]) {
    const team = playedTeam(NOW);
    const by = { id: 'olga', isAdmin: false };
    team.happens({
      of: 'series',
      event: {
        type: 'scheduled',
        id: 's1',
        schedule: schedule('every Thursday 15:00'),
        by: { id: 'olga', name: 'Olga' },
      },
    });
    team.until('2027-03-02T09:00:00.000Z');
    for (const id of joining)
      team.happens({
        of: 'session',
        id: 's1n1',
        event: { type: 'pressed', by: { id, name: id, practised: 0 }, what: 'join' },
      });
    const before = team.done.length;
    team.happens({ of: 'series', event: { type: 'calledNow', by } });
    return team.done
      .slice(before)
      .flatMap(({ effect }) =>
        effect.type === 'tell' && effect.to === 'olga' ? [fallbackText(effect.card)] : [],
      );
  }

  test('hears that it begins, where they do not take part', () => {
    expect(calledBy('ada', 'ben')).toEqual([expect.stringContaining('begins now')]);
  });

  test('hears it once, where they take part themselves', () => {
    expect(calledBy('ada', 'olga')).toEqual([expect.stringContaining('Are you there?')]);
    expect(calledBy('olga')).toEqual([expect.stringContaining('has a new time')]);
  });
});
