import { describe, expect, test } from 'vitest';
import { nextWake } from '../../src/mocks/dues.ts';
import { isBy, later } from '../../src/mocks/instants.ts';
import type { Asked } from '../../src/mocks/mock-event.ts';
import { candidateOf } from '../../src/mocks/people.ts';
import { person, STARTS_AT } from './machine.ts';
import { inChannel, isReveal, joinedBy, playedSession, saidIn, toldTo } from './session-kit.ts';

const HOUR_MS = 60 * 60_000;
const ADA: Asked = { ...person('Ada'), zone: 'America/New_York' };
const BEN: Asked = { ...person('Ben'), zone: 'Asia/Kolkata' };
const CHLOE: Asked = person('Chloe');

function inWriting(people = [ADA, BEN], days = 3) {
  const session = joinedBy(people, playedSession({ mode: { kind: 'async', days } }));
  session.until(STARTS_AT);
  const candidate = candidateOf(session.groupOf(ADA)) === 'ada' ? ADA : BEN;
  return { session, candidate, partner: candidate === ADA ? BEN : ADA };
}

function hourOf(instant: string, zone: string): number {
  return Number(
    new Intl.DateTimeFormat('en-GB', { hour: '2-digit', timeZone: zone }).format(new Date(instant)),
  );
}

