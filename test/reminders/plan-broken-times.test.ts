import { describe, expect, test } from 'vitest';
import { fallbackText } from '../../src/card/fallback.ts';
import { planner } from './plan-kit.ts';

/** What somebody found who tried to break when reminders come, each as they did. */

const GOOD = { kind: 'critique', verdict: 'good', findings: 0, changed: true } as const;
const RUN = {
  kind: 'run',
  seconds: 90,
  took: 90,
  said: ['context', 'failure', 'actions', 'lesson', 'growth'],
  steps: 5,
} as const;

/** Good on two days and once aloud. */
function isReady(ada: ReturnType<typeof planner>, first: string, second: string): string {
  ada.setClock(first);
  ada.practises(GOOD, 'one');
  ada.setClock(second);
  ada.practises(GOOD, 'two');
  return ada.practises(RUN);
}

describe('another time of the day is no new beginning', () => {
  test('of what the coach spaces: it still ends by itself', () => {
    const ada = planner('2026-11-02T09:00:00Z');
    ada.plans('when it pays 18:00');
    ada.setClock('2026-11-03T09:00:00Z');
    ada.practises(GOOD, 'one');
    ada.setClock('2026-11-06T09:00:00Z');
    ada.practises(GOOD, 'two');
    ada.plans('when it pays 9:00');
    expect(ada.practises(RUN)).toContain('You are ready.');
    expect(ada.next()).toBeUndefined();
  });

  test('of the way to an interview: what is done of it stays done', () => {
    const ada = planner('2026-11-10T09:00:00Z');
    ada.plans('interview on 4 december 2026');
    for (const text of ['one', 'two', 'three']) ada.practises(GOOD, text);
    const done = ada.plan()?.interview?.done;
    expect(done?.revisions).toBeGreaterThan(0);
    ada.asks('change');
    ada.says('9:00');
    ada.says('yes');
    expect(ada.plan()?.interview).toMatchObject({ time: '09:00', done });
  });

  test('nor is another day: who is ready has the day before left', () => {
    const ada = planner('2026-12-01T09:00:00Z');
    ada.plans('interview on 20 december 2026');
    isReady(ada, '2026-12-02T09:00:00Z', '2026-12-04T09:00:00Z');
    const said = ada.asks('interview on 21 december 2026');
    expect(said).toContain('20 December');
    expect(said).not.toContain('revision');
    ada.says('yes');
    expect(ada.next()).toContain('2026-12-20');
  });

  test('who became ready without a day is offered no revisions when they tell it', () => {
    const ada = planner('2026-12-01T09:00:00Z');
    ada.plans('when it pays');
    expect(isReady(ada, '2026-12-02T09:00:00Z', '2026-12-04T09:00:00Z')).toContain(
      'tell me the day with: remind interview on',
    );
    const said = ada.asks('interview on 20 december 2026');
    expect(said).toContain('once aloud');
    expect(said).not.toContain('revision');
  });

  test('the next interview, after one that was, has all its steps again', () => {
    const ada = planner('2026-12-01T09:00:00Z');
    ada.plans('interview on 7 december 2026');
    isReady(ada, '2026-12-02T09:00:00Z', '2026-12-04T09:00:00Z');
    ada.until('2026-12-12T09:00:00Z');
    expect(ada.asks('interview on 30 january 2027')).toContain('revision');
  });
});

describe('who is ready is told what comes', () => {
  test('their own days go on', () => {
    const ada = planner('2026-12-01T09:00:00Z');
    ada.plans('weekdays 8:30');
    ada.plans('interview on 20 december 2026');
    const said = isReady(ada, '2026-12-02T09:00:00Z', '2026-12-04T09:00:00Z');
    expect(said).toContain('You are ready. Once more the day before. Your own days go on as you set them');
    expect(said).not.toContain('no more');
    expect(ada.next()).toContain('2026-12-07');
  });

  test('on the day before, that was the last', () => {
    const ada = planner('2026-12-01T09:00:00Z');
    ada.plans('interview on 5 december 2026');
    const said = isReady(ada, '2026-12-02T09:00:00Z', '2026-12-04T19:30:00Z');
    expect(said).toContain('I write no more before your interview; the day after I ask how it was.');
    ada.until('2026-12-05T22:00:00Z');
    expect(ada.lastReminder()).not.toContain('once aloud');
  });
});

