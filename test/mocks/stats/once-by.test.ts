import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CardSchema } from '../../../src/card/card.ts';
import { coachWords } from '../../../src/card/coach-words.ts';
import { fallbackText } from '../../../src/card/fallback.ts';
import {
  newOnce,
  type Once,
  type OncePressed,
  OnceSchema,
  parseOnce,
} from '../../../src/mocks/stats/once.ts';
import {
  advanceOnce,
  nextOnceWake,
  type OnceEffect,
  type OnceEvent,
} from '../../../src/mocks/stats/once-by.ts';
import { countWords } from '../../../src/text/words.ts';
import { judgingWords } from '../../support/banned-words.ts';

const ASK_AT = '2027-03-01T09:00:00.000Z';
/** Friday, 18:00 in Berlin. */
const BY = '2027-03-05T17:00:00.000Z';

function planned(names: readonly string[] = ['Ada', 'Ben', 'Chidi']): Once {
  return newOnce({
    id: 'o1',
    organizer: { id: 'org', name: 'Olga' },
    zone: 'Europe/Berlin',
    by: BY,
    askAt: ASK_AT,
    people: names.map((name) => ({ id: name.toLowerCase(), name })),
  });
}

/** Plays events at instants; the wake rings at each where it is due. */
function play(once: Once, ...events: readonly (readonly [string, OnceEvent])[]) {
  let now = once;
  const told: OnceEffect[] = [];
  for (const [at, event] of [[ASK_AT, { type: 'woke' }] as const, ...events]) {
    const turn = advanceOnce(now, event, at);
    now = turn.once;
    told.push(...turn.effects);
  }
  return { once: now, told };
}

function presses(by: string, what: OncePressed): OnceEvent {
  return { type: 'pressed', by, what };
}

const MON = '2027-03-01T12:00:00.000Z';
const THU = '2027-03-04T17:00:00.000Z';
const WOKE: OnceEvent = { type: 'woke' };

function organiserSees(once: Once): string {
  const [told] = advanceOnce(once, { type: 'asked' }, MON).effects;
  expect(told?.to).toBe('org');
  return told === undefined ? '' : fallbackText(told.card);
}

describe('once by Friday', () => {
  test('everybody is asked once, with the date in their own zone', () => {
    const { told, once } = play(planned(), [MON, WOKE]);
    expect(told.map(({ to }) => to)).toEqual(['ada', 'ben', 'chidi']);
    expect(told[0] && fallbackText(told[0].card)).toContain('Friday 5 March 2027, 18:00 (Europe/Berlin)');
    expect(nextOnceWake(once)).toBe(BY);
  });

  test('the organiser sees done or not yet of those who agreed, and of others nothing', () => {
    const { once } = play(
      planned(['Ada', 'Ben', 'Chidi', 'Dee']),
      [MON, presses('ada', 'tell')],
      [MON, presses('ben', 'tell')],
      [MON, presses('chidi', 'join')],
      [MON, presses('dee', 'not-this')],
      [MON, { type: 'practised', by: 'ada' }],
      [MON, { type: 'practised', by: 'chidi' }],
    );
    const seen = organiserSees(once);
    expect(seen).toMatch(/Done\W+Ada/u);
    expect(seen).toMatch(/Not yet\W+Ben/u);
    expect(seen).not.toMatch(/Chidi|Dee|others/u);
  });

  test('others are counted from five on, by how many were asked alone', () => {
    const { once } = play(planned(['A', 'B', 'C', 'D', 'E', 'F']), [MON, presses('a', 'tell')]);
    expect(organiserSees(once)).toContain('5 others were invited too');
  });

  test('who takes it back is not shown any more, and who says no is not brought in by an old button', () => {
    const { once } = play(planned(), [MON, presses('ada', 'tell')], [MON, presses('ada', 'hide')]);
    expect(organiserSees(once)).not.toContain('Ada');
    const no = play(planned(), [MON, presses('ada', 'not-this')], [MON, presses('ada', 'hide')]).once;
    expect(no.people[0]?.answer).toBe('notThis');
  });

  test('a day before, those who joined and have not practised are reminded, once', () => {
    const { once, told } = play(
      planned(['Ada', 'Ben', 'Chidi', 'Dee']),
      [MON, presses('ada', 'join')],
      [MON, presses('ben', 'tell')],
      [MON, presses('dee', 'not-this')],
      [MON, { type: 'practised', by: 'ben' }],
    );
    expect(nextOnceWake(once)).toBe(THU);
    const rung = play(
      once,
      [THU, WOKE],
      [THU, WOKE],
      [MON, presses('ada', 'not-this')],
      [MON, presses('ada', 'join')],
      [THU, WOKE],
    );
    expect(rung.told.filter(({ card }) => card.notice !== undefined).map(({ to }) => to)).toEqual(['ada']);
    expect(nextOnceWake(rung.once)).toBe(BY);
    expect(told.length).toBeGreaterThan(0);
  });

  test('a reminder waits for the morning of who is asleep, and one that would come after the date does not come', () => {
    const tokyo = { ...planned(), people: [{ id: 'ada', name: 'Ada', zone: 'Asia/Tokyo' }] };
    const { once } = play(tokyo, [MON, presses('ada', 'join')]);
    const wake = nextOnceWake(once) ?? '';
    expect(Date.parse(wake)).toBeGreaterThan(Date.parse(THU));
    expect(Date.parse(wake)).toBeLessThan(Date.parse(BY));
    const late = play(once, [BY, WOKE]);
    expect(late.told.map(({ to }) => to)).toEqual(['org']);
  });

  test('a zone that no table knows keeps nobody from joining', () => {
    const lost = { ...planned(), people: [{ id: 'ada', name: 'Ada', zone: 'Nowhere/At-all' }] };
    expect(nextOnceWake(play(lost, [MON, presses('ada', 'join')]).once)).toBe(THU);
  });

  test('after the date the organiser hears how it stands, nothing more counts, and who presses hears why', () => {
    const { once, told } = play(
      planned(),
      [MON, presses('ada', 'tell')],
      [BY, WOKE],
      ['2027-03-05T18:00:00.000Z', { type: 'practised', by: 'ada' }],
      ['2027-03-05T18:00:00.000Z', presses('ben', 'join')],
      ['2027-03-06T18:00:00.000Z', WOKE],
    );
    expect(told.slice(-2).map(({ to }) => to)).toEqual(['org', 'ben']);
    expect(once.people.some(({ done, answer }) => done || (answer && answer !== 'joined'))).toBe(false);
    expect(nextOnceWake(once)).toBeUndefined();
  });

  test('what is called off is told to those who joined, and to them once', () => {
    const off: OnceEvent = { type: 'calledOff' };
    const { once, told } = play(
      planned(),
      [MON, presses('ada', 'join')],
      [MON, presses('ben', 'not-this')],
      [MON, off],
      [MON, off],
    );
    expect(told.filter(({ card }) => /called off/u.test(fallbackText(card))).map(({ to }) => to)).toEqual([
      'ada',
    ]);
    expect(nextOnceWake(once)).toBeUndefined();
  });

  test('of who is deleted nothing stays', () => {
    const { once } = play(planned(), [MON, presses('ada', 'tell')], [MON, { type: 'forgotten', id: 'ada' }]);
    expect(JSON.stringify(once)).not.toMatch(/ada/iu);
  });
});

