import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { advanceMock } from '../../src/mocks/advance-mock.ts';
import { nextWake } from '../../src/mocks/dues.ts';
import { later } from '../../src/mocks/instants.ts';
import { type Mock, MockSchema, parseMock } from '../../src/mocks/mock.ts';
import type { MockEffect, MockEvent, MockTurn } from '../../src/mocks/mock-event.ts';
import { candidateOf, isIn, peopleOf, whereFrom } from '../../src/mocks/people.ts';
import { tellingOf } from '../../src/mocks/telling.ts';
import { cardOfWords, groundsAt, NAMES, person, plannedMock, presses, STARTS_AT } from './machine.ts';

const name = fc.constantFrom(...NAMES);
const turn = fc.constantFrom(0 as const, 1 as const);

/** What people in a session would do next, one of it by its number. */
function sensible(mock: Mock, nth: number): MockEvent {
  const all = NAMES.flatMap((who): MockEvent[] => {
    const id = who.toLowerCase();
    const member = mock.members.find((one) => one.id === id);
    if (member?.answer === undefined) return [presses(who, 'join')];
    if (!member.here) return [presses(who, 'here')];
    const group = mock.groups.find((one) => one.phase !== 'over' && isIn(one, id));
    if (group === undefined) return [presses(who, 'join')];
    const typed = mock.words.find(({ candidate, group: no }) => candidate === id && no === group.no);
    return [
      {
        type: 'carded',
        by: id,
        turn: group.turn,
        card: cardOfWords(`secret of ${who}, ${group.no}.${group.turn} of ${candidateOf(group)};`),
      },
      typed === undefined
        ? { type: 'typed', by: id, text: `typed secret of ${who}, ${group.no}.${group.turn};` }
        : presses(who, typed.sent ? 'next' : 'send', `${group.no}-${group.turn}-${group.phase}`),
    ];
  });
  return all[nth % all.length] ?? { type: 'woke' };
}

const event: fc.Arbitrary<(mock: Mock) => MockEvent> = fc.oneof(
  { weight: 40, arbitrary: fc.nat(1_000).map((nth) => (mock: Mock) => sensible(mock, nth)) },
  {
    weight: 4,
    arbitrary: name.map((who) => (mock: Mock) => {
      const group = mock.groups.find((one) => one.phase !== 'over' && isIn(one, who.toLowerCase()));
      return presses(who, 'next', group && `${group.no}-${group.turn}-${group.phase}`);
    }),
  },
  fc
    .tuple(
      name,
      fc.constantFrom('not-this', 'observe', 'next', 'leave', 'name-me', 'numbers', 'send', 'keep' as const),
    )
    .map(
      ([who, what]) =>
        () =>
          presses(who, what),
    ),
  name.map((who) => (mock: Mock) => presses(who, 'leave-now', whereFrom(mock, who.toLowerCase()))),
  {
    weight: 4,
    arbitrary: fc.tuple(name, turn).map(([who, of]) => (mock: Mock) => ({
      type: 'carded' as const,
      by: who.toLowerCase(),
      turn: of,
      card: cardOfWords(`secret of ${who}, other ${mock.groups.map(peopleOf).join('/')}.${of};`),
    })),
  },
  name.map((who) => (mock: Mock) => ({
    type: 'typed' as const,
    by: who.toLowerCase(),
    text: `typed secret of ${who}, other ${mock.groups.length}.${mock.words.length};`,
  })),
  name.map((who) => (mock: Mock) => ({
    type: 'critiqued' as const,
    candidate: who.toLowerCase(),
    card: cardOfWords(`secret of the coach on ${who}, ${mock.words.length}.${mock.cards.length};`),
  })),
  name.map((who) => () => ({ type: 'unreached' as const, id: who.toLowerCase() })),
  fc.integer({ min: 1, max: 4 }).map((group) => () => ({ type: 'unplaced' as const, group })),
  fc.constant(() => ({ type: 'rostered' as const, people: [person('Ada'), person('Hana')] })),
  fc.constant(() => ({ type: 'unrostered' as const, why: { kind: 'no-answer' as const } })),
  fc.integer({ min: -100, max: 3_000 }).map((minutes) => () => ({
    type: 'moved' as const,
    startsAt: later(STARTS_AT, minutes * 60_000),
  })),
  fc.constant(() => ({ type: 'calledNow' as const })),
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('cancelled' as const, 'skipped' as const)
      .map((how) => () => ({ type: 'calledOff' as const, how })),
  },
);

/** What happens, and how long after what came before; undefined: its wake, whenever that is, or late by so much. */
const step = fc.tuple(
  fc.option(event, { nil: undefined, freq: 4 }),
  fc.oneof(
    { weight: 9, arbitrary: fc.integer({ min: 0, max: 60_000 }) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 40 * 60_000 }) },
  ),
);

const APART = [['ada', 'ben'] as const];