describe('who travels', () => {
  test('east is not reminded at once of what would have been', () => {
    const ada = planner('2026-11-02T09:00:00Z');
    ada.plans('weekdays 8:30');
    ada.until('2026-11-04T01:40:00Z');
    const before = ada.reminded.length;
    ada.movesTo('Asia/Tokyo');
    ada.until('2026-11-04T12:00:00Z');
    expect(ada.reminded).toHaveLength(before);
    // The morning after, on the wall of Tokyo.
    expect(ada.next()).toMatch(/^2026-11-04T23:3/);
  });

  test('west is reminded by the wall there', () => {
    const ada = planner('2026-11-02T09:00:00Z');
    ada.plans('weekdays 8:30');
    ada.movesTo('America/New_York');
    expect(ada.next()).toMatch(/^2026-11-02T13:3/);
  });

  test('what is due already rings as it is', () => {
    const ada = planner('2026-11-02T09:00:00Z');
    ada.plans('weekdays 8:30');
    const due = ada.next();
    ada.setClock('2026-11-03T07:40:00Z');
    ada.movesTo('Asia/Tokyo');
    expect(ada.next()).toBe(due);
    ada.awayUntil('2026-11-03T07:41:00Z');
    expect(ada.reminded.at(-1)?.at).toBe('2026-11-03T07:41:00.000Z');
    expect(ada.next()).toMatch(/^2026-11-03T23:3/);
  });
});

describe('in a terminal, where reminders wait until they are looked for', () => {
  test('a rhythm of the morning is shown to who comes in the evening, and says for when it was', () => {
    const ada = planner('2026-11-02T19:00:00Z');
    ada.looksForThem();
    ada.plans('weekdays 8:30');
    for (const day of ['03', '04', '05']) ada.awayUntil(`2026-11-${day}T19:00:00Z`);
    expect(ada.reminded.slice(1)).toHaveLength(3);
    expect(ada.lastReminder()).toContain('Thursday 5 November 2026, 8:30');
  });

  test('late at night too', () => {
    const ada = planner('2026-11-02T19:00:00Z');
    ada.looksForThem();
    ada.plans('weekdays 8:30');
    ada.awayUntil('2026-11-03T22:30:00Z');
    expect(ada.reminded).toHaveLength(2);
  });

  test('after days away what was missed is said, and not shown as if it were now', () => {
    const ada = planner('2026-12-07T19:00:00Z');
    ada.looksForThem();
    ada.plans('weekdays 9:15');
    ada.plans('interview on 18 december 2026');
    ada.awayUntil('2026-12-18T10:00:00Z');
    const cards = ada.reminded.slice(2).map(({ card }) => fallbackText(card));
    expect(cards[0]).toContain('I was away and did not remind you: ');
    expect(cards[0]).toContain('Thursday 17 December');
    expect(cards.join()).not.toContain('This was for Tuesday 8 December');
    expect(ada.plan()?.missed).toEqual([]);
    expect(ada.next()).toBeDefined();
  });

  test('no step of an interview that was', () => {
    const ada = planner('2026-11-02T19:00:00Z');
    ada.looksForThem();
    ada.plans('interview on 10 november 2026');
    ada.awayUntil('2026-11-20T19:00:00Z');
    expect(ada.lastReminder()).not.toContain('aloud');
    expect(ada.next()).toBeUndefined();
  });
});

test('what was missed is said by itself where the next is weeks ahead', () => {
  const ada = planner('2026-11-02T09:00:00Z');
  ada.plans('first tuesday of the month 18:00');
  ada.plans('5 november 2026 9:00');
  ada.until('2026-11-04T09:00:00Z');
  ada.awayUntil('2026-11-05T16:00:00Z');
  expect(ada.lastReminder()).toContain('I was away and did not remind you: Thursday 5 November 2026, 9:00.');
  expect(ada.lastReminder()).toContain('The next is Tuesday 1 December 2026, 18:00.');
});

