import { describe, expect, test } from 'vitest';
import { jitterMs } from '../../src/reminders/jitter.ts';
import { planner } from './plan-kit.ts';

const MINUTE = 60_000;
/** What the test's person is spread by: up to five minutes, always the same. */
const JITTER = jitterMs('terminal:local:ada');

function at(wall: string): string {
  return new Date(Date.parse(wall) + JITTER).toISOString();
}

describe('a plan is made', () => {
  test('every weekday at 8:30: weekday, date, time and zone are said before it counts', () => {
    const ada = planner('2026-11-27T15:00:00Z');
    const asked = ada.asks('weekdays 8:30');
    expect(asked).toContain('every weekday at 8:30');
    expect(asked).toContain('Monday 30 November 2026, 8:3');
    expect(asked).toContain('Europe/Berlin');
    expect(ada.next()).toBeUndefined();
    expect(ada.asks('yes')).toContain('Set.');
    expect(ada.next()).toBe(at('2026-11-30T07:30:00Z'));
  });

  test('a plain yes counts as long as nothing else was said', () => {
    const ada = planner('2026-11-27T15:00:00Z');
    ada.asks('weekdays 8:30');
    expect(ada.happens({ type: 'said', text: 'In March I missed a delivery.' }).passed).toBe(true);
    expect(ada.happens({ type: 'said', text: 'yes' }).passed).toBe(true);
    expect(ada.next()).toBeUndefined();
    ada.asks('weekdays 8:30');
    ada.says('yes');
    expect(ada.next()).toBeDefined();
  });

  test('a button of an earlier question changes nothing and says how it stands', () => {
    const ada = planner('2026-11-27T15:00:00Z');
    ada.asks('weekdays 8:30');
    const old = ada.plan()?.asks?.seq;
    ada.asks('Mon/Thu 18:00');
    expect(ada.presses('yes', old)).toContain('earlier card');
    expect(ada.next()).toBeUndefined();
  });

  test('the zone is asked where nobody tells it, and what was wanted goes on from there', () => {
    const ada = planner('2026-11-27T15:00:00Z', {});
    expect(ada.asks('weekdays 8:30')).toContain('time zone');
    const asked = ada.says('Berlin');
    expect(asked).toContain('Europe/Berlin');
    expect(asked).toContain('every weekday at 8:30');
    ada.says('yes');
    expect(ada.next()).toBe(at('2026-11-30T07:30:00Z'));
    expect(ada.hours()).toMatchObject({ zone: 'Europe/Berlin', source: 'asked' });
  });

  test('"IST" and "EST" are asked back, never guessed', () => {
    const ada = planner('2026-11-27T15:00:00Z', {});
    ada.asks('weekdays 8:30');
    const asked = ada.asks('zone IST');
    expect(ada.hours().zone).toBeUndefined();
    expect(ada.plan()?.asks?.choices.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['Asia/Kolkata', 'Asia/Jerusalem', 'Europe/Dublin']),
    );
    expect(asked).not.toContain('Is that right?');
    ada.asks('zone EST');
    expect(ada.hours().zone).toBeUndefined();
    expect(ada.plan()?.asks?.choices.map(({ label }) => label)).toContain('America/New_York');
  });

  test('a time within quiet hours moves to their end; one that was named stays', () => {
    const ada = planner('2026-11-27T15:00:00Z');
    expect(ada.asks('daily 6:30')).toMatch(
      /6:30 is within your quiet hours, so it comes at their end, 8:00/u,
    );
    ada.asks('yes');
    expect(ada.next()).toBe(at('2026-11-28T07:00:00Z'));
    expect(ada.asks('tomorrow 22:30')).toContain('You named it, so it stays');
    ada.asks('yes');
    ada.asks('stop');
    ada.plans('tomorrow 22:30');
    expect(ada.next()).toBe('2026-11-28T21:30:00.000Z');
  });

  test('stop ends all of it', () => {
    const ada = planner('2026-11-27T15:00:00Z');
    ada.plans('weekdays 8:30');
    ada.plans('tomorrow 22:30');
    expect(ada.asks('stop')).toContain('Stopped');
    expect(ada.next()).toBeUndefined();
    ada.until('2027-03-01T00:00:00Z');
    expect(ada.reminded.filter(({ at: when }) => when > '2026-11-28')).toEqual([]);
  });
});

