import { expect, test } from 'vitest';
import { planner } from './plan-kit.ts';

/** What somebody found who tried to break a plan. */

test('another zone, or other quiet hours, make nothing late that was not', () => {
  const ada = planner('2026-11-27T10:00:00Z');
  ada.plans('daily 9:00');
  ada.until('2026-11-28T09:00:00Z');
  ada.asks('');
  ada.setClock('2026-11-29T03:00:00Z');
  ada.asks('zone Asia/Tokyo');
  expect((ada.next() ?? '') > '2026-11-29T03:00:00Z').toBe(true);
  ada.asks('daily 6:00');
  ada.asks('yes');
  ada.setClock('2026-11-30T22:30:00Z');
  ada.asks('quiet none');
  expect((ada.next() ?? '') > '2026-11-30T22:30:00Z').toBe(true);
});

test.each(['1', '2', 'no', 'tomorrow', 'in an hour'])(
  'a reminder that rings beside a practice takes no answer of the practice: %s',
  (words) => {
    const ada = planner('2026-11-27T10:00:00Z');
    ada.plans('daily 9:00');
    ada.isBeside();
    ada.until('2026-11-28T09:00:00Z');
    expect(ada.happens({ type: 'said', text: words }).passed).toBe(true);
  },
);

test('a rhythm gives way to the few days of an interview', () => {
  const ada = planner('2026-11-27T10:00:00Z');
  ada.plans('interview on 20 December 2026');
  ada.plans('daily 15:00');
  const kinds: string[] = [];
  for (let day = 28; day <= 55; day += 1) {
    const date = new Date(Date.UTC(2026, 10, day, 22)).toISOString();
    const before = ada.reminded.length;
    const reason = ada.plan()?.next?.reason;
    ada.until(date);
    if (ada.reminded.length > before && reason?.kind === 'interview') kinds.push(reason.what);
    ada.asks('');
  }
  expect(kinds).toContain('rehearsal');
  expect(kinds.at(-1)).toBe('after');
  expect(ada.plan()?.interview).toBeUndefined();
});

test('a yes that comes too late arms nothing in the past', () => {
  const ada = planner('2026-11-27T07:00:00Z');
  ada.asks('in 2 hours');
  ada.setClock('2026-11-27T10:00:00Z');
  expect(ada.asks('yes')).toContain('That is past by now');
  expect(ada.next()).toBeUndefined();
});

test('what is told of an interview is kept whole', () => {
  const ada = planner('2027-03-19T10:00:00Z');
  ada.plans('interview on 20 March 2027');
  ada.until('2027-03-21T20:00:00Z');
  const words = `They asked\nwhat it cost. ${'And more. '.repeat(100)}LAST`;
  ada.says(words);
  expect(ada.plan()?.told[0]?.words).toBe(words.trim());
});

test('what is adaptive goes on after an interview, and being ready counts anew for a new plan', () => {
  const ada = planner('2026-11-27T10:00:00Z');
  ada.plans('when it pays 9:00');
  ada.plans('interview on 1 December 2026');
  ada.setClock('2026-11-30T10:00:00Z');
  ada.practises({ kind: 'critique', verdict: 'weak', findings: 2, changed: true }, 'one');
  expect(ada.plan()?.rhythm).toMatchObject({ kind: 'adaptive', due: '2026-12-03' });
});

test('naming an interview undoes no skip', () => {
  const ada = planner('2026-11-27T15:00:00Z');
  ada.plans('daily 9:00');
  ada.asks('skip');
  const after = ada.next();
  ada.plans('interview on 20 January 2027');
  expect(ada.next()).toBe(after);
});

test('an interview that passed in a pause is over', () => {
  const ada = planner('2026-11-27T10:00:00Z');
  ada.plans('interview on 1 December 2026');
  ada.asks('pause until 10 December 2026');
  ada.setClock('2026-12-12T10:00:00Z');
  ada.asks('wake');
  expect(ada.plan()?.interview).toBeUndefined();
});

test('a snooze can be let go of, and is offered by the last reminder also after a look at the plan', () => {
  const ada = planner('2026-11-27T15:00:00Z');
  ada.plans('daily 9:00');
  ada.until('2026-11-28T08:30:00Z');
  const seq = ada.plan()?.sent?.seq;
  ada.asks('');
  expect(ada.presses('snooze-1h', seq)).toContain('Put off to');
  expect(ada.presses('skip', seq)).toContain('Let go. The next is Sunday 29 November 2026');
});