/** All that is shown of it, as text. */
function wordsOf(effect: MockEffect): string {
  return 'card' in effect ? JSON.stringify(effect.card) : '';
}

function whatHolds(before: Mock, event: MockEvent, { mock, effects }: MockTurn): void {
  expect(MockSchema.safeParse(mock).error).toBeUndefined();
  expect(parseMock(JSON.parse(JSON.stringify(mock)))).toEqual(mock);
  for (const { id } of mock.members) {
    const active = mock.groups.filter((group) => group.phase !== 'over' && isIn(group, id));
    expect(active.length).toBeLessThanOrEqual(1);
  }
  for (const group of mock.groups) {
    const people = peopleOf(group);
    expect(new Set(people).size).toBe(people.length);
    expect(people.includes('ada') && people.includes('ben')).toBe(false);
  }
  for (const effect of effects) {
    // Nothing that anybody wrote is ever in the channel, or in the place of a group.
    if (
      effect.type === 'post' ||
      effect.type === 'repost' ||
      effect.type === 'sayIn' ||
      effect.type === 'gather'
    )
      expect(wordsOf(effect)).not.toContain('secret of');
    // A card is shown to the two of its group alone, once it is open.
    if (effect.type === 'tell')
      for (const { card, group: no, turn: of, candidate } of mock.cards)
        if (card.stayed !== undefined && wordsOf(effect).includes(card.stayed)) {
          const open = mock.groups
            .flatMap((group) => (group.no === no ? (group.tellings ?? []) : []))
            .filter((one) => one.turn === of && one.pair[of] === candidate);
          expect(open.some(({ pair }) => pair.includes(effect.to))).toBe(true);
        }
    // What was typed is shown to nobody but its writer, and once it is sent to whom they were told of.
    if (effect.type === 'tell' && wordsOf(effect).includes('typed secret of')) {
      const answers = mock.words.filter(({ text }) => wordsOf(effect).includes(text));
      for (const { candidate, sent, reader } of answers)
        expect(effect.to === candidate || (sent === true && reader === effect.to)).toBe(true);
    }
  }
  // Before the time is up they open for both, or not at all; what ended before it was told waits for nobody.
  if (event.type === 'carded')
    for (const { no, revealed } of mock.groups)
      for (const of of revealed) {
        const was = before.groups.find((group) => group.no === no);
        if (was === undefined || was.phase === 'over' || was.revealed.includes(of)) continue;
        const { candidate, interviewer } = tellingOf(was, of);
        const hasSent = (by: string) =>
          mock.cards.some(
            (card) =>
              card.group === no && card.turn === of && card.candidate === candidate && card.writer === by,
          );
        expect([hasSent(candidate), hasSent(interviewer)]).toEqual([true, true]);
      }
  // Cards that are open stay open, and what is over stays over.
  for (const group of before.groups)
    for (const of of group.revealed)
      expect(mock.groups.find(({ no }) => no === group.no)?.revealed).toContain(of);
  if (before.stage === 'over') expect(mock.stage).toBe('over');
}

describe.each([
  ['live', plannedMock()],
  ['live, two rounds', plannedMock({ rounds: 2 })],
  ['over three days', plannedMock({ mode: { kind: 'async', days: 3 } })],
])('whatever happens in a session: %s', (_, planned) => {
  test('everybody is in one group at most, nobody reads what is not theirs, and it comes to an end', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80, size: '+1' }), (steps) => {
        let at = later(planned.announceAt, -60_000);
        let mock = planned;
        const go = (what: MockEvent) => {
          const before = mock;
          const done = advanceMock(mock, what, groundsAt(at, APART));
          mock = done.mock;
          whatHolds(before, what, done);
          for (const group of mock.groups) {
            reached.add('group');
            if (group.revealed.length > 0) reached.add('revealed');
            if (group.observer !== undefined) reached.add('trio');
            if (group.turn === 1) reached.add('swapped');
          }
          if (mock.words.some(({ sent }) => sent)) reached.add('typed');
          return done.effects;
        };
        for (const [what, ms] of steps) {
          const wake = nextWake(mock);
          if (what !== undefined) at = later(at, ms);
          else if (wake !== undefined && Date.parse(wake) > Date.parse(at)) at = later(wake, ms % 5_000);
          go(what?.(mock) ?? { type: 'woke' });
          // A bell that rings once more, or too early, does nothing.
          if (what === undefined) expect(go({ type: 'woke' })).toEqual([]);
        }
        for (let rings = 0; rings < 200 && nextWake(mock) !== undefined; rings += 1) {
          at = nextWake(mock) ?? at;
          go({ type: 'woke' });
        }
        expect([mock.stage, nextWake(mock)]).toEqual(['over', undefined]);
      }),
      { numRuns: process.env.FULL === '1' ? 600 : 60 },
    );
    expect([...reached].toSorted()).toEqual(['group', 'revealed', 'swapped', 'trio', 'typed']);
  });
});