describe('the rehearsal of the day before', () => {
  test('comes later that day where another came late', () => {
    const ada = planner('2026-11-04T09:00:00Z');
    ada.plans('interview on 6 november 2026');
    ada.plans('daily 12:30');
    ada.until('2026-11-04T20:00:00Z');
    ada.awayUntil('2026-11-05T14:30:00Z');
    expect(ada.lastReminder()).toContain('12:30');
    ada.until('2026-11-05T19:00:00Z');
    expect(ada.reminded.at(-1)?.at).toMatch(/^2026-11-05T18:30/);
    expect(ada.plan()?.sent?.reason).toEqual({ kind: 'interview', what: 'rehearsal' });
  });

  test('comes later that day where one was put off', () => {
    const ada = planner('2026-11-02T09:00:00Z');
    ada.plans('interview on 6 november 2026');
    ada.plans('5 november 2026 13:45');
    ada.until('2026-11-05T12:46:00Z');
    ada.asks('snooze 1h');
    ada.until('2026-11-05T19:00:00Z');
    expect(ada.plan()?.sent?.reason).toEqual({ kind: 'interview', what: 'rehearsal' });
  });

  test('and the question of the day after come also to who did not answer three', () => {
    const ada = planner('2026-11-20T09:00:00Z');
    ada.plans('interview on 26 november 2026');
    ada.until('2026-11-28T09:00:00Z');
    const came = ada.reminded.map(({ at }) => at.slice(0, 10));
    expect(came).toContain('2026-11-25');
    expect(came).toContain('2026-11-27');
    expect(ada.lastReminder()).toContain('Was this question asked');
  });
});

test('a queue that is a little behind does not make a reminder wait for the morning', () => {
  const ada = planner('2026-11-02T09:00:00Z');
  ada.plans('daily 20:59');
  ada.awayUntil('2026-11-02T20:00:05Z');
  expect(ada.reminded).toHaveLength(2);
});

test('a single reminder beyond twenty is refused, not dropped', () => {
  const ada = planner('2026-11-02T09:00:00Z');
  for (let day = 1; day <= 20; day += 1) ada.plans(`${day} december 2026 9:00`);
  expect(ada.asks('5 january 2027 9:00')).toContain('You have 20 single reminders ahead');
  expect(ada.plan()?.asks?.about.what).not.toBe('confirm');
});

test('another interview, set on the day after the last, does not lose that one’s question', () => {
  const ada = planner('2026-11-20T09:00:00Z');
  ada.plans('interview on 26 november 2026');
  ada.until('2026-11-27T09:00:00Z');
  const said = ada.plans('interview on 10 december 2026');
  expect(said).toContain('Was this question asked');
  expect(ada.says('Yes, and they asked what I changed since')).toContain('Kept, for you alone.');
  expect(ada.plan()?.told).toHaveLength(1);
  expect(ada.plan()?.interview?.date).toBe('2026-12-10');
  expect(ada.next()).toBeDefined();
});

test('an old card that is let go leaves what the last was put off to', () => {
  const ada = planner('2026-11-02T09:00:00Z');
  ada.plans('daily 12:30');
  ada.until('2026-11-03T12:00:00Z');
  const old = ada.plan()?.sent?.seq;
  ada.until('2026-11-04T12:00:00Z');
  ada.asks('snooze evening');
  const next = ada.next();
  expect(ada.presses('skip', old)).toContain('Let go.');
  expect(ada.next()).toBe(next);
});

test('a rhythm beside an interview is not promised for where a step goes before it', () => {
  const ada = planner('2026-11-27T09:00:00Z');
  ada.plans('weekdays 8:30');
  ada.plans('interview on 18 december 2026');
  ada.setClock('2026-12-03T12:00:00Z');
  // The step of the 4th comes again on the 7th where nobody takes it.
  expect(ada.asks('weekdays 9:15')).toContain('The first: Tuesday 8 December 2026, 9:15');
  ada.says('yes');
  expect(ada.next()).toContain('2026-12-04T07:3');
});

test('a zone is heard as one, where a time was asked for', () => {
  const ada = planner('2026-11-27T09:00:00Z');
  ada.asks('');
  expect(ada.says('zone Lisbon')).toContain('Your time zone is Europe/Lisbon.');
});