describe('reminders come', () => {
  test('each weekday, right through both changes of the clocks', () => {
    const ada = planner('2027-03-24T15:00:00Z');
    ada.plans('daily 8:30');
    for (const day of ['26', '27', '28', '29', '30']) {
      ada.until(`2027-03-${day}T12:00:00Z`);
      ada.asks('');
    }
    const walls = ada.reminded.slice(1).map(({ at: when }) => when);
    expect(walls).toEqual([
      at('2027-03-25T07:30:00Z'),
      at('2027-03-26T07:30:00Z'),
      at('2027-03-27T07:30:00Z'),
      at('2027-03-28T06:30:00Z'),
      at('2027-03-29T06:30:00Z'),
      at('2027-03-30T06:30:00Z'),
    ]);
  });

  test('after three that were not answered one kind message, then silence until it is woken', () => {
    const ada = planner('2026-11-27T15:00:00Z');
    ada.plans('daily 9:00');
    ada.until('2027-02-01T00:00:00Z');
    expect(ada.reminded).toHaveLength(1 + 3 + 1);
    expect(ada.lastReminder()).toContain('I will be quiet now');
    expect(ada.next()).toBeUndefined();
    ada.asks('wake');
    expect(ada.next()).toBe(at('2027-02-01T08:00:00Z'));
  });

  test('being here counts as an answer', () => {
    const ada = planner('2026-11-27T15:00:00Z');
    ada.plans('daily 9:00');
    for (let day = 28; day <= 30; day += 1) {
      ada.until(`2026-11-${day}T12:00:00Z`);
      ada.says('hello');
    }
    ada.until('2026-12-03T12:00:00Z');
    expect(ada.lastReminder()).not.toContain('quiet now');
  });

  test('a snooze moves this one and leaves the rhythm alone', () => {
    const ada = planner('2026-11-27T15:00:00Z');
    ada.plans('daily 9:00');
    ada.until('2026-11-28T08:10:00Z');
    expect(ada.reminded).toHaveLength(2);
    expect(ada.presses('snooze-evening')).toContain('Saturday 28 November 2026, 19:00');
    ada.until('2026-11-28T20:00:00Z');
    expect(ada.reminded.at(-1)?.at).toBe('2026-11-28T18:00:00.000Z');
    expect(ada.next()).toBe(at('2026-11-29T08:00:00Z'));
  });

  test('late by less than six hours it comes once, and says so; later it is left out, and said with the next', () => {
    const ada = planner('2026-11-27T15:00:00Z');
    ada.plans('daily 9:00');
    ada.awayUntil('2026-11-28T12:00:00Z');
    expect(ada.lastReminder()).toContain('This was for Saturday 28 November 2026, 9:0');
    ada.says('thanks');
    ada.awayUntil('2026-11-29T16:30:00Z');
    expect(ada.reminded).toHaveLength(2);
    ada.until('2026-11-30T12:00:00Z');
    expect(ada.reminded).toHaveLength(3);
    expect(ada.lastReminder()).toContain('Not sent, since I was away: Sunday 29 November 2026, 9:0');
  });

  test('a single one that was missed is said by itself, but not at night', () => {
    const ada = planner('2026-11-27T15:00:00Z');
    ada.plans('tomorrow 9:00');
    ada.awayUntil('2026-11-28T23:30:00Z');
    expect(ada.reminded).toHaveLength(1);
    ada.until('2026-11-29T12:00:00Z');
    expect(ada.reminded).toHaveLength(2);
    expect(ada.reminded.at(-1)?.at).toBe('2026-11-29T07:00:00.000Z');
    expect(ada.lastReminder()).toContain('I was away');
    expect(ada.next()).toBeUndefined();
  });

  test('late into quiet hours it waits for their end', () => {
    const ada = planner('2026-11-27T15:00:00Z');
    ada.plans('daily 20:30');
    ada.awayUntil('2026-11-27T21:00:00Z');
    expect(ada.reminded).toHaveLength(1);
    ada.until('2026-11-28T08:00:00Z');
    expect(ada.reminded.at(-1)?.at).toBe('2026-11-28T07:00:00.000Z');
  });

  test('a clock that was set back sends nothing twice', () => {
    const ada = planner('2026-11-27T15:00:00Z');
    ada.plans('daily 9:00');
    ada.until('2026-11-28T09:00:00Z');
    ada.setClock('2026-11-28T07:00:00Z');
    ada.says('hm');
    ada.until('2026-11-28T20:00:00Z');
    expect(ada.reminded).toHaveLength(2);
  });

  test('a wake that was moved meanwhile does nothing', () => {
    const ada = planner('2026-11-27T15:00:00Z');
    ada.plans('daily 9:00');
    const old = ada.next() ?? '';
    ada.plans('daily 11:00');
    ada.happens({ type: 'woke', dueAt: old });
    expect(ada.reminded).toHaveLength(2);
    expect(ada.next()).toBe(at('2026-11-28T10:00:00Z'));
  });

  test('400 days ahead nothing fires now, and then once', () => {
    const ada = planner('2026-11-27T15:00:00Z');
    ada.plans('1 January 2028 9:00');
    ada.until('2027-12-31T23:00:00Z');
    expect(ada.reminded).toHaveLength(1);
    ada.until('2028-01-02T00:00:00Z');
    expect(ada.reminded).toHaveLength(2);
    expect(ada.reminded.at(-1)?.at).toBe('2028-01-01T08:00:00.000Z');
  });

  test('a pause ends by itself, and what falls into it is named', () => {
    const ada = planner('2026-11-27T15:00:00Z');
    ada.plans('daily 9:00');
    ada.plans('30 November 2026 15:00');
    const told = ada.asks('pause until 5 December 2026');
    expect(told).toContain('Saturday 5 December 2026');
    expect(told).toContain('Monday 30 November 2026, 15:00');
    ada.until('2026-12-05T12:00:00Z');
    expect(ada.reminded.slice(2).map(({ at: when }) => when)).toEqual([at('2026-12-05T08:00:00Z')]);
  });

  test('what could not be shown is held until the person is here, and said to them', () => {
    const ada = planner('2026-11-27T15:00:00Z');
    ada.plans('daily 9:00');
    ada.until('2026-11-28T09:00:00Z');
    ada.happens({ type: 'failed', reason: '50007' });
    expect(ada.next()).toBeUndefined();
    ada.until('2026-12-20T00:00:00Z');
    expect(ada.reminded).toHaveLength(2);
    ada.happens({ type: 'visited' });
    expect(ada.reads().at(-1)).toContain('could not write to you');
    expect(ada.next()).toBe(at('2026-12-20T08:00:00Z'));
  });

  test('a story of distress is never spoken of', () => {
    const ada = planner('2026-11-27T15:00:00Z');
    ada.isAbout({ hasPractice: true, sheltered: true });
    ada.plans('daily 9:00');
    ada.until('2026-11-28T09:00:00Z');
    expect(ada.lastReminder()).not.toMatch(/step|answer|failure|minutes/iu);
  });
});