test('whatever is pressed, in any order and at any time: nobody is shown who did not agree, nor reminded twice or late', () => {
  const at = fc.integer({ min: Date.parse(ASK_AT) - 3_600_000, max: Date.parse(BY) + 3 * 3_600_000 });
  const who = fc.constantFrom('ada', 'ben', 'chidi', 'stranger');
  const event = fc.oneof(
    fc.constant(WOKE),
    fc.record({
      type: fc.constant('pressed' as const),
      by: who,
      what: fc.constantFrom<OncePressed>('join', 'not-this', 'tell', 'hide'),
    }),
    fc.record({ type: fc.constant('practised' as const), by: who }),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(at, event), { maxLength: 30 }), fc.boolean(), (steps, isSorted) => {
      // Unsorted, the clock goes back.
      const inOrder = isSorted ? steps.toSorted(([one], [other]) => one - other) : steps;
      const reminded: string[] = [];
      let once = planned();
      for (const [ms, what] of inOrder) {
        const now = new Date(ms).toISOString();
        const turn = advanceOnce(once, what, now);
        for (const { to, card } of turn.effects) {
          expect(CardSchema.safeParse(card).error).toBeUndefined();
          expect(judgingWords(card)).toEqual([]);
          for (const line of fallbackText(card).split('\n')) expect(countWords(line)).toBeLessThanOrEqual(35);
          expect(`${coachWords(card)} ${card.notice ?? ''}`).not.toMatch(/!|\bgreat\b/iu);
          if (!fallbackText(card).includes('You wanted to practise')) continue;
          expect(ms).toBeLessThan(Date.parse(BY));
          expect(once.people.find(({ id }) => id === to)).toMatchObject({ answer: 'joined' });
          expect(once.people.find(({ id }) => id === to)?.done).toBeUndefined();
          reminded.push(to);
        }
        once = turn.once;
        if (what.type === 'woke') expect(advanceOnce(once, what, now)).toEqual({ once, effects: [] });
        expect(parseOnce(JSON.parse(JSON.stringify(once)))).toEqual(once);
        // What those who did not agree do is nothing to the organiser.
        const hidden = {
          ...once,
          people: once.people.map((one) => (one.tells ? one : { id: one.id, name: 'X' })),
        };
        expect(organiserSees(OnceSchema.parse(hidden))).toBe(organiserSees(once));
      }
      expect(new Set(reminded).size).toBe(reminded.length);
      for (let rings = 0; rings < 10; rings += 1) {
        const wake = nextOnceWake(once);
        if (wake === undefined) break;
        once = advanceOnce(once, WOKE, wake).once;
      }
      expect(nextOnceWake(once)).toBeUndefined();
    }),
    { numRuns: process.env.FULL === '1' ? 3_000 : 20 },
  );
});