describe('a session in writing', () => {
  test('each has half of the days: they swap in the middle, and it ends at the end', () => {
    const { session } = inWriting();
    const swap = later(STARTS_AT, 36 * HOUR_MS);
    session.until(later(swap, -1));
    expect(session.groupOf(ADA)).toMatchObject({ turn: 0, phase: 'asking', endsAt: swap });
    session.until(swap);
    expect(session.groupOf(ADA)).toMatchObject({ turn: 1, phase: 'answer' });
    session.until(later(STARTS_AT, 72 * HOUR_MS));
    expect(session.groupOf(ADA).phase).toBe('over');
  });

  test('what is typed is lent to who asks for a week, however long the session takes', () => {
    const { session, candidate, partner } = inWriting();
    session.types(candidate, 'my story');
    const [lent] = session.presses(candidate, 'send');
    const until = later(session.at(), 7 * 24 * HOUR_MS);
    expect(lent).toMatchObject({ type: 'tell', to: partner.id, of: candidate.id, until });
  });

  test('where nobody does anything it ends by itself, with neutral words, and nobody is told to talk when no time is left', () => {
    const { session } = inWriting();
    const all = session.toTheEnd();
    expect([session.mock().ended, nextWake(session.mock())]).toEqual(['held', undefined]);
    expect(toldTo(ADA, all).filter(isReveal)).toHaveLength(2);
    expect(inChannel(all).join()).not.toContain('took part');
    expect(saidIn(all).join()).not.toContain('Write or talk about where they differ');
    expect([...saidIn(all), ...toldTo(ADA, all)].join()).not.toMatch(
      /failed to|you missed|unfortunately|did not do/iu,
    );
  });

  test('whoever is to move hears of it once a phase, by day in their own zone, from the first phase on', () => {
    const { session } = inWriting();
    const nudges: [string, string, string][] = [];
    for (let wake = nextWake(session.mock()); wake !== undefined; wake = nextWake(session.mock())) {
      const { nudgeAt, turn, phase } = session.groupOf(ADA);
      const isNudge = nudgeAt === wake;
      const told = session.until(wake);
      if (isNudge)
        for (const one of [ADA, BEN])
          for (const _ of toldTo(one, told)) nudges.push([one.id, `${turn}-${phase}`, wake]);
    }
    for (const [id, , at] of nudges) {
      const hour = hourOf(at, id === 'ada' ? 'America/New_York' : 'Asia/Kolkata');
      expect([id, at, hour >= 8 && hour < 21]).toEqual([id, at, true]);
    }
    const keys = nudges.map(([id, phase]) => `${id} ${phase}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(nudges.map(([, phase]) => phase)).toEqual(
      expect.arrayContaining(['0-answer', '0-asking', '1-answer', '1-asking']),
    );
  });

  test('a nudge says why the same card is there again', () => {
    const { session, candidate } = inWriting();
    const { nudgeAt = '' } = session.groupOf(ADA);
    const first = toldTo(candidate, session.all).at(-1) ?? '';
    const again = toldTo(candidate, session.until(nudgeAt)).at(-1) ?? '';
    expect(again).toMatch(/^A reminder, for when it suits you/u);
    expect(again.endsWith(first)).toBe(true);
  });

  test('a nudge that comes late is not given at night, and not after the phase', () => {
    const { session, candidate } = inWriting();
    const { nudgeAt = '', endsAt } = session.groupOf(ADA);
    const zone = candidate.zone ?? '';
    let night = nudgeAt;
    while (hourOf(night, zone) !== 23) night = later(night, HOUR_MS);
    if (isBy(endsAt, night)) night = later(endsAt, -1);
    session.away(night);
    const told = session.rings();
    if (hourOf(night, zone) === 23) expect(toldTo(candidate, told)).toEqual([]);
    expect(session.rings()).toEqual([]);
    const after = inWriting();
    after.session.away(later(endsAt, HOUR_MS));
    expect(toldTo(after.candidate, after.session.rings()).join()).not.toContain('You answer,');
  });

  test('who is early leaves the time to the others, and both cards early go on at once', () => {
    const { session, candidate, partner } = inWriting();
    session.until(later(STARTS_AT, HOUR_MS));
    session.types(candidate, 'my story');
    session.presses(candidate, 'send');
    expect(session.groupOf(ADA)).toMatchObject({ phase: 'asking', endsAt: later(STARTS_AT, 36 * HOUR_MS) });
    session.sends(partner);
    expect(toldTo(candidate, session.sends(candidate)).some(isReveal)).toBe(true);
    expect(session.groupOf(ADA).phase).toBe('talk');
    session.goesOn(partner);
    expect(session.groupOf(ADA)).toMatchObject({ turn: 1, phase: 'answer' });
  });

  test('an answer in the last minute: confirmed after the phase it is sent, and moves nothing twice', () => {
    const { session, candidate, partner } = inWriting();
    session.until(later(session.groupOf(ADA).endsAt, -30_000));
    session.types(candidate, 'my story');
    session.until(later(session.groupOf(ADA).endsAt, 30_000));
    expect(toldTo(partner, session.presses(candidate, 'send')).join()).toContain('my story');
    expect(session.groupOf(ADA).phase).toBe('asking');
  });

  test('a coach that was away for two days gives each half of the days all the same', () => {
    const session = joinedBy([ADA, BEN], playedSession({ mode: { kind: 'async', days: 3 } }));
    session.away(later(STARTS_AT, 48 * HOUR_MS));
    session.rings();
    expect(session.groupOf(ADA).swapAt).toBe(later(STARTS_AT, (48 + 36) * HOUR_MS));
  });

  test('counts those who wrote something or were heard, and thanks nobody who was not there', () => {
    const { session, candidate, partner } = inWriting();
    session.types(candidate, 'my story');
    const all = session.toTheEnd();
    expect(inChannel(all).join()).toContain('1 took part');
    expect(toldTo(partner, all).join()).not.toContain('Thank you for practising');
  });

  test('a pair that is made in the last half has halves of what is left', () => {
    const session = inWriting([ADA, BEN, person('Dev'), person('Eve')]).session;
    session.until(later(STARTS_AT, 48 * HOUR_MS));
    for (const one of [ADA, BEN, person('Dev'), person('Eve')]) session.leaves(one);
    session.presses(ADA, 'join');
    const groups = session.mock().groups.filter(({ phase }) => phase !== 'over');
    for (const group of groups) expect(group.swapAt).toBe(later(STARTS_AT, 60 * HOUR_MS));
  });

  test('observers are placed too, and whoever comes and goes in the last half keeps nothing from its end', () => {
    const session = joinedBy([ADA, BEN], playedSession({ mode: { kind: 'async', days: 3 } }));
    session.presses(CHLOE, 'observe');
    session.until(STARTS_AT);
    expect(session.groupOf(ADA).observer).toBe('chloe');
    const late = inWriting([ADA, BEN, person('Dev'), person('Eve')]).session;
    late.until(later(STARTS_AT, 24 * HOUR_MS));
    const partner = [BEN, person('Dev'), person('Eve')].find(({ id }) => late.groupOf(ADA).pair.includes(id));
    late.leaves(partner ?? BEN);
    late.leaves(ADA);
    late.until(later(STARTS_AT, 48 * HOUR_MS));
    late.presses(ADA, 'join');
    late.leaves(ADA);
    late.presses(CHLOE, 'join');
    late.leaves(CHLOE);
    late.presses(ADA, 'join');
    late.toTheEnd();
    expect([late.mock().stage, nextWake(late.mock())]).toEqual(['over', undefined]);
  });
});

test('a zone that this computer does not know keeps nobody from the session, and is nudged when it is due', () => {
  const { session, candidate } = inWriting([{ ...ADA, zone: 'Mars/Phobos' }, BEN]);
  expect(session.groupOf(ADA).phase).toBe('answer');
  expect(toldTo(candidate, session.until(later(STARTS_AT, 30 * HOUR_MS))).join()).toContain('A reminder');
});