describe('the coach spaces them', () => {
  const good = { kind: 'critique', verdict: 'good', findings: 1, changed: true } as const;
  const weak = { kind: 'critique', verdict: 'bad', findings: 4, changed: true } as const;

  test('a good answer puts the next one off, a bad one brings it near, the same text again changes nothing', () => {
    const ada = planner('2026-11-27T15:00:00Z');
    ada.plans('when it pays');
    const first = ada.next() ?? '';
    ada.practises(weak, 'one');
    const afterBad = ada.next() ?? '';
    ada.setClock('2026-11-29T15:00:00Z');
    ada.practises(good, 'two');
    const afterGood = ada.next() ?? '';
    ada.practises(good, 'two');
    expect(ada.next()).toBe(afterGood);
    expect(afterBad >= first.slice(0, 10)).toBe(true);
    expect(Date.parse(afterGood) - Date.parse('2026-11-29T15:00:00Z')).toBeGreaterThan(
      Date.parse(afterBad) - Date.parse('2026-11-27T15:00:00Z'),
    );
  });

  test('ready: two good answers on different days and one run of one to two minutes; then it ends by itself', () => {
    const ada = planner('2026-11-27T15:00:00Z');
    ada.plans('when it pays');
    ada.practises(good, 'one');
    ada.setClock('2026-11-28T15:00:00Z');
    ada.practises(good, 'two');
    const said = ada.practises({
      kind: 'run',
      seconds: 90,
      took: 85,
      said: ['a', 'b', 'c', 'd', 'e'],
      steps: 5,
    });
    expect(said).toContain('You are ready');
    expect(ada.next()).toBeUndefined();
  });

  test('back from an interview: a draft, revisions, a rehearsal the day before, one question the day after', () => {
    const ada = planner('2027-03-01T10:00:00Z');
    ada.isAbout({ hasPractice: false, sheltered: false });
    expect(ada.asks('interview on 20 March 2027')).toContain('20 March 2027');
    ada.asks('yes');
    const reasons: string[] = [];
    for (let day = 1; day <= 25; day += 1) {
      const reason = ada.plan()?.next?.reason;
      const before = ada.reminded.length;
      ada.until(`2027-03-${String(day).padStart(2, '0')}T23:00:00Z`);
      if (ada.reminded.length > before)
        reasons.push(reason?.kind === 'interview' ? `${reason.what} ${day}` : (reason?.kind ?? ''));
      ada.happens({ type: 'elsewhere' });
      ada.asks('');
    }
    expect(reasons[0]).toMatch(/^draft /u);
    expect(reasons).toContain('rehearsal 19');
    expect(reasons.at(-1)).toBe('after 21');
    expect(ada.plan()?.interview).toBeUndefined();
  });

  test('how it went is kept, and the next plan begins with it', () => {
    const ada = planner('2027-03-19T10:00:00Z');
    ada.plans('interview on 20 March 2027');
    ada.until('2027-03-21T20:00:00Z');
    expect(ada.lastReminder()).toContain('Yesterday was the day');
    expect(ada.says('They asked what the client said, and I had no answer.')).toContain('Kept');
    ada.asks('interview on 20 May 2027');
    expect(ada.reads().at(-1)).toContain('They asked what the client said');
  });
});

test('minutes of the spread are between none and five', () => {
  expect(JITTER).toBeGreaterThanOrEqual(0);
  expect(JITTER).toBeLessThanOrEqual(5 * MINUTE);
});

describe('one is left out', () => {
  test('skip leaves out the next of the rhythm, and what was asked for before it still comes', () => {
    const ada = planner('2026-11-27T15:00:00Z');
    ada.plans('mon/thu 18:00');
    expect(ada.asks('skip')).toContain(
      'Left out: Monday 30 November 2026, 18:00 (your rhythm). The next is Thursday 3 December 2026',
    );
    ada.plans('tomorrow 10:00');
    expect(ada.next()).toBe('2026-11-28T09:00:00.000Z');
    ada.until('2026-11-28T12:00:00Z');
    expect(ada.next()).toBe(at('2026-12-03T17:00:00Z'));
  });

  test('a time just before quiet hours is not spread into them', () => {
    const ada = planner('2026-11-27T15:00:00Z');
    ada.plans('daily 20:59');
    expect(ada.next()).toBe('2026-11-27T19:59:00.000Z');
  });
});

describe('words that are no command', () => {
  test('a time alone answers when, a city alone answers where', () => {
    const ada = planner('2026-11-27T15:00:00Z', {});
    ada.asks('');
    expect(ada.says('weekdays 8:30')).toContain('time zone');
    expect(ada.says('Berlin')).toContain('every weekday at 8:30');
    ada.says('yes');
    expect(ada.next()).toBe(at('2026-11-30T07:30:00Z'));
  });

  test('beside a practice a short answer is the practice’s, unless it is plainly a zone or a time', () => {
    const ada = planner('2026-11-27T15:00:00Z', {});
    ada.isBeside();
    ada.asks('weekdays 8:30');
    expect(ada.happens({ type: 'said', text: 'I was a nurse in Leeds.' }).passed).toBe(true);
    ada.asks('weekdays 8:30');
    expect(ada.says('Berlin')).toContain('Europe/Berlin');
  });

  test('beside a practice the day after an interview takes no answer of the practice', () => {
    const ada = planner('2027-03-19T10:00:00Z');
    ada.plans('interview on 20 March 2027');
    ada.until('2027-03-21T20:00:00Z');
    ada.isBeside();
    expect(ada.happens({ type: 'said', text: 'I rang the hotel the same day.' }).passed).toBe(true);
    expect(ada.plan()?.told).toEqual([]);
  });
});
